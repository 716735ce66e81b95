/** One socket of a gateway client, from HELLO to close: what the client says and what it is answered. */
import { GatewayCloseCodes, GatewayOpcodes } from 'discord-api-types/v10'
import type { RawData, WebSocket } from 'ws'
import { DiscordError } from '../discord-error.ts'
import { Fields, isObject } from '../fields.ts'
import type { Json } from '../state/model.ts'
import { areGranted } from './intents.ts'
import type { GatewayServer } from './server.ts'
import type { GatewaySession } from './session.ts'

/** Limits of https://discord.com/developers/docs/events/gateway#rate-limiting. */
const LARGEST_FRAME = 4096
const SENDS = { limit: 120, windowMs: 60_000 }

const UNDECODABLE = 'Error while decoding payload.'

/** Ends the connection with this close code. */
class GatewayRefusal extends Error {
  readonly code: GatewayCloseCodes

  constructor(code: GatewayCloseCodes, reason: string) {
    super(reason)
    this.code = code
  }
}

export class GatewayConnection {
  readonly socket: WebSocket
  readonly #server: GatewayServer
  #session: GatewaySession | undefined
  #sends: number[] = []

  constructor(server: GatewayServer, socket: WebSocket) {
    this.#server = server
    this.socket = socket
    socket.on('message', (data) => this.#receive(data))
    socket.on('close', (code) => this.#closed(code))
    // `ws` reports broken frames and resets here and closes the socket itself.
    socket.on('error', () => socket.terminate())
    this.tell(GatewayOpcodes.Hello, { heartbeat_interval: server.heartbeatMs, _trace: ['simulator'] })
  }

  get session(): GatewaySession | undefined {
    return this.#session
  }

  /** Takes the session off this socket, which stays open for an IDENTIFY or RESUME. */
  release(): void {
    this.#session = undefined
  }

  tell(op: GatewayOpcodes, d: Json = null): void {
    this.socket.send(JSON.stringify({ op, d, s: null, t: null }))
  }

  #receive(data: RawData): void {
    try {
      this.#read(data.toString())
    } catch (error) {
      if (error instanceof GatewayRefusal) this.socket.close(error.code, error.message)
      // A field of the wrong type inside a known op.
      else if (error instanceof DiscordError) this.socket.close(GatewayCloseCodes.DecodeError, UNDECODABLE)
      else throw error
    }
  }

  #read(text: string): void {
    if (Buffer.byteLength(text) > LARGEST_FRAME)
      throw new GatewayRefusal(GatewayCloseCodes.DecodeError, 'Frame too large.')
    if (this.#sendsTooMuch()) throw new GatewayRefusal(GatewayCloseCodes.RateLimited, 'Rate limited.')
    const frame = parsed(text)
    if (!isObject(frame)) throw new GatewayRefusal(GatewayCloseCodes.DecodeError, UNDECODABLE)
    this.#handle(frame.op, frame.d ?? null)
  }

  #handle(op: Json | undefined, d: Json): void {
    switch (op) {
      case GatewayOpcodes.Heartbeat:
        this.#heartbeat(d)
        break
      case GatewayOpcodes.Identify:
        this.#identify(Fields.of(d))
        break
      case GatewayOpcodes.Resume:
        this.#resume(Fields.of(d))
        break
      case GatewayOpcodes.RequestGuildMembers:
        this.#server.sendMembers(this.#authenticated(), Fields.of(d))
        break
      // Presence and voice change nothing that this Discord shows.
      case GatewayOpcodes.PresenceUpdate:
      case GatewayOpcodes.VoiceStateUpdate:
        this.#authenticated()
        break
      default:
        throw new GatewayRefusal(GatewayCloseCodes.UnknownOpcode, 'Unknown opcode.')
    }
  }

  #authenticated(): GatewaySession {
    if (!this.#session) throw new GatewayRefusal(GatewayCloseCodes.NotAuthenticated, 'Not authenticated.')
    return this.#session
  }

  #heartbeat(d: Json): void {
    // Without a session there is nothing to compare with: a heartbeat may cross with an op 9.
    if (typeof d === 'number' && this.#session && d > this.#session.sequence) {
      throw new GatewayRefusal(GatewayCloseCodes.InvalidSeq, 'Invalid seq.')
    }
    this.#server.heartbeats += 1
    if (this.#server.acknowledges) this.tell(GatewayOpcodes.HeartbeatAck)
  }

  #identify(fields: Fields): void {
    this.#server.identifies += 1
    if (this.#session) throw new GatewayRefusal(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.')
    if (fields.text('token') !== this.#server.token) {
      throw new GatewayRefusal(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.')
    }
    const [index = 0, count = 1] = fields.integers('shard') ?? []
    if (index < 0 || index >= count) throw new GatewayRefusal(GatewayCloseCodes.InvalidShard, 'Invalid shard.')
    const intents = fields.required('intents', fields.integer('intents'))
    if (intents < 0 || intents >= 1 << 26)
      throw new GatewayRefusal(GatewayCloseCodes.InvalidIntents, 'Invalid intent(s).')
    if (!areGranted(intents, this.#server.world.state.application.flags)) {
      throw new GatewayRefusal(GatewayCloseCodes.DisallowedIntents, 'Disallowed intent(s).')
    }
    const largeThreshold = fields.integer('large_threshold', { min: 50, max: 250 }) ?? 50
    this.#session = this.#server.open({ intents, shard: [index, count], largeThreshold }, this.socket)
  }

  #resume(fields: Fields): void {
    this.#server.resumes += 1
    if (this.#session) throw new GatewayRefusal(GatewayCloseCodes.AlreadyAuthenticated, 'Already authenticated.')
    if (fields.text('token') !== this.#server.token) {
      throw new GatewayRefusal(GatewayCloseCodes.AuthenticationFailed, 'Authentication failed.')
    }
    const session = this.#server.sessions.get(fields.text('session_id') ?? '')
    const sequence = fields.required('seq', fields.integer('seq'))
    if (session && sequence > session.sequence) throw new GatewayRefusal(GatewayCloseCodes.InvalidSeq, 'Invalid seq.')
    session?.socket?.close(GatewayCloseCodes.SessionTimedOut, 'Session is on another socket.')
    if (session?.resume(this.socket, sequence)) this.#session = session
    else this.tell(GatewayOpcodes.InvalidSession, false)
  }

  #closed(code: number): void {
    this.#server.connections.delete(this)
    if (this.#session?.socket !== this.socket) return
    this.#session.socket = undefined
    // A client that says goodbye with 1000 or 1001 gives its session up.
    if (code === 1000 || code === 1001) this.#server.forget(this.#session)
  }

  #sendsTooMuch(): boolean {
    const now = this.#server.world.clock.now()
    this.#sends = [...this.#sends.filter((at) => now - at < SENDS.windowMs), now]
    return this.#sends.length > SENDS.limit
  }
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}
