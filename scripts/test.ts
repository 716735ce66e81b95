// `npm test`: every *.test.ts of the project. `npm test -- reminders clock` runs the files with one of these words in
// their path. `npm run test:browser` does the same with the *.browser.ts, which need Chromium. Fails when a test fails, when nothing matches, and when a test leaves a process behind.
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { dirname, join } from 'node:path'
import { globalSetup, globalTeardown } from '../server/src/testing/global-setup.ts'
import { projectRoot } from './source/modules.ts'
import { type FileRun, Lane } from './test/lane.ts'
import { markDescendants } from './test/leftovers.ts'
import { fileReport, summary } from './test/report.ts'

/** A file that takes longer hangs, also on a slow machine at full length. */
const LONGEST_MS = 1_200_000
const CACHE = join(projectRoot, 'node_modules/.cache/alphapy')
const DURATIONS = join(CACHE, 'test-durations.json')

function testFiles(kind: 'test' | 'browser', words: readonly string[]): string[] {
  return globSync(`{server,simulator,scripts}/**/*.${kind}.ts`, {
    cwd: projectRoot,
    exclude: (name) => name === 'node_modules',
  })
    .filter((path) => words.length === 0 || words.some((word) => path.includes(word)))
    .map((path) => join(projectRoot, path))
}

/** How long each file took last time, by path. */
function knownDurations(): Record<string, number> {
  return globSync(DURATIONS).length > 0 ? JSON.parse(readFileSync(DURATIONS, 'utf8')) : {}
}

function keepDurations(durations: Record<string, number>): void {
  mkdirSync(dirname(DURATIONS), { recursive: true })
  writeFileSync(DURATIONS, JSON.stringify(durations))
}

async function runTests(files: readonly string[], stop: AbortSignal): Promise<boolean> {
  const begun = performance.now()
  const durations = knownDurations()
  const duration = (file: string) => durations[file] ?? Number.POSITIVE_INFINITY
  // The longest first, and new ones before them: so none of the processors waits at the end.
  const waiting = files.toSorted((a, b) => duration(b) - duration(a) || a.localeCompare(b))
  const runs: FileRun[] = []
  // All lanes compile the same modules: https://nodejs.org/api/module.html#module-compile-cache
  process.env.NODE_COMPILE_CACHE ??= join(CACHE, 'compiled')
  const runLane = async () => {
    using lane = new Lane()
    for (let file = waiting.shift(); file !== undefined && !stop.aborted; file = waiting.shift()) {
      const run = await lane.run(file, LONGEST_MS, stop)
      runs.push(run)
      console.log(fileReport(projectRoot, run))
    }
  }

  await globalSetup()
  const descendants = markDescendants()
  // One more than processors: a file often waits for its database.
  await Promise.all(Array.from({ length: availableParallelism() + 1 }, runLane))
  const left = await descendants.left()
  for (const { pid, command } of left) {
    console.log(`✖ a test left process ${pid} behind: ${command}`)
    process.kill(pid, 'SIGKILL')
  }
  await globalTeardown()

  console.log(`\n${summary(projectRoot, runs, performance.now() - begun)}`)
  keepDurations({ ...durations, ...Object.fromEntries(runs.map(({ file, ms }) => [file, ms])) })
  return runs.every(({ failures }) => failures.length === 0) && left.length === 0 && !stop.aborted
}

const given = process.argv.slice(2)
const words = given.filter((word) => word !== '--browser')
const files = testFiles(given.includes('--browser') ? 'browser' : 'test', words)
const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop.abort())

if (files.length === 0) console.log(`No test file has in its path: ${words.join(', ')}`)
process.exitCode = files.length > 0 && (await runTests(files, stop.signal)) ? 0 : 1
