import type { Language } from '../../../kernel/language.ts'
import type { HoursWindow, OpeningHours } from './panel.ts'

/** Opening hours as people write them: `Mon-Fri 09:00-17:00, Sat 10:00-12:30`; English and Dutch are both understood. */

/** From Monday on. */
const SHORT: Readonly<Record<Language, readonly string[]>> = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  nl: ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'],
}
const LONG: readonly (readonly string[])[] = [
  ['monday', 'maandag'],
  ['tuesday', 'dinsdag'],
  ['wednesday', 'woensdag'],
  ['thursday', 'donderdag'],
  ['friday', 'vrijdag'],
  ['saturday', 'zaterdag'],
  ['sunday', 'zondag'],
]
const DAILY = new Set(['daily', 'every day', 'dagelijks', 'elke dag'])
const DAY = '[a-z]+'
const CLOCK = String.raw`(\d{1,2})(?:[:.h](\d{2}))?`
const PART = new RegExp(
  String.raw`^(daily|every day|dagelijks|elke dag|${DAY}(?:\s*(?:-|–|to|tot|t/m)\s*${DAY})?(?:\s*[,&+]\s*${DAY}(?:\s*(?:-|–|t/m)\s*${DAY})?)*)\s+${CLOCK}\s*(?:-|–|to|tot)\s*${CLOCK}$`,
)

/** Null when it cannot be read. */
export function windowsIn(text: string): HoursWindow[] | null {
  const parts = text
    .toLowerCase()
    // A comma between days belongs to the days: `Mon, Wed 09:00-17:00`.
    .split(/[;\n]|(?<=\d\s*),/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const windows = parts.map(windowsOf)
  if (windows.length === 0 || windows.some((some) => some === null)) return null
  return windows.flatMap((some) => some ?? [])
}

function windowsOf(part: string): HoursWindow[] | null {
  const [, daysText = '', fromHour = '', fromMinute, toHour = '', toMinute] = PART.exec(part) ?? []
  const [days, from, to] = [daysIn(daysText), clockOf(fromHour, fromMinute), clockOf(toHour, toMinute)]
  if (!days || from === null || to === null || from === '24:00') return null
  return days.map((day) => ({ day, from, to: to === '24:00' ? '00:00' : to }))
}

function daysIn(text: string): number[] | null {
  if (DAILY.has(text)) return [0, 1, 2, 3, 4, 5, 6]
  const ranges = text.split(/\s*[,&+]\s*/).map((range) => {
    const [first = -1, last = first, ...more] = range.split(/\s*(?:-|–|t\/m)\s*|\s+(?:to|tot)\s+/).map(dayOf)
    if (first < 0 || last < 0 || more.length > 0) return null
    return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, index) => (first + index) % 7)
  })
  return ranges.some((range) => range === null) ? null : ranges.flatMap((range) => range ?? [])
}

function dayOf(word: string): number {
  const names = (day: number) => [
    ...(LONG[day] ?? []),
    ...[SHORT.en[day], SHORT.nl[day]].map((name) => name?.toLowerCase()),
  ]
  return LONG.findIndex(
    (_, day) => names(day).includes(word) || (word.length > 2 && LONG[day]?.some((name) => name.startsWith(word))),
  )
}

function clockOf(hour: string, minute = '00'): string | null {
  const clock = `${hour.padStart(2, '0')}:${minute}`
  return /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(clock) ? clock : null
}

/** Days with the same clocks stand together: `Mon-Fri 09:00-17:00; Sat 10:00-12:30`. */
export function windowsText(windows: readonly HoursWindow[], language: Language): string {
  const clocks = [...new Set(windows.map(({ from, to }) => `${from}-${to}`))]
  return clocks
    .map((clock) => {
      const days = windows.filter(({ from, to }) => `${from}-${to}` === clock).map(({ day }) => day)
      return `${daysText([...new Set(days)].toSorted(), language)} ${clock}`
    })
    .join('; ')
}

export function hoursText({ zone, windows }: OpeningHours, language: Language): string {
  return `${windowsText(windows, language)} (${zone})`
}

function daysText(days: readonly number[], language: Language): string {
  const runs: number[][] = []
  for (const day of days) {
    const run = runs.at(-1)
    if (run?.at(-1) === day - 1) run.push(day)
    else runs.push([day])
  }
  const name = (day: number | undefined) => SHORT[language][day ?? 0] ?? ''
  return runs
    .map((run) => (run.length < 3 ? run.map(name).join(', ') : `${name(run[0])}-${name(run.at(-1))}`))
    .join(', ')
}
