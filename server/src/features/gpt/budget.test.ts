import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Amount, type Day, dayOf, type Limits, noticeDue, percentSpent, roomFor } from './budget.ts'
import { modelFailureWords } from './failure-words.ts'
import { statusOf } from './figures.ts'

const amount = (tokens: number, nanoDollars = 0): Amount => ({ tokens, nanoDollars })
const limits = (change: Partial<Limits> = {}): Limits => ({
  tokens: 100,
  nanoDollars: 0,
  memberQuestions: 0,
  warnAtPercent: 80,
  ...change,
})
const day = (change: Partial<Day> = {}): Day => ({
  spent: amount(0),
  reserved: amount(0),
  isWarned: false,
  isStopped: false,
  ...change,
})

describe('the budget of a day', () => {
  test('has room for exactly what is left of it, with what is under way counted at its most', () => {
    const busy = day({ spent: amount(40), reserved: amount(30) })
    assert.equal(roomFor(amount(30), busy, limits()), 'fits')
    assert.equal(roomFor(amount(31), busy, limits()), 'crowded')
    assert.equal(roomFor(amount(60), busy, limits()), 'crowded')
    assert.equal(roomFor(amount(61), busy, limits()), 'spent')
  })

  test('is in tokens and in money, each of which may be without limit', () => {
    const money = limits({ tokens: 0, nanoDollars: 1000 })
    assert.equal(roomFor(amount(1_000_000, 1000), day(), money), 'fits')
    assert.equal(roomFor(amount(1, 1001), day(), money), 'spent')
    assert.equal(roomFor(amount(101, 1), day(), limits({ nanoDollars: 1000 })), 'spent')
    assert.equal(roomFor(amount(1e12, 1e12), day(), limits({ tokens: 0 })), 'fits')
  })

  test('is warned about from the percentage on, and stops at its end, each once', () => {
    const due = (tokens: number, more: Partial<Day> = {}) =>
      noticeDue(day({ spent: amount(tokens), ...more }), limits())
    assert.deepEqual([due(79), due(80), due(99), due(100)], [null, 'warned', 'warned', 'stopped'])
    assert.deepEqual([due(90, { isWarned: true }), due(100, { isWarned: true })], [null, 'stopped'])
    assert.deepEqual([due(120, { isStopped: true }), due(90, { isStopped: true })], [null, null])
    assert.equal(noticeDue(day({ spent: amount(1e9) }), limits({ tokens: 0 })), null)
  })

  test('is spent as far as the one of which more is spent', () => {
    assert.equal(percentSpent(amount(10, 900), limits({ nanoDollars: 1000 })), 90)
    assert.equal(percentSpent(amount(10), limits({ tokens: 0 })), null)
  })

  test('is that of a day in UTC', () => {
    const before = Temporal.Instant.from('2027-03-01T23:59:59Z')
    assert.equal(dayOf(before).toString(), '2027-03-01T00:00:00Z')
    assert.equal(dayOf(before.add({ seconds: 1 })).toString(), '2027-03-02T00:00:00Z')
  })
})

describe('the status of the language model', () => {
  test('is an error with nothing but failures, and degraded with over 20 % of them or where it is asked too much', () => {
    const status = (answers: number, failures: number, isLimited = false) => statusOf({ answers, failures, isLimited })
    assert.deepEqual([status(0, 0), status(5, 0), status(4, 1)], ['operational', 'operational', 'operational'])
    assert.deepEqual([status(3, 1), status(9, 0, true)], ['degraded', 'degraded'])
    assert.equal(status(0, 1), 'error')
  })
})

describe('a failure of the language model', () => {
  test('is said with when to come back, where that is known', () => {
    const resetsAt = Temporal.Instant.from('2027-03-02T00:00:00Z')
    const said = (kind: Parameters<typeof modelFailureWords>[0]['kind'], at: Temporal.Instant | null, nl = false) =>
      modelFailureWords({ kind, resetsAt: at }, nl ? 'nl' : 'en')
    assert.match(said('unavailable', null), /did not answer in time. Nothing was lost; try again/)
    assert.match(said('over_budget', resetsAt), /it starts anew <t:1803945600:R>/)
    assert.match(said('over_quota', resetsAt, true), /<t:1803945600:R> kun je verder/)
    assert.match(said('rate_limited', null, true), /over een minuut/)
    assert.match(said('not_configured', resetsAt), /`\/gptstatus`/)
  })
})
