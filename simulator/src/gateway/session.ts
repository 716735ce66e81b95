/** One gateway session: what its client asked for, what it was sent, and the socket it is on, if it is on one. */
import { GatewayOpcodes } from 'discord-api-types/v10'
import type { WebSocket } from 'ws'
import type { Dispatch } from '../state/world.ts'
import { isWanted, readable } from './intents.ts'

export interface Identified {
  readonly id: string
  readonly intents: number
  readonly shard: readonly [number, number]
  readonly largeThreshold: number
}

interface Sent {
  readonly sequence: number
  readonly frame: string
}

/** Events kept for RESUME; a client that missed more must identify again. */
const REPLAYED_AT_MOST = 10_000

export class GatewaySession {
  readonly id: string
  readonly intents: number
  /** Index and count. */
  readonly shard: readonly [number, number]
  readonly largeThreshold: number
  socket: WebSocket | undefined
  /** Once false, RESUME is answered with op 9. */
  isResumable = true
  #sequence = 0
  #sent: Sent[] = []

  constructor({ id, intents, shard, largeThreshold }: Identified) {
    this.id = id
    this.intents = intents
    this.shard = shard
    this.largeThreshold = largeThreshold
  }

  /** Number of the last event. */
  get sequence(): number {
    return this.#sequence
  }

  get isConnected(): boolean {
    return this.socket !== undefined
  }

  /** Guilds go to the shard of their id, everything else to the first one. */
  owns(guildId: string | null): boolean {
    const [index, count] = this.shard
    return guildId === null ? index === 0 : Number((BigInt(guildId) >> 22n) % BigInt(count)) === index
  }

  wants(dispatch: Dispatch, botId: string): boolean {
    return this.isResumable && this.owns(dispatch.guildId) && isWanted(this.intents, dispatch, botId)
  }

  /** Sends the event now, or on RESUME. */
  dispatch(dispatch: Dispatch, botId: string): void {
    this.send(dispatch.event, readable(this.intents, dispatch, botId))
  }

  send(event: string, data: object): void {
    this.#sequence += 1
    const frame = JSON.stringify({ op: GatewayOpcodes.Dispatch, t: event, s: this.#sequence, d: data })
    this.#sent.push({ sequence: this.#sequence, frame })
    if (this.#sent.length > REPLAYED_AT_MOST) this.#sent = this.#sent.slice(-REPLAYED_AT_MOST / 2)
    this.socket?.send(frame)
  }

  /** Puts the session on a new socket and repeats what came after `sequence`; false when that is not known any more. */
  resume(socket: WebSocket, sequence: number): boolean {
    const oldest = this.#sent[0]?.sequence ?? this.#sequence + 1
    if (!this.isResumable || sequence < oldest - 1) return false
    this.socket = socket
    for (const sent of this.#sent) if (sent.sequence > sequence) socket.send(sent.frame)
    this.send('RESUMED', { _trace: ['simulator'] })
    return true
  }
}
