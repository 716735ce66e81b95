import { inPart, type Surroundings } from './part-of-day.ts'
import type { Clue, Groups, Scanner } from './scanner.ts'
import { HOUR_WORDS, numberOf } from './words.ts'

const ENGLISH_HOURS = 'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve'
const HOUR = `(?<hour>${HOUR_WORDS}|\\d{1,2})`
const STEP = '(?<step>a quarter|quarter|kwart|vijf|tien|twintig|five|ten|twenty)'
const clock = (form: string) => new RegExp(`(?<![\\p{L}\\p{N}:.,/])${form}(?![\\p{L}\\p{N}]|[:.]\\d)`, 'gu')

/** Minutes after midnight or noon, whichever is meant. */
const SPOKEN: readonly (readonly [RegExp, (groups: Groups) => number | null])[] = [
  [clock(`half past ${HOUR}`), ({ hour }) => minutesOf(hour, 30)],
  [clock(`${STEP} (?<way>voor|over) half ${HOUR}`), (groups) => minutesOf(groups.hour, signed(groups) - 30)],
  // `half eight` is 8:30, `half acht` is 7:30; with digits it is the Dutch who write it.
  [clock(`half (?<hour>${ENGLISH_HOURS})`), ({ hour }) => minutesOf(hour, 30)],
  [clock(`half ${HOUR}`), ({ hour }) => minutesOf(hour, -30)],
  [clock(`${STEP} (?<way>past|to|over|voor) ${HOUR}`), (groups) => minutesOf(groups.hour, signed(groups))],
  [clock(`${HOUR}(?: uur| o'clock)? (?:in the|'s) (?:evening|morning|afternoon)`), ({ hour }) => minutesOf(hour, 0)],
  [clock(`(?:at|om|rond|vanaf|tegen|around) (?<hour>${HOUR_WORDS})(?: uur| o'clock)?`), inWords],
]
const FIXED: readonly (readonly [RegExp, hour: number, confidence: number])[] = [
  [clock('(?:noon|midday)'), 12, 0.93],
  // The one that begins the day or the one that ends it: nobody can tell.
  [clock('(?:midnight|middernacht)'), 0, 0.72],
]
const NOT_THE_START = /(?<!\p{L})(?:tot|until|till|before|after|na) $/u

/** Clocks in words: `half acht`, `quarter past eight`, `noon`. */
export function takeSpokenClocks(scanner: Scanner, surroundings: Surroundings): Clue<Temporal.PlainTime>[] {
  const wordy = SPOKEN.flatMap(([form, minutes]) =>
    scanner.take(form, (groups, before) => {
      const said = minutes(groups)
      if (said === null || NOT_THE_START.test(before)) return null
      const { time, confidence } = inPart(new Temporal.PlainTime().add({ minutes: said }), 'loose', surroundings)
      return { value: time, confidence: 0.95 * confidence }
    }),
  )
  const fixed = FIXED.flatMap(([form, hour, confidence]) =>
    scanner.take(form, (_groups, before) =>
      NOT_THE_START.test(before) ? null : { value: new Temporal.PlainTime(hour), confidence },
    ),
  )
  return [...wordy, ...fixed]
}

/** `at one point` and `een uur` are none. */
function inWords({ hour = '' }: Groups): number | null {
  return numberOf(hour) === 1 ? null : minutesOf(hour, 0)
}

function minutesOf(hour: string | undefined, more: number): number | null {
  const hours = numberOf(hour ?? '') ?? 24
  return hours < 24 ? (hours * 60 + more + 1440) % 1440 : null
}

function signed({ step = '', way = '' }: Groups): number {
  const size = numberOf(step.replace('a ', '')) ?? 0
  return way === 'voor' || way === 'to' ? -size : size
}
