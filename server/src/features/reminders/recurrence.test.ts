import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { effortMs } from '../../testing/effort.ts'
import { nextOccurrence, occurrencesAfter } from './recurrence.ts'
import type { Schedule } from './reminder.ts'

const BRUSSELS = 'Europe/Brussels'
const clock = (text: string) => Temporal.PlainTime.from(text)
const at = (text: string) => Temporal.Instant.from(text)

function schedule(changes: Partial<Schedule>): Schedule {
  return {
    timeZone: BRUSSELS,
    sendTime: clock('09:00'),
    callTime: clock('09:00'),
    leadSeconds: 0,
    days: [],
    rrule: null,
    startsAt: null,
    eventAt: null,
    endsAt: null,
    ...changes,
  }
}

const lead = (callTime: string, sendTime: string, leadSeconds: number) => ({
  callTime: clock(callTime),
  sendTime: clock(sendTime),
  leadSeconds,
})

/** Sendings as local wall times with their offset. */
function sent(of: Schedule, after: string, count: number): string[] {
  const local = (instant: Temporal.Instant) =>
    instant.toZonedDateTimeISO(of.timeZone).toString({ timeZoneName: 'never', smallestUnit: 'minute' })
  return occurrencesAfter(of, at(after), count).map(({ sendAt }) => local(sendAt))
}

describe('weekly', () => {
  test('comes round on each of its days in order (R-10)', () => {
    const days = sent(schedule({ days: ['0', '2', '4'] }), '2026-11-23T00:00Z', 4)
    assert.deepEqual(days, [
      '2026-11-23T09:00+01:00',
      '2026-11-25T09:00+01:00',
      '2026-11-27T09:00+01:00',
      '2026-11-30T09:00+01:00',
    ])
  })

  test('an occurrence at the very instant has passed', () => {
    const monday = schedule({ days: ['0'] })
    assert.equal(String(nextOccurrence(monday, at('2026-11-23T08:00Z'))?.sendAt), '2026-11-30T08:00:00Z')
    assert.equal(String(nextOccurrence(monday, at('2026-11-23T07:59:59.999Z'))?.sendAt), '2026-11-23T08:00:00Z')
  })

  test('days are those of the event: an offset over midnight sends the evening before, once (R-09)', () => {
    const wednesday = schedule({ days: ['2'], ...lead('00:30', '23:30', 3600) })
    assert.deepEqual(sent(wednesday, '2026-11-23T00:00Z', 2), ['2026-11-24T23:30+01:00', '2026-12-01T23:30+01:00'])
    assert.equal(String(nextOccurrence(wednesday, at('2026-11-23T00:00Z'))?.eventAt), '2026-11-24T23:30:00Z')
  })

  test('a sending late in the evening of its own day is not taken for the day before', () => {
    const wednesday = schedule({ days: ['2'], ...lead('23:45', '23:30', 900) })
    assert.deepEqual(sent(wednesday, '2026-11-23T00:00Z', 2), ['2026-11-25T23:30+01:00', '2026-12-02T23:30+01:00'])
  })

  test('a lead of one day and of three days lies so many days before', () => {
    const days = ['2'] as const
    assert.deepEqual(sent(schedule({ days, ...lead('19:00', '19:00', 86_400) }), '2026-11-23T00:00Z', 1), [
      '2026-11-24T19:00+01:00',
    ])
    assert.deepEqual(sent(schedule({ days, ...lead('19:00', '19:00', 3 * 86_400) }), '2026-11-23T00:00Z', 1), [
      '2026-11-29T19:00+01:00',
    ])
    assert.deepEqual(sent(schedule({ days, ...lead('01:00', '23:00', 2 * 86_400 + 7200) }), '2026-11-22T20:00Z', 1), [
      '2026-11-22T23:00+01:00',
    ])
  })

  test('a wall time in a spring gap moves forward by the gap', () => {
    const daily = schedule({ days: ['5', '6', '0'], ...lead('02:30', '02:30', 0) })
    assert.deepEqual(sent(daily, '2027-03-26T12:00Z', 3), [
      '2027-03-27T02:30+01:00',
      '2027-03-28T03:30+02:00',
      '2027-03-29T02:30+02:00',
    ])
  })

  test('a sending in the gap is never later than its event', () => {
    const sunday = schedule({ days: ['6'], ...lead('03:00', '02:30', 1800) })
    const next = nextOccurrence(sunday, at('2027-03-27T12:00Z'))
    assert.equal(String(next?.sendAt), '2027-03-28T01:00:00Z')
    assert.equal(String(next?.eventAt), '2027-03-28T01:00:00Z')
  })

  test('a wall time that repeats in autumn is the first of the two, once', () => {
    const daily = schedule({ days: ['5', '6', '0'], ...lead('02:30', '02:30', 0) })
    assert.deepEqual(sent(daily, '2026-10-23T12:00Z', 3), [
      '2026-10-24T02:30+02:00',
      '2026-10-25T02:30+02:00',
      '2026-10-26T02:30+01:00',
    ])
    assert.equal(String(nextOccurrence(daily, at('2026-10-25T00:30Z'))?.sendAt), '2026-10-26T01:30:00Z')
  })

  test('each clock keeps its wall time when the zone changes between them', () => {
    const sunday = schedule({ days: ['6'], ...lead('04:00', '01:30', 9000) })
    const next = nextOccurrence(sunday, at('2027-03-27T12:00Z'))
    assert.equal(String(next?.sendAt), '2027-03-28T00:30:00Z')
    assert.equal(String(next?.eventAt), '2027-03-28T02:00:00Z')
  })

  test('the half-hour gap of Lord Howe moves by half an hour', () => {
    const sunday = schedule({ timeZone: 'Australia/Lord_Howe', days: ['6'], ...lead('02:15', '02:15', 0) })
    assert.deepEqual(sent(sunday, '2027-10-01T00:00Z', 1), ['2027-10-03T02:45+11:00'])
  })

  test('what a gap pushed over midnight is still to come on the new day', () => {
    const saturday = schedule({ timeZone: 'America/Nuuk', days: ['5'], ...lead('23:30', '23:30', 0) })
    assert.deepEqual(sent(saturday, '2027-03-28T01:10Z', 1), ['2027-03-28T00:30-01:00'])
  })

  test('a day that a zone left out is one message together with the next day', () => {
    const daily = schedule({ timeZone: 'Pacific/Apia', days: ['0', '1', '2', '3', '4', '5', '6'] })
    assert.deepEqual(sent(daily, '2011-12-29T12:00Z', 3), [
      '2011-12-29T09:00-10:00',
      '2011-12-31T09:00+14:00',
      '2012-01-01T09:00+14:00',
    ])
  })

  test('ends with its last event, not with its last sending', () => {
    const endsAt = at('2026-11-25T08:00Z')
    assert.equal(sent(schedule({ days: ['0', '2'], endsAt }), '2026-11-23T00:00Z', 9).length, 2)
    const before = schedule({ days: ['0', '2'], endsAt, ...lead('09:01', '08:00', 3660) })
    assert.equal(sent(before, '2026-11-23T00:00Z', 9).length, 1)
  })
})

