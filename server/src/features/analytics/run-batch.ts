import type { CommandRun } from '../../platform/discord/command-run.ts'

/** Some hours of a busy bot: enough to outlast an outage of the database. */
const MOST = 10_000

/**
 * Runs of commands that are not in the database yet, oldest first. While the database is away they wait here; when
 * there are more than it holds, the oldest are given up and counted as lost.
 */
export class RunBatch {
  readonly #waiting = new Set<CommandRun>()
  readonly #most: number
  #lost = 0

  constructor(most = MOST) {
    this.#most = most
  }

  get size(): number {
    return this.#waiting.size
  }

  get lost(): number {
    return this.#lost
  }

  add(run: CommandRun): void {
    this.#waiting.add(run)
    const [oldest] = this.#waiting
    if (this.#waiting.size <= this.#most || !oldest) return
    this.#waiting.delete(oldest)
    this.#lost += 1
  }

  /** The oldest; they stay until they are known to be written. */
  oldest(count: number): CommandRun[] {
    return this.#waiting.values().take(count).toArray()
  }

  written(runs: readonly CommandRun[]): void {
    for (const run of runs) {
      // Given up while it was being written: not lost after all.
      if (!this.#waiting.delete(run)) this.#lost -= 1
    }
  }
}
