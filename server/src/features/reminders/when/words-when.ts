import type { Language } from '../../../kernel/language.ts'
import { defineWords } from '../../../platform/words/words.ts'

/** Schedules in words that `parseWhen` understands again, and why a time is not understood. */
export const whenWords = defineWords(
  {
    at: '{{day}} at {{clock}}',
    date: '{{weekday}} {{day}} {{month}} {{year}}',
    every_day: 'every day',
    every_weekday: 'every weekday',
    every: 'every {{days}}',
    daily_one: 'every day',
    daily_other: 'every {{count}} days',
    weekly_one: 'every week',
    weekly_other: 'every {{count}} weeks',
    monthly_one: 'every month',
    monthly_other: 'every {{count}} months',
    yearly_one: 'every year',
    yearly_other: 'every {{count}} years',
    on_weekdays: 'on {{days}}',
    on_counted: 'on the {{days}}',
    counted: '{{nth}} {{day}}',
    from_end: '{{nth}} to last',
    last: 'last',
    last_day: 'last day',
    day_from_end: '{{nth}} day',
    on_days: 'on the {{days}}',
    on_date: 'on {{day}} {{month}}',
    on_year_days: 'on the {{days}} day of the year',
    in_months: 'in {{months}}',
    only: '(only the {{which}} of them)',
    times_one: '({{count}} time)',
    times_other: '({{count}} times)',
    list: '{{all}} and {{last}}',
    too_long: 'The time must have at most {{most}} characters.',
    missing:
      'The time is missing: say something like "tomorrow 9:30", "every friday at 20:15" or "in 2 weeks at 10:00".',
    no_clock: 'The time needs a time of day as well, like "{{said}} 9:30".',
    not_understood:
      'The time is not understood: say something like "tomorrow 9:30", "every friday at 20:15" or "in 2 weeks at 10:00".',
    past: 'The time must lie in the future.',
    too_far: 'The time must lie before the year 2100.',
  },
  {
    at: '{{day}} om {{clock}}',
    date: '{{weekday}} {{day}} {{month}} {{year}}',
    every_day: 'elke dag',
    every_weekday: 'elke werkdag',
    every: 'elke {{days}}',
    daily_one: 'elke dag',
    daily_other: 'elke {{count}} dagen',
    weekly_one: 'elke week',
    weekly_other: 'elke {{count}} weken',
    monthly_one: 'elke maand',
    monthly_other: 'elke {{count}} maanden',
    yearly_one: 'elk jaar',
    yearly_other: 'elke {{count}} jaar',
    on_weekdays: 'op {{days}}',
    on_counted: 'op de {{days}}',
    counted: '{{nth}} {{day}}',
    from_end: 'op {{nth}} na laatste',
    last: 'laatste',
    last_day: 'laatste dag',
    day_from_end: '{{nth}} dag',
    on_days: 'op de {{days}}',
    on_date: 'op {{day}} {{month}}',
    on_year_days: 'op de {{days}} dag van het jaar',
    in_months: 'in {{months}}',
    only: '(alleen de {{which}} daarvan)',
    times_one: '({{count}} keer)',
    times_other: '({{count}} keer)',
    list: '{{all}} en {{last}}',
    too_long: 'De tijd mag hoogstens {{most}} tekens hebben.',
    missing: 'De tijd ontbreekt: zeg iets als "morgen 9:30", "elke vrijdag om 20:15" of "over 2 weken om 10:00".',
    no_clock: 'Er hoort ook een tijdstip bij, zoals "{{said}} 9:30".',
    not_understood:
      'De tijd is niet te begrijpen: zeg iets als "morgen 9:30", "elke vrijdag om 20:15" of "over 2 weken om 10:00".',
    past: 'De tijd moet in de toekomst liggen.',
    too_far: 'De tijd moet vóór het jaar 2100 liggen.',
  },
)

export const WEEKDAY_NAMES: Readonly<Record<Language, readonly string[]>> = {
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  nl: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
}

const ENGLISH_MONTHS = 'January February March April May June July August September October November December'
const DUTCH_MONTHS = 'januari februari maart april mei juni juli augustus september oktober november december'
export const MONTH_NAMES: Readonly<Record<Language, readonly string[]>> = {
  en: ENGLISH_MONTHS.split(' '),
  nl: DUTCH_MONTHS.split(' '),
}

/** Where weekdays are counted. */
export const ORDINALS: Readonly<Record<Language, readonly string[]>> = {
  en: ['first', 'second', 'third', 'fourth', 'fifth'],
  nl: ['eerste', 'tweede', 'derde', 'vierde', 'vijfde'],
}
