import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { DateTime } from 'luxon'
import rrule from 'rrule'
import { nextOccurrence, occurrencesAfter } from './recurrence.ts'
import { type Schedule, WEEKDAYS, type Weekday } from './reminder.ts'

/**
 * Ten years of recurrences against calendars that share no code with ours: luxon puts clocks on days, the `rrule`
 * package expands rules. Zones with gaps of an hour, of half an hour, at midnight, with summer time in winter, without.
 */
const ZONES = [
  'Europe/Brussels',
  'America/New_York',
  'America/St_Johns',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Pacific/Apia',
]
const FIRST_DAY = Date.UTC(2026, 0, 1)
const DAY_MS = 86_400_000
/** The same rules in every run; leave it out to look for others. */
const SEED = 20_261_123
const TEN_YEARS = 3653
const DAY_SECONDS = 86_400

interface Clocks {
  readonly zone: string
  readonly callSeconds: number
  readonly leadSeconds: number
}

/** The instant of a clock on a day, in milliseconds: the first of two; luxon moves what is in a gap forward by the gap. */
function luxonMs(zone: string, day: number, seconds: number): number {
  const date = new Date(FIRST_DAY + day * DAY_MS)
  const local = DateTime.fromObject(
    {
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
      hour: Math.floor(seconds / 3600),
      minute: Math.floor((seconds % 3600) / 60),
      second: seconds % 60,
    },
    { zone },
  )
  return Math.min(...local.getPossibleOffsets().map((possible) => possible.toMillis()))
}

function expected({ zone, callSeconds, leadSeconds }: Clocks, day: number) {
  const sending = callSeconds - leadSeconds
  const before = Math.ceil(Math.max(0, -sending) / DAY_SECONDS)
  const eventMs = luxonMs(zone, day, callSeconds)
  return { sendMs: Math.min(eventMs, luxonMs(zone, day - before, sending + before * DAY_SECONDS)), eventMs }
}

const plain = (seconds: number) => new Temporal.PlainTime().add({ seconds })

function scheduleOf(
  { zone, callSeconds, leadSeconds }: Clocks,
  kind: Pick<Schedule, 'days' | 'rrule' | 'startsAt'>,
): Schedule {
  const callTime = plain(callSeconds)
  return {
    timeZone: zone,
    callTime,
    sendTime: callTime.subtract({ seconds: leadSeconds }),
    leadSeconds,
    eventAt: null,
    endsAt: null,
    ...kind,
  }
}

const onDays = (clocks: Clocks, days: readonly Weekday[]) => scheduleOf(clocks, { days, rrule: null, startsAt: null })
const instant = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms)
const seen = (schedule: Schedule, afterMs: number, count: number) =>
  occurrencesAfter(schedule, instant(afterMs), count).map(({ sendAt, eventAt }) => ({
    sendMs: sendAt.epochMilliseconds,
    eventMs: eventAt.epochMilliseconds,
  }))

/** Days of the decade, by number, on which the clock is in a gap or comes twice. */
function oddDays(zone: string, seconds: number): { gaps: number; repeats: number } {
  let [gaps, repeats] = [0, 0]
  for (let day = 0; day < TEN_YEARS; day++) {
    const local = DateTime.fromMillis(luxonMs(zone, day, seconds), { zone })
    if (local.hour * 3600 + local.minute * 60 + local.second !== seconds) gaps += 1
    if (local.getPossibleOffsets().length > 1) repeats += 1
  }
  return { gaps, repeats }
}

describe('every day of ten years', () => {
  /** Clocks that the zone's changes of time fall on: an hour before, over midnight, sent in the gap. */
  const clocksOf = (zone: string): Clocks => {
    if (zone === 'America/Santiago' || zone === 'Africa/Cairo') return { zone, callSeconds: 1800, leadSeconds: 3600 }
    if (zone === 'America/New_York') return { zone, callSeconds: 3 * 3600, leadSeconds: 1800 }
    return { zone, callSeconds: 2 * 3600 + 900, leadSeconds: 3600 }
  }
  for (const zone of ZONES) {
    test(zone, () => {
      const clocks = clocksOf(zone)
      const wanted = Array.from({ length: TEN_YEARS }, (_, day) => expected(clocks, day))
      assert.deepEqual(seen(onDays(clocks, WEEKDAYS), (wanted[0]?.sendMs ?? 0) - 1, TEN_YEARS), wanted)
    })
  }

  test('has gaps and repeats among them', () => {
    const brussels = oddDays('Europe/Brussels', 2 * 3600 + 900)
    const lordHowe = oddDays('Australia/Lord_Howe', 2 * 3600 + 900)
    const santiago = oddDays('America/Santiago', 1800)
    assert.ok(brussels.gaps >= 10 && brussels.repeats >= 10)
    assert.ok(lordHowe.gaps >= 10)
    assert.ok(santiago.gaps >= 10)
  })
})

const clocks = fc.record({
  zone: fc.constantFrom(...ZONES),
  callSeconds: fc.oneof(fc.constantFrom(0, 900, 1800, 7200, 9000, 10_740, 10_800, 86_399), fc.nat(DAY_SECONDS - 1)),
  leadSeconds: fc.oneof(fc.constantFrom(0, 900, 3600, DAY_SECONDS), fc.nat(3 * DAY_SECONDS)),
})
const weekdays = fc.subarray([...WEEKDAYS], { minLength: 1 })

