/** Builds users and guilds for tests, beside those of the demo community. */
import { ChannelType } from 'discord-api-types/v10'
import { bitsOf, type Permission } from './state/access.ts'
import { blankGuild } from './state/blank.ts'
import { type ChannelChange, createChannel } from './state/channels.ts'
import { addMember } from './state/members.ts'
import type { Channel, Guild, Role, User } from './state/model.ts'
import { createRole, type RoleChange } from './state/roles.ts'
import type { World } from './state/world.ts'

export interface NewUser {
  readonly username: string
  readonly bot?: boolean
}

export interface NewGuild {
  readonly name: string
  /** User id. */
  readonly owner: string
  /** Ids of users that are in it from the start. */
  readonly members?: readonly string[]
  /** What the bot's own role allows; everything when left out, and null when the bot is not in. */
  readonly bot?: readonly Permission[] | null
  /** Names of text channels; `general` when left out. */
  readonly channels?: readonly string[]
}

/** What Discord lets @everyone do in a new guild, as far as the simulator knows of it. */
const EVERYONE: readonly Permission[] = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'CreatePrivateThreads',
  'EmbedLinks',
  'AttachFiles',
  'AddReactions',
  'UseExternalEmojis',
  'MentionEveryone',
  'ReadMessageHistory',
  'UseApplicationCommands',
  'ChangeNickname',
  'CreateInstantInvite',
]
const PLAIN_CHANNEL = { type: ChannelType.GuildText, topic: null, parent_id: null, nsfw: false, rate_limit_per_user: 0 }

export function newUser(world: World, { username, bot = false }: NewUser): User {
  const id = world.nextId()
  const user: User = { id, username, global_name: null, avatar: null, bot, locale: 'en-US', accepts_dms: !bot }
  world.state.users.set(id, user)
  return user
}

export function newGuild(world: World, { name, owner, members = [], bot, channels = ['general'] }: NewGuild): Guild {
  const id = world.nextId()
  const everyone = roleOf(id, '@everyone', EVERYONE)
  const guild: Guild = { ...blankGuild(id, name, owner), roles: new Map([[id, everyone]]) }
  world.state.guilds.set(id, guild)
  for (const userId of new Set([owner, ...members])) addMember(world, guild, userId)
  const made = channels.map((channel) => newChannel(world, id, { name: channel }))
  guild.system_channel_id = made[0]?.id ?? null
  if (bot !== null) letBotIn(world, guild, bot ?? ['Administrator'])
  return guild
}

/** As the guild's owner. */
export function newChannel(world: World, guildId: string, channel: ChannelChange & { readonly name: string }): Channel {
  return createChannel(world, ownerOf(world, guildId), guildId, { ...PLAIN_CHANNEL, ...channel })
}

/** As the guild's owner; it stands just above @everyone. */
export function newRole(world: World, guildId: string, role: RoleChange & { readonly name: string }): Role {
  return createRole(world, ownerOf(world, guildId), guildId, { permissions: '0', ...role })
}

/** Bots come with a role of their own. */
function letBotIn(world: World, guild: Guild, permissions: readonly Permission[]): void {
  const { application } = world.state
  const role = roleOf(world.nextId(), application.name, permissions)
  guild.roles.set(role.id, { ...role, position: guild.roles.size, managed: true, tags: { bot_id: application.id } })
  addMember(world, guild, application.id, [role.id])
}

function roleOf(id: string, name: string, permissions: readonly Permission[]): Role {
  const plain = { color: 0, hoist: false, position: 0, managed: false, mentionable: false }
  return { ...plain, id, name, permissions: String(bitsOf(permissions)) }
}

function ownerOf(world: World, guildId: string) {
  return { id: world.state.guilds.get(guildId)?.owner_id ?? '', reason: null }
}
