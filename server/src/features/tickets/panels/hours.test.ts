import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isOpenAt, nextOpening, openStretches, openTime } from './hours.ts'
import { hoursText, windowsIn, windowsText } from './hours-text.ts'
import type { OpeningHours } from './panel.ts'

const OFFICE = { zone: 'Europe/Brussels', windows: windowsIn('Mon-Fri 09:00-17:00') ?? [] }
const NIGHT = { zone: 'Europe/Brussels', windows: windowsIn('Sat 22:00-02:30') ?? [] }
const at = (text: string) => Temporal.Instant.from(text)

describe('opening hours', () => {
  test('begin with their first minute and end before the minute they end with', () => {
    assert.equal(isOpenAt(OFFICE, at('2027-03-01T07:59:59Z')), false)
    assert.equal(isOpenAt(OFFICE, at('2027-03-01T08:00:00Z')), true)
    assert.equal(isOpenAt(OFFICE, at('2027-03-01T15:59:59Z')), true)
    assert.equal(isOpenAt(OFFICE, at('2027-03-01T16:00:00Z')), false)
  })

  test('open again on the next day that has any', () => {
    assert.equal(String(nextOpening(OFFICE, at('2027-03-05T16:00:00Z'))), '2027-03-08T08:00:00Z')
    assert.equal(String(nextOpening(OFFICE, at('2027-03-05T12:34:56Z'))), '2027-03-05T12:34:56Z')
    assert.equal(nextOpening({ zone: 'UTC', windows: [] }, at('2027-03-05T12:00:00Z')), null)
  })

  test('keep to the clock on the wall when summer time begins', () => {
    assert.equal(String(nextOpening(OFFICE, at('2027-03-27T12:00:00Z'))), '2027-03-29T07:00:00Z')
  })

  test('over midnight last into the next day', () => {
    assert.equal(isOpenAt(NIGHT, at('2027-03-06T23:30:00Z')), true)
    assert.equal(isOpenAt(NIGHT, at('2027-03-07T01:30:00Z')), false)
    assert.equal(isOpenAt(NIGHT, at('2027-03-05T23:30:00Z')), false)
  })

  test('over the hour that comes twice are open in both of them', () => {
    const [first, second] = openStretches(NIGHT, at('2027-10-30T12:00:00Z'), at('2027-10-31T12:00:00Z'))
    assert.deepEqual(
      [first, second].map((stretch) => `${stretch?.from} ${stretch?.to}`),
      ['2027-10-30T20:00:00Z 2027-10-31T00:30:00Z', '2027-10-31T01:00:00Z 2027-10-31T01:30:00Z'],
    )
  })

  test('in an hour that a spring leaves out come a week later', () => {
    const lost = { zone: 'Europe/Brussels', windows: windowsIn('Sun 02:10-02:50') ?? [] }
    assert.equal(String(nextOpening(lost, at('2027-03-22T00:00:00Z'))), '2027-04-04T00:10:00Z')
  })

  test('are counted in minutes', () => {
    const open = openTime(OFFICE, at('2027-03-05T15:00:00Z'), at('2027-03-08T09:30:00Z'))
    assert.equal(open.total('minutes'), 60 + 90)
  })
})

/** Zones with gaps of an hour, of half an hour, at midnight, and none. */
const ZONES = [
  'Europe/Brussels',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Santiago',
  'Africa/Cairo',
  'Asia/Kathmandu',
]
const SEED = 20_271_130
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const formats = new Map(
  ZONES.map((timeZone) => [
    timeZone,
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
  ]),
)

/** By the calendar of Intl: one long week in minutes, each window a set of them. */
function isOpenByIntl({ zone, windows }: OpeningHours, instant: Temporal.Instant): boolean {
  const parts = formats.get(zone)?.formatToParts(instant.epochMilliseconds) ?? []
  const read = (type: string) => parts.find((part) => part.type === type)?.value ?? ''
  const minute = DAYS.indexOf(read('weekday')) * 1440 + Number(read('hour')) * 60 + Number(read('minute'))
  return windows.some(({ day, from, to }) => {
    const minutesOf = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))
    const begin = day * 1440 + minutesOf(from)
    const length = (minutesOf(to) - minutesOf(from) + 1440) % 1440 || 1440
    return (minute - begin + 10_080) % 10_080 < length
  })
}

