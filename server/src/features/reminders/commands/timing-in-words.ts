import type { Language } from '../../../kernel/language.ts'
import { invalidField } from '../../../kernel/refusal.ts'
import { isTimeZone } from '../../../kernel/time-zone.ts'
import type { ReminderInput } from '../contract.ts'
import { everySuch } from '../when/day-words.ts'
import { parseWhen } from '../when.ts'
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

/** The time as one text, in whichever options it was given. */
export function wordsOf({ when, time, days }: WhenOptions): string {
  if (when !== null) return when
  if (time === null) throw invalidField('reminders.no_time', '/when', refusalWords.everywhere('no_when'))
  return days === null ? time : everySuch(days, time)
}
