import type { Language } from '../../kernel/language.ts'
import { interactionWords } from './interaction-words.ts'
import type { Choice } from './options.ts'

const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')].map((id) => ({ id, text: searchable(id) }))
const MOST = 25

/** Zones whose city or region contains what was typed, those that begin with it first; each with the clock it shows now. */
export function timeZonesLike(typed: string, now: Temporal.Instant, language: Language): Choice[] {
  const wanted = searchable(typed.trim())
  const found = ZONES.filter(({ text }) => text.includes(wanted))
  const first = found.filter(({ text }) => cityOf(text).startsWith(wanted))
  return [...new Set([...first, ...found])].slice(0, MOST).map(({ id }) => ({
    name: nameOf(id, now, language),
    value: id,
  }))
}

/** The zones of exactly this name, or else of this city, in whatever case. */
export function timeZonesNamed(typed: string): string[] {
  const wanted = searchable(typed.trim())
  const exact = ZONES.filter(({ text }) => text === wanted)
  const found = exact.length > 0 ? exact : ZONES.filter(({ text }) => cityOf(text) === wanted)
  return found.map(({ id }) => id)
}

function nameOf(id: string, now: Temporal.Instant, language: Language): string {
  const local = now.toZonedDateTimeISO(id)
  const region = id.includes('/') ? `, ${id.slice(0, id.lastIndexOf('/')).replaceAll('_', ' ')}` : ''
  const clock = local.toPlainTime().toString({ smallestUnit: 'minute' })
  const place = `${cityOf(id).replaceAll('_', ' ')}${region}`
  return interactionWords(language)('time_zone', { place, offset: local.offset, clock })
}

function cityOf(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1)
}

function searchable(text: string): string {
  return text.toLowerCase().replaceAll('_', ' ')
}
