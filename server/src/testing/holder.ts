import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('./database-holder.ts', import.meta.url))

/** Another process that holds an embedded database, or was refused it. */
export interface Holder extends AsyncDisposable {
  readonly child: ChildProcess
  readonly url: string
  readonly refusal: string
  /** What it logged so far. */
  log(): string
}

/** Starts a process that holds the database of the folder until it is told to stop (SIGTERM) or killed. */
export async function holdDatabase(dataDir: string, user: { uid?: number; gid?: number } = {}): Promise<Holder> {
  const child = beginHolding(dataDir, user)
  let log = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text) => (log += text))
  const [answer] = await Promise.race([once(child, 'message'), once(child, 'exit')])
  if (typeof answer !== 'object') throw new Error(`The holder ended: ${log}`)
  return {
    child,
    url: answer.url ?? '',
    refusal: answer.refusal ?? '',
    log: () => log,
    [Symbol.asyncDispose]: () => endProcess(child, 'SIGTERM'),
  }
}

/** Starts it without waiting for the database. */
export function beginHolding(dataDir: string, user: { uid?: number; gid?: number } = {}): ChildProcess {
  return fork(PROGRAM, [dataDir], { ...user, execArgv: [], cwd: '/', stdio: ['ignore', 'pipe', 'pipe', 'ipc'] })
}

/** Ends the process by the signal, and returns once it is gone. */
export async function endProcess(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exited = once(child, 'exit')
  child.kill(signal)
  await exited
}
