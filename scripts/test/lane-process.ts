// Runs the test files that it is sent, one after another: loading the program takes longer than most files do, and all of
// them share the modules. A file is over when its tests are and nothing is left open.
import { run } from 'node:test'
import { type Failure, type Progress, THE_FILE } from './outcome.ts'
import { tell } from './report.ts'

async function runFile(file: string): Promise<void> {
  const tests = run({ files: [file], isolation: 'none' })
  const names: string[] = []
  const running = new Map<number, string>()
  const failures: Failure[] = []
  const diagnostics: string[] = []
  const count = { passed: 0, skipped: 0 }
  let isWell = true
  const say = (endedWithBytes: number | null = null) =>
    process.send?.({ ...count, failures, running: [...running.values()], endedWithBytes } satisfies Progress)

  tests.on('test:dequeue', ({ testId, name }) => {
    running.set(testId, name)
    say()
  })
  tests.on('test:complete', ({ testId }) => running.delete(testId))
  tests.on('test:start', ({ name, nesting }) => names.splice(nesting, Number.POSITIVE_INFINITY, name))
  tests.on('test:pass', ({ skip, details }) => {
    if (details.type !== 'suite') count[skip === undefined ? 'passed' : 'skipped']++
    say()
  })
  tests.on('test:fail', ({ name, nesting, line, details }) => {
    const type = 'failureType' in details.error ? details.error.failureType : undefined
    const test = name === file ? THE_FILE : `${names.slice(0, nesting + 1).join(' › ')} (line ${line})`
    if (type !== 'subtestsFailed') failures.push({ test, cause: tell(details.error.cause ?? details.error.message) })
    say()
  })
  tests.on('test:diagnostic', ({ message }) => diagnostics.push(message))
  tests.on('test:summary', ({ success }) => (isWell = success))
  tests.resume()
  await new Promise((done, fail) => tests.once('end', done).once('error', fail))

  // What fails when no test runs is told only so.
  if (!isWell && failures.length === 0) failures.push({ test: THE_FILE, cause: diagnostics.join('\n') })
  say(process.memoryUsage.rss())
}

process.on('message', async (file: string) => {
  // What the file leaves open keeps the process from ending; the connection to the runner must not.
  process.channel?.unref()
  await runFile(file)
  process.channel?.ref()
})
