/** The gateway: sessions, what they are sent, and the ways in which tests break it. */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { GatewayIntentBits, GatewayOpcodes, PermissionFlagsBits } from 'discord-api-types/v10'
import { type WebSocket, WebSocketServer } from 'ws'
import { DiscordError } from '../discord-error.ts'
import type { Fields } from '../fields.ts'
import { has, permissionsIn } from '../permissions.ts'
import { maySee } from '../state/access.ts'
import type { Guild } from '../state/model.ts'
import { applicationView, guildCreateView, memberView, ownUserView } from '../state/views.ts'
import type { Dispatch, World } from '../state/world.ts'
import { GatewayConnection } from './connection.ts'
import { DispatchFaults } from './faults.ts'
import { GatewaySession, type Identified } from './session.ts'

export interface GatewayOptions {
  readonly token: string
  readonly heartbeatMs: number
}

const MEMBERS_IN_A_CHUNK = 1000

export class GatewayServer {
  readonly world: World
  readonly token: string
  readonly heartbeatMs: number
  readonly connections = new Set<GatewayConnection>()
  /** By session id, connected or waiting for RESUME. */
  readonly sessions = new Map<string, GatewaySession>()
  /** Delays, repeats and reorders what is sent. */
  readonly faults: DispatchFaults
  /** IDENTIFYs received; Discord allows 1000 a day and then resets the token. */
  identifies = 0
  /** RESUMEs received. */
  resumes = 0
  /** Heartbeats received. */
  heartbeats = 0
  /** False while acknowledgements of heartbeats are held back. */
  acknowledges = true
  readonly #sockets = new WebSocketServer({ noServer: true, maxPayload: 1 << 20 })
  #address = ''

