import assert from 'node:assert/strict'
import { parseJson } from '../platform/http/json.ts'
import type { Answer } from './http.ts'

/**
 * Compares an answer, field by field, with the sample that the API reference shows of it. Each field of the sample has to
 * be there, with a value of the same kind; an answer may have more fields. `…` of the reference, as in `[...]`, `{...}`
 * or on a line of its own, stands for anything. A list of the sample has one shape for all entries, and where it shows
 * any, the answer has some: otherwise nothing would have been compared.
 */

/** Places are written as `history[].gpt_status`; the answer itself is the empty text. */
interface Allowances {
  /** Called optional by the reference: null stands for what is not known. */
  readonly nullable?: readonly string[]
  /** Lists that may be empty although the sample shows entries. */
  readonly maybeEmpty?: readonly string[]
  /** Objects whose names are data, such as counts by command: their values have the shape of the sample's first. */
  readonly maps?: readonly string[]
  /** Fields that say exactly what the sample says. */
  readonly verbatim?: readonly string[]
}

/** Fails unless the answer is a success that has the shape of the sample. */
export function assertShape(answer: Answer, sample: string, allowances?: Allowances): void {
  assert.equal(answer.status, 200, answer.text)
  assert.match(answer.headers.get('content-type') ?? '', /^application\/json/)
  assert.deepEqual(misfits(sample, answer.text, allowances), [], answer.text)
}

/** What the answer lacks or has otherwise than the sample, one sentence each. */
export function misfits(sample: string, answer: string, allowances: Allowances = {}): string[] {
  const shown = readSample(sample)
  const places = new Set(placesOf(shown, ''))
  const strays = Object.values(allowances)
    .flat()
    .filter((place) => !places.has(place))
  return [
    ...strays.map((place) => `${place} is no place of the sample`),
    ...compare(shown, parseJson(answer), '', allowances),
  ]
}

/** The sample as JSON, with nothing where it says `...`. */
function readSample(text: string): unknown {
  const withoutEllipses = text
    .replaceAll('[...]', '[]')
    .replaceAll('{...}', '{}')
    .replaceAll(/,\s*\.\.\.(?=\s*[}\]])/g, '')
  return parseJson(withoutEllipses)
}

function* placesOf(sample: unknown, place: string): Generator<string> {
  yield place
  if (Array.isArray(sample)) {
    if (sample.length > 0) yield* placesOf(sample[0], `${place}[]`)
  } else if (isRecord(sample)) {
    for (const [name, value] of Object.entries(sample)) yield* placesOf(value, within(place, name))
  }
}

function* compare(sample: unknown, answer: unknown, place: string, allowances: Allowances): Generator<string> {
  if (answer === null && allowances.nullable?.includes(place)) return
  const kind = kindOf(sample)
  if (!kind.fits(answer)) {
    yield `${called(place)} is ${inWords(answer)}, not ${kind.name}`
  } else if (allowances.verbatim?.includes(place) && inWords(answer) !== inWords(sample)) {
    yield `${called(place)} is ${inWords(answer)}, not ${inWords(sample)}`
  } else if (Array.isArray(sample) && Array.isArray(answer)) {
    if (sample.length > 0) yield* compareEntries(sample[0], answer, place, allowances)
  } else if (isRecord(sample) && isRecord(answer)) {
    yield* compareFields(sample, answer, place, allowances)
  }
}

function* compareEntries(
  sample: unknown,
  answer: readonly unknown[],
  place: string,
  allowances: Allowances,
): Generator<string> {
  if (answer.length === 0 && !allowances.maybeEmpty?.includes(place)) yield `${called(place)} is empty`
  for (const entry of answer) yield* compare(sample, entry, `${place}[]`, allowances)
}

function* compareFields(
  sample: Readonly<Record<string, unknown>>,
  answer: Readonly<Record<string, unknown>>,
  place: string,
  allowances: Allowances,
): Generator<string> {
  if (allowances.maps?.includes(place)) {
    const [first] = Object.values(sample)
    if (Object.keys(answer).length === 0 && !allowances.maybeEmpty?.includes(place)) yield `${called(place)} is empty`
    for (const [name, value] of Object.entries(answer)) yield* compare(first, value, within(place, name), allowances)
    return
  }
  for (const [name, value] of Object.entries(sample)) {
    if (Object.hasOwn(answer, name)) yield* compare(value, answer[name], within(place, name), allowances)
    else yield `${within(place, name)} is missing`
  }
}

const within = (place: string, name: string) => (place === '' ? name : `${place}.${name}`)
const called = (place: string) => place || 'the answer'

interface Kind {
  readonly name: string
  fits(value: unknown): boolean
}

const isWhole = (value: unknown) => typeof value === 'bigint' || Number.isInteger(value)
const textLike = (name: string, pattern: RegExp): Kind & { readonly pattern: RegExp } => ({
  name,
  pattern,
  fits: (value) => typeof value === 'string' && pattern.test(value),
})

/** Kinds of text that the reference keeps apart by their form, in this order. */
const TEXTS = [
  textLike('an instant in UTC like 2026-01-21T12:00:00Z', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/),
  textLike('a time of day like 18:00:00', /^\d\d:\d\d:\d\d$/),
  textLike('digits in quotes', /^\d+$/),
  textLike('text', /^/),
]

function kindOf(sample: unknown): Kind {
  if (sample === null) return { name: 'null', fits: (value) => value === null }
  if (typeof sample === 'boolean') return { name: 'true or false', fits: (value) => typeof value === 'boolean' }
  if (isWhole(sample)) return { name: 'a whole number', fits: isWhole }
  if (typeof sample === 'number')
    return { name: 'a number', fits: (value) => isWhole(value) || typeof value === 'number' }
  if (Array.isArray(sample)) return { name: 'a list', fits: (value) => Array.isArray(value) }
  return TEXTS.find((kind) => kind.fits(sample)) ?? { name: 'an object', fits: isRecord }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function inWords(value: unknown): string {
  return JSON.stringify(value, (_key, inner) => (typeof inner === 'bigint' ? String(inner) : inner))
}
