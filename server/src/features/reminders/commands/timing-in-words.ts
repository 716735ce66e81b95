import type { Language } from '../../../kernel/language.ts'
import { invalidField, type Refusal } from '../../../kernel/refusal.ts'
import { isTimeZone } from '../../../kernel/time-zone.ts'
import type { ReminderInput } from '../contract.ts'
import { everySuch } from '../when/day-words.ts'
import { isClock, isRepetition, parseWhen } from '../when.ts'
import { refusalWords } from '../words-refusals.ts'

export interface Surroundings {
  readonly now: Temporal.Instant
  readonly timeZone: string
  /** In which the member reads: it settles what English and Dutch read differently. */
  readonly language: Language
}

/** The fields of a reminder that a time in plain words stands for. */
export function timingIn(
  words: string,
  { now, timeZone, language }: Surroundings,
): Pick<ReminderInput, 'event_time' | 'call_time' | 'days' | 'rrule'> {
  if (!isTimeZone(timeZone)) throw invalidField('reminders.timezone', '/timezone', refusalWords.everywhere('timezone'))
  const when = parseWhen(words, { now, timeZone, locale: language })
  if (when.kind === 'once') return { event_time: when.eventAt.toString() }
  const call_time = when.time.toString({ smallestUnit: 'second' })
  return when.kind === 'weekly' ? { call_time, days: [...when.days] } : { call_time, rrule: when.rrule }
}

interface WhenOptions {
  readonly when: string | null
  readonly time: string | null
  readonly days: string | null
}

/** The time as one text, in whichever options it was given. @throws {Refusal} that names the option to mend. */
export function wordsOf({ when, time, days }: WhenOptions, language: Language): string {
  if (when !== null && (time ?? days) !== null) throw wrong('/when', 'when_or_time')
  if (when !== null) return when
  if (time === null) throw wrong('/when', 'no_when')
  if (!isClock(time, language)) throw wrong('/time', 'time_option')
  if (days === null) return time
  if (!isRepetition(everySuch(days, ''))) throw wrong('/days', 'days_option')
  return everySuch(days, time)
}

function wrong(path: string, key: 'when_or_time' | 'no_when' | 'time_option' | 'days_option'): Refusal {
  return invalidField(`reminders.${key}`, path, refusalWords.everywhere(key))
}
