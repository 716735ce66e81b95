import type { Weekday } from '../reminder.ts'

/** The vocabulary of plain-language times, English and Dutch. Only whole words count: `m` and `martes` are no days. */

const DAY_NAMES: readonly [Weekday, string][] = [
  ['0', 'monday mon maandag ma'],
  ['1', 'tuesday tues tue dinsdag di'],
  ['2', 'wednesday weds wed woensdag woe wo'],
  ['3', 'thursday thurs thur thu donderdag do'],
  ['4', 'friday fri vrijdag vrij vr'],
  ['5', 'saturday sat zaterdag za'],
  ['6', 'sunday sun zondag zo'],
]

const WEEKDAYS_BY_NAME = new Map(
  DAY_NAMES.flatMap(([day, names]) => names.split(' ').map((name) => [name, day] as const)),
)

/** `mondays` and `maandagen`, which say that it happens again. */
const WEEKDAYS_BY_PLURAL = new Map<string, Weekday>(
  [...WEEKDAYS_BY_NAME].flatMap(([name, day]) => {
    if (!/d(?:ay|ag)$/.test(name)) return []
    return [[`${name}s`, day] as const, ...(name.endsWith('dag') ? [[`${name}en`, day] as const] : [])]
  }),
)

const NUMBERS = new Map<string, number>(
  [
    ['one een één a an', 1],
    ['two twee', 2],
    ['three drie', 3],
    ['four vier', 4],
    ['five vijf', 5],
    ['six zes', 6],
    ['seven zeven', 7],
    ['eight acht', 8],
    ['nine negen', 9],
    ['ten tien', 10],
    ['eleven elf', 11],
    ['twelve twaalf', 12],
    ['quarter kwart', 15],
    ['twenty twintig', 20],
  ].flatMap(([names, value]) =>
    String(names)
      .split(' ')
      .map((name) => [name, Number(value)] as const),
  ),
)

const ORDINALS = new Map<string, number>([
  ['first', 1],
  ['eerste', 1],
  ['second', 2],
  ['tweede', 2],
  ['third', 3],
  ['derde', 3],
  ['fourth', 4],
  ['vierde', 4],
  ['fifth', 5],
  ['vijfde', 5],
  ['last', -1],
  ['laatste', -1],
])

export const RULE_DAYS: Readonly<Record<Weekday, string>> = {
  0: 'MO',
  1: 'TU',
  2: 'WE',
  3: 'TH',
  4: 'FR',
  5: 'SA',
  6: 'SU',
}

export function weekdayOf(word: string): Weekday | undefined {
  return WEEKDAYS_BY_NAME.get(word)
}

export function weekdayOfPlural(word: string): Weekday | undefined {
  return WEEKDAYS_BY_PLURAL.get(word)
}

/** `7`, `seven`, `zeven`, `kwart`. */
export function numberOf(word: string): number | undefined {
  return /^\d{1,5}$/.test(word) ? Number(word) : NUMBERS.get(word)
}

/** `1st`, `15th`, `15e`, `1ste`, `first`, `laatste` (-1). */
export function ordinalOf(word: string): number | undefined {
  const digits = /^(\d{1,2})(?:st|nd|rd|th|e|de|ste)$/.exec(word)
  return digits ? Number(digits[1]) : ORDINALS.get(word)
}
