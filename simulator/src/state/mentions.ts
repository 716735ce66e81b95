/** Whom a message pings: its text, what its sender allows, and what its sender may do. */
import { ComponentType } from 'discord-api-types/v10'
import { mayIn } from './access.ts'
import type { Channel, Component, Json } from './model.ts'
import type { World } from './world.ts'

/** https://discord.com/developers/docs/resources/message#allowed-mentions-object */
export interface AllowedMentions {
  readonly parse: readonly string[]
  readonly users: readonly string[]
  readonly roles: readonly string[]
  readonly replied_user: boolean
}

export interface Mentions {
  readonly mention_everyone: boolean
  /** User ids. */
  readonly mentions: string[]
  /** Role ids. */
  readonly mention_roles: string[]
}

interface MentioningMessage {
  readonly content: string
  readonly components: readonly Component[]
  readonly allowedMentions: AllowedMentions | null
  /** Author of the message that is answered. */
  readonly repliedTo: string | null
}

const EVERYTHING: AllowedMentions = { parse: ['everyone', 'users', 'roles'], users: [], roles: [], replied_user: true }

export function mentionsIn(world: World, authorId: string, channel: Channel, message: MentioningMessage): Mentions {
  const allowed = message.allowedMentions ?? EVERYTHING
  const text = [message.content, ...textsOf(message.components)].join('\n')
  const mayPingAll = mayIn(world, authorId, channel, 'MentionEveryone')
  const guild = channel.guild_id === null ? undefined : world.state.guilds.get(channel.guild_id)
  const users = idsIn(text, /<@!?(\d{17,20})>/g).filter(
    (id) => allows(allowed, 'users', id) && world.state.users.has(id),
  )
  const roles = idsIn(text, /<@&(\d{17,20})>/g).filter((id) => {
    const role = guild?.roles.get(id)
    return role !== undefined && allows(allowed, 'roles', id) && (role.mentionable || mayPingAll)
  })
  const replied = message.repliedTo !== null && allowed.replied_user ? [message.repliedTo] : []
  const everyone = /@(everyone|here)\b/.test(text) && allowed.parse.includes('everyone') && mayPingAll
  return {
    mention_everyone: guild !== undefined && everyone,
    mentions: [...new Set([...users, ...replied])],
    mention_roles: roles,
  }
}

function allows(allowed: AllowedMentions, kind: 'users' | 'roles', id: string): boolean {
  return allowed.parse.includes(kind) || allowed[kind].includes(id)
}

function idsIn(text: string, pattern: RegExp): string[] {
  return [...new Set(Array.from(text.matchAll(pattern), ([, id = '']) => id))]
}

/** Text displays ping as content does. */
function textsOf(components: readonly Component[]): string[] {
  return allComponents(components).flatMap(({ type, content }) =>
    type === ComponentType.TextDisplay && typeof content === 'string' ? [content] : [],
  )
}

/** Every component, however deep it lies. */
export function allComponents(components: readonly Component[]): Component[] {
  return components.flatMap((component) => {
    const inner = [component.components, component.component, component.accessory].flat()
    return [component, ...allComponents(inner.filter(isComponent))]
  })
}

function isComponent(value: Json | undefined): value is Component {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value.type === 'number'
}
