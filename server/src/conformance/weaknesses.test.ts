import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, test } from 'node:test'

const SOURCE = resolve(import.meta.dirname, '..')
const LINES = readFileSync(resolve(SOURCE, '../../docs/weaknesses.md'), 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, id = '']) => /^[SR]-\d\d$/.test(id))
const IDS = [...numbered('S', 26), ...numbered('R', 48)]

function numbered(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${letter}-${String(index + 1).padStart(2, '0')}`)
}

describe('docs/weaknesses.md', () => {
  test('has each of the 74 once, in order', () => {
    assert.deepEqual(
      LINES.map(([, id]) => id),
      IDS,
    )
  })

  for (const [, id = '', was, here, shownBy = ''] of LINES)
    test(`says of ${id} what it was, why not here, and what shows it`, () => {
      assert.ok(was && here && shownBy)
      if (!shownBy.endsWith('.test.ts')) return
      const path = resolve(SOURCE, shownBy)
      assert.ok(existsSync(path), `${shownBy} does not exist`)
      const names = [...readFileSync(path, 'utf8').matchAll(/(?:test|describe)\(\s*['`"](.*)['`"]/g)].map(
        ([, name]) => name,
      )
      assert.ok(
        names.some((name) => name?.includes(id)),
        `no test of ${shownBy} names ${id}`,
      )
    })
})
