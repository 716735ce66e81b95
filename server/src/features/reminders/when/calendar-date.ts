import * as en from 'chrono-node/en'
import * as nl from 'chrono-node/nl'

export interface CalendarDate {
  /** Null when it was not said. */
  readonly year: number | null
  readonly month: number
  readonly day: number
}

const YEAR_FIRST = /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/
/** The day comes first, as everywhere but in one country. */
const DAY_FIRST = /^(?<day>\d{1,2})[-/.](?<month>\d{1,2})(?:[-/.](?<year>\d{4}|\d\d))?$/
/** Years that the text leaves out are left out here, so any reference will do; a leap year has every day. */
const REFERENCE = { instant: new Date(Date.UTC(2028, 0, 1, 12)), timezone: 0 }

/** `2027-01-15`, `15/01/2027`, `5 maart 2027`, `March 5th`; null for anything else and for days that no month has. */
export function calendarDate(text: string): CalendarDate | null {
  const digits = YEAR_FIRST.exec(text) ?? DAY_FIRST.exec(text)
  const date = digits ? fromDigits(digits.groups ?? {}) : namedMonth(text)
  return date && date.day <= daysIn(date) ? date : null
}

function fromDigits({ year, month, day }: Readonly<Record<string, string | undefined>>): CalendarDate {
  const full = year?.length === 2 ? `20${year}` : year
  return { year: full === undefined ? null : Number(full), month: Number(month), day: Number(day) }
}

function daysIn({ year, month, day }: CalendarDate): number {
  if (month < 1 || month > 12 || day < 1) return 0
  return new Temporal.PlainYearMonth(year ?? 2028, month).daysInMonth
}

const MONTH_NAME =
  /(?:^|[\s\d])(?:jan|feb|mar|maa|mrt|apr|may|mei|jun|jul|aug|sep|oct|okt|nov|dec)\p{L}*\.?(?=$|[\s\d])/u

/** Months by name are chrono's: both languages know some of them, and it counts only when all of the text is understood. */
function namedMonth(text: string): CalendarDate | null {
  const plain = text
    .replace(/^(?:the|de) /, '')
    .replace(/(?<=\d)(?:ste|de|e)\b/, '')
    .replace(/ of /, ' ')
  if (!MONTH_NAME.test(plain) || !/\d/.test(plain)) return null
  for (const language of [en, nl]) {
    const [found, ...more] = language.strict.parse(plain, REFERENCE)
    if (!found || more.length > 0 || found.text !== plain || found.end || found.start.isCertain('hour')) continue
    const [year, month, day] = [found.start.get('year'), found.start.get('month'), found.start.get('day')]
    if (!month || !day || !found.start.isCertain('day') || !found.start.isCertain('month')) continue
    return { year: found.start.isCertain('year') ? year : null, month, day }
  }
  return null
}
