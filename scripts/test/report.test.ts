import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, test } from 'node:test'

const REPORT = new URL('./report.ts', import.meta.url).href
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
function reportOn(source: string): string {
  const program = `
    import { run } from 'node:test'
    import { report } from '${REPORT}'
    const files = [process.cwd() + '/planted.test.ts']
    const { failed } = await report(process.cwd(), files, run({ files }))
    console.log('failed: ' + failed)`
  return printed(
    program,
    `import assert from 'node:assert/strict'; import { describe, test } from 'node:test'\n${source}`,
  )
}

describe('the report', () => {
  test('has one line for a file that passes, and keeps what it printed to itself', () => {
    const out = reportOn(`console.log('noise'); test('a', () => {}); test('b', { skip: 'later' }, () => {})`)
    assert.match(out, /^✔ planted\.test\.ts {2}2 tests, \d+\.\d s\n\n1 passed, 0 failed, 1 skipped in 1 files/)
    assert.match(out, /failed: 0\n$/)
  })

  test('names a failure from the outside in, with its line, its message and what the file printed', () => {
    const out = reportOn(
      `console.log('noise')\ndescribe('outer', () => {\n  test('inner', () => assert.equal(1, 2))\n})`,
    )
    assert.match(out, /^✖ planted\.test\.ts {2}1 tests/)
    assert.match(out, /✖ outer › inner \(line 4\)\n.*Expected values to be strictly equal/)
    assert.match(out, /it printed\n\s+noise/)
    assert.match(out, /failed: 1\n$/)
  })

  test('counts a file that cannot be loaded', () => {
    const out = reportOn(`import './missing.ts'`)
    assert.match(out, /✖ the file itself\n[\s\S]*Cannot find module/)
    assert.match(out, /failed: 1\n$/)
  })

  test('counts a file whose process ends well before its tests do', () => {
    const out = reportOn(`test('a', () => process.exit(0)); test('b', () => {})`)
    assert.match(out, /ended before its tests did/)
    assert.match(out, /failed: 1\n$/)
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