const clock = fc.integer({ min: 0, max: 1439 }).map((minute) => {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
})
const hours = fc.record({
  zone: fc.constantFrom(...ZONES),
  windows: fc.array(fc.record({ day: fc.integer({ min: 0, max: 6 }), from: clock, to: clock }), {
    minLength: 1,
    maxLength: 5,
  }),
})
/** Around the days on which the clocks of these zones jump, and any other. */
const JUMPS = [
  '2027-03-28',
  '2027-10-31',
  '2027-03-14',
  '2027-11-07',
  '2027-04-04',
  '2027-10-03',
  '2027-09-05',
  '2027-04-30',
  '2027-06-15',
]
const moment = fc
  .tuple(fc.constantFrom(...JUMPS), fc.integer({ min: -2000, max: 2000 }))
  .map(([day, minutes]) => at(`${day}T00:00:00Z`).add({ minutes }))

describe('whatever the hours', () => {
  test('somebody is there when the calendar of Intl says so', () => {
    fc.assert(
      fc.property(hours, moment, (some, instant) => {
        assert.equal(isOpenAt(some, instant), isOpenByIntl(some, instant))
      }),
      { seed: SEED, numRuns: 500 },
    )
  })

  test('the stretches hold the minutes that are open and no others', () => {
    fc.assert(
      fc.property(hours, moment, (some, from) => {
        const stretches = openStretches(some, from, from.add({ hours: 30 }))
        for (let minute = 0; minute < 1800; minute += 7) {
          const instant = from.add({ minutes: minute })
          const isIn = stretches.some(
            (stretch) =>
              Temporal.Instant.compare(stretch.from, instant) <= 0 && Temporal.Instant.compare(instant, stretch.to) < 0,
          )
          assert.equal(isIn, isOpenByIntl(some, instant), `${instant}`)
        }
      }),
      { seed: SEED, numRuns: 40 },
    )
  })

  test('the next opening is open, and nothing before it is', () => {
    fc.assert(
      fc.property(hours, moment, (some, instant) => {
        const next = nextOpening(some, instant) ?? assert.fail('never open')
        assert.ok(isOpenByIntl(some, next))
        for (let before = instant; Temporal.Instant.compare(before, next) < 0; before = before.add({ minutes: 31 }))
          assert.equal(isOpenByIntl(some, before), false, `${before}`)
      }),
      { seed: SEED, numRuns: 100 },
    )
  })
})

describe('hours as text', () => {
  const weekdays = [0, 1, 2, 3, 4].map((day) => ({ day, from: '09:00', to: '17:00' }))

  test('are read in English and in Dutch', () => {
    assert.deepEqual(windowsIn('Mon-Fri 09:00-17:00'), weekdays)
    assert.deepEqual(windowsIn('ma-vr 9-17'), weekdays)
    assert.deepEqual(windowsIn('maandag t/m vrijdag 9.00 tot 17.00'), weekdays)
    assert.deepEqual(windowsIn('Monday to Friday 9:00 to 17:00'), weekdays)
    assert.deepEqual(windowsIn('za, zo 22:00-24:00'), [
      { day: 5, from: '22:00', to: '00:00' },
      { day: 6, from: '22:00', to: '00:00' },
    ])
    assert.equal(windowsIn('daily 0:00-24:00')?.length, 7)
    assert.deepEqual(
      windowsIn('Mon 09:00-12:00, Tue 13:00-17:00; Sat-Mon 10-11')?.map(({ day }) => day),
      [0, 1, 5, 6, 0],
    )
  })

  test('that cannot be read are nothing', () => {
    for (const text of [
      '',
      'always',
      'Mon',
      '09:00-17:00',
      'Mon 25:00-26:00',
      'Foo 09:00-17:00',
      'Mon-Fri 24:00-02:00',
    ])
      assert.equal(windowsIn(text), null, text)
  })

  test('come back as they were', () => {
    const some = windowsIn('Mon-Fri 09:00-17:00; Sat, Sun 10:00-12:30') ?? []
    assert.equal(windowsText(some, 'en'), 'Mon-Fri 09:00-17:00; Sat, Sun 10:00-12:30')
    assert.equal(hoursText({ zone: 'UTC', windows: some }, 'nl'), 'ma-vr 09:00-17:00; za, zo 10:00-12:30 (UTC)')
    fc.assert(
      fc.property(hours, ({ windows }) => {
        const sorted = (list: typeof windows) =>
          [...new Set(list.map((one) => JSON.stringify([one.day, one.from, one.to])))].toSorted()
        for (const language of ['en', 'nl'] as const)
          assert.deepEqual(
            sorted((windowsIn(windowsText(windows, language)) ?? []).map((one) => ({ ...one }))),
            sorted(windows),
          )
      }),
      { seed: SEED, numRuns: 200 },
    )
  })
})