describe('one-off', () => {
  const event = schedule({ eventAt: at('2026-11-26T18:00Z'), leadSeconds: 3600 })
  const phases = (of: Schedule, after: string) =>
    occurrencesAfter(of, at(after), 9).map(({ sendAt, phase }) => `${phase} ${sendAt}`)

  test('speaks before the event and at the event', () => {
    assert.deepEqual(phases(event, '2026-11-23T00:00Z'), ['lead 2026-11-26T17:00:00Z', 'event 2026-11-26T18:00:00Z'])
  })

  test('passes over a phase that is past', () => {
    assert.deepEqual(phases(event, '2026-11-26T17:00Z'), ['event 2026-11-26T18:00:00Z'])
    assert.deepEqual(phases(event, '2026-11-26T18:00Z'), [])
  })

  test('is one message when both instants are equal', () => {
    assert.deepEqual(phases({ ...event, leadSeconds: 0 }, '2026-11-23T00:00Z'), ['event 2026-11-26T18:00:00Z'])
  })

  test('its lead is elapsed time, also over a change of the clock', () => {
    const sunday = { ...event, eventAt: at('2027-03-28T10:00Z'), leadSeconds: 86_400 }
    assert.deepEqual(phases(sunday, '2027-03-01T00:00Z'), ['lead 2027-03-27T10:00:00Z', 'event 2027-03-28T10:00:00Z'])
  })

  test('has nothing to say when it ends before', () => {
    assert.deepEqual(phases({ ...event, endsAt: at('2026-11-26T17:59Z') }, '2026-11-23T00:00Z'), [])
  })
})

