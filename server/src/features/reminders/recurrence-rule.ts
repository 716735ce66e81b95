import { inEach, type Localised } from '../../kernel/language.ts'
import { invalidField, type Refusal } from '../../kernel/refusal.ts'
import { BOUNDS } from './contract.ts'
import { instantOf } from './wall-clock.ts'
import { ruleWords } from './words-rule.ts'

/**
 * The recurrence rules of RFC 5545 (https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10) that a reminder may have:
 * a rule chooses days, at most one event a day; the clock is the reminder's `callTime`. So hours, minutes and seconds
 * have no place in it, and neither has DTSTART, which `startsAt` gives.
 */
export interface RecurrenceRule {
  /** Without UNTIL, which is kept apart because it may be an instant. */
  readonly text: string
  readonly until: string | null
}

const MOST_EVENTS = 1000
/** INTERVAL reaches ten years at most. */
const LONGEST_INTERVAL = new Map([
  ['DAILY', 3660],
  ['WEEKLY', 520],
  ['MONTHLY', 120],
  ['YEARLY', 10],
])
const DAY = '(?:MO|TU|WE|TH|FR|SA|SU)'

/** What is wrong with a part's value, or null. */
type PartCheck = (value: string, frequency: string) => Localised | null

const PARTS = new Map<string, PartCheck>([
  ['FREQ', (value) => (LONGEST_INTERVAL.has(value) ? null : ruleWords.everywhere('freq'))],
  ['INTERVAL', (value, frequency) => numberProblem(value, LONGEST_INTERVAL.get(frequency) ?? 1)],
  ['COUNT', (value) => numberProblem(value, MOST_EVENTS)],
  ['UNTIL', (value) => (untilOf(value, 'UTC', new Temporal.PlainTime()) ? null : ruleWords.everywhere('until'))],
  ['WKST', (value) => (new RegExp(`^${DAY}$`).test(value) ? null : ruleWords.everywhere('wkst'))],
  ['BYDAY', daysProblem],
  ['BYMONTH', listOf(12)],
  ['BYMONTHDAY', listOf(31, { signed: true, frequencies: ['DAILY', 'MONTHLY', 'YEARLY'] })],
  ['BYYEARDAY', listOf(366, { signed: true, frequencies: ['YEARLY'] })],
  ['BYWEEKNO', weekProblem],
  ['BYSETPOS', listOf(366, { signed: true })],
  ['BYHOUR', clockProblem],
  ['BYMINUTE', clockProblem],
  ['BYSECOND', clockProblem],
])

/** @throws {Refusal} naming the part that does not fit. */
export function parseRule(text: string): RecurrenceRule {
  const body = text
    .trim()
    .replace(/^RRULE:/i, '')
    .toUpperCase()
  if (body.length === 0 || body.length > BOUNDS.rrule)
    throw refuse(ruleWords.everywhere('length', { most: BOUNDS.rrule }))
  if (!/^[A-Z0-9=;,+-]+$/.test(body)) throw refuse(ruleWords.everywhere('form'))
  const parts = partsOf(body)
  const frequency = parts.get('FREQ') ?? ''
  for (const [name, value] of parts) {
    const check = PARTS.get(name)
    if (!check) throw refuse(ruleWords.everywhere('unknown_part', { part: name }))
    const problem = check(value, frequency)
    if (problem) throw refuse(problem, name)
  }
  const clash = clashOf(parts)
  if (clash) throw refuse(clash)
  const kept = [...parts].filter(([name]) => name !== 'UNTIL')
  return { text: kept.map(([name, value]) => `${name}=${value}`).join(';'), until: parts.get('UNTIL') ?? null }
}

/** The rule as it is stored and shown. */
export function ruleText(rule: RecurrenceRule): string {
  return rule.until ? `${rule.text};UNTIL=${rule.until}` : rule.text
}

