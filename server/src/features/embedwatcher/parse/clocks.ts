import { MOVED_TO, TO_OF_RANGE } from './cues.ts'
import { inPart, type PartOfDay, partOfDay, type Surroundings } from './part-of-day.ts'
import { type Clue, followsClue, type Groups, type Reading, type Scanner } from './scanner.ts'
import { takeSpokenClocks } from './spoken-clocks.ts'

export interface Clock {
  readonly time: Temporal.PlainTime
  /** `24:00` is the next day. */
  readonly isNextDay: boolean
  /** Whole hours until the end that is named with it. */
  readonly hours: number | null
}

export interface Clocks {
  readonly clocks: readonly Clue<Clock>[]
  /** What shows no time of day: `27:30`. */
  readonly impossible: readonly Clue<null>[]
}

const LEAD =
  '(?:(?<lead>at|om|@|from|van|vanaf|around|rond|tegen|starting|starts?|begint|begin|between|tussen|tot|until|till|by|to|voor|before|na|after) ?)?'
const MERIDIEM = ' ?[ap](?:\\.m\\.?|m)(?!\\p{L})'
const MINUTES = '(?::(?<colon>\\d\\d)(?::\\d\\d)?|[hu](?<letter>\\d\\d)|\\.(?<dot>\\d\\d))'
const HOURS = ' ?(?:uur|u|h|hrs)(?!\\p{L})'
const RANGE = `(?<range> ?(?:-|to|tot en met|tot|until|till|t/m|and|en) ?(?<last>\\d{1,2})(?<lastMinutes>[:.hu]\\d\\d)?(?<lastHours>${HOURS})?(?<lastHalf>${MERIDIEM})?(?![\\p{N}/]|:\\d))`
/** What makes the number before it a length, a price or a count. */
const COUNTED =
  ' ?(?:(?:min|mins|minutes?|minuten|sec|seconds?|euros?|eur|usd|points?|punten|left|long|days?|dagen|weeks?|weken|km|pages|x)(?!\\p{L})|[%€$])'
