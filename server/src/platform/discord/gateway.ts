import { RequestMethod } from '@discordjs/rest'
import { type WebSocketManager, WebSocketShardEvents } from '@discordjs/ws'
import {
  type APIApplication,
  type APIInteraction,
  type CacheWithLimitsOptions,
  Client,
  Events,
  GatewayCloseCodes,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  IntentsBitField,
  Options,
  Routes,
  SimpleShardingStrategy,
} from 'discord.js'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import { DiscordFailure } from './failure.ts'
import { followHeartbeats } from './heartbeats.ts'
import { intentsFor, isGranted, MESSAGE_CONTENT } from './intents.ts'
import type { ShardState } from './pulse.ts'
import { discordRequests } from './requests.ts'

/** Why the connection to Discord has ended for good: nothing but a person can mend it. */
export class GatewayEnded extends Error {
  override readonly name = 'GatewayEnded'
}

export interface GatewayOptions {
  readonly token: string
  /** Without the version: `https://discord.com/api`. */
  readonly apiUrl: string
  /** Which shards this process holds; all that Discord recommends when absent. */
  readonly shards?: { readonly ids: readonly number[]; readonly count: number }
  readonly logger: Logger
  readonly clock: Clock
  onInteraction(interaction: APIInteraction): void
  /** Every event of the gateway, as Discord sent it. */
  onDispatch?(dispatch: GatewayDispatchPayload, shardId: number): void
  /** A shard lost its connection; the library connects it again. */
  onClosed?(shardId: number): void
  /** Discord closed the connection in a way that no reconnecting helps; the process should end. */
  onEnded(reason: GatewayEnded): void
}

export interface Gateway {
  readonly client: Client
  /** Resolves when the bot is connected and knows its guilds, or was stopped. Throws GatewayEnded when Discord refuses it. */
  connect(): Promise<void>
  state(): GatewayState
  stop(): Promise<void>
}

/** The truth about the connection as of now; what `/status` and readiness are made of. */
export interface GatewayState {
  /** Every shard is connected and had a heartbeat acknowledged within its last two intervals. */
  readonly isOnline: boolean
  readonly latencyMs: number | null
  readonly guildCount: number
  readonly shards: readonly ShardState[]
}

/** What Discord closes with for good: https://discord.com/developers/docs/topics/opcodes-and-status-codes#gateway */
const FINAL: Readonly<Record<number, string>> = {
  4004: 'Discord does not accept the bot token (BOT_TOKEN). Copy it anew from the Bot page of https://discord.com/developers/applications.',
  4010: 'Discord does not know this shard: SHARD_IDS and SHARD_COUNT do not fit together.',
  4011: 'The bot is in too many guilds for one connection: set SHARD_COUNT.',
  4012: 'Discord does not speak this version of its gateway any more: update the program.',
  4013: 'Discord does not know an intent of this program: update the program.',
  4014: 'Discord does not grant this bot an intent it needs: switch on "Server Members Intent" under "Privileged Gateway Intents" on the Bot page of https://discord.com/developers/applications.',
}
const LONGEST_PAUSE_MS = 30_000
/**
 * Destroyed between two attempts to reconnect, the library makes the next one all the same (@discordjs/ws 1.2.3). Each
 * begins with asking for the session, and so does not begin.
 */
const NEVER = () => new Promise<never>(() => undefined)

/**
 * The connection to Discord's gateway. The library resumes after drops, op 7, op 9 and missing acknowledgements; while
 * Discord cannot be reached at the start it is tried again and again.
 */
