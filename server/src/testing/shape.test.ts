import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { misfits } from './shape.ts'

const SAMPLE = `{
"id": 1, "share": 0.5, "name": "a", "at": "2026-01-21T12:00:00Z", "time": "18:00:00", "channel": "123",
"on": true, "until": null, "days": ["2"], "items": [{"id": 1, "status": null}], "per": {"a": 1}, "any": [...], "more": {...},
...
}`
const FITTING = {
  id: 7,
  share: 2,
  name: '',
  at: '2027-03-01T12:00:00.123Z',
  time: '00:00:01',
  channel: '1100000000000000201',
  on: false,
  until: null,
  days: ['0', '6'],
  items: [
    { id: 2, status: null },
    { id: 3, status: null, extra: 1 },
  ],
  per: { a: 2, b: 3 },
  any: [],
  more: { a: [] },
  extra: 'is allowed',
}

const told = (change: object, allowances = {}) => misfits(SAMPLE, JSON.stringify({ ...FITTING, ...change }), allowances)

describe('the shape of a sample', () => {
  test('is that of an answer with the same fields and more', () => {
    assert.deepEqual(told({}), [])
  })

  test('takes a number beyond 2^53 for whole', () => {
    assert.deepEqual(misfits('{"id": 1}', '{"id": 1100000000000000201}'), [])
  })

  for (const [what, change, misfit] of [
    ['a missing field', { name: undefined }, 'name is missing'],
    ['a number as text', { id: '7' }, 'id is "7", not a whole number'],
    ['a fraction', { id: 7.5 }, 'id is 7.5, not a whole number'],
    ['text as a number', { name: 7 }, 'name is 7, not text'],
    ['an id as a number', { channel: 123 }, 'channel is 123, not digits in quotes'],
    ['an id with quotes in it', { channel: '"123"' }, 'channel is "\\"123\\"", not digits in quotes'],
    ['null', { name: null }, 'name is null, not text'],
    ['something where null is shown', { until: 'x' }, 'until is "x", not null'],
    ['truth as text', { on: 'false' }, 'on is "false", not true or false'],
    ['an offset', { at: '2027-03-01T12:00:00+00:00' }, 'at is "2027-03-01T12:00:00+00:00", not an instant'],
    ['a time without seconds', { time: '18:00' }, 'time is "18:00", not a time of day'],
    ['a list that is none', { items: {} }, 'items is {}, not a list'],
    ['an empty list', { items: [] }, 'items is empty'],
    ['a wrong entry behind a right one', { days: ['0', 1] }, 'days[] is 1, not digits in quotes'],
    ['a field missing deep inside', { items: [{ id: 1 }] }, 'items[].status is missing'],
    ['a map that lacks the name', { per: { b: 1 } }, 'per.a is missing'],
    ['something else for what is left open', { any: {} }, 'any is {}, not a list'],
  ] as const) {
    test(`is not that of an answer with ${what}`, () => {
      const [first = '', ...others] = told(change)
      assert.deepEqual([first.startsWith(misfit), others], [true, []], first)
    })
  }

  test('has allowances, each for one place', () => {
    assert.deepEqual(told({ name: null, items: [] }, { nullable: ['name'], maybeEmpty: ['items'] }), [])
    assert.deepEqual(told({ items: [{ id: 1, status: null }] }, { nullable: ['items[].id'] }), [])
    assert.deepEqual(told({ items: [{ id: null, status: null }] }, { nullable: ['items[].id'] }), [])
    assert.deepEqual(told({ per: { b: 1 } }, { maps: ['per'] }), [])
    assert.deepEqual(told({ per: { b: 'x' } }, { maps: ['per'] }), ['per.b is "x", not a whole number'])
    assert.deepEqual(told({ per: {} }, { maps: ['per'] }), ['per is empty'])
    assert.deepEqual(told({ name: 'a' }, { verbatim: ['name'] }), [])
    assert.deepEqual(told({}, { verbatim: ['name'] }), ['name is "", not "a"'])
    assert.deepEqual(told({}, { nullable: ['nmae'] }), ['nmae is no place of the sample'])
  })

  test('of a whole answer is told as such', () => {
    assert.deepEqual(misfits('[1]', '{}'), ['the answer is {}, not a list'])
    assert.deepEqual(misfits('[1]', '[]'), ['the answer is empty'])
    assert.throws(() => misfits('{"a": }', '{}'))
  })
})
