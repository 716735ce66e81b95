import { relative } from 'node:path'
import { inspect } from 'node:util'
import type { FileRun } from './lane.ts'

const SLOWEST = 5

/** One line for a file that passed; for one that failed also each failure and what the file printed. */
export function fileReport(root: string, { file, ms, passed, skipped, failures, output }: FileRun): string {
  const isWell = failures.length === 0
  const count = passed + skipped + failures.length
  const head = `${isWell ? '✔' : '✖'} ${relative(root, file)}  ${count} tests, ${seconds(ms)}`
  if (isWell) return head
  const told = failures.map(({ test, cause }) => `    ✖ ${test}\n${indent(cause)}`)
  return [head, ...told, ...(output ? [`    it printed\n${indent(output)}`] : [])].join('\n')
}

/** How many of each, how long all of it took, and which files took longest. */
export function summary(root: string, runs: readonly FileRun[], ms: number): string {
  const total = (count: (run: FileRun) => number) => runs.reduce((sum, run) => sum + count(run), 0)
  const [passed, failed] = [total((run) => run.passed), total((run) => run.failures.length)]
  const slowest = runs.toSorted((a, b) => b.ms - a.ms).slice(0, SLOWEST)
  return [
    `${passed} passed, ${failed} failed, ${total((run) => run.skipped)} skipped in ${runs.length} files, ${seconds(ms)}`,
    `Slowest: ${slowest.map((run) => `${relative(root, run.file)} ${seconds(run.ms)}`).join(', ')}`,
  ].join('\n')
}

const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
const indent = (text: string) => text.trimEnd().replaceAll(/^/gm, '      ')

/** Without the test runner's own frames; an assertion's message says already what its properties repeat. */
export function tell(cause: unknown): string {
  if (typeof cause === 'string') return cause
  // `await using` throws a SuppressedError when disposing fails after the test did; printed, it hides both.
  if (cause instanceof Error && 'suppressed' in cause && 'error' in cause) {
    return `${tell(cause.suppressed)}\nand then, disposing of what it used:\n${tell(cause.error)}`
  }
  const isAssertion = cause instanceof Error && 'code' in cause && cause.code === 'ERR_ASSERTION'
  const text = isAssertion ? (cause.stack ?? cause.message) : inspect(cause)
  return text.replaceAll(/\n\s+at [^\n]*\bnode:internal\/[^\n]*/g, '')
}