export function discordGateway(options: GatewayOptions): Gateway {
  const heartbeats = followHeartbeats(options.logger)
  const stopped = new AbortController()
  const managers: WebSocketManager[] = []
  const client = clientOf(options, (manager) => {
    managers.push(manager)
    heartbeats.follow(manager)
    manager.on(WebSocketShardEvents.Dispatch, ({ data, shardId }) => {
      // The library holds interactions back until every guild has come, which can outlast the 3 s Discord waits.
      if (data.t === GatewayDispatchEvents.InteractionCreate) options.onInteraction(data.d)
      options.onDispatch?.(data, shardId)
    })
    manager.on(WebSocketShardEvents.Closed, ({ shardId }) => {
      if (!stopped.signal.aborted) options.onClosed?.(shardId)
    })
  })
  logEvents(client, options.logger, stopped.signal)

  return {
    client,
    async connect() {
      const applicationFlags = await reachDiscord(options, stopped.signal)
      if (applicationFlags === null) return
      if (!isGranted(MESSAGE_CONTENT, applicationFlags))
        options.logger.warn(`Announcements cannot be read: switch on "${MESSAGE_CONTENT.name}" on the bot's page`)
      client.options.intents = new IntentsBitField(intentsFor(applicationFlags)).freeze()
      const refused = Promise.withResolvers<never>()
      let end: GatewayOptions['onEnded'] = refused.reject
      client.on(Events.ShardDisconnect, ({ code }) => end(endedBy(code)))
      await Promise.race([login(client, options.token, stopped.signal), refused.promise])
      end = options.onEnded
    },
    state() {
      const shards = heartbeats.states()
      const latencies = shards.flatMap(({ latencyMs }) => latencyMs ?? [])
      return {
        isOnline: shards.length > 0 && shards.every(({ isOnline }) => isOnline),
        latencyMs: latencies.length > 0 ? Math.max(...latencies) : null,
        guildCount: client.guilds.cache.size,
        shards,
      }
    },
    async stop() {
      stopped.abort()
      for (const manager of managers) manager.options.retrieveSessionInfo = NEVER
      await client.destroy()
    },
  }
}

/** @returns the flags of the application, by which Discord grants intents; null when the program was stopped before. */
async function reachDiscord(options: GatewayOptions, signal: AbortSignal): Promise<number | null> {
  const { clock, logger } = options
  const send = discordRequests(options)
  for (let pauseMs = 1_000; !signal.aborted; pauseMs = Math.min(2 * pauseMs, LONGEST_PAUSE_MS)) {
    try {
      await send({ method: RequestMethod.Get, path: Routes.gatewayBot() })
      const application = await send({ method: RequestMethod.Get, path: Routes.currentApplication() })
      return (application as APIApplication).flags ?? 0
    } catch (error) {
      if (!(error instanceof DiscordFailure)) throw error
      if (error.kind === 'unauthorized') throw endedBy(GatewayCloseCodes.AuthenticationFailed)
      if (error.kind !== 'unavailable') throw error
      logger.warn({ reason: error.message, pauseMs }, 'Discord cannot be reached; it is tried again')
    }
    await clock.waitUntil(clock.now().add({ milliseconds: pauseMs }), signal)
  }
  return null
}

/** Until every guild is known, or the program is stopped. */
async function login(client: Client, token: string, signal: AbortSignal): Promise<void> {
  const isReady = new Promise<void>((resolve) => {
    client.once(Events.ClientReady, () => resolve())
    signal.addEventListener('abort', () => resolve(), { once: true })
  })
  await client.login(token)
  await isReady
}

function endedBy(code: number): GatewayEnded {
  return new GatewayEnded(FINAL[code] ?? `Discord closed the connection for good (${code}).`)
}

/** Nothing is cached but guilds with their channels and roles. */
function clientOf({ apiUrl, shards }: GatewayOptions, follow: (manager: WebSocketManager) => void): Client {
  return new Client({
    // What Discord grants is asked for before the connection is made.
    intents: intentsFor(0),
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits(NOTHING_KEPT),
    rest: { api: apiUrl, timeout: 5_000 },
    ...(shards && { shards: [...shards.ids], shardCount: shards.count }),
    ws: {
      buildStrategy(manager) {
        follow(manager)
        return new SimpleShardingStrategy(manager)
      },
    },
  })
}

const NOTHING_KEPT: CacheWithLimitsOptions = {
  ApplicationCommandManager: 0,
  AutoModerationRuleManager: 0,
  BaseGuildEmojiManager: 0,
  EntitlementManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  // The library counts on the bot's own member and user.
  GuildMemberManager: { maxSize: 0, keepOverLimit: (member) => member.id === member.client.user.id },
  GuildMessageManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadManager: 0,
  ThreadMemberManager: 0,
  UserManager: { maxSize: 0, keepOverLimit: (user) => user.id === user.client.user?.id },
  VoiceStateManager: 0,
}

function logEvents(client: Client, logger: Logger, stopped: AbortSignal): void {
  client.on(Events.ShardReconnecting, (shardId) => {
    if (!stopped.aborted) logger.info({ shardId }, 'the gateway connection was lost; reconnecting')
  })
  client.on(Events.ShardResume, (shardId, replayed) =>
    logger.info({ shardId, replayed }, 'the gateway session was resumed'),
  )
  client.on(Events.ShardError, (err, shardId) =>
    logger.warn({ err, shardId }, 'the gateway connection reported an error'),
  )
  client.on(Events.Error, (err) => logger.error({ err }, 'the Discord client reported an error'))
}