describe('any days', () => {
  test('are those of the event, none is missed and none comes twice', () => {
    fc.assert(
      fc.property(clocks, weekdays, fc.nat(TEN_YEARS - 200), (at, days, start) => {
        const isWanted = (day: number) => days.some((weekday) => Number(weekday) === (day + 3) % 7)
        const candidates = Array.from({ length: 120 }, (_, index) => start + index).filter(isWanted)
        const wanted = candidates.map((day) => expected(at, day))
        assert.deepEqual(seen(onDays(at, days), (wanted[0]?.sendMs ?? 0) - 1, wanted.length), wanted)
      }),
      { numRuns: 150, seed: SEED },
    )
  })

  test('each is after the one before, never behind its event, and the next from any moment between', () => {
    fc.assert(
      fc.property(clocks, weekdays, fc.nat(TEN_YEARS), fc.nat(DAY_MS), (at, days, day, ms) => {
        const schedule = onDays(at, days)
        const after = instant(FIRST_DAY + day * DAY_MS + ms)
        const [first, second] = occurrencesAfter(schedule, after, 2)
        assert.ok(first && second)
        assert.ok(
          Temporal.Instant.compare(after, first.sendAt) < 0 &&
            Temporal.Instant.compare(first.sendAt, second.sendAt) < 0,
        )
        assert.ok(Temporal.Instant.compare(first.sendAt, first.eventAt) <= 0)
        const between = first.sendAt.subtract({ nanoseconds: 1 })
        assert.deepEqual(String(nextOccurrence(schedule, between)?.sendAt), String(first.sendAt))
      }),
      { numRuns: 500, seed: SEED },
    )
  })
})

const weekdayCode = fc.constantFrom('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU')
const codes = fc.uniqueArray(weekdayCode, { minLength: 1, maxLength: 4 }).map((list) => list.join(','))
const signed = (most: number) => fc.integer({ min: 1, max: most }).chain((size) => fc.constantFrom(size, -size))
const monthDays = fc.uniqueArray(signed(31), { minLength: 1, maxLength: 3 }).map((list) => list.join(','))
const months = fc
  .uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 4 })
  .map((list) => list.join(','))
const ordinalDay = fc.tuple(signed(4), weekdayCode).map(([size, code]) => `${size}${code}`)
const interval = (most: number) => fc.integer({ min: 1, max: most })

const ruleBodies = fc.oneof(
  interval(40).map((step) => `FREQ=DAILY;INTERVAL=${step}`),
  fc.tuple(codes, months).map(([days, in_]) => `FREQ=DAILY;BYDAY=${days};BYMONTH=${in_}`),
  fc
    .tuple(interval(5), codes, weekdayCode)
    .map(([step, days, start]) => `FREQ=WEEKLY;INTERVAL=${step};BYDAY=${days};WKST=${start}`),
  interval(9).map((step) => `FREQ=WEEKLY;INTERVAL=${step}`),
  fc.tuple(interval(7), monthDays).map(([step, days]) => `FREQ=MONTHLY;INTERVAL=${step};BYMONTHDAY=${days}`),
  fc.tuple(interval(4), ordinalDay).map(([step, day]) => `FREQ=MONTHLY;INTERVAL=${step};BYDAY=${day}`),
  fc.tuple(codes, signed(3)).map(([days, position]) => `FREQ=MONTHLY;BYDAY=${days};BYSETPOS=${position}`),
  fc.tuple(months, monthDays).map(([in_, days]) => `FREQ=YEARLY;BYMONTH=${in_};BYMONTHDAY=${days}`),
  fc.tuple(months, ordinalDay).map(([in_, day]) => `FREQ=YEARLY;BYMONTH=${in_};BYDAY=${day}`),
  signed(366).map((day) => `FREQ=YEARLY;BYYEARDAY=${day}`),
  fc.constant('FREQ=MONTHLY'),
  fc.constant('FREQ=YEARLY'),
)
const limit = fc.oneof(
  { weight: 3, arbitrary: fc.constant('') },
  fc.integer({ min: 1, max: 200 }).map((count) => `;COUNT=${count}`),
  fc
    .integer({ min: 0, max: TEN_YEARS })
    .map((day) => `;UNTIL=${new Date(FIRST_DAY + day * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '')}`),
)

describe('any rule', () => {
  test('gives the days that another library gives, from its start and from the middle', () => {
    fc.assert(
      fc.property(clocks, ruleBodies, limit, fc.nat(400), fc.nat(TEN_YEARS - 500), (at, body, end, start, middle) => {
        const text = `${body}${end}`
        const dtstart = new Date(FIRST_DAY + start * DAY_MS)
        const all = new rrule.RRule({ ...rrule.RRule.parseString(text), dtstart })
        const days = all
          .between(dtstart, new Date(FIRST_DAY + TEN_YEARS * DAY_MS), true)
          .map((date) => Math.round((date.getTime() - FIRST_DAY) / DAY_MS))
        const startsAt = instant(luxonMs(at.zone, start, at.callSeconds))
        const schedule = scheduleOf(at, { days: [], rrule: text, startsAt })
        for (const [from, count] of [
          [0, 20],
          [days.findIndex((day) => day >= middle), 5],
        ] as const) {
          const wanted = days
            .slice(Math.max(0, from))
            .slice(0, count)
            .map((day) => expected(at, day))
          const [first] = wanted
          if (first) assert.deepEqual(seen(schedule, first.sendMs - 1, wanted.length), wanted, text)
          else
            assert.deepEqual(
              seen(schedule, FIRST_DAY, 1).filter(({ eventMs }) => eventMs < FIRST_DAY + (TEN_YEARS - 5) * DAY_MS),
              [],
              text,
            )
        }
      }),
      { numRuns: 150, seed: SEED },
    )
  })
})
