// `npm run check`: everything that can be said about the source without running the program. One line for each check,
// and what a failed one has to say. Fails when any of them does.
import { spawn } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { text } from 'node:stream/consumers'
import { projectRoot } from './source/modules.ts'

interface Check {
  readonly name: string
  /** A script for Node and its arguments, from the root of the project. */
  readonly script: readonly string[]
  /** What it prints is worth reading even when nothing is wrong. */
  readonly isTold?: boolean
}

const CACHE = 'node_modules/.cache/alphapy'

/** The longest first: so the short ones fill the gaps. */
const CHECKS: readonly Check[] = [
  {
    name: 'types',
    script: ['node_modules/typescript/bin/tsc', '--incremental', '--tsBuildInfoFile', `${CACHE}/tsc.tsbuildinfo`],
  },
  { name: 'lint and format', script: ['node_modules/@biomejs/biome/bin/biome', 'check', '--diagnostic-level=warn'] },
  { name: 'database types', script: ['scripts/db-types.ts', '--check'] },
  { name: 'client', script: ['client/generate.ts', '--check'] },
  { name: 'dead code', script: ['node_modules/knip/bin/knip.js', '--no-progress'] },
  { name: 'architecture', script: ['--test', '--test-reporter=dot', 'server/src/architecture.test.ts'] },
  { name: 'budgets', script: ['scripts/budgets.ts'], isTold: true },
]

/** Whether it is well. */
async function run({ name, script, isTold = false }: Check): Promise<boolean> {
  const begun = performance.now()
  const child = spawn(process.execPath, script, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number>((done, fail) => child.on('error', fail).on('close', (code) => done(code ?? 1)))
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended])
  const seconds = ((performance.now() - begun) / 1000).toFixed(1)
  console.log(`${code === 0 ? '✔' : '✖'} ${name.padEnd(16)}${seconds.padStart(6)} s`)
  const said = (out + err).trimEnd()
  if ((code !== 0 || isTold) && said) console.log(said.replaceAll(/^/gm, '    '))
  return code === 0
}

async function runAll(): Promise<boolean> {
  const waiting = [...CHECKS]
  const results: boolean[] = []
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results.push(await run(next))
  }
  await Promise.all(Array.from({ length: Math.max(2, availableParallelism()) }, lane))
  return results.every(Boolean)
}

process.exitCode = (await runAll()) ? 0 : 1
