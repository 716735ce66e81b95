import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ChannelId, GuildId, UserId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { changedDraft } from './change.ts'
import type { ReminderInput, ReminderPatch } from './contract.ts'
import { draftOf } from './draft.ts'
import { present } from './presenter.ts'
import { nextOccurrence } from './recurrence.ts'
import type { Reminder } from './reminder.ts'
import { needsRescheduling } from './rules.ts'

/** A Monday, 13:00 in Brussels. */
const NOW = Temporal.Instant.from('2026-11-23T12:00:00Z')
const DEFAULTS = { timeZone: 'Europe/Brussels', offsetMinutes: 60 }
const CHANNEL = ChannelId.parse('1100000000000000201')

type Sent = Omit<Partial<ReminderInput>, 'channel_id'>
type Change = Omit<ReminderPatch, 'id'>

function made(sent: Sent, defaults = DEFAULTS): Reminder {
  const draft = draftOf({ name: 'Standup', channel_id: CHANNEL, ...sent }, NOW, defaults)
  return {
    ...draft,
    id: '7',
    guildId: GuildId.parse('1100000000000000001'),
    ownerId: UserId.parse('1100000000000000104'),
    origin: null,
    status: 'active',
    pausedReason: null,
    next: nextOccurrence(draft, NOW),
    version: 1,
    createdAt: NOW,
  }
}

const change = (reminder: Reminder, patch: Change, now = NOW) =>
  changedDraft(reminder, { id: reminder.id, ...patch }, now, DEFAULTS)

function when(reminder: Reminder, patch: Change, now = NOW): string {
  const { sendTime, callTime, leadSeconds, days, rrule, startsAt, eventAt } = change(reminder, patch, now)
  return `${sendTime} ${callTime} ${leadSeconds} ${rrule ?? (days.join('') || 'once')} ${startsAt ?? eventAt ?? '-'}`
}

/** The fields about when and what of a fetched reminder. */
function fetched(reminder: Reminder): Change {
  const { id: _, channel_id: __, mention: ___, user_id: ____, ...shown } = present(reminder, null)
  return shown
}

