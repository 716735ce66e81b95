import { execFile } from 'node:child_process'
import { readFile, readlink, realpath, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { isAlive } from './embedded-home.ts'

const run = promisify(execFile)

/** PostgreSQL's main process, as its postmaster.pid tells. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** Whether it accepts connections; otherwise it is starting, recovering or stopping. */
  readonly ready: boolean
}

/** The process that serves this cluster now, whoever started it. */
export async function runningPostmaster(data: string): Promise<Postmaster | null> {
  const written = await readPidFile(data)
  return written && (await serves(written.pid, data)) ? written : null
}

/**
 * Takes away a postmaster.pid whose process id now belongs to some other program; PostgreSQL would take that for a
 * running server and refuse to start. One whose process is gone it takes away itself.
 */
export async function removeStalePidFile(data: string): Promise<boolean> {
  const file = join(data, 'postmaster.pid')
  const written = await readPidFile(data)
  if (!written || (await serves(written.pid, data))) return false
  const aside = `${file}.${process.pid}.stale`
  const moved = await rename(file, aside).then(
    () => true,
    () => false,
  )
  if (!moved) return false
  // Another starter may have put a fresh file in place since it was read: then it goes back.
  const fresh = Number.parseInt(await readFile(aside, 'utf8'), 10) !== written.pid
  await (fresh ? rename(aside, file) : rm(aside))
  return !fresh
}

/** Its lines: https://www.postgresql.org/docs/18/storage-file-layout.html and src/include/utils/pidfile.h */
async function readPidFile(data: string): Promise<Postmaster | null> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')
  const [pid, , , port, , , , status] = text.split('\n')
  return Number(pid) ? { pid: Number(pid), port: Number(port), ready: status?.trim() === 'ready' } : null
}

/** A postmaster works inside its data folder; after a reboot the same id may be anyone's, even another cluster's. */
async function serves(pid: number, data: string): Promise<boolean> {
  if (process.platform === 'linux') {
    const folder = await readlink(`/proc/${pid}/cwd`).catch(() => null)
    return folder !== null && folder === (await realpath(data))
  }
  if (process.platform === 'win32') return isAlive(pid)
  const { stdout } = await run('ps', ['-o', 'command=', '-p', String(pid)]).catch(() => ({ stdout: '' }))
  return stdout.includes(data)
}
