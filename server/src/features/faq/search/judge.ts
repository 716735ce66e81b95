import type { Plan, Reading } from './plan.ts'
import type { Queries } from './queries.ts'

/** Where in an entry something stands; the best place, if in several. */
export type Place = 'title' | 'keywords' | 'answer'

/** An entry that the database found. */
export interface Candidate {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly answer: string
  readonly category: string | null
  readonly solved: number
  /** How many words with a meaning its title has. */
  readonly titleWords: number
  /** Where each reading of the queries stands; null: nowhere. */
  readonly places: readonly (Place | null)[]
}

/** Why an entry was found. */
export interface Reason {
  readonly place: Place
  readonly because: Reading['because']
  readonly written: string
  /** The word that stands there. */
  readonly found: string
}

export interface Hit extends Omit<Candidate, 'places' | 'titleWords' | 'solved'> {
  /** From 0 to 1. */
  readonly score: number
  /** The weightiest first. */
  readonly reasons: readonly Reason[]
}

const PLACE_WEIGHT: Readonly<Record<Place, number>> = { title: 1, keywords: 0.9, answer: 0.4 }
const READING_WEIGHT: Readonly<Record<Reading['because'], number>> = { written: 1, synonym: 0.85, typo: 0.75 }
/** Of a longer text not everything has to be in an entry that answers it: so many of its rarest words. */
const MOST_TERMS_COUNTED = 5
/** A keyword is put there to be found by, but alone it says less than a whole title. */
const KEYWORD_COVERS = 0.5
const SHARE_OF_HEADING = 0.35
const MOST_REASONS = 2
const LEAST_WEIGHT = 0.1
/** Of words that stand in no heading: they may be small talk, or what the question is about. */
const UNUSED_WEIGHT = 0.4

/** What a term says, from 0 to 1: the less, the more headings of the guild have it. `uses` is null where that is not known. */
export function weightOf(uses: number | null, entries: number): number {
  if (uses === null || uses === 0) return UNUSED_WEIGHT
  return Math.max(LEAST_WEIGHT, Math.min(1, Math.log(1 + entries / uses) / Math.log(1 + entries)))
}

/** Best first. How much of what was asked is in the entry counts most, then how much of its title was asked for. */
export function judged(
  candidates: readonly Candidate[],
  plan: Plan,
  readings: Queries['readings'],
  weights: readonly number[],
): Hit[] {
  return candidates
    .map((candidate) => ({ solved: candidate.solved, hit: judge(candidate, plan, readings, weights) }))
    .toSorted((one, other) => {
      const byScore = other.hit.score - one.hit.score
      return byScore || other.solved - one.solved || one.hit.number - other.hit.number
    })
    .map(({ hit }) => hit)
}

interface FoundTerm {
  /** How well it was found. */
  readonly value: number
  readonly weight: number
  readonly reason: Reason
}

function judge(
  { places, titleWords, solved: _, ...entry }: Candidate,
  { terms }: Plan,
  readings: Queries['readings'],
  weights: readonly number[],
): Hit {
  const found = terms.flatMap(({ written }, index) => {
    const all = readings.flatMap(({ term, text, because }, at): FoundTerm[] => {
      const place = places[at]
      if (term !== index || !place) return []
      const value = PLACE_WEIGHT[place] * READING_WEIGHT[because]
      return [{ value, weight: weights[index] ?? 0, reason: { place, because, written, found: text } }]
    })
    return all.toSorted((one, other) => other.value - one.value).slice(0, 1)
  })
  const asked = sum(weights.toSorted((one, other) => other - one).slice(0, MOST_TERMS_COUNTED))
  const coverage = asked === 0 ? 0 : Math.min(1, sum(found.map(({ value, weight }) => value * weight)) / asked)
  const score = (1 - SHARE_OF_HEADING) * coverage + SHARE_OF_HEADING * headingCoverage(found, titleWords)
  const telling = found.toSorted((one, other) => other.value * other.weight - one.value * one.weight)
  const reasons = telling.slice(0, MOST_REASONS).map(({ reason }) => reason)
  return { ...entry, score: Math.round(score * 1000) / 1000, reasons }
}

function headingCoverage(found: readonly FoundTerm[], titleWords: number): number {
  const values = (place: Place) => found.filter(({ reason }) => reason.place === place).map(({ value }) => value)
  const ofTitle = sum(values('title')) / Math.max(1, titleWords)
  const ofKeywords = Math.max(0, ...values('keywords')) * KEYWORD_COVERS
  return Math.min(1, Math.max(ofTitle, ofKeywords))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
