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
/** Of a longer text not everything has to be in an entry that answers it. */
const MOST_TERMS_COUNTED = 5
/** A keyword is put there to be found by, but alone it says less than a whole title. */
const KEYWORD_COVERS = 0.7
const SHARE_OF_HEADING = 0.35
const MOST_REASONS = 2

/** Best first. How much of what was asked is in the entry counts most, then how much of its title was asked for. */
export function judged(candidates: readonly Candidate[], plan: Plan, { readings }: Queries): Hit[] {
  return candidates
    .map((candidate) => ({ candidate, hit: judge(candidate, plan, readings) }))
    .toSorted((one, other) => {
      const byScore = other.hit.score - one.hit.score
      return byScore || other.candidate.solved - one.candidate.solved || one.hit.number - other.hit.number
    })
    .map(({ hit }) => hit)
}

function judge(
  { places, titleWords, solved: _, ...entry }: Candidate,
  { terms }: Plan,
  readings: Queries['readings'],
): Hit {
  const found = terms.flatMap((term, index) => {
    const all = readings.flatMap(({ term: of, text, because }, at) => {
      const place = places[at]
      if (of !== index || !place) return []
      const weight = PLACE_WEIGHT[place] * READING_WEIGHT[because]
      return [{ weight, reason: { place, because, written: term.written, found: text } }]
    })
    return all.toSorted((one, other) => other.weight - one.weight).slice(0, 1)
  })
  const asked = Math.max(1, Math.min(terms.length, MOST_TERMS_COUNTED))
  const coverage = found.reduce((sum, { weight }) => sum + weight, 0) / asked
  const score = (1 - SHARE_OF_HEADING) * coverage + SHARE_OF_HEADING * headingCoverage(found, titleWords)
  const reasons = found.toSorted((one, other) => other.weight - one.weight).map(({ reason }) => reason)
  return { ...entry, score: Math.min(1, Math.round(score * 1000) / 1000), reasons: reasons.slice(0, MOST_REASONS) }
}

function headingCoverage(found: readonly { readonly weight: number; readonly reason: Reason }[], titleWords: number) {
  const ofPlace = (place: Place) => found.filter(({ reason }) => reason.place === place)
  const ofTitle = ofPlace('title').reduce((sum, { weight }) => sum + weight, 0) / Math.max(1, titleWords)
  const ofKeywords = Math.max(0, ...ofPlace('keywords').map(({ reason }) => READING_WEIGHT[reason.because]))
  return Math.min(1, Math.max(ofTitle, ofKeywords * KEYWORD_COVERS))
}
