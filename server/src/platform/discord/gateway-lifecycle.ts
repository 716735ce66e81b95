import { GatewayDispatchEvents, type GatewayDispatchPayload } from 'discord-api-types/v10'
import type { Logger } from 'pino'
import { GuildId } from '../../kernel/ids.ts'

/** What became of making Discord know our commands. */
export interface CommandSync {
  readonly commandCount: number
  /** Written to Discord, or left alone because it had them already. */
  readonly synced: number
  readonly skipped: number
  /** A word for why it failed. */
  readonly error?: string
}

/** What an admin may want to know about the connection to Discord. */
export type GatewayLifecycle =
  | { readonly kind: 'ready'; readonly guildIds: readonly GuildId[]; readonly commands: CommandSync }
  | { readonly kind: 'disconnected'; readonly shardId: number }
  | { readonly kind: 'reconnected'; readonly guildIds: readonly GuildId[]; readonly commands: CommandSync }
  | { readonly kind: 'guild_joined'; readonly guildId: GuildId; readonly commands: CommandSync }
  /** Or was removed from it. */
  | { readonly kind: 'guild_left'; readonly guildId: GuildId }

interface LifecycleNeeds {
  /** Compares our commands with Discord's; it does not throw because Discord fails. */
  syncCommands(): Promise<CommandSync>
  readonly ears: readonly ((event: GatewayLifecycle) => Promise<void>)[]
  readonly logger: Logger
}

/**
 * Tells the life of the connection, one event after another. A shard is connected from READY on, lost from the loss of
 * its connection until READY (a new session) or RESUMED (the same one).
 */
export class Lifecycle {
  readonly #needs: LifecycleNeeds
  /** The guilds of each shard, those in an outage too, by which a new guild is told from one that came back. */
  readonly #guilds = new Map<number, Set<GuildId>>()
  readonly #lost = new Set<number>()
  #isReady = false
  #told: Promise<void> = Promise.resolve()
  #commands: CommandSync = { commandCount: 0, synced: 0, skipped: 0 }

  constructor(needs: LifecycleNeeds) {
    this.#needs = needs
  }

  /** The bot is connected and knows its guilds; resolves when everybody has heard of it. */
  async ready(): Promise<void> {
    this.#isReady = true
    const guildIds = [...this.#guilds.values()].flatMap((ofShard) => [...ofShard])
    this.#tell(async () => ({ kind: 'ready', guildIds, commands: await this.#sync() }))
    await this.#told
  }

  receive(dispatch: GatewayDispatchPayload, shardId: number): void {
    const { t: event, d: data } = dispatch
    if (event === GatewayDispatchEvents.Ready) {
      this.#guilds.set(shardId, new Set(data.guilds.map(({ id }) => GuildId.parse(id))))
      this.#reconnected(shardId, () => this.#sync())
    } else if (event === GatewayDispatchEvents.Resumed) this.#reconnected(shardId, async () => this.#unchanged())
    else if (event === GatewayDispatchEvents.GuildCreate) this.#arrived(GuildId.parse(data.id), shardId)
    else if (event === GatewayDispatchEvents.GuildDelete && !data.unavailable)
      this.#departed(GuildId.parse(data.id), shardId)
  }

  closed(shardId: number): void {
    if (!this.#isReady || this.#lost.has(shardId)) return
    this.#lost.add(shardId)
    this.#tell(async () => ({ kind: 'disconnected', shardId }))
  }

  /** Resolves when everything that happened has been told. */
  async settled(): Promise<void> {
    await this.#told
  }

  #reconnected(shardId: number, sync: () => Promise<CommandSync>): void {
    if (!this.#lost.delete(shardId)) return
    const guildIds = [...(this.#guilds.get(shardId) ?? [])]
    this.#tell(async () => ({ kind: 'reconnected', guildIds, commands: await sync() }))
  }

  #arrived(guildId: GuildId, shardId: number): void {
    const known = this.#guilds.get(shardId)
    if (!known || known.has(guildId)) return
    known.add(guildId)
    if (this.#isReady) this.#tell(async () => ({ kind: 'guild_joined', guildId, commands: this.#unchanged() }))
  }

  #departed(guildId: GuildId, shardId: number): void {
    const isKnown = this.#guilds.get(shardId)?.delete(guildId)
    if (isKnown && this.#isReady) this.#tell(async () => ({ kind: 'guild_left', guildId }))
  }

  async #sync(): Promise<CommandSync> {
    this.#commands = await this.#needs.syncCommands()
    return this.#commands
  }

  /** Discord shows our commands in every guild, so for one more there is nothing to write. */
  #unchanged(): CommandSync {
    const { commandCount, error } = this.#commands
    return error === undefined ? { commandCount, synced: 0, skipped: commandCount } : this.#commands
  }

  #tell(event: () => Promise<GatewayLifecycle>): void {
    const { ears, logger } = this.#needs
    const toAll = async () => {
      const told = await event()
      for (const result of await Promise.allSettled(ears.map((hear) => hear(told)))) {
        if (result.status === 'rejected') logger.error({ err: result.reason, event: told.kind }, 'not heard')
      }
    }
    this.#told = this.#told
      .then(toAll)
      .catch((err: unknown) => logger.error({ err }, 'what happened to the gateway connection was not told'))
  }
}