  constructor(world: World, { token, heartbeatMs }: GatewayOptions) {
    this.world = world
    this.token = token
    this.heartbeatMs = heartbeatMs
    this.faults = new DispatchFaults(world.clock, (dispatch) => this.#deliver(dispatch))
    world.onDispatch((dispatch) => this.faults.pass(dispatch))
  }

  /** Where clients connect. */
  get url(): string {
    return this.#address
  }

  listenAt(address: string): void {
    this.#address = address
  }

  accept(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (!/^\/gateway\/?(\?|$)/.test(request.url ?? '')) {
      socket.destroy()
      return
    }
    this.#sockets.handleUpgrade(request, socket, head, (client) => {
      this.connections.add(new GatewayConnection(this, client))
    })
  }

  open(identified: Omit<Identified, 'id'>, socket: WebSocket): GatewaySession {
    const id = BigInt(this.world.nextId()).toString(16).padStart(32, '0')
    const session = new GatewaySession({ ...identified, id })
    session.socket = socket
    this.sessions.set(id, session)
    const guilds = this.#guildsOf(session)
    session.send('READY', {
      v: 10,
      user: ownUserView(this.world),
      user_settings: {},
      relationships: [],
      private_channels: [],
      presences: [],
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      guild_join_requests: [],
      session_id: id,
      session_type: 'normal',
      resume_gateway_url: this.url,
      shard: session.shard,
      application: { id: this.world.state.application.id, flags: applicationView(this.world).flags },
      auth: {},
      _trace: ['simulator'],
    })
    for (const guild of guilds) if (!guild.unavailable) this.#sendGuild(session, guild.id)
    this.world.changed()
    return session
  }

  forget(session: GatewaySession): void {
    session.isResumable = false
    this.sessions.delete(session.id)
  }

  /** Op 8: the members asked for, by name or by id, in chunks. */
  sendMembers(session: GatewaySession, fields: Fields): void {
    const guildId = fields.required('guild_id', fields.snowflake('guild_id'))
    const guild = this.world.state.guilds.get(guildId)
    if (!guild?.members.has(this.world.state.application.id)) throw new DiscordError(10004)
    const query = fields.text('query')?.toLowerCase()
    const ids = Array.isArray(fields.json.user_ids) ? fields.snowflakes('user_ids') : fields.snowflake('user_ids')
    const asked = ids === undefined ? undefined : [ids].flat()
    const all = [...guild.members.values()]
    const named = all.filter(({ user_id, nick }) => {
      const name = nick ?? this.world.state.users.get(user_id)?.username ?? ''
      return name.toLowerCase().startsWith(query ?? '')
    })
    const found = asked ? all.filter(({ user_id }) => asked.includes(user_id)) : named
    const limit = fields.integer('limit') ?? 0
    const sent = limit > 0 && !asked ? found.slice(0, limit) : found
    const chunkCount = Math.max(1, Math.ceil(sent.length / MEMBERS_IN_A_CHUNK))
    const nonce = fields.text('nonce')
    for (let index = 0; index < chunkCount; index += 1) {
      const chunk = sent.slice(index * MEMBERS_IN_A_CHUNK, (index + 1) * MEMBERS_IN_A_CHUNK)
      session.send('GUILD_MEMBERS_CHUNK', {
        guild_id: guildId,
        members: chunk.map((member) => memberView(this.world, member)),
        chunk_index: index,
        chunk_count: chunkCount,
        not_found: asked?.filter((id) => !guild.members.has(id)) ?? [],
        ...(nonce === undefined ? {} : { nonce }),
      })
    }
  }

  /** Op 7: asks every client to reconnect and resume. */
  reconnect(): void {
    for (const connection of this.connections) connection.tell(GatewayOpcodes.Reconnect)
  }

  /** Op 9: says that sessions are void; whether they may be resumed is up to the caller. */
  invalidateSession(isResumable: boolean): void {
    for (const connection of this.connections) {
      const { session } = connection
      if (session) {
        session.socket = undefined
        if (!isResumable) this.forget(session)
      }
      connection.release()
      connection.tell(GatewayOpcodes.InvalidSession, isResumable)
    }
  }

  /** Asks every client for a heartbeat now. */
  requestHeartbeat(): void {
    for (const connection of this.connections) connection.tell(GatewayOpcodes.Heartbeat)
  }

  /** Closes every socket with this code. Codes after which Discord allows no RESUME end the session. */
  close(code: number, reason = ''): void {
    for (const connection of [...this.connections]) {
      const endsSession = code < 4000 || [4003, 4004, 4007, 4010, 4011, 4012, 4013, 4014].includes(code)
      if (endsSession && connection.session) this.forget(connection.session)
      connection.socket.close(code, reason)
    }
  }

  /** Cuts every connection without a word. */
  terminate(): void {
    for (const connection of [...this.connections]) connection.socket.terminate()
  }

  /** Leaves heartbeats unanswered, until `resumeAcks`. */
  dropAcks(): void {
    this.acknowledges = false
  }

  resumeAcks(): void {
    this.acknowledges = true
  }

  /** Takes a guild away as Discord does in an outage: GUILD_DELETE with `unavailable`. */
  guildOutage(guildId: string): void {
    const guild = this.world.state.guilds.get(guildId)
    if (!guild) throw new DiscordError(10004)
    guild.unavailable = true
    this.world.publish({ event: 'GUILD_DELETE', data: { id: guildId, unavailable: true }, guildId })
  }

  /** Ends the outage: GUILD_CREATE again. */
  guildReturn(guildId: string): void {
    const guild = this.world.state.guilds.get(guildId)
    if (!guild) throw new DiscordError(10004)
    guild.unavailable = false
    for (const session of this.sessions.values()) if (session.owns(guildId)) this.#sendGuild(session, guildId)
  }

  stop(): void {
    this.faults.stop()
    this.terminate()
    this.#sockets.close()
  }

  #sendGuild(session: GatewaySession, guildId: string): void {
    const guild = this.world.state.guilds.get(guildId)
    if (!guild || (session.intents & GatewayIntentBits.Guilds) === 0) return
    const withMembers = (session.intents & GatewayIntentBits.GuildPresences) !== 0
    const large = guild.members.size > session.largeThreshold
    session.send('GUILD_CREATE', { ...guildCreateView(this.world, guild, withMembers && !large), large })
  }

  #guildsOf(session: GatewaySession) {
    const { application, guilds } = this.world.state
    return [...guilds.values()].filter(({ id, members }) => members.has(application.id) && session.owns(id))
  }

  #deliver(dispatch: Dispatch): void {
    if (!this.#botHears(dispatch)) return
    const botId = this.world.state.application.id
    for (const session of this.sessions.values()) {
      if (!session.wants(dispatch, botId)) continue
      if (dispatch.event === 'GUILD_CREATE' && dispatch.guildId !== null) this.#sendGuild(session, dispatch.guildId)
      else session.dispatch(dispatch, botId)
    }
  }

  #botMay(guild: Guild, permission: bigint): boolean {
    const bot = guild.members.get(this.world.state.application.id)
    return bot !== undefined && has(permissionsIn(guild, bot, this.world.clock.now()), permission)
  }

  /** Only guilds the bot is in (or is just being thrown out of), only channels it sees. */
  #botHears({ event, guildId, channelId }: Dispatch): boolean {
    const { state } = this.world
    if (guildId === null || event === 'GUILD_DELETE') return true
    const guild = state.guilds.get(guildId)
    if (!guild?.members.has(state.application.id) || guild.unavailable) return false
    if (event === 'GUILD_AUDIT_LOG_ENTRY_CREATE') return this.#botMay(guild, PermissionFlagsBits.ViewAuditLog)
    const channel = channelId === undefined ? undefined : state.channels.get(channelId)
    return !channel || maySee(this.world, state.application.id, channel)
  }
}
