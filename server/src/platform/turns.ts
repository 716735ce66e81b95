/** Lets work through one after the other, by key. Whoever waits holds nothing meanwhile, above all no connection. */
export class Turns<Key> {
  readonly #last = new Map<Key, Promise<unknown>>()

  async take<Result>(key: Key, work: () => Promise<Result>): Promise<Result> {
    const before = this.#last.get(key)
    const turn = Promise.allSettled([before]).then(work)
    this.#last.set(key, turn)
    try {
      return await turn
    } finally {
      if (this.#last.get(key) === turn) this.#last.delete(key)
    }
  }
}
