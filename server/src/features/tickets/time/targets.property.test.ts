import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { isOpenAt, type Stretch } from '../panels/hours.ts'
import type { OpeningHours } from '../panels/panel.ts'
import { countedMs, pausesOf, reachedAt } from './targets.ts'
import type { Passage } from './time.ts'

const MINUTE = 60_000
/** Around both changes of the clock in Brussels in 2027, and a common week. */
const BEGINNINGS = ['2027-03-26T09:00:00Z', '2027-10-29T09:00:00Z', '2027-06-04T21:30:00Z'].map((at) =>
  Temporal.Instant.from(at),
)
const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 15, 30))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`)
const hours: fc.Arbitrary<OpeningHours | null> = fc.option(
  fc.record({
    zone: fc.constantFrom('Europe/Brussels', 'UTC', 'America/St_Johns'),
    windows: fc.array(fc.record({ day: fc.integer({ min: 0, max: 6 }), from: clock, to: clock }), {
      minLength: 1,
      maxLength: 4,
    }),
  }),
)
const minutes = (max: number) => fc.integer({ min: 0, max })
const pauses = fc.array(fc.tuple(minutes(4000), minutes(600)), { maxLength: 3 })

const after = (from: Temporal.Instant, count: number) => from.add({ milliseconds: count * MINUTE })

/** Minute by minute, as slow as it is plain. */
function counts(open: OpeningHours | null, paused: readonly Stretch[], at: Temporal.Instant): boolean {
  const isPaused = paused.some(
    ({ from, to }) => Temporal.Instant.compare(from, at) <= 0 && Temporal.Instant.compare(at, to) < 0,
  )
  return !isPaused && (open === null || isOpenAt(open, at))
}

describe('time within opening hours, without pauses', () => {
  test('is as many minutes as are open one by one, over changes of the clock', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BEGINNINGS), hours, pauses, minutes(5000), (from, open, paused, length) => {
        const stretches = paused.map(([begin, lasts]) => ({ from: after(from, begin), to: after(from, begin + lasts) }))
        let counted = 0
        for (let minute = 0; minute < length; minute += 1)
          if (counts(open, stretches, after(from, minute))) counted += 1
        assert.equal(countedMs(open, stretches, from, after(from, length)), counted * MINUTE)
      }),
      { numRuns: 60 },
    )
  })

  test('has come together when it is said to have, and not a minute before', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...BEGINNINGS),
        hours,
        pauses,
        fc.integer({ min: 1, max: 3000 }),
        (from, open, paused, wanted) => {
          const stretches = paused.map(([begin, lasts]) => ({
            from: after(from, begin),
            to: after(from, begin + lasts),
          }))
          const at = reachedAt(open, stretches, from, wanted * MINUTE)
          assert.ok(at)
          assert.equal(countedMs(open, stretches, from, at), wanted * MINUTE)
          assert.equal(countedMs(open, stretches, from, at.subtract({ minutes: 1 })), (wanted - 1) * MINUTE)
        },
      ),
      { numRuns: 60 },
    )
  })

  test('never comes together where nobody is ever there', () => {
    const never = { zone: 'UTC', windows: [] }
    assert.equal(reachedAt(never, [], Temporal.Instant.from('2027-03-01T12:00:00Z'), MINUTE), null)
  })
})

test('pauses are the times of waiting and of being closed; one that goes on ends now', () => {
  const at = (hour: number) => Temporal.Instant.from('2027-03-01T00:00:00Z').add({ hours: hour })
  const history: readonly Passage[] = [
    { kind: 'opened', to: 'open', at: at(0) },
    { kind: 'wait', to: 'waiting_for_user', at: at(1) },
    { kind: 'labels', to: 'waiting_for_user', at: at(2) },
    { kind: 'target_missed', to: null, at: at(2) },
    { kind: 'answer', to: 'open', at: at(3) },
    { kind: 'close', to: 'closed', at: at(4) },
    { kind: 'reopen', to: 'open', at: at(6) },
    { kind: 'wait', to: 'waiting_for_user', at: at(8) },
  ]
  const shown = pausesOf(history, at(9)).map(({ from, to }) => [from, to].map((one) => at(0).until(one).total('hours')))
  assert.deepEqual(shown, [
    [1, 3],
    [4, 6],
    [8, 9],
  ])
})
