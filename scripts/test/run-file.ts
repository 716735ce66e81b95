import { run } from 'node:test'

/** What came of a test file. */
export interface FileRun {
  readonly file: string
  readonly ms: number
  readonly passed: number
  readonly skipped: number
  readonly failures: readonly Failure[]
  /** What the file wrote to stdout and stderr. */
  readonly output: string
}

export interface Failure {
  /** The names of the test, outermost first, and its line. */
  readonly test: string
  readonly cause: unknown
}

const THE_FILE = 'the file itself'

/**
 * Runs one test file in a process of its own. One run each rather than one for all: node:test tells in the order of
 * the files, so a long one would keep the others silent, and its time limit does not end a process that hangs.
 */
export async function runFile(file: string, limitMs: number, stop: AbortSignal): Promise<FileRun> {
  const begun = performance.now()
  const tests = run({ files: [file], signal: AbortSignal.any([stop, AbortSignal.timeout(limitMs)]) })
  const names: string[] = []
  const running = new Map<number, string>()
  const failures: Failure[] = []
  const count = { passed: 0, skipped: 0 }
  let output = ''
  let isFinished = false

  tests.on('test:stdout', ({ message }) => (output += message))
  tests.on('test:stderr', ({ message }) => (output += message))
  tests.on('test:dequeue', ({ testId, name, file }) => name !== file && running.set(testId, name))
  tests.on('test:complete', ({ testId }) => running.delete(testId))
  tests.on('test:start', ({ name, nesting }) => names.splice(nesting, Number.POSITIVE_INFINITY, name))
  tests.on('test:pass', ({ skip, details }) => {
    if (details.type !== 'suite') count[skip === undefined ? 'passed' : 'skipped']++
  })
  tests.on('test:fail', ({ name, nesting, line, details }) => {
    const type = 'failureType' in details.error ? details.error.failureType : undefined
    const test = name === file ? THE_FILE : `${names.slice(0, nesting + 1).join(' › ')} (line ${line})`
    const cause =
      type === 'testAborted' ? unfinished([...running.values()]) : (details.error.cause ?? details.error.message)
    if (type !== 'subtestsFailed') failures.push({ test, cause })
  })
  tests.on('test:summary', (summary) => {
    if (summary.file !== undefined) isFinished = true
  })
  tests.resume()
  await new Promise((done, fail) => tests.once('end', done).once('error', fail))

  // A process that ends by itself, even with code 0, takes along the tests that had not run yet.
  if (!isFinished && failures.length === 0) failures.push({ test: THE_FILE, cause: 'ended before its tests did' })
  return { file, ms: performance.now() - begun, ...count, failures, output }
}

const unfinished = (running: readonly string[]) =>
  running.length > 0
    ? `had to be stopped in ${running.join(' › ')}`
    : 'had to be stopped: its tests had ended, but something is left open'
