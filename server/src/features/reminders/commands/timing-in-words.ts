import { invalidField } from '../../../kernel/refusal.ts'
import { isTimeZone } from '../../../kernel/time-zone.ts'
import type { ReminderInput } from '../contract.ts'
import { parseWhen } from '../when.ts'

export interface Surroundings {
  readonly now: Temporal.Instant
  readonly timeZone: string
  /** The language of the member's Discord, which settles what English and Dutch read differently. */
  readonly locale: string
}

/** The fields of a reminder that a time in plain words stands for. */
export function timingIn(
  words: string,
  { now, timeZone, locale }: Surroundings,
): Pick<ReminderInput, 'event_time' | 'call_time' | 'days' | 'rrule'> {
  if (!isTimeZone(timeZone))
    throw invalidField('reminders.timezone', '/timezone', 'timezone must be an IANA name like Europe/Brussels')
  const when = parseWhen(words, { now, timeZone, locale: locale.startsWith('nl') ? 'nl' : 'en' })
  if (when.kind === 'once') return { event_time: when.eventAt.toString() }
  const call_time = when.time.toString({ smallestUnit: 'second' })
  return when.kind === 'weekly' ? { call_time, days: [...when.days] } : { call_time, rrule: when.rrule }
}
