import { isTimeZone } from '../../../kernel/time-zone.ts'
import type { Clue, Groups, Reading, Scanner } from './scanner.ts'

/**
 * Abbreviations stand for the place whose clocks they name: `CET` in July is said by people who mean Brussels, not by
 * astronomers. Some name several places; those are less sure.
 */
const ABBREVIATIONS: Readonly<Record<string, readonly [zone: string, confidence: number]>> = {
  utc: ['UTC', 1],
  gmt: ['UTC', 0.9],
  cet: ['Europe/Brussels', 1],
  cest: ['Europe/Brussels', 1],
  est: ['America/New_York', 0.95],
  edt: ['America/New_York', 0.95],
  pst: ['America/Los_Angeles', 0.95],
  pdt: ['America/Los_Angeles', 0.95],
  cst: ['America/Chicago', 0.8],
  cdt: ['America/Chicago', 0.95],
  mst: ['America/Denver', 0.85],
  mdt: ['America/Denver', 0.95],
  bst: ['Europe/London', 0.9],
  eet: ['Europe/Athens', 0.9],
  eest: ['Europe/Athens', 0.9],
  msk: ['Europe/Moscow', 0.95],
  jst: ['Asia/Tokyo', 1],
  kst: ['Asia/Seoul', 1],
  sgt: ['Asia/Singapore', 1],
  hkt: ['Asia/Hong_Kong', 1],
  aest: ['Australia/Sydney', 0.9],
  aedt: ['Australia/Sydney', 0.95],
  nzst: ['Pacific/Auckland', 0.95],
  nzdt: ['Pacific/Auckland', 0.95],
  brt: ['America/Sao_Paulo', 0.95],
}
/** Too short to be sure of unless a clock stands before them. */
const AFTER_CLOCK: Readonly<Record<string, readonly [zone: string, confidence: number]>> = {
  et: ['America/New_York', 0.95],
  pt: ['America/Los_Angeles', 0.9],
  ct: ['America/Chicago', 0.9],
  mt: ['America/Denver', 0.85],
  ist: ['Asia/Kolkata', 0.75],
  z: ['UTC', 0.9],
  uk: ['Europe/London', 0.95],
  nl: ['Europe/Amsterdam', 0.95],
  eastern: ['America/New_York', 0.95],
  pacific: ['America/Los_Angeles', 0.95],
  central: ['America/Chicago', 0.85],
}

const PHRASES: Readonly<Record<string, string>> = {
  uk: 'Europe/London',
  british: 'Europe/London',
  dutch: 'Europe/Amsterdam',
  nl: 'Europe/Amsterdam',
  nederlandse: 'Europe/Amsterdam',
  amsterdamse: 'Europe/Amsterdam',
  belgian: 'Europe/Brussels',
  vlaamse: 'Europe/Brussels',
  belgische: 'Europe/Brussels',
  brusselse: 'Europe/Brussels',
  german: 'Europe/Berlin',
  french: 'Europe/Paris',
  'central european': 'Europe/Brussels',
  eastern: 'America/New_York',
  'us eastern': 'America/New_York',
  pacific: 'America/Los_Angeles',
  'us pacific': 'America/Los_Angeles',
}

const ZONES = Intl.supportedValuesOf('timeZone')
const BY_NAME = new Map(['UTC', 'Etc/UTC', ...ZONES].map((zone) => [zone.toLowerCase(), zone]))
const BY_CITY = new Map(
  ZONES.map((zone) => [
    zone
      .slice(zone.lastIndexOf('/') + 1)
      .toLowerCase()
      .replaceAll('_', ' '),
    zone,
  ]),
)
/** Offsets that are no whole hours, and a place that keeps them all year. */
const ODD_OFFSETS: Readonly<Record<string, string>> = {
  '+3:30': 'Asia/Tehran',
  '+4:30': 'Asia/Kabul',
  '+5:30': 'Asia/Kolkata',
  '+5:45': 'Asia/Kathmandu',
  '+6:30': 'Asia/Yangon',
  '+8:45': 'Australia/Eucla',
  '+9:30': 'Australia/Darwin',
}

const ALONE = '(?<![\\p{L}\\p{N}/])'
const OFFSET = new RegExp(
  `${ALONE}(?:utc|gmt) ?(?<sign>[+-]) ?(?<hours>\\d{1,2})(?::?(?<minutes>\\d\\d))?(?![\\d:])`,
  'gu',
)
const NAME =
  /(?<![\p{L}\p{N}/])(?<name>(?:africa|america|antarctica|asia|atlantic|australia|europe|indian|pacific|etc)\/[a-z_/]{2,30})(?![\p{L}\p{N}])/gu
const TIME_OF = /(?<![\p{L}\p{N}])(?<two>[\p{L}]{1,20} [\p{L}]{1,20}) (?:standard )?(?:time|tijd)(?!\p{L})/gu
const TIME_OF_ONE = /(?<![\p{L}\p{N}])(?<one>[\p{L}]{1,20}) (?:standard )?(?:time|tijd)(?!\p{L})/gu
const SHORT = new RegExp(
  `(?<![\\p{L}/])(?<short>${Object.keys({ ...ABBREVIATIONS, ...AFTER_CLOCK }).join('|')})(?![\\p{L}\\p{N}]|/[\\p{L}¤])`,
  'gu',
)
const CLOCK_BEFORE = /(?:\d|\d ?(?:[ap]\.?m\.?|uur|u|h))(?: ?-? ?\()? ?$/

/** Every time zone that a segment names. */
export function takeZones(scanner: Scanner): Clue<string>[] {
  return [
    ...scanner.take(OFFSET, offset),
    ...scanner.take(NAME, ({ name = '' }) => known(BY_NAME.get(name) ?? (isTimeZone(name) ? name : undefined), 1)),
    ...scanner.take(TIME_OF, ({ two = '' }) => known(PHRASES[two] ?? BY_CITY.get(two), 0.95)),
    ...scanner.take(TIME_OF_ONE, ({ one = '' }) => known(PHRASES[one] ?? BY_CITY.get(one), 0.95)),
    ...scanner.take(SHORT, ({ short = '' }, before) => abbreviation(short, before, scanner)),
  ]
}

function known(zone: string | undefined, confidence: number): Reading<string> | null {
  return zone === undefined ? null : { value: zone, confidence }
}

function offset({ sign = '', hours = '', minutes = '00' }: Groups): Reading<string> | null {
  const size = Number(hours)
  if (minutes !== '00') return known(ODD_OFFSETS[`${sign}${size}:${minutes}`], 0.95)
  if (size === 0) return known('UTC', 1)
  // The signs of these names are the other way round: https://data.iana.org/time-zones/tzdb/etcetera
  return size > (sign === '+' ? 14 : 12) ? null : known(`Etc/GMT${sign === '+' ? '-' : '+'}${size}`, 0.97)
}

function abbreviation(short: string, before: string, { segment }: Scanner): Reading<string> | null {
  const follows = CLOCK_BEFORE.test(before)
  const [zone, confidence] = ABBREVIATIONS[short] ?? (follows ? AFTER_CLOCK[short] : undefined) ?? []
  if (confidence === undefined) return null
  const isUpperCase = segment.read.original.includes(short.toUpperCase())
  return follows || isUpperCase ? known(zone, confidence) : null
}
