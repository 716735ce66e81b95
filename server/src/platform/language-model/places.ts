import { ModelFailure } from './failure.ts'

/** So many work at once; a bounded number waits, as long as its time lasts. */
export class Places {
  readonly #mostWaiting: number
  readonly #waiting = new Set<() => void>()
  #free: number

  constructor(atOnce: number, mostWaiting: number) {
    this.#free = atOnce
    this.#mostWaiting = mostWaiting
  }

  /** @throws {ModelFailure} where the signal aborts before there is a place, or too many wait. */
  async within<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
    if (this.#free > 0) this.#free -= 1
    else await this.#turn(signal)
    return work().finally(() => {
      const [next] = this.#waiting
      if (next) next()
      else this.#free += 1
    })
  }

  async #turn(signal: AbortSignal): Promise<void> {
    const crowded = new ModelFailure('unavailable', 'too much is asked of the language model at once')
    if (signal.aborted || this.#waiting.size >= this.#mostWaiting) throw crowded
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const giveUp = () => {
      this.#waiting.delete(begin)
      reject(crowded)
    }
    const begin = () => {
      this.#waiting.delete(begin)
      signal.removeEventListener('abort', giveUp)
      resolve()
    }
    this.#waiting.add(begin)
    signal.addEventListener('abort', giveUp, { once: true })
    await promise
  }
}
