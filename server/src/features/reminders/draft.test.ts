import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ChannelId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { ReminderInput } from './contract.ts'
import { draftOf } from './draft.ts'

/** A Monday, 13:00 in Brussels. */
const NOW = Temporal.Instant.from('2026-11-23T12:00:00Z')
const DEFAULTS = { timeZone: 'Europe/Brussels', offsetMinutes: 60 }

type Sent = Omit<Partial<ReminderInput>, 'channel_id'>
const draft = (sent: Sent, now = NOW, defaults = DEFAULTS) =>
  draftOf({ name: 'Standup', channel_id: ChannelId.parse('1100000000000000201'), ...sent }, now, defaults)

/** What matters of when, in one line. */
function when(sent: Sent, now = NOW, defaults = DEFAULTS): string {
  const { sendTime, callTime, leadSeconds, days, rrule, startsAt, eventAt } = draft(sent, now, defaults)
  return `${sendTime} ${callTime} ${leadSeconds} ${rrule ?? (days.join('') || 'once')} ${startsAt ?? eventAt ?? '-'}`
}

function refusedAt(sent: Sent, path: string, now = NOW): void {
  assert.throws(
    () => draft(sent, now),
    (error) => error instanceof Refusal && error.kind === 'invalid' && error.errors?.[0]?.path === path,
  )
}

