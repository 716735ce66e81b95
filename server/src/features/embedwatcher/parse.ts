import { cluesIn } from './parse/clues.ts'
import { cancelledBy, isUnsure } from './parse/cues.ts'
import { isAnnounced } from './parse/gathering.ts'
import { oneOff } from './parse/one-off.ts'
import { none, type ParsedEvent, type ParsedNone, rounded } from './parse/outcome.ts'
import { placeIn, plainText } from './parse/place.ts'
import { reason } from './parse/reasons.ts'
import { type Announcement, segmentsOf } from './parse/segments.ts'
import { chooseRepetition, weekly } from './parse/weekly.ts'

export type { Evidence, ParsedEvent, ParsedNone } from './parse/outcome.ts'
export type { Reason, ReasonCode } from './parse/reasons.ts'
export type { EventSchedule } from './parse/schedule.ts'
export type { AnnouncedEmbed, Announcement } from './parse/segments.ts'

export interface AnnouncementContext {
  /** The present; what lies before it is refused. */
  readonly now: Temporal.Instant
  /** When the message was sent or edited last, from which `tomorrow` counts; the present if it is left out. */
  readonly writtenAt?: Temporal.Instant
  /** The guild's, for clocks that stand without one. */
  readonly timeZone: string
}

export type Parsed = ParsedEvent | ParsedNone

/**
 * From here on a reminder may be made without asking. An event whose day and clock are both clear has 0.8 or more; each
 * doubt that a human reader would have (two dates, a weekday that is not that date's, a clock that may be off by half a
 * day, "maybe") takes it below.
 */
export const ACT_FROM = 0.7

const LONGEST_TITLE = 100
const UNSURE = 0.7

/**
 * Reads when and where an announced event is, in English and Dutch. Pure; never throws; its time is that of the text's
 * length. An event below `ACT_FROM` is a guess to ask about.
 */
export function parseAnnouncement(announcement: Announcement, context: AnnouncementContext): Parsed {
  const segments = segmentsOf(announcement)
  const cancelled = cancelledBy(segments)
  if (cancelled !== null) return none([reason('cancelled', cancelled)])
  const { now, timeZone, writtenAt = now } = context
  const clues = cluesIn(segments)
  const reader = { writtenAt, timeZone }
  const repetition = chooseRepetition(clues)
  const timing = repetition ? weekly(repetition, clues, segments, reader, now) : oneOff(clues, segments, reader, now)
  const place = placeIn(segments)
  const located = place ? [{ part: 'location', text: place.text, reading: place.name, confidence: 0.95 } as const] : []
  const found = { evidence: [...timing.evidence, ...located] }
  if (timing.kind === 'none') return { ...timing, ...found }
  const isDoubtful = isUnsure(segments) || !isAnnounced(segments, timing.evidence)
  const confidence = rounded(timing.confidence * (isDoubtful ? UNSURE : 1))
  return { ...timing, ...found, confidence, title: titleOf(announcement), location: place?.name ?? null }
}

function titleOf({ embeds = [], content = '' }: Announcement): string {
  const texts = [...embeds.flatMap(({ title, description }) => [title ?? '', description ?? '']), content]
  const lines = texts.flatMap((text) => text.split('\n').map(plainText))
  const line = lines.find((text) => text !== '') ?? ''
  return line.length <= LONGEST_TITLE ? line : `${line.slice(0, LONGEST_TITLE - 1).trimEnd()}…`
}
