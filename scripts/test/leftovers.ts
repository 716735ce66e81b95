import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'

/** How long a process may take to end after the test that started it. */
const GRACE_MS = 3000
const MARK = 'ALPHAPY_TEST_RUN'

interface Process {
  readonly pid: number
  readonly command: string
}

/** Marks every process begun from now on, through any number of generations, by a variable that they inherit. */
export function markDescendants(): { left(): Promise<Process[]> } {
  process.env[MARK] = randomUUID()
  const mark = `${MARK}=${process.env[MARK]}`
  return {
    /** Those that still run when all of them have had time to end. Linux tells; elsewhere none are found. */
    async left() {
      for (let passed = 0; marked(mark).length > 0 && passed < GRACE_MS; passed += 100) await sleep(100)
      return marked(mark)
    },
  }
}

function marked(mark: string): Process[] {
  if (process.platform !== 'linux') return []
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => readProc(pid, 'environ').split('\0').includes(mark))
    .map((pid) => ({ pid: Number(pid), command: readProc(pid, 'cmdline').replaceAll('\0', ' ').trim() }))
}

/** Empty for a process that has ended meanwhile or belongs to somebody else. */
function readProc(pid: string, what: string): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8')
  } catch (error) {
    if (
      error instanceof Error &&
      'code' in error &&
      ['ENOENT', 'ESRCH', 'EACCES', 'EPERM'].includes(String(error.code))
    ) {
      return ''
    }
    throw error
  }
}