describe('the table of C10', () => {
  const rows: [string, Sent, string][] = [
    ['time only: call_time is time', { time: '09:00:00', days: ['0', '2', '4'] }, '09:00:00 09:00:00 0 024 -'],
    ['time and call_time: both', { time: '18:00', call_time: '19:00', days: ['2'] }, '18:00:00 19:00:00 3600 2 -'],
    ['call_time only: the offset lies between', { call_time: '19:00:00', days: ['2'] }, '18:00:00 19:00:00 3600 2 -'],
    [
      'call_time only: the offset reaches over midnight',
      { call_time: '00:30', days: ['2'] },
      '23:30:00 00:30:00 3600 2 -',
    ],
    [
      'time later than call_time: the evening before',
      { time: '23:30', call_time: '00:30', days: ['2'] },
      '23:30:00 00:30:00 3600 2 -',
    ],
    [
      'days are sorted and come once, as strings',
      { time: '09:00', days: ['4', 0, '4', 2] },
      '09:00:00 09:00:00 0 024 -',
    ],
    [
      'neither days nor event_time: the next round of the clock',
      { call_time: '20:00' },
      '19:00:00 20:00:00 3600 once 2026-11-23T19:00:00Z',
    ],
    [
      'a clock that has passed today: tomorrow',
      { time: '12:59', days: [] },
      '12:59:00 12:59:00 0 once 2026-11-24T11:59:00Z',
    ],
    ['a clock that shows right now: tomorrow', { time: '13:00' }, '13:00:00 13:00:00 0 once 2026-11-24T12:00:00Z'],
    [
      'both clocks of a one-off',
      { time: '23:30', call_time: '00:30' },
      '23:30:00 00:30:00 3600 once 2026-11-23T23:30:00Z',
    ],
    [
      'event_time: both clocks follow from it',
      { event_time: '2026-11-26T18:00:00Z' },
      '18:00:00 19:00:00 3600 once 2026-11-26T18:00:00Z',
    ],
    [
      'event_time: clocks sent beside it are not read',
      { event_time: '2026-11-26T18:00:00Z', time: '01:00', call_time: '02:00' },
      '18:00:00 19:00:00 3600 once 2026-11-26T18:00:00Z',
    ],
    [
      'event_time with an offset of its own',
      { event_time: '2026-11-26T18:00:00.250+01:00', days: [] },
      '17:00:00 18:00:00 3600 once 2026-11-26T17:00:00.25Z',
    ],
    [
      'a zone of its own',
      { event_time: '2026-11-26T18:00:00Z', timezone: 'asia/kathmandu' },
      '22:45:00 23:45:00 3600 once 2026-11-26T18:00:00Z',
    ],
    [
      'a rule instead of days',
      { rrule: 'RRULE:FREQ=DAILY;BYDAY=TU', call_time: '19:00' },
      '18:00:00 19:00:00 3600 FREQ=DAILY;BYDAY=TU 2026-11-24T18:00:00Z',
    ],
    [
      'a rule starts to count at its first day',
      { rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR', time: '08:00' },
      '08:00:00 08:00:00 0 FREQ=WEEKLY;INTERVAL=2;BYDAY=FR 2026-11-27T07:00:00Z',
    ],
    [
      'a rule begins in the coming week rather than the one after',
      { rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO', time: '08:00' },
      '08:00:00 08:00:00 0 FREQ=WEEKLY;INTERVAL=2;BYDAY=MO 2026-11-30T07:00:00Z',
    ],
    [
      'a rule whose clock has passed today starts tomorrow',
      { rrule: 'FREQ=DAILY;INTERVAL=3', time: '08:00' },
      '08:00:00 08:00:00 0 FREQ=DAILY;INTERVAL=3 2026-11-24T07:00:00Z',
    ],
    [
      'event_time beside a rule is its first event',
      { rrule: 'FREQ=MONTHLY', event_time: '2026-12-15T18:00:00Z' },
      '18:00:00 19:00:00 3600 FREQ=MONTHLY 2026-12-15T18:00:00Z',
    ],
    [
      'the first event of a rule may lie in the past',
      { rrule: 'FREQ=MONTHLY', event_time: '2024-12-15T18:00:00Z', time: '17:30' },
      '17:30:00 19:00:00 5400 FREQ=MONTHLY 2024-12-15T18:00:00Z',
    ],
    [
      'null is not sent',
      { time: '09:00', days: ['0'], event_time: null, rrule: null, ends_at: null, timezone: null },
      '09:00:00 09:00:00 0 0 -',
    ],
  ]
  for (const [name, sent, expected] of rows) test(name, () => assert.equal(when(sent), expected))

  test('an offset of days, and of nothing', () => {
    assert.equal(
      when({ call_time: '19:00', days: ['2'] }, NOW, { ...DEFAULTS, offsetMinutes: 4320 }),
      '19:00:00 19:00:00 259200 2 -',
    )
    assert.equal(
      when({ event_time: '2026-11-26T18:00:00Z' }, NOW, { ...DEFAULTS, offsetMinutes: 0 }),
      '19:00:00 19:00:00 0 once 2026-11-26T18:00:00Z',
    )
  })

  test('the two clocks of a one-off are elapsed time apart, as the night has it', () => {
    const evening = Temporal.Instant.from('2027-03-27T20:00:00Z')
    assert.equal(
      when({ time: '01:30', call_time: '03:30' }, evening),
      '01:30:00 03:30:00 3600 once 2027-03-28T01:30:00Z',
    )
  })
})

describe('refused by name', () => {
  const rows: [string, Sent, string][] = [
    ['no time at all', { days: ['0'] }, '/time'],
    ['an event in the past', { event_time: '2026-11-23T12:00:00Z' }, '/event_time'],
    ['an event without an offset', { event_time: '2026-11-26T18:00:00' }, '/event_time'],
    ['an event on no day', { event_time: '2027-02-31T18:00:00Z' }, '/event_time'],
    ['an event in another age', { event_time: '2126-11-26T18:00:00Z' }, '/event_time'],
    ['days and an event', { days: ['0'], event_time: '2026-11-26T18:00:00Z' }, '/event_time'],
    ['days and a rule', { days: ['0'], rrule: 'FREQ=DAILY', time: '09:00' }, '/rrule'],
    ['a rule that never fires', { rrule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', time: '09:00' }, '/rrule'],
    ['a rule that is over', { rrule: 'FREQ=DAILY;UNTIL=20261101', time: '09:00' }, '/rrule'],
    [
      'a first event that is not of its rule',
      { rrule: 'FREQ=WEEKLY;BYDAY=MO', event_time: '2026-11-26T18:00:00Z' },
      '/event_time',
    ],
    ['a first event too long ago', { rrule: 'FREQ=DAILY', event_time: '2016-11-01T18:00:00Z' }, '/event_time'],
    ['an end before the first event', { time: '09:00', days: ['0'], ends_at: '2026-11-29T00:00:00Z' }, '/ends_at'],
    ['an end before a one-off', { event_time: '2026-11-26T18:00:00Z', ends_at: '2026-11-26T17:59:59Z' }, '/ends_at'],
    ['an unknown zone', { time: '09:00', timezone: 'Europe/Bruges' }, '/timezone'],
    ['an offset as a zone', { time: '09:00', timezone: '+02:00' }, '/timezone'],
    ['midnight as 24:00', { time: '24:00' }, '/time'],
    ['a clock without its zero', { call_time: '9:00' }, '/call_time'],
    ['a blank name', { name: ' \n ', time: '09:00' }, '/name'],
    ['a name too long', { name: 'x'.repeat(101), time: '09:00' }, '/name'],
    ['a message too long', { message: 'x'.repeat(2001), time: '09:00' }, '/message'],
    ['a location too long', { location: 'x'.repeat(201), time: '09:00' }, '/location'],
    ['an image without TLS', { image_url: 'http://example.com/a.png', time: '09:00' }, '/image_url'],
    ['an image that is no address', { image_url: 'javascript:alert(1)', time: '09:00' }, '/image_url'],
    ['an image with a password', { image_url: 'https://me:secret@example.com/a.png', time: '09:00' }, '/image_url'],
    [
      'an image address too long',
      { image_url: `https://example.com/${'a'.repeat(2048)}`, time: '09:00' },
      '/image_url',
    ],
  ]
  for (const [name, sent, path] of rows) test(name, () => refusedAt(sent, path))
})

describe('content', () => {
  test('characters are counted as people do', () => {
    assert.equal(
      draft({ name: '🔔'.repeat(100), message: '🔔'.repeat(2000), time: '09:00' }).message,
      '🔔'.repeat(2000),
    )
  })

  test('message is empty, mention is nobody, late is better than never unless said', () => {
    const { message, location, imageUrl, mention, catchUp } = draft({ time: '09:00' })
    assert.deepEqual([message, location, imageUrl, mention, catchUp], ['', null, null, 'none', 'send_late'])
  })

  test('line breaks of the message stay, blanks around a name go', () => {
    const { name, message } = draft({ name: '  Standup ', message: ' a\n\nb ', time: '09:00' })
    assert.deepEqual([name, message], ['Standup', ' a\n\nb '])
  })
})
