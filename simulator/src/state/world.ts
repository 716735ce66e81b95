/** The state together with what changes it needs: a clock, new ids, and somebody to tell. */
import type { SimulatorClock } from '../clock.ts'
import { Snowflakes } from '../snowflake.ts'
import type { Message } from './model.ts'
import type { State } from './state.ts'

/** One gateway event, before it is filtered for a session. */
export interface Dispatch {
  readonly event: string
  readonly data: object
  /** Null for what happens outside guilds. */
  readonly guildId: string | null
  /** Sent only where the bot can see this channel. */
  readonly channelId?: string
}

export class World {
  readonly state: State
  readonly clock: SimulatorClock
  /** Address of the simulator, for the links of attachments. */
  origin = 'http://127.0.0.1'
  /** Names of channels that Discord's word filter does not let pass. */
  readonly refusedNames: RegExp[] = []
  /** How long a nonce is remembered. Discord says "the past few minutes" without a number. */
  readonly nonceWindowMs: number
  readonly #ids: Snowflakes
  readonly #onDispatch = new Set<(dispatch: Dispatch) => void>()
  readonly #onMessage = new Set<(message: Message) => void>()
  readonly #onChange = new Set<() => void>()

  constructor(state: State, clock: SimulatorClock, nonceWindowMs: number) {
    this.state = state
    this.clock = clock
    this.nonceWindowMs = nonceWindowMs
    this.#ids = new Snowflakes(clock)
  }

  nextId(): string {
    return this.#ids.next()
  }

  publish(dispatch: Dispatch): void {
    for (const listener of this.#onDispatch) listener(dispatch)
    this.changed()
  }

  /** Says that something moved which the gateway does not tell, like the answer to an interaction. */
  changed(): void {
    for (const listener of [...this.#onChange]) listener()
  }

  /** Tells who watches that a message now exists, ephemeral or not. */
  announce(message: Message): void {
    for (const listener of this.#onMessage) listener(message)
  }

  onDispatch(listener: (dispatch: Dispatch) => void): () => void {
    this.#onDispatch.add(listener)
    return () => this.#onDispatch.delete(listener)
  }

  onMessage(listener: (message: Message) => void): () => void {
    this.#onMessage.add(listener)
    return () => this.#onMessage.delete(listener)
  }

  onChange(listener: () => void): () => void {
    this.#onChange.add(listener)
    return () => this.#onChange.delete(listener)
  }
}
