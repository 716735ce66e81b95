import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Refusal } from '../../kernel/refusal.ts'
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
  'FREQ=MONTHLY;BYWEEKNO=1',
  'FREQ=YEARLY;BYMONTH=-1',
  'FREQ=YEARLY;BYMONTH=13',
  'FREQ=WEEKLY;BYDAY=1MO',
  'FREQ=MONTHLY;BYDAY=6MO',
  'FREQ=YEARLY;BYDAY=54MO',
  'FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO',
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
