import type { Reason } from './reasons.ts'
import type { Clue } from './scanner.ts'
import type { EventSchedule } from './schedule.ts'

/** One thing that was understood, the exact words it came from, and how sure that is. */
export interface Evidence {
  readonly part: 'date' | 'time' | 'days' | 'zone' | 'location' | 'start' | 'end'
  /** A quotation: it stands like this in a text of the announcement. */
  readonly text: string
  /** `2027-01-15`, `19:30`, `0,2`, `Europe/Brussels`, the place without Markdown. */
  readonly reading: string
  readonly confidence: number
}

export interface ParsedEvent {
  readonly kind: 'event'
  readonly schedule: EventSchedule
  /** The title or else the first line, without Markdown, at most 100 characters. */
  readonly title: string
  readonly location: string | null
  /** From 0 to 1: of the whole, at most that of its least certain part. */
  readonly confidence: number
  readonly evidence: readonly Evidence[]
}

export interface ParsedNone {
  readonly kind: 'none'
  readonly reasons: readonly Reason[]
  /** What was understood all the same. */
  readonly evidence: readonly Evidence[]
}

/** When it is, without what surrounds it. */
export type Timing = Omit<ParsedEvent, 'title' | 'location'> | ParsedNone

export function evidence(
  part: Evidence['part'],
  { text }: Clue<unknown>,
  reading: string,
  confidence: number,
): Evidence {
  return { part, text, reading, confidence: rounded(confidence) }
}

export function none(reasons: readonly Reason[], understood: readonly Evidence[] = []): ParsedNone {
  return { kind: 'none', reasons, evidence: understood }
}

export const clockText = (time: Temporal.PlainTime) => time.toString({ smallestUnit: 'minute' })
export const rounded = (confidence: number) => Math.round(confidence * 1000) / 1000