const DIGITAL = new RegExp(
  `(?<![\\p{L}\\p{N}:.,/€$£+#!=_])${LEAD}(?<hour>\\d{1,2})${MINUTES}?(?<hours>${HOURS})?(?<half>${MERIDIEM})?${RANGE}?(?![\\p{L}\\p{N}]|[:/.,]\\d|${COUNTED})`,
  'gu',
)
/** `1900hrs` */
const MILITARY =
  /(?<![\p{L}\p{N}:.,/€$£+#-])(?<hour>[01]\d|2[0-3])(?<minute>[0-5]\d) ?(?:hrs|hours|uur|h|u)(?![\p{L}\p{N}])/gu
const NOT_THE_START = /^(?:tot|until|till|by|to|voor|before|na|after)$/
/** `18:00 CET - ` with the zone already read. */
const ENDS_RANGE = /[:.hu]\d\d[ )¤]{1,12}- ?$/

/** Every clock of a segment, in the part of the day that the segment or else the whole announcement speaks of. */
export function takeClocks(scanner: Scanner, nearby: PartOfDay | null): Clocks {
  const surroundings = { own: partOfDay(scanner.segment.read.text), nearby }
  const { label } = scanner.segment
  const isLabelled = label === 'time' || label === 'when'
  const digital = scanner.take(DIGITAL, (groups, before) =>
    digitalReading(groups, { ...surroundings, before, isLabelled }),
  )
  const military = scanner.take(MILITARY, ({ hour, minute }, before) =>
    isLabelled || followsClue(before) || /(?:at|om|@|from|van|vanaf) ?$/.test(before)
      ? { value: clockAt(Number(hour), Number(minute)), confidence: 0.95 }
      : null,
  )
  const spoken = takeSpokenClocks(scanner, surroundings).map(
    (clue): Clue<Clock> => ({ ...clue, value: clockAt(clue.value.hour, clue.value.minute) }),
  )
  return {
    clocks: [
      ...digital.flatMap((clue) => (clue.value ? [{ ...clue, value: clue.value }] : [])),
      ...military,
      ...spoken,
    ],
    impossible: digital.flatMap((clue) => (clue.value ? [] : [{ ...clue, value: null }])),
  }
}

interface Setting extends Surroundings {
  readonly before: string
  readonly isLabelled: boolean
}

/** Null as a value for a clock that shows no time of day; null instead of a reading for what is no clock. */
function digitalReading(groups: Groups, setting: Setting): Reading<Clock | null> | null {
  const { hour = '', colon, letter, dot, lead = '' } = groups
  const isNewClock = lead === 'to' && (MOVED_TO.test(setting.before) || !TO_OF_RANGE.test(`${setting.before}to`))
  if ((NOT_THE_START.test(lead) && !isNewClock) || (lead === '' && ENDS_RANGE.test(setting.before))) return null
  const sure = certainty(groups, setting)
  if (sure === 0) return null
  const [hours, minutes] = [Number(hour), Number(colon ?? letter ?? dot ?? '0')]
  const half = halfOf(groups)
  const fits = half ? hours >= 1 && hours <= 12 : hours <= 23 || (hours === 24 && minutes === 0)
  if (!fits || minutes > 59) {
    const isMeant = setting.isLabelled || lead !== ''
    return colon !== undefined && isMeant ? { value: null, confidence: 0.9 } : null
  }
  const said = new Temporal.PlainTime(half ? (hours % 12) + (half === 'p' ? 12 : 0) : hours % 24, minutes)
  const { time, confidence } = half ? { time: said, confidence: 1 } : inPart(said, writingOf(groups), setting)
  return { value: { time, isNextDay: hours === 24, hours: lengthOf(groups, time.hour) }, confidence: sure * confidence }
}

function clockAt(hour: number, minute: number): Clock {
  return { time: new Temporal.PlainTime(hour, minute), isNextDay: false, hours: null }
}

function lengthOf({ last, lastHalf = '' }: Groups, from: number): number | null {
  if (last === undefined) return null
  const until = (Number(last) % 12) + (lastHalf.includes('p') || Number(last) > 12 ? 12 : 0)
  return (until - from + 24) % 24
}

function writingOf({ hour = '', colon, letter, dot, hours, lastMinutes, lastHours }: Groups) {
  if ((colon ?? letter ?? dot ?? hours ?? lastMinutes ?? lastHours) === undefined) return 'loose'
  return hour.startsWith('0') ? 'leading zero' : 'digits'
}

/** `11-1pm` begins in the morning, `7-9 pm` in the evening. */
function halfOf({ half = '', lastHalf = '', range = '', hour = '' }: Groups): 'a' | 'p' | null {
  const [own, last] = [half, lastHalf].map((said) => (/[ap]/.exec(said)?.[0] === 'a' ? 'a' : said === '' ? null : 'p'))
  if (own || !last || Number(hour) > 12) return own ?? null
  const crosses = Number(hour) % 12 > Number(/\d+/.exec(range)?.[0] ?? '0') % 12
  return crosses ? (last === 'p' ? 'a' : 'p') : last
}

/** How sure it is that these digits are a clock at all; 0 when they are not. */
function certainty(groups: Groups, { before, isLabelled, own, nearby }: Setting): number {
  const { hour = '', colon, letter, dot, half, lastHalf, lastMinutes, lead } = groups
  const hours = groups.hours ?? groups.lastHours
  const isTied = lead !== undefined || isLabelled || followsClue(before)
  if (half !== undefined || colon !== undefined) return 0.97
  if (lastHalf !== undefined) return isTied ? 0.93 : 0.85
  if (letter !== undefined) return 0.95
  if (dot !== undefined) return hours !== undefined ? 0.96 : isTied ? 0.88 : 0
  if (lastMinutes !== undefined) return isTied ? 0.93 : 0
  if (hours !== undefined) return isTied || own !== null ? 0.95 : Number(hour) >= 13 && Number(hour) <= 23 ? 0.82 : 0
  if (Number(hour) > 23 || (lead === undefined && (!isLabelled || before.trim() !== ''))) return 0
  return own !== null || nearby !== null || lead === 'at' || lead === 'om' || lead === '@' ? 0.95 : 0.8
}
