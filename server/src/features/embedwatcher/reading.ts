import { EmbedType } from 'discord-api-types/v10'
import { instantOfId } from '../../kernel/ids.ts'
import { isImageAddress } from '../../kernel/image-address.ts'
import type { JsonValue } from '../../platform/database/tables.ts'
import type { ChannelMessage } from '../../platform/discord/channel-message.ts'
import { cut } from '../../platform/discord/text.ts'
import type { ModelFailureKind } from '../../platform/language-model/failure.ts'
import { isSameTime } from './event-time.ts'
import { type Evidence, type Parsed, parseAnnouncement, type Reason } from './parse.ts'
import type { EventContent, EventTime } from './ports.ts'

/** What a message announces, and what that was read from. */
export interface Reading extends Omit<EventContent, 'leadMinutes'> {
  /** From 0 to 1; 0 without a time. */
  readonly confidence: number
  readonly evidence: readonly Evidence[]
  /** Why it has no time. */
  readonly reasons: readonly Reason[]
  /** What came of asking the language model; null where it was not asked. */
  readonly model: ModelNote | null
}

export type Understood = Pick<Reading, 'when' | 'location' | 'confidence' | 'evidence' | 'reasons'>

export interface ModelNote {
  /** `none`: it finds no event. `unusable`: what it says does not stand in the announcement, or is over. */
  readonly outcome: 'suggested' | 'none' | 'unusable' | ModelFailureKind
  /** What was understood without it, where what is understood now is its suggestion. */
  readonly before: Understood | null
}

interface Circumstances {
  readonly now: Temporal.Instant
  readonly timeZone: string
  /** Whether what stands outside of embeds is read. */
  readonly plainText: boolean
}

/** Of a reminder, which has these bounds. */
const MOST = { name: 100, message: 2000, location: 200 }

/** Null where there is nothing to read, as without the intent to see what messages contain. */
export function readingOf(message: ChannelMessage, { now, timeZone, plainText }: Circumstances): Reading | null {
  const announcement = announcementOf(message, plainText)
  if (!announcement) return null
  const { embeds: shown, content } = announcement
  // `tomorrow` counts from when it was written: who corrects a word the day after means the same day.
  const writtenAt = instantOfId(message.id)
  const parsed = parseAnnouncement(announcement, { now, writtenAt, timeZone })
  const texts = shown.map(({ description, fields }) =>
    [description, ...fields.map(({ name, value }) => `${name}: ${value}`)].filter(Boolean).join('\n'),
  )
  const text = [...texts, content].filter((each) => each.trim() !== '').join('\n\n')
  const image = embedsOf(message)
    .map((embed) => embed.image?.url ?? embed.thumbnail?.url ?? '')
    .find(isImageAddress)
  const [firstLine = ''] = (shown[0]?.title || text).trim().split('\n')
  return {
    name: cut((parsed.kind === 'event' && parsed.title) || firstLine.trim() || '⏰', MOST.name),
    message: cut(text, MOST.message),
    imageUrl: image ?? null,
    ...understood(parsed),
    model: null,
  }
}

/** What is read of a message; null where that is nothing. */
export function announcementOf(message: Pick<ChannelMessage, 'embeds' | 'content'>, plainText: boolean) {
  const embeds = embedsOf(message)
  const content = plainText ? storable(message.content) : ''
  if (embeds.length === 0 && content.trim() === '') return null
  const shown = embeds.map(({ title, description, fields, footer }) => ({
    title: title === undefined ? null : storable(title),
    description: description === undefined ? null : storable(description),
    fields: (fields ?? []).map(({ name, value }) => ({ name: storable(name), value: storable(value) })),
    footer: footer ? storable(footer.text) : null,
  }))
  return { embeds: shown, content }
}

/** PostgreSQL keeps neither the character 0 nor half a character. */
const storable = (text: string) => text.toWellFormed().replaceAll('\0', '')

/** Those that somebody wrote; the others are previews of links, and say what some page says. */
export function embedsOf({ embeds }: Pick<ChannelMessage, 'embeds'>): ChannelMessage['embeds'] {
  return embeds.filter(({ type = EmbedType.Rich }) => type === EmbedType.Rich)
}