describe('by rule', () => {
  const rule = (rrule: string, startsAt = '2026-11-24T08:00Z', changes: Partial<Schedule> = {}) =>
    schedule({ rrule, startsAt: at(startsAt), ...changes })
  const dates = (of: Schedule, count: number, after = '2026-11-23T00:00Z') =>
    sent(of, after, count).map((text) => text.slice(0, 10))

  test('counts its interval from the first event', () => {
    assert.deepEqual(dates(rule('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'), 3), ['2026-11-24', '2026-12-08', '2026-12-22'])
    assert.deepEqual(dates(rule('FREQ=WEEKLY;INTERVAL=2;BYDAY=TU'), 2, '2031-01-01T00:00Z'), [
      '2031-01-14',
      '2031-01-28',
    ])
  })

  test('finds days within months and years', () => {
    assert.deepEqual(dates(rule('FREQ=MONTHLY;BYDAY=1MO'), 2), ['2026-12-07', '2027-01-04'])
    assert.deepEqual(dates(rule('FREQ=MONTHLY;BYMONTHDAY=31'), 3), ['2026-12-31', '2027-01-31', '2027-03-31'])
    assert.deepEqual(dates(rule('FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'), 2), ['2026-11-30', '2026-12-31'])
    assert.deepEqual(dates(rule('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29'), 2), ['2028-02-29', '2032-02-29'])
  })

  test('a rule of nights keeps the night that springs forward', () => {
    const nightly = rule('FREQ=DAILY', '2026-11-24T01:30Z', lead('02:30', '02:30', 0))
    assert.deepEqual(sent(nightly, '2027-03-27T12:00Z', 2), ['2027-03-28T03:30+02:00', '2027-03-29T02:30+02:00'])
  })

  test('its days are those of the event, also where UTC has another day', () => {
    const early = rule('FREQ=MONTHLY;BYMONTHDAY=1', '2026-11-30T23:30Z', lead('00:30', '23:30', 3600))
    assert.deepEqual(sent(early, '2026-11-23T00:00Z', 2), ['2026-11-30T23:30+01:00', '2026-12-31T23:30+01:00'])
  })

  test('ends after COUNT events', () => {
    assert.deepEqual(dates(rule('FREQ=DAILY;COUNT=3'), 9), ['2026-11-24', '2026-11-25', '2026-11-26'])
    assert.deepEqual(dates(rule('FREQ=DAILY;COUNT=3'), 9, '2026-11-25T12:00Z'), ['2026-11-26'])
  })

  test('ends with UNTIL as a day, as an instant, and as a local time', () => {
    assert.equal(dates(rule('FREQ=DAILY;UNTIL=20261126'), 9).length, 3)
    assert.equal(dates(rule('FREQ=DAILY;UNTIL=20261126T080000Z'), 9).length, 3)
    assert.equal(dates(rule('FREQ=DAILY;UNTIL=20261126T075959Z'), 9).length, 2)
    assert.equal(dates(rule('FREQ=DAILY;UNTIL=20261126T090000'), 9).length, 3)
    assert.equal(dates(rule('FREQ=DAILY;UNTIL=20261126', undefined, { endsAt: at('2026-11-24T12:00Z') }), 9).length, 1)
  })

  test('a rule that never fires is answered in bounded time', () => {
    const never = [
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30',
      'FREQ=MONTHLY;BYDAY=MO;BYSETPOS=99',
      'FREQ=WEEKLY;BYMONTH=2;BYDAY=MO;BYSETPOS=5',
    ]
    for (const rrule of never) {
      const find = () => nextOccurrence(rule(rrule, '2006-01-01T08:00Z'), at('2026-11-23T00:00Z'))
      assert.ok(effortMs(() => assert.equal(find(), null)) < 1000, rrule)
    }
  })

  test('a start twenty years ago costs nothing', () => {
    const old = [
      'FREQ=DAILY',
      'FREQ=WEEKLY;BYDAY=MO,WE,FR',
      'FREQ=MONTHLY;BYDAY=-1FR',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
    ]
    const find = () => old.map((rrule) => nextOccurrence(rule(rrule, '2006-11-24T08:00Z'), at('2026-11-23T00:00Z')))
    assert.ok(find().every(Boolean))
    const ten = () => Array.from({ length: 10 }, find)
    assert.ok(effortMs(ten) / 40 < 10)
  })
})

describe('further leads', () => {
  test('each is a sending of its own, for one event and for each that comes round', () => {
    const once = schedule({ eventAt: at('2026-11-27T19:30Z'), leadSeconds: 3600, moreLeads: [86_400, 3600, 0] })
    assert.deepEqual(sent(once, '2026-11-23T00:00Z', 9), [
      '2026-11-26T20:30+01:00',
      '2026-11-27T19:30+01:00',
      '2026-11-27T20:30+01:00',
    ])
    const weekly = schedule({ days: ['0'], ...lead('00:30', '23:30', 3600), moreLeads: [172_800] })
    assert.deepEqual(sent(weekly, '2026-11-23T00:00Z', 3), [
      '2026-11-28T00:30+01:00',
      '2026-11-29T23:30+01:00',
      '2026-12-05T00:30+01:00',
    ])
  })
})
