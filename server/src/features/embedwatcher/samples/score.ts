import { ACT_FROM, type Parsed, parseAnnouncement } from '../parse.ts'
import { SAMPLES_NOW, SAMPLES_ZONE, type Sample, told } from './row.ts'

export interface Miss {
  readonly sample: Sample
  readonly got: string
  readonly parsed: Parsed
}

export interface Score {
  readonly samples: number
  readonly events: number
  /** Answers on which the watcher would act: right ones, and all. */
  readonly right: number
  readonly answers: number
  readonly precision: number
  readonly recall: number
  readonly misses: readonly Miss[]
}

/** How many of the answers to act on are right, and how many of the events are among them. */
export function score(samples: readonly Sample[], threshold = ACT_FROM): Score {
  const read = samples.map((sample) => {
    const parsed = parseAnnouncement(sample.announcement, { now: SAMPLES_NOW, timeZone: SAMPLES_ZONE })
    const isActed = parsed.kind === 'event' && parsed.confidence >= threshold
    return { sample, parsed, isActed, got: told(parsed) }
  })
  const answers = read.filter(({ isActed }) => isActed)
  const right = answers.filter(({ sample, got }) => got === sample.expected).length
  const events = samples.filter(isEvent).length
  return {
    samples: samples.length,
    events,
    right,
    answers: answers.length,
    precision: right / answers.length,
    recall: right / events,
    misses: read.filter(({ sample, isActed, got }) =>
      isEvent(sample) ? !isActed || sample.expected !== got : isActed,
    ),
  }
}

export const isEvent = ({ expected }: Sample) => expected !== 'none' && expected !== 'ask'