function partsOf(body: string): Map<string, string> {
  const parts = new Map<string, string>()
  for (const part of body.replace(/;$/, '').split(';')) {
    const [name = '', value = '', rest] = part.split('=')
    if (!value || rest !== undefined) throw refuse(ruleWords.everywhere('part_form', { part }))
    if (parts.has(name)) throw refuse(ruleWords.everywhere('twice', { part: name }))
    parts.set(name, value)
  }
  return parts
}

function numberProblem(value: string, high: number): Localised | null {
  return /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= high
    ? null
    : ruleWords.everywhere('number', { most: high })
}

interface ListBounds {
  readonly signed?: boolean
  readonly frequencies?: readonly string[]
}

function listOf(high: number, { signed = false, frequencies }: ListBounds = {}): PartCheck {
  const form = signed ? /^[+-]?\d{1,3}$/ : /^\d{1,3}$/
  return (value, frequency) => {
    if (frequencies && !frequencies.includes(frequency)) return ruleWords.everywhere('beside', { frequency })
    const fits = (item: string) => form.test(item) && Math.abs(Number(item)) >= 1 && Math.abs(Number(item)) <= high
    return value.split(',').every(fits)
      ? null
      : ruleWords.everywhere(signed ? 'signed_numbers' : 'numbers', { most: high })
  }
}

function daysProblem(value: string, frequency: string): Localised | null {
  const most = frequency === 'MONTHLY' ? 5 : frequency === 'YEARLY' ? 53 : 0
  for (const item of value.split(',')) {
    const found = new RegExp(`^([+-]?\\d{1,2})?${DAY}$`).exec(item)
    if (!found) return ruleWords.everywhere('weekdays')
    if (found[1] === undefined) continue
    const size = Math.abs(Number(found[1]))
    if (most === 0) return ruleWords.everywhere('no_counting', { frequency })
    if (size < 1 || size > most) return ruleWords.everywhere('counting', { most })
  }
  return null
}

/** Calendars disagree on the days of a week that two years share, and one that is left out is a lost reminder. */
function weekProblem(): Localised {
  return ruleWords.everywhere('week')
}

function clockProblem(): Localised {
  return ruleWords.everywhere('clock')
}

function clashOf(parts: ReadonlyMap<string, string>): Localised | null {
  if (!parts.has('FREQ')) return ruleWords.everywhere('no_freq')
  if (parts.has('COUNT') && parts.has('UNTIL')) return ruleWords.everywhere('two_ends')
  const selects = [...parts.keys()].some((name) => name.startsWith('BY') && name !== 'BYSETPOS')
  return parts.has('BYSETPOS') && !selects ? ruleWords.everywhere('setpos') : null
}

function refuse(problem: Localised, part?: string): Refusal {
  const sentence = inEach((language) => {
    const [say, wrong] = [ruleWords(language), { problem: problem[language] }]
    return part === undefined ? say('wrong', wrong) : say('wrong_in', { ...wrong, part })
  })
  return invalidField('reminders.rrule', '/rrule', sentence)
}

/** The last instant an UNTIL allows: `20270131` is all of that day, with `Z` it is an instant, otherwise a local one. */
function untilOf(until: string, timeZone: string, callTime: Temporal.PlainTime): Temporal.Instant | null {
  const parts = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(until)
  if (!parts) return null
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => Number(part ?? 0))
  if (month < 1 || month > 12 || hour > 23 || minute > 59 || second > 60) return null
  if (day < 1 || day > new Temporal.PlainYearMonth(year, month).daysInMonth) return null
  const date = new Temporal.PlainDate(year, month, day)
  const time = parts[4] === undefined ? callTime : new Temporal.PlainTime(hour, minute, Math.min(second, 59))
  return instantOf(date, time, parts[7] === 'Z' ? 'UTC' : timeZone)
}

/** No event of the rule is later than this. */
export function lastInstantOf(
  rule: RecurrenceRule,
  timeZone: string,
  callTime: Temporal.PlainTime,
): Temporal.Instant | null {
  return rule.until === null ? null : untilOf(rule.until, timeZone, callTime)
}
