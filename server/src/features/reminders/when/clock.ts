import { numberOf } from './words.ts'

export type Locale = 'en' | 'nl'

export interface Clocked {
  readonly time: Temporal.PlainTime
  /** The text without its clock. */
  readonly rest: string
}

type Reading = (groups: Readonly<Record<string, string | undefined>>, locale: Locale) => Temporal.PlainTime | null

const HOUR =
  '(?<hour>\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|een|één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)'
const MERIDIEM = '\\s*(?<half>[ap])\\.?m\\b\\.?'
const MINUTES = '(?<minutes>\\d{1,2}|five|ten|twenty|(?:a )?quarter|vijf|tien|twintig|kwart)(?: minutes?| minuten)?'

/** From the most to the least said; the first form that occurs is the clock. */
const FORMS: readonly [string, Reading][] = [
  [`(?<hour>\\d{1,2})[:.uh](?<minute>\\d\\d)(?::(?<second>\\d\\d))?(?:\\s*(?:uur|u|h)\\b)?(?:${MERIDIEM})?`, digital],
  [`half past ${HOUR}`, (groups) => spoken(groups.hour, 30)],
  [`${MINUTES} (?<way>voor|over) half ${HOUR}`, (groups) => spoken(groups.hour, -30 + signed(groups))],
  [`half (?:om )?${HOUR}`, (groups, locale) => spoken(groups.hour, isEnglishHalf(groups.hour, locale) ? 30 : -30)],
  [`${MINUTES} (?<way>past|after|over|to|before|voor) ${HOUR}`, (groups) => spoken(groups.hour, signed(groups))],
  [`${HOUR}\\s*(?:uur|u|h|o'clock)\\b(?: (?<minute>[0-5]\\d)\\b)?(?:${MERIDIEM})?`, digital],
  [`${HOUR}${MERIDIEM}`, digital],
  ['(?:noon|midday)', () => new Temporal.PlainTime(12)],
  ['(?:midnight|middernacht)', () => new Temporal.PlainTime(0)],
  [`(?<=(?:^| )(?:at|om|@)\\s?)${HOUR}`, digital],
]

const READINGS = FORMS.map(([form, read]) => ({
  // Dates are no clocks: nothing that reads on with a digit, a slash, a hyphen or another dot.
  form: new RegExp(`(?<![\\p{L}\\p{N}:./+-])${form}(?![\\p{L}\\p{N}:/-]|\\.\\d)`, 'u'),
  read,
}))

/** The one clock in the text; null when there is none or it shows no time of day. */
export function takeClock(text: string, locale: Locale): Clocked | null {
  for (const { form, read } of READINGS) {
    const found = form.exec(text)
    if (!found) continue
    const time = read(found.groups ?? {}, locale)
    const before = text.slice(0, found.index).replace(/(?:^| )(?:at|om|@|around|rond)\s*$/, '')
    const rest = `${before} ${text.slice(found.index + found[0].length)}`.replace(/\s+/g, ' ').trim()
    return time && { time, rest }
  }
  return null
}

/** In the evening `8` is 20:00. */
export function inPartOfDay(
  time: Temporal.PlainTime,
  part: 'morning' | 'afternoon' | 'evening' | null,
): Temporal.PlainTime {
  const latest = part === 'evening' ? 11 : part === 'afternoon' ? 6 : 0
  return time.hour >= 1 && time.hour <= latest ? time.add({ hours: 12 }) : time
}

function digital({ hour = '', minute = '0', second = '0', half }: Readonly<Record<string, string | undefined>>) {
  const said = numberOf(hour) ?? Number.NaN
  if (half && (said < 1 || said > 12)) return null
  const hours = half ? (said % 12) + (half === 'p' ? 12 : 0) : said
  if (!(hours < 24) || Number(minute) > 59 || Number(second) > 59) return null
  return new Temporal.PlainTime(hours, Number(minute), Number(second))
}

function spoken(hour: string | undefined, minutes: number): Temporal.PlainTime | null {
  const hours = numberOf(hour ?? '') ?? 24
  return hours < 24 && Math.abs(minutes) < 60 ? new Temporal.PlainTime(hours).add({ minutes }) : null
}

function signed({ minutes = '', way = '' }: Readonly<Record<string, string | undefined>>): number {
  const size = numberOf(minutes.replace(/^a /, '')) ?? 60
  return /^(?:voor|to|before)$/.test(way) ? -size : size
}

/** `half acht` is 7:30, `half eight` is 8:30; with digits it depends on who says it. */
function isEnglishHalf(hour = '', locale: Locale = 'en'): boolean {
  return /^\d/.test(hour)
    ? locale === 'en'
    : /^(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)$/.test(hour)
}
