import { relative } from 'node:path'
import type { run } from 'node:test'
import { inspect } from 'node:util'

const SLOWEST = 5

/** What a test file has told so far. */
interface FileRun {
  /** The names of the test that speaks, outermost first. */
  readonly names: string[]
  readonly failures: string[]
  readonly output: string[]
  ms: number
  isFinished: boolean
}

export interface Outcome {
  readonly failed: number
  /** Of each file that ran to its end. */
  readonly milliseconds: Readonly<Record<string, number>>
}

/** Prints a line for each file as it ends, all that is known about failures, and a summary with the slowest files. */
export async function report(root: string, files: readonly string[], tests: ReturnType<typeof run>): Promise<Outcome> {
  const begun = performance.now()
  const runs = new Map<string, FileRun>(files.map((file) => [file, newRun()]))
  const runOf = (file = '') => runs.getOrInsertComputed(file, newRun)
  const total = { passed: 0, skipped: 0 }

  tests.on('test:start', ({ file, name, nesting }) => runOf(file).names.splice(nesting, Infinity, name))
  tests.on('test:stdout', ({ file, message }) => runOf(file).output.push(message))
  tests.on('test:stderr', ({ file, message }) => runOf(file).output.push(message))
  tests.on('test:pass', ({ skip, details }) => {
    if (details.type !== 'suite') total[skip === undefined ? 'passed' : 'skipped']++
  })
  tests.on('test:fail', ({ file, name, nesting, line, details }) => {
    const { cause, failureType } = failureOf(details.error)
    if (failureType === 'subtestsFailed') return
    const of = runOf(file)
    const where = name === file ? 'the file itself' : `${of.names.slice(0, nesting + 1).join(' › ')} (line ${line})`
    of.failures.push(`${where}\n${indent(told(cause))}`)
  })
  tests.on('test:summary', ({ file, counts, duration_ms }) => {
    if (file === undefined) return
    const of = Object.assign(runOf(file), { ms: duration_ms, isFinished: true })
    console.log(fileLine(relative(root, file), of, counts.tests))
  })
  tests.resume()
  await new Promise((done, fail) => tests.once('end', done).once('error', fail))

  for (const [file, of] of runs)
    if (!of.isFinished && files.includes(file)) console.log(brokenOff(relative(root, file), of))
  const failures = [...runs.values()].flatMap((of) => of.failures)
  console.log(
    `\n${total.passed} passed, ${failures.length} failed, ${total.skipped} skipped in ${files.length} files, ${seconds(performance.now() - begun)}`,
  )
  const slowest = [...runs].toSorted(([, a], [, b]) => b.ms - a.ms).slice(0, SLOWEST)
  console.log(`Slowest: ${slowest.map(([file, { ms }]) => `${relative(root, file)} ${seconds(ms)}`).join(', ')}`)
  const finished = [...runs].filter(([, of]) => of.isFinished)
  return { failed: failures.length, milliseconds: Object.fromEntries(finished.map(([file, { ms }]) => [file, ms])) }
}

const newRun = (): FileRun => ({ names: [], failures: [], output: [], ms: 0, isFinished: false })
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
const indent = (text: string) => text.trimEnd().replaceAll(/^/gm, '      ')

/** node:test wraps what a test threw and says in its own words why it failed. */
function failureOf(error: Error): { readonly cause: unknown; readonly failureType: unknown } {
  return { cause: error.cause ?? error.message, failureType: 'failureType' in error ? error.failureType : undefined }
}

/** Without the test runner's own frames; an assertion's message says already what its properties repeat. */
function told(cause: unknown): string {
  if (typeof cause === 'string') return cause
  const isAssertion = cause instanceof Error && 'code' in cause && cause.code === 'ERR_ASSERTION'
  const text = isAssertion ? (cause.stack ?? cause.message) : inspect(cause)
  return text.replaceAll(/\n\s+at [^\n]*\bnode:internal\/[^\n]*/g, '')
}

function fileLine(path: string, { ms, failures, output }: FileRun, tests: number): string {
  const head = `${failures.length > 0 ? '✖' : '✔'} ${path}  ${tests} tests, ${seconds(ms)}`
  if (failures.length === 0) return head
  const printed = output.length > 0 ? [`    it printed\n${indent(output.join(''))}`] : []
  return [head, ...failures.map((failure) => `    ✖ ${failure}`), ...printed].join('\n')
}

/** A process that ends by itself, even with code 0, takes along the tests that had not run yet. */
function brokenOff(path: string, of: FileRun): string {
  if (of.failures.length === 0) of.failures.push('the file itself\n      ended before its tests did')
  return fileLine(path, of, 0)
}
