import { numberOf } from './words.ts'

/** `in 10 minutes`, `over anderhalf uur`, `in 1 hour and 30 min`, `2 weeks from now`. */
export interface Ahead {
  /** Hours and shorter: elapsed time. */
  readonly seconds: number
  /** Days and longer: calendar time. */
  readonly calendar: { readonly days: number; readonly months: number }
}

const UNITS = new Map(
  Object.entries({
    second: 'seconds second secs sec seconden seconde s',
    minute: 'minutes minute mins min minuten minuut m',
    hour: 'hours hour hrs hr uren uur u h',
    day: 'days day dagen dag d',
    week: 'weeks week weken w',
    month: 'months month maanden maand',
    year: 'years year jaren jaar',
  }).flatMap(([unit, names]) => names.split(' ').map((name) => [name, unit] as const)),
)
const SECONDS = new Map([
  ['second', 1],
  ['minute', 60],
  ['hour', 3600],
])
const DAYS = new Map([
  ['day', 1],
  ['week', 7],
])
const MONTHS = new Map([
  ['month', 1],
  ['year', 12],
])

const FRAME = /^(?:(?:in|over|within|binnen) (?<ahead>.+)|(?<back>.+) (?:from now|vanaf nu))$/
const TERM = /^(?<amount>\d{1,5}(?:[.,]\d{1,2})?|\p{L}+) ?(?<unit>\p{L}+)(?: (?:and |en )?|$)/u

export function durationOf(text: string): Ahead | null {
  const frame = FRAME.exec(text)
  let left = plainly(frame?.groups?.ahead ?? frame?.groups?.back ?? '')
  let total: Ahead = { seconds: 0, calendar: { days: 0, months: 0 } }
  if (left === '') return null
  while (left !== '') {
    const term = TERM.exec(left)
    const next = term && plus(total, term.groups?.amount ?? '', term.groups?.unit ?? '')
    if (!next) return null
    total = next
    left = left.slice(term[0].length)
  }
  return total
}

/** Halves as numbers. */
function plainly(text: string): string {
  return text
    .replace(/^(?:een half|half a|half an) (?:uur|hour)\b/, '30 minutes')
    .replace(/^anderhalf uur\b/, '90 minutes')
    .replace(/^(?:an hour and a half|one and a half hours?)\b/, '90 minutes')
    .replace(/^(?:een kwartier|a quarter of an hour)\b/, '15 minutes')
}

function plus({ seconds, calendar }: Ahead, amount: string, name: string): Ahead | null {
  const count = /^\d/.test(amount) ? Number(amount.replace(',', '.')) : numberOf(amount)
  const unit = UNITS.get(name)
  if (count === undefined || unit === undefined) return null
  const second = SECONDS.get(unit)
  if (second !== undefined) return { seconds: seconds + Math.round(count * second), calendar }
  if (!Number.isInteger(count)) return null
  const days = calendar.days + count * (DAYS.get(unit) ?? 0)
  return { seconds, calendar: { days, months: calendar.months + count * (MONTHS.get(unit) ?? 0) } }
}
