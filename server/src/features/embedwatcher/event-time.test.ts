import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { LANGUAGES } from '../../kernel/language.ts'
import { isSameTime, sendingsOf, timeText, typedTime } from './event-time.ts'
import { leadsIn } from './leads.ts'
import type { EventTime } from './ports.ts'

const NOW = Temporal.Instant.from('2027-03-01T12:00:00Z')
const ZONES = ['Europe/Brussels', 'UTC', 'America/New_York', 'Asia/Tokyo']
const zone = fc.constantFrom(...ZONES)
const once: fc.Arbitrary<EventTime> = fc
  .record({ minutes: fc.integer({ min: 2, max: 60 * 24 * 700 }), timeZone: zone })
  .map(({ minutes, timeZone }) => ({ kind: 'once', eventAt: NOW.add({ minutes }), timeZone }))
const weekly: fc.Arbitrary<EventTime> = fc
  .record({
    days: fc.subarray(['0', '1', '2', '3', '4', '5', '6'] as const, { minLength: 1 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
    timeZone: zone,
    ahead: fc.option(fc.integer({ min: 1, max: 300 })),
    length: fc.option(fc.integer({ min: 30, max: 300 })),
  })
  .map(({ days, hour, minute, timeZone, ahead, length }) => {
    const today = NOW.toZonedDateTimeISO(timeZone).toPlainDate()
    const startsOn = ahead === null ? null : today.add({ days: ahead })
    const endsOn = length === null ? null : (startsOn ?? today).add({ days: length })
    return { kind: 'weekly', days, time: new Temporal.PlainTime(hour, minute), timeZone, startsOn, endsOn }
  })

describe('the time in a form', () => {
  test('is read back as the same time', () => {
    const isRepeated = (when: EventTime) => {
      const local = when.kind === 'once' ? when.eventAt.toZonedDateTimeISO(when.timeZone) : null
      // The second of two equal clocks cannot be written without an offset.
      return local !== null && !local.toPlainDateTime().toZonedDateTime(when.timeZone).equals(local)
    }
    fc.assert(
      fc.property(fc.oneof(once, weekly), zone, fc.constantFrom(...LANGUAGES), (when, guildZone, language) => {
        fc.pre(!isRepeated(when))
        const text = timeText(when, guildZone, language)
        const read = typedTime(text, NOW, guildZone)
        assert.ok(read && isSameTime(read, when), `${text} → ${read && timeText(read, guildZone, language)}`)
      }),
      { numRuns: 300 },
    )
  })
})

describe('what is still to be sent', () => {
  test('is in order, each instant once, and of a single event also the event', () => {
    const when: EventTime = { kind: 'once', eventAt: NOW.add({ hours: 2 }), timeZone: 'UTC' }
    assert.deepEqual(sendingsOf(when, [60, 1440, 60, 0], NOW).map(String), [
      '2027-03-01T13:00:00Z',
      '2027-03-01T14:00:00Z',
    ])
  })
})

describe('minutes before an event', () => {
  test('are up to five numbers, or none', () => {
    assert.deepEqual([leadsIn(''), leadsIn(' 1440 , 60,60 '), leadsIn('0')], [[], [1440, 60], [0]])
    for (const wrong of ['a', '1,,2', '-5', '1,2,3,4,5,6', '90000', '1.5']) assert.equal(leadsIn(wrong), null)
  })
})
