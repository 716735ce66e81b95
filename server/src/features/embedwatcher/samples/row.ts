import type { AnnouncedEmbed, Announcement, Parsed } from '../parse.ts'

/**
 * One labelled announcement to a line, `expected ⇐ message`, read on Monday 23 November 2026 at noon in Brussels.
 * Expected: `none`, `ask` where a human reader could not tell either, `2027-01-15 19:30`, or `weekly 02 19:30` with the
 * days from Monday as 0; then the zone when it is not the guild's, `from` the first date, `until` the last, and `@` the
 * place. A message has parts between `¦`: `T` title, `D` description, `F name = value` field, `B` footer, `P` plain
 * text; `⏎` is a new line and `‵` a backtick.
 */
export interface Sample {
  readonly expected: string
  readonly announcement: Announcement
  readonly row: string
}

export const SAMPLES_ZONE = 'Europe/Brussels'
export const SAMPLES_NOW = Temporal.Instant.from('2026-11-23T11:00:00Z')

export function samplesOf(rows: string): Sample[] {
  return rows
    .split('\n')
    .filter((row) => row.includes('⇐'))
    .map((row) => {
      const [expected = '', message = ''] = row.split('⇐')
      return { expected: expected.trim(), announcement: announcementOf(message), row }
    })
}

function announcementOf(message: string): Announcement {
  const parts = message
    .replaceAll('⏎', '\n')
    .replaceAll('‵', '`')
    .split('¦')
    .map((part) => part.trim())
  const ofKind = (kind: string) => parts.filter((part) => part.startsWith(`${kind} `)).map((part) => part.slice(2))
  const [content] = ofKind('P')
  if (content !== undefined) return { content }
  const embed: AnnouncedEmbed = {
    title: ofKind('T')[0] ?? null,
    description: ofKind('D')[0] ?? null,
    fields: ofKind('F').map((field) => {
      const [name = '', value = ''] = field.split(' = ')
      return { name, value }
    }),
    footer: ofKind('B')[0] ?? null,
  }
  return { embeds: [embed] }
}

/** What was read, in the form of a label. */
export function told(parsed: Parsed): string {
  if (parsed.kind === 'none') return 'none'
  const { schedule, location } = parsed
  const zone = schedule.timeZone === SAMPLES_ZONE ? '' : ` ${schedule.timeZone}`
  const place = location === null ? '' : ` @ ${location}`
  if (schedule.kind === 'once') {
    const local = schedule.eventAt.toZonedDateTimeISO(schedule.timeZone)
    return `${local.toPlainDate()} ${clock(local.toPlainTime())}${zone}${place}`
  }
  const { startsOn, endsOn } = schedule
  const edges = `${startsOn ? ` from ${startsOn}` : ''}${endsOn ? ` until ${endsOn}` : ''}`
  return `weekly ${schedule.days.join('')} ${clock(schedule.time)}${zone}${edges}${place}`
}

const clock = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' })
