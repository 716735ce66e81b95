import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Refusal } from '../../kernel/refusal.ts'
import { effortMs } from '../../testing/effort.ts'
import { nextOccurrence } from './recurrence.ts'
import { parseRule, ruleText } from './recurrence-rule.ts'

test('a rule is kept without its name and in capitals', () => {
  assert.equal(
    ruleText(parseRule(' rrule:freq=weekly;byday=mo,we;until=20270131T180000z; ')),
    'FREQ=WEEKLY;BYDAY=MO,WE;UNTIL=20270131T180000Z',
  )
})

const REFUSED = [
  '',
  'DAILY',
  'FREQ=',
  'FREQ=HOURLY',
  'FREQ=SECONDLY',
  'INTERVAL=2',
  'FREQ=DAILY;FREQ=DAILY',
  'FREQ=DAILY;INTERVAL=0',
  'FREQ=DAILY;INTERVAL=-1',
  'FREQ=DAILY;INTERVAL=99999999999',
  'FREQ=YEARLY;INTERVAL=11',
  'FREQ=DAILY;COUNT=0',
  'FREQ=DAILY;COUNT=1001',
  'FREQ=DAILY;COUNT=2;UNTIL=20270101',
  'FREQ=DAILY;UNTIL=20270231',
  'FREQ=DAILY;UNTIL=tomorrow',
  'FREQ=DAILY;BYHOUR=9',
  'FREQ=DAILY;BYMINUTE=1',
  'FREQ=DAILY;X-RULE=1',
  'FREQ=DAILY;BYMONTHDAY=32',
  'FREQ=DAILY;BYMONTHDAY=0',
  'FREQ=WEEKLY;BYMONTHDAY=1',
  'FREQ=DAILY;BYYEARDAY=1',
  'FREQ=YEARLY;BYWEEKNO=1',
  'FREQ=YEARLY;BYMONTH=-1',
  'FREQ=YEARLY;BYMONTH=13',
  'FREQ=WEEKLY;BYDAY=1MO',
  'FREQ=MONTHLY;BYDAY=6MO',
  'FREQ=YEARLY;BYDAY=54MO',
  'FREQ=WEEKLY;BYDAY=XX',
  'FREQ=WEEKLY;BYDAY=MO,',
  'FREQ=WEEKLY;WKST=1',
  'FREQ=MONTHLY;BYSETPOS=1',
  'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=0',
  'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=367',
  'FREQ=DAILY\nEXDATE:20270101',
  'DTSTART:20270101T000000Z;FREQ=DAILY',
  `FREQ=DAILY;BYMONTHDAY=${'1,'.repeat(300)}1`,
]

for (const text of REFUSED) {
  test(`${JSON.stringify(text.slice(0, 60))} is refused by name`, () => {
    assert.throws(
      () => parseRule(text),
      (error) => error instanceof Refusal && error.errors?.[0]?.path === '/rrule' && /^rrule /.test(error.message),
    )
  })
}

const number = (most: number) => fc.integer({ min: 1, max: most }).chain((size) => fc.constantFrom(size, -size))
const list = (most: number) => fc.array(number(most), { minLength: 1, maxLength: 8 }).map((values) => values.join(','))
const day = fc
  .tuple(fc.constantFrom('', '1', '-1', '5', '53'), fc.constantFrom('MO', 'TU', 'SU'))
  .map((parts) => parts.join(''))
const VALUES = {
  INTERVAL: fc.integer({ min: 1, max: 3700 }).map(String),
  COUNT: fc.integer({ min: 1, max: 1000 }).map(String),
  BYMONTH: fc.constantFrom('2', '1,3,12'),
  BYMONTHDAY: list(31),
  BYYEARDAY: list(366),
  BYDAY: fc.array(day, { minLength: 1, maxLength: 5 }).map((days) => days.join(',')),
  BYSETPOS: list(366),
  WKST: fc.constantFrom('MO', 'SU'),
}
const NAMES = ['INTERVAL', 'COUNT', 'BYMONTH', 'BYMONTHDAY', 'BYYEARDAY', 'BYDAY', 'BYSETPOS', 'WKST'] as const
const parts = fc
  .subarray([...NAMES], { maxLength: 4 })
  .chain((names) => fc.tuple(...names.map((name) => VALUES[name].map((value) => `${name}=${value}`))))

test('whatever rule is let in is expanded without a fault, in bounded time', () => {
  const now = Temporal.Instant.from('2026-11-23T12:00:00Z')
  const clock = Temporal.PlainTime.from('02:30')
  const fixed = {
    timeZone: 'Europe/Brussels',
    sendTime: clock,
    callTime: clock,
    leadSeconds: 0,
    days: [],
    eventAt: null,
    endsAt: null,
  }
  let accepted = 0
  const holds = (frequency: string, chosen: readonly string[]) => {
    const text = [`FREQ=${frequency}`, ...chosen].join(';')
    const expand = () => {
      parseRule(text)
      accepted += 1
      nextOccurrence({ ...fixed, rrule: text, startsAt: now.subtract({ hours: 24 * 3650 }) }, now)
    }
    try {
      return effortMs(expand) < 2000
    } catch (error) {
      return error instanceof Refusal
    }
  }
  fc.assert(fc.property(fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'), parts, holds), { numRuns: 800 })
  assert.ok(accepted > 80)
})
