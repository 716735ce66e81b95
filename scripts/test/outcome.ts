/** What came of the tests of a file. */
export interface Outcome {
  readonly passed: number
  readonly skipped: number
  readonly failures: readonly Failure[]
}

export interface Failure {
  /** The names of the test, outermost first, and its line. */
  readonly test: string
  /** As people read it. */
  readonly cause: string
}

/** What stands for the names of a test where none of them is to blame. */
export const THE_FILE = 'the file itself'

/** What the process of a lane tells of its file while that runs, and at its end. */
export interface Progress extends Outcome {
  /** The tests that have begun. */
  readonly running: readonly string[]
  /** What the process holds in memory; null while the file runs. */
  readonly endedWithBytes: number | null
}
