import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { readCsv } from '../../testing/csv-reader.ts'
import { csvHead, csvLines } from './csv.ts'
import type { Cell } from './source.ts'

const line = (...cells: Cell[]) =>
  csvLines(
    cells.map((_cell, place) => String(place)),
    [Object.fromEntries(cells.map((cell, place) => [String(place), cell]))],
  )

describe('a file', () => {
  test('begins with the mark by which Excel knows UTF-8, and the names of the columns', () => {
    assert.equal(csvHead(['id', 'user_id']), '\uFEFFid,user_id\r\n')
  })

  test('quotes texts and ids, and leaves numbers and what is not there bare', () => {
    const at = Temporal.Instant.from('2027-03-01T12:00:00Z')
    const written = line('1100000000000000104', 7, null, '', true, at, ['a', 'b'])
    assert.equal(written, '"1100000000000000104",7,,"","true","2027-03-01T12:00:00Z","a;b"\r\n')
  })

  test('is nothing where there are no rows', () => assert.equal(csvLines(['id'], []), ''))
})

describe('a cell that a spreadsheet would take for a formula', () => {
  for (const first of ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
    test(`is text: ${JSON.stringify(first)}`, () => {
      assert.deepEqual(readCsv(line(`${first}SUM(1)`, [`${first}2`])), [[`'${first}SUM(1)`, `'${first}2`]])
    })

  test('is not one for a sign further in, nor for a number below zero', () => {
    assert.equal(line('1=1', ' a@b', -5), '"1=1"," a@b",-5\r\n')
  })
})

test('whatever stands in cells is read back as it was, but for the apostrophe', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'ü', '😀', '"', ',', ';', '\r', '\n', '=', "'", ' '),
    maxLength: 8,
  })
  const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(rows, (wanted) => {
      const text = csvLines(
        ['one', 'other'],
        wanted.map(([one, other]) => ({ one, other })),
      )
      const expected = wanted.map((cells) => cells.map((value) => (/^[=\r]/.test(value) ? `'${value}` : value)))
      assert.deepEqual(readCsv(text), expected)
    }),
  )
})
