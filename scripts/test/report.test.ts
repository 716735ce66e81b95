import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'

const LEFTOVERS = new URL('./leftovers.ts', import.meta.url).href

/** What a program prints that is not itself a child of this test run. `planted` is the source of a test file beside it. */
function printed(program: string, planted = ''): string {
  const folder = mkdtempSync(join(tmpdir(), 'alphapy-report-'))
  writeFileSync(join(folder, 'planted.test.ts'), planted)
  writeFileSync(join(folder, 'program.mjs'), program)
  const { NODE_TEST_CONTEXT: _, ...env } = process.env
  const { stdout, stderr } = spawnSync(process.execPath, ['program.mjs'], { cwd: folder, env, encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  assert.equal(stderr, '')
  return stdout
}

/** The report on one test file of this source. */
function reportOn(source: string, limitMs = 60_000): string {
  const program = `
    import { fileReport, summary } from '${new URL('./report.ts', import.meta.url).href}'
    import { Lane } from '${new URL('./lane.ts', import.meta.url).href}'
    using lane = new Lane()
    const run = await lane.run(process.cwd() + '/planted.test.ts', ${limitMs}, new AbortController().signal)
    console.log(fileReport(process.cwd(), run))
    console.log(summary(process.cwd(), [run], 1500))`
  return printed(
    program,
    `import assert from 'node:assert/strict'; import { describe, test } from 'node:test'\n${source}`,
  )
}

describe('the report', () => {
  test('has one line for a file that passes, and keeps what it printed to itself', () => {
    const out = reportOn(`console.log('noise'); test('a', () => {}); test('b', { skip: 'later' }, () => {})`)
    assert.match(out, /^✔ planted\.test\.ts {2}2 tests, \d+\.\d s\n1 passed, 0 failed, 1 skipped in 1 files, 1.5 s\n/)
    assert.match(out, /\nSlowest: planted\.test\.ts \d+\.\d s\n$/)
  })

  test('names a failure from the outside in, with its line, its message and what the file printed', () => {
    const out = reportOn(
      `console.log('noise')\ndescribe('outer', () => {\n  test('inner', () => assert.equal(1, 2))\n})`,
    )
    assert.match(out, /^✖ planted\.test\.ts {2}1 tests/)
    assert.match(out, /✖ outer › inner \(line 4\)\n.*Expected values to be strictly equal/)
    assert.match(out, /it printed\n\s+noise/)
    assert.match(out, / 1 failed, /)
  })

  test('tells both why a test failed and why disposing after it did', () => {
    const out = reportOn(`test('a', () => {
      using thing = { [Symbol.dispose]() { throw new Error('in disposing') } }
      throw new Error('in the test')
    })`)
    assert.match(out, /Error: in the test\n[\s\S]*and then, disposing of what it used:\n +Error: in disposing/)
  })

  test('counts a file that cannot be loaded', () => {
    const out = reportOn(`import './missing.ts'`)
    assert.match(out, /✖ the file itself\n[\s\S]*Cannot find module/)
    assert.match(out, / 1 failed, /)
  })

  test('counts a file whose process ends well before its tests do', () => {
    const out = reportOn(`test('a', () => process.exit(0)); test('b', () => {})`)
    assert.match(out, /ended before its tests did/)
    assert.match(out, / 1 failed, /)
  })

  test('counts what fails while no test runs', () => {
    const out = reportOn(`test('a', () => { setTimeout(() => Promise.reject(new Error('late')), 100) })`)
    assert.match(out, /✖ the file itself\n.*"Error: late" and would have caused the test to fail/)
    assert.match(out, /1 passed, 1 failed, /)
  })

  test('stops a file at the limit and names the test that hangs', () => {
    const out = reportOn(`test('a', () => {}); test('hangs', () => new Promise((done) => setTimeout(done, 1e6)))`, 2000)
    assert.match(out, /✖ the file itself\n +had to be stopped in hangs\n/)
    assert.match(out, /1 passed, 1 failed, /)
  })

  test('stops a file that leaves something open, though all its tests passed', () => {
    const out = reportOn(`test('a', () => { setInterval(() => {}, 1e6) })`, 2000)
    assert.match(out, /✖ the file itself\n +had to be stopped: its tests had ended, but something is left open/)
    assert.match(out, /1 passed, 1 failed, /)
  })
})

describe('a lane', () => {
  const inOneLane = (...sources: string[]) =>
    printed(`
      import { writeFileSync } from 'node:fs'
      import { Lane } from '${new URL('./lane.ts', import.meta.url).href}'
      using lane = new Lane()
      for (const [number, source] of ${JSON.stringify(sources)}.entries()) {
        const file = process.cwd() + '/' + number + '.test.mjs'
        writeFileSync(file, source)
        const { passed, failures, output } = await lane.run(file, 60_000, new AbortController().signal)
        console.log(passed, failures.length, output.trim())
      }`)

  test('runs its files in one process, each with its own tests, hooks and output', () => {
    const file = `
      import { after, test } from 'node:test'
      after(() => console.log('after', globalThis.before ?? 'nothing'))
      test('a', () => { globalThis.before = (globalThis.before ?? '') + 'a' })`
    assert.equal(inOneLane(file, file), '1 0 after a\n1 0 after aa\n')
  })

  test('goes on in a new process when a file took the old one along', () => {
    const out = inOneLane(`process.exit(0)`, `import { test } from 'node:test'; test('b', () => {})`)
    assert.equal(out, '0 1 \n1 0 \n')
  })
})

describe('leftovers', { skip: process.platform !== 'linux' && 'only Linux tells' }, () => {
  test('are found through generations, and processes that end in time are not', () => {
    const out = printed(`
      import { spawn } from 'node:child_process'
      import { markDescendants } from '${LEFTOVERS}'
      const descendants = markDescendants()
      spawn('sh', ['-c', 'sleep 1000 & sleep 0.5'], { detached: true, stdio: 'ignore' })
      const left = await descendants.left()
      console.log(left.map(({ command }) => command).join())
      for (const { pid } of left) process.kill(pid)`)
    assert.equal(out, 'sleep 1000\n')
  })
})
