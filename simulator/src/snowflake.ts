/** Discord's ids: milliseconds since 2015 in the upper 42 bits (https://discord.com/developers/docs/reference#snowflakes). */
import type { SimulatorClock } from './clock.ts'

const EPOCH_MS = 1_420_070_400_000n

/** Hands out ids that grow, at most 2^22 in a millisecond before they run ahead of the clock. */
export class Snowflakes {
  readonly #clock: SimulatorClock
  #last = 0n

  constructor(clock: SimulatorClock) {
    this.#clock = clock
  }

  next(): string {
    const now = (BigInt(Math.floor(this.#clock.now())) - EPOCH_MS) << 22n
    this.#last = now > this.#last ? now : this.#last + 1n
    return String(this.#last)
  }
}

/** The first id of that millisecond. */
export function snowflakeAt(ms: number): string {
  return String((BigInt(Math.floor(ms)) - EPOCH_MS) << 22n)
}

/** Milliseconds since 1970 at which the id was made. */
export function madeAtMs(id: string): number {
  return Number((BigInt(id) >> 22n) + EPOCH_MS)
}
