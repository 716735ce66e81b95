/** The `resolved` part of an interaction: the users, roles, channels, messages and uploads its values name. */
import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10'
import { permissionsOf } from '../permissions.ts'
import { messageView } from '../state/message-view.ts'
import type { Channel, Guild, Json, JsonObject, Message } from '../state/model.ts'
import { partialMemberView, roleView, userById } from '../state/views.ts'
import type { World } from '../state/world.ts'

/** An upload as an option's value. */
export interface File {
  readonly name: string
  readonly bytes: Uint8Array
  readonly contentType?: string
}

type Kind = 'users' | 'members' | 'roles' | 'channels' | 'messages' | 'attachments'

export class Resolved {
  readonly #world: World
  readonly #channel: Channel
  readonly #guild: Guild | undefined
  readonly #found: Partial<Record<Kind, JsonObject>> = {}

  constructor(world: World, channel: Channel) {
    this.#world = world
    this.#channel = channel
    this.#guild = channel.guild_id === null ? undefined : world.state.guilds.get(channel.guild_id)
  }

  /** Empty when nothing was named. */
  field(): JsonObject {
    return Object.keys(this.#found).length ? { resolved: { ...this.#found } } : {}
  }

  /** A user, role, channel or either, by the option's type. */
  thing(type: number, id: string, channelTypes: readonly number[] | undefined, refuse: (why: string) => Error): string {
    const wantsUser = type === Type.User || type === Type.Mentionable
    if (wantsUser && this.#world.state.users.has(id)) return this.user(id)
    const wantsRole = type === Type.Role || type === Type.Mentionable
    const role = this.#guild?.roles.get(id)
    if (wantsRole && role) return this.#add('roles', id, roleView(role))
    if (type !== Type.Channel) throw refuse(`names nothing that exists: ${id}`)
    const channel = this.#world.state.channels.get(id)
    if (channel?.guild_id !== this.#channel.guild_id || !channel) throw refuse(`names no channel of this guild: ${id}`)
    if (channelTypes?.length && !channelTypes.includes(channel.type)) throw refuse('takes another type of channel')
    return this.channel(channel)
  }

  user(id: string): string {
    const member = this.#guild?.members.get(id)
    if (member) {
      const { deaf: _, mute: __, ...shown } = partialMemberView(member)
      this.#add('members', id, { ...shown, permissions: this.#permissions(id) })
    }
    return this.#add('users', id, userById(this.#world, id))
  }

  channel(channel: Channel): string {
    const { id, name, type, parent_id } = channel
    const shown = { id, name, type, parent_id, permissions: this.#permissions(this.#world.state.application.id) }
    return this.#add('channels', id, shown)
  }

  message(message: Message): string {
    return this.#add('messages', message.id, messageView(this.#world, message))
  }

  attachment({ name, bytes, contentType }: File): string {
    const id = this.#world.nextId()
    this.#world.state.uploads.set(id, bytes)
    const url = `${this.#world.origin}/ephemeral-attachments/${this.#channel.id}/${id}/${encodeURIComponent(name)}`
    const about = { id, filename: name, size: bytes.length, url, proxy_url: url, ephemeral: true }
    return this.#add('attachments', id, contentType ? { ...about, content_type: contentType } : about)
  }

  #permissions(userId: string): string {
    return String(permissionsOf(this.#world.state, userId, this.#channel, this.#world.clock.now()))
  }

  #add(kind: Kind, id: string, view: object): string {
    const known = this.#found[kind] ?? {}
    const json: Json = JSON.parse(JSON.stringify(view))
    this.#found[kind] = { ...known, [id]: json }
    return id
  }
}