function understood(parsed: Parsed): Understood {
  const { evidence } = parsed
  if (parsed.kind === 'none') {
    const place = evidence.find(({ part }) => part === 'location')?.reading ?? null
    return {
      when: null,
      location: place && cut(place, MOST.location),
      confidence: 0,
      evidence,
      reasons: parsed.reasons,
    }
  }
  const { schedule, confidence, location } = parsed
  return {
    when: timeOf(schedule),
    location: location && cut(location, MOST.location),
    confidence,
    evidence,
    reasons: [],
  }
}

function timeOf(schedule: EventTime): EventTime {
  if (schedule.kind === 'once') return schedule
  const { kind, days, time, timeZone, startsOn, endsOn } = schedule
  return { kind, days, time, timeZone, startsOn, endsOn }
}

/**
 * What is done about a reading: make a reminder, ask a person, take back what was made because it says that it is off,
 * or nothing, where it speaks of no day and no clock of an event.
 */
export type Verdict = 'make' | 'ask' | 'off' | 'nothing'

const SAYS_WHEN: ReadonlySet<Evidence['part']> = new Set(['date', 'time', 'days'])

export function verdictOf({ when, confidence, evidence, reasons }: Reading, thresholdPercent: number): Verdict {
  if (when) return Math.round(confidence * 1000) >= thresholdPercent * 10 ? 'make' : 'ask'
  if (reasons.some(({ code }) => code === 'cancelled')) return 'off'
  const isOfOtherThings = reasons.length > 0 && reasons.every(({ code }) => code === 'not_the_event')
  return !isOfOtherThings && evidence.some(({ part }) => SAYS_WHEN.has(part)) ? 'ask' : 'nothing'
}

/** As it was read without the language model. */
export function unaided(reading: Reading): Reading {
  return { ...reading, ...reading.model?.before, model: null }
}

export function isSameReading(one: Reading, other: Reading): boolean {
  return Object.keys(changesIn(one, other)).length === 0 && isSameTime(one.when, other.when)
}

/** Whether the same is announced in other words. */
export function isSameButForText(one: Reading, other: Reading): boolean {
  const { message: _, imageUrl: __, ...changes } = changesIn(one, other)
  const saidOf = ({ evidence }: Reading) => evidence.map(({ part, reading }) => `${part} ${reading}`).join('\n')
  return Object.keys(changes).length === 0 && isSameTime(one.when, other.when) && saidOf(one) === saidOf(other)
}

/** What of a reminder follows a change of its announcement: only what the announcement itself says otherwise. */
export function changesIn(before: Reading, after: Reading): Partial<EventContent> {
  return {
    ...(before.name !== after.name && { name: after.name }),
    ...(before.message !== after.message && { message: after.message }),
    ...(before.location !== after.location && { location: after.location }),
    ...(before.imageUrl !== after.imageUrl && { imageUrl: after.imageUrl }),
    ...(after.when && !isSameTime(before.when, after.when) && { when: after.when }),
  }
}

/** What `JSON.stringify` makes of a time. */
type WrittenTime =
  | { readonly kind: 'once'; readonly eventAt: string; readonly timeZone: string }
  | (Omit<Extract<EventTime, { kind: 'weekly' }>, 'time' | 'startsOn' | 'endsOn'> & {
      readonly time: string
      readonly startsOn: string | null
      readonly endsOn: string | null
    })

type Written<Read extends Understood> = Omit<Read, 'when' | 'model'> & { readonly when: WrittenTime | null }
/** Those that were stored before the language model was asked do not speak of it. */
type WrittenReading = Written<Reading> & {
  readonly model?: (Omit<ModelNote, 'before'> & { readonly before: Written<Understood> | null }) | null
}

/** A reading as it was stored. */
export function storedReading(stored: JsonValue): Reading {
  // Written from a Reading by JSON.stringify.
  const written = stored as unknown as WrittenReading
  const { when, model = null } = written
  const before = model?.before ?? null
  return {
    ...written,
    when: when && revived(when),
    model: model && { ...model, before: before && { ...before, when: before.when && revived(before.when) } },
  }
}

function revived(written: WrittenTime): EventTime {
  if (written.kind === 'once') return { ...written, eventAt: Temporal.Instant.from(written.eventAt) }
  const date = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text))
  const { time, startsOn, endsOn } = written
  return { ...written, time: Temporal.PlainTime.from(time), startsOn: date(startsOn), endsOn: date(endsOn) }
}
