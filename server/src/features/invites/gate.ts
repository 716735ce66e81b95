/** Lets so many pieces of work through at once; the others wait in line, holding nothing. */
export class Gate {
  readonly #most: number
  readonly #waiting: (() => void)[] = []
  #inside = 0

  constructor(most: number) {
    this.#most = most
  }

  async pass<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#inside >= this.#most) await new Promise<void>((resolve) => this.#waiting.push(resolve))
    else this.#inside += 1
    return work().finally(() => {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#inside -= 1
    })
  }
}
