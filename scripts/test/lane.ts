import { type ChildProcess, fork } from 'node:child_process'
import { setImmediate } from 'node:timers/promises'
import { type Outcome, type Progress, THE_FILE } from './outcome.ts'

/** What came of a test file. */
export interface FileRun extends Outcome {
  readonly file: string
  readonly ms: number
  /** What the file wrote to stdout and stderr. */
  readonly output: string
}

const PROCESS = new URL('./lane-process.ts', import.meta.url)
/** Modules stay loaded, and with them what they hold: a process that has grown so big is replaced. */
const FULL_BYTES = 1024 ** 3

/** Runs test files, one at a time, in a process that outlasts them unless one of them takes it along. */
export class Lane implements Disposable {
  #process: ChildProcess | null = null

  /** A file that takes longer than the limit is ended, and so is any when `stop` says so. */
  async run(file: string, limitMs: number, stop: AbortSignal): Promise<FileRun> {
    const begun = performance.now()
    this.#process ??= fork(PROCESS, { stdio: 'pipe' })
    const { stdout, stderr } = this.#process
    let output = ''
    const hear = (text: Buffer) => (output += text)
    for (const stream of [stdout, stderr]) stream?.on('data', hear)
    const outcome = await this.#outcome(this.#process, file, AbortSignal.any([stop, AbortSignal.timeout(limitMs)]))
    // What it printed last may be read after its last message.
    await setImmediate()
    for (const stream of [stdout, stderr]) stream?.off('data', hear)
    return { file, ms: performance.now() - begun, ...outcome, output }
  }

  #outcome(lane: ChildProcess, file: string, signal: AbortSignal): Promise<Outcome> {
    let last: Progress = { passed: 0, skipped: 0, failures: [], running: [], endedWithBytes: null }
    const kill = () => lane.kill('SIGKILL')
    return new Promise((done) => {
      const hear = (progress: Progress) => {
        last = progress
        if (last.endedWithBytes !== null) end()
        if (Number(last.endedWithBytes) > FULL_BYTES) this[Symbol.dispose]()
      }
      const end = () => {
        lane.off('message', hear).off('exit', exit)
        signal.removeEventListener('abort', kill)
        done(last)
      }
      const exit = () => {
        this.#process = null
        const cause = signal.aborted ? unfinished(last.running) : 'ended before its tests did'
        last = { ...last, failures: [...last.failures, { test: THE_FILE, cause }] }
        end()
      }
      lane.on('message', hear).on('exit', exit)
      signal.addEventListener('abort', kill)
      lane.send(file)
    })
  }

  [Symbol.dispose](): void {
    this.#process?.disconnect()
    this.#process = null
  }
}

const unfinished = (running: readonly string[]) =>
  running.length > 0
    ? `had to be stopped in ${running.join(' › ')}`
    : 'had to be stopped: its tests had ended, but something is left open'
