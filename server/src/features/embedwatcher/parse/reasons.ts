import type { Clues } from './clues.ts'
import type { Clue } from './scanner.ts'

/**
 * Why an announcement makes no reminder.
 * - `no_date`, `no_time`: it names no day, or no clock; `text` is empty.
 * - `impossible_date`, `impossible_time`: `text` is a day that no month has, a clock that shows no time of day.
 * - `past`: `text` is the day that was read, `reading` the instant, which is over.
 * - `not_the_event`: `text` is a day or clock of something else; `reading` says of what: `past` of what has been,
 *   `deadline` of a deadline, sale or service, `end` of when something stops, `off` of what is not held.
 * - `other_repetition`: `text` comes round in a way that is not read: every other week, by the month.
 * - `cancelled`: `text` says that it is off.
 */
export type ReasonCode =
  | 'no_date'
  | 'no_time'
  | 'impossible_date'
  | 'impossible_time'
  | 'past'
  | 'not_the_event'
  | 'other_repetition'
  | 'cancelled'

export interface Reason {
  readonly code: ReasonCode
  /** The exact words that it is about; empty for what is missing. */
  readonly text: string
  /** What was made of them, where there is more to say. */
  readonly reading: string
}

const MOST = 5

export const reason = (code: ReasonCode, text = '', reading = ''): Reason => ({ code, text, reading })

/** What was understood of an announcement that lacks its day or its clock, and why that is not enough. */
export function reasonsFor(clues: Clues, has: { readonly day: boolean; readonly clock: boolean }): Reason[] {
  const about = (code: ReasonCode, found: readonly Clue<unknown>[]) =>
    found.slice(0, MOST).map(({ text }) => reason(code, text))
  const others = (found: readonly (Clue<unknown> & { readonly against: string | null })[]) =>
    found
      .filter(({ against }) => against !== null)
      .slice(0, MOST)
      .map(({ text, against }) => reason('not_the_event', text, against ?? ''))
  const days = has.day
    ? []
    : [...about('impossible_date', clues.impossibleDates), ...others(clues.days), ...others(clues.weekly)]
  const repeats = has.day ? [] : about('other_repetition', clues.otherRepetitions)
  const times = has.clock ? [] : [...about('impossible_time', clues.impossibleTimes), ...others(clues.clocks)]
  const noDay = has.day || days.length + repeats.length > 0 ? [] : [reason('no_date')]
  const noClock = has.clock || times.length > 0 ? [] : [reason('no_time')]
  return [...days, ...repeats, ...noDay, ...times, ...noClock]
}
