import type { Language } from '../../kernel/language.ts'
import { firstEvent } from './parse/schedule.ts'
import { WEEKDAYS } from './parse/words.ts'
import { parseAnnouncement } from './parse.ts'
import type { EventTime } from './ports.ts'

/** The next event; null when the last one is over. */
export function nextEvent(when: EventTime, now: Temporal.Instant): Temporal.Instant | null {
  if (when.kind === 'weekly') return firstEvent(when, now)
  return Temporal.Instant.compare(when.eventAt, now) > 0 ? when.eventAt : null
}

/** When the last event is; null where they go on. */
export function lastEvent(when: EventTime): Temporal.Instant | null {
  if (when.kind === 'once') return when.eventAt
  return when.endsOn?.toZonedDateTime({ timeZone: when.timeZone, plainTime: when.time }).toInstant() ?? null
}

/** What is still to be sent of the next event, in order. */
export function sendingsOf(when: EventTime, leadMinutes: readonly number[], now: Temporal.Instant): Temporal.Instant[] {
  const event = nextEvent(when, now)
  if (!event) return []
  const local = event.toZonedDateTimeISO(when.timeZone).toPlainDateTime()
  // Of what comes round, both clocks are wall clocks; before a single event, time that passes.
  const before = (minutes: number) =>
    when.kind === 'once'
      ? event.subtract({ minutes })
      : local.subtract({ minutes }).toZonedDateTime(when.timeZone).toInstant()
  const all = [...leadMinutes.map(before), ...(when.kind === 'once' ? [event] : [])]
  const open = all.filter((at) => Temporal.Instant.compare(at, now) > 0).sort(Temporal.Instant.compare)
  return open.filter((at, index) => !open[index - 1]?.equals(at))
}

/** The words that the parser reads, rather than those of the catalogues: what a form shows has to be read back. */
const FORM_WORDS = {
  en: {
    days: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    every: 'every',
    from: 'from',
    until: 'until',
  },
  nl: {
    days: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
    every: 'elke',
    from: 'vanaf',
    until: 'tot',
  },
} as const

/** In words that are read back as the same time: what a form shows and takes. */
export function timeText(when: EventTime, guildZone: string, language: Language): string {
  const words = FORM_WORDS[language]
  const zone = when.timeZone === guildZone ? '' : ` ${when.timeZone}`
  if (when.kind === 'once') {
    const local = when.eventAt.toZonedDateTimeISO(when.timeZone)
    return `${local.toPlainDate()} ${clock(local.toPlainTime())}${zone}`
  }
  const days = when.days.map((day) => words.days[WEEKDAYS.indexOf(day)]).join(', ')
  const { startsOn, endsOn } = when
  const edges = [startsOn && ` ${words.from} ${startsOn}`, endsOn && ` ${words.until} ${endsOn}`].filter(Boolean)
  return `${words.every} ${days} ${clock(when.time)}${zone}${edges.join('')}`
}

const clock = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' })

/** What somebody typed as a time; null where it names no day and clock that are still to come. */
export function typedTime(text: string, now: Temporal.Instant, timeZone: string): EventTime | null {
  const parsed = parseAnnouncement({ content: text }, { now, timeZone })
  return parsed.kind === 'event' ? parsed.schedule : null
}

export function isSameTime(one: EventTime | null, other: EventTime | null): boolean {
  return keyOf(one) === keyOf(other)
}

function keyOf(when: EventTime | null): string {
  if (!when) return ''
  if (when.kind === 'once') return String(when.eventAt)
  const { days, time, timeZone, startsOn, endsOn } = when
  return [days.join(''), time, timeZone, startsOn, endsOn].join('|')
}