const weekly = made({ call_time: '19:00', days: ['2'] })
const single = made({ time: '09:00', days: ['0'] })
const daysBefore = made({ call_time: '19:00', days: ['4'] }, { ...DEFAULTS, offsetMinutes: 2880 })
const once = made({ event_time: '2026-11-26T18:00:00Z' })
const ruled = made({ rrule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU', call_time: '19:00' })

describe('what differs changes', () => {
  const rows: [string, Reminder, Change, string][] = [
    ['time of two clocks leaves call_time', weekly, { time: '18:30' }, '18:30:00 19:00:00 1800 2 -'],
    ['time of one clock moves it', single, { time: '10:00' }, '10:00:00 10:00:00 0 0 -'],
    ['time later than call_time is the evening before', weekly, { time: '23:00' }, '23:00:00 19:00:00 72000 2 -'],
    ['call_time takes time along', weekly, { call_time: '00:30' }, '23:30:00 00:30:00 3600 2 -'],
    [
      'call_time leaves a time that is sent too',
      weekly,
      { call_time: '20:00', time: '18:00' },
      '18:00:00 20:00:00 7200 2 -',
    ],
    ['both clocks', weekly, { call_time: '20:00', time: '19:30' }, '19:30:00 20:00:00 1800 2 -'],
    ['a lead of days stays one', daysBefore, { time: '18:00' }, '18:00:00 19:00:00 176400 4 -'],
    ['call_time keeps a lead of days', daysBefore, { call_time: '20:00' }, '20:00:00 20:00:00 172800 4 -'],
    ['days', weekly, { days: ['3', '1'] }, '18:00:00 19:00:00 3600 13 -'],
    ['zone of a recurring one keeps its clocks', weekly, { timezone: 'UTC' }, '18:00:00 19:00:00 3600 2 -'],
    [
      'zone of a one-off keeps its instant',
      once,
      { timezone: 'UTC' },
      '17:00:00 18:00:00 3600 once 2026-11-26T18:00:00Z',
    ],
    [
      'event_time keeps the lead',
      made({ time: '12:30', call_time: '15:00' }),
      { event_time: '2026-11-27T18:00:00Z' },
      '16:30:00 19:00:00 9000 once 2026-11-27T18:00:00Z',
    ],
    [
      'event_time beside old clocks, which are not read',
      once,
      { ...fetched(once), event_time: '2026-11-27T20:00:00Z' },
      '20:00:00 21:00:00 3600 once 2026-11-27T20:00:00Z',
    ],
    [
      'call_time of a one-off keeps its day',
      once,
      { call_time: '09:00' },
      '08:00:00 09:00:00 3600 once 2026-11-26T08:00:00Z',
    ],
    ['time of a one-off keeps its event', once, { time: '18:45' }, '18:45:00 19:00:00 900 once 2026-11-26T18:00:00Z'],
    ['days make a one-off recur', once, { days: ['0'] }, '18:00:00 19:00:00 3600 0 -'],
    [
      'days beside an old event_time make it recur',
      once,
      { ...fetched(once), days: ['0'] },
      '18:00:00 19:00:00 3600 0 -',
    ],
    [
      'event_time makes a recurring one happen once',
      weekly,
      { event_time: '2026-11-27T18:00:00Z' },
      '18:00:00 19:00:00 3600 once 2026-11-27T18:00:00Z',
    ],
    [
      'no days any more: once, at the next round',
      weekly,
      { days: [], event_time: null },
      '18:00:00 19:00:00 3600 once 2026-11-23T18:00:00Z',
    ],
    [
      'no days and a new clock',
      weekly,
      { days: [], call_time: '12:00' },
      '11:00:00 12:00:00 3600 once 2026-11-24T11:00:00Z',
    ],
    [
      'no event_time any more: at the next round',
      once,
      { event_time: null },
      '18:00:00 19:00:00 3600 once 2026-11-23T18:00:00Z',
    ],
    ['a rule replaces days', weekly, { rrule: 'FREQ=DAILY' }, '18:00:00 19:00:00 3600 FREQ=DAILY 2026-11-23T18:00:00Z'],
    [
      'a rule begins with the event there was',
      once,
      { rrule: 'FREQ=WEEKLY;INTERVAL=2' },
      '18:00:00 19:00:00 3600 FREQ=WEEKLY;INTERVAL=2 2026-11-26T18:00:00Z',
    ],
    ['days replace a rule', ruled, { ...fetched(ruled), days: ['0'] }, '18:00:00 19:00:00 3600 0 -'],
    ['no rule any more: once', ruled, { rrule: null }, '18:00:00 19:00:00 3600 once 2026-11-23T18:00:00Z'],
    [
      'another first event of a rule',
      ruled,
      { event_time: '2026-12-01T17:00:00Z' },
      '17:00:00 18:00:00 3600 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU 2026-12-01T17:00:00Z',
    ],
    [
      'clock of a rule keeps its first day',
      ruled,
      { call_time: '08:00' },
      '07:00:00 08:00:00 3600 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU 2026-11-24T07:00:00Z',
    ],
    [
      'zone of a rule keeps its first day',
      ruled,
      { timezone: 'Pacific/Apia' },
      '18:00:00 19:00:00 3600 FREQ=WEEKLY;INTERVAL=2;BYDAY=TU 2026-11-24T06:00:00Z',
    ],
  ]
  for (const [name, reminder, patch, expected] of rows) test(name, () => assert.equal(when(reminder, patch), expected))

  test('call_time of a one-off whose day is over is at the next round (R-15)', () => {
    const later = Temporal.Instant.from('2026-11-28T12:00:00Z')
    assert.equal(when(once, { call_time: '20:00' }, later), '19:00:00 20:00:00 3600 once 2026-11-28T19:00:00Z')
  })
})

describe('what does not differ stays', () => {
  for (const [name, reminder] of Object.entries({ weekly, single, daysBefore, once, ruled })) {
    test(`a fetched ${name} that is sent back changes nothing`, () => {
      const after = change(reminder, fetched(reminder), Temporal.Instant.from('2026-12-24T12:00:00Z'))
      assert.equal(needsRescheduling(reminder, after), false)
      assert.deepEqual(
        Object.keys(after).sort(),
        Object.keys(draftOf({ name: 'x', channel_id: CHANNEL, time: '09:00' }, NOW, DEFAULTS)).sort(),
      )
    })
  }

  test('a name changes on a reminder whose time is over', () => {
    const after = change(once, { name: 'Retro' }, Temporal.Instant.from('2026-12-24T12:00:00Z'))
    assert.deepEqual([after.name, needsRescheduling(once, after)], ['Retro', false])
  })

  test('null clears what may be missing, and nothing else goes', () => {
    const full = made({
      time: '09:00',
      days: ['0'],
      location: 'Room',
      image_url: 'https://example.com/a.png',
      ends_at: '2027-01-01T00:00:00Z',
      timezone: 'UTC',
      message: 'hi',
    })
    const after = change(full, { location: null, image_url: null, ends_at: null, timezone: null })
    assert.deepEqual(
      [after.location, after.imageUrl, after.endsAt, after.timeZone, after.message],
      [null, null, null, 'Europe/Brussels', 'hi'],
    )
  })
})

describe('refused by name', () => {
  const rows: [string, Reminder, Change, string][] = [
    ['new days and a new event', weekly, { days: ['1'], event_time: '2026-11-27T18:00:00Z' }, '/event_time'],
    ['new days and a new rule', weekly, { days: ['1'], rrule: 'FREQ=DAILY' }, '/rrule'],
    ['an event in the past', once, { event_time: '2026-11-22T18:00:00Z' }, '/event_time'],
    ['an end before the next event', weekly, { ends_at: '2026-11-24T00:00:00Z' }, '/ends_at'],
    ['a first event that is not of its rule', ruled, { event_time: '2026-12-02T17:00:00Z' }, '/event_time'],
    ['a blank name', weekly, { name: ' ' }, '/name'],
  ]
  for (const [name, reminder, patch, path] of rows)
    test(name, () =>
      assert.throws(
        () => change(reminder, patch),
        (error) => error instanceof Refusal && error.errors?.[0]?.path === path,
      ),
    )
})
