import type { Application, ApplicationCommand, Channel, Guild, Interaction, Invite, Message, User } from './model.ts'

/** What a nonce was used for: repeats within the window get that message instead of a new one. */
export interface UsedNonce {
  readonly channel_id: string
  readonly message_id: string
  readonly at_ms: number
}

/** Everything the simulated Discord remembers, and nothing else: saving these fields saves the community. */
export class State {
  application: Application
  readonly users = new Map<string, User>()
  readonly guilds = new Map<string, Guild>()
  /** Channels, categories, threads and direct messages. */
  readonly channels = new Map<string, Channel>()
  /** By channel id, then by message id, oldest first. */
  readonly messages = new Map<string, Map<string, Message>>()
  /** Ephemeral answers, by message id. */
  readonly ephemeral = new Map<string, Message>()
  /** By code. */
  readonly invites = new Map<string, Invite>()
  readonly commands = new Map<string, ApplicationCommand>()
  /** By token. */
  readonly interactions = new Map<string, Interaction>()
  /** Bytes of uploads, by attachment id. */
  readonly uploads = new Map<string, Uint8Array>()
  /** By author id and nonce. */
  readonly nonces = new Map<string, UsedNonce>()

  constructor(application: Application) {
    this.application = application
  }

  /** Of one guild, threads included, in the order they were made. */
  channelsOf(guildId: string): Channel[] {
    return [...this.channels.values()].filter((channel) => channel.guild_id === guildId)
  }

  /** Oldest first, without ephemeral ones. */
  messagesOf(channelId: string): Message[] {
    return [...(this.messages.get(channelId)?.values() ?? [])]
  }

  /** The channel whose overwrites count: of a thread that is its parent. */
  permissionChannel(channel: Channel): Channel {
    const parent = channel.thread && channel.parent_id ? this.channels.get(channel.parent_id) : undefined
    return parent ?? channel
  }
}
