import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Refusal } from '../../kernel/refusal.ts'
import { effortMs } from '../../testing/effort.ts'
import type { Locale } from './when/clock.ts'
import { parseWhen, type When } from './when.ts'

/** A Monday, 13:00:27 in Brussels. */
const CONTEXT = { now: Temporal.Instant.from('2026-11-23T12:00:27Z'), timeZone: 'Europe/Brussels' }

/** `once 2026-11-24 09:30`, `weekly 024 18:00`, `FREQ=MONTHLY;BYDAY=1MO 20:00`, in the zone's own clock. */
function told(when: When): string {
  if (when.kind === 'once') {
    const local = when.eventAt.toZonedDateTimeISO(CONTEXT.timeZone)
    return `once ${local.toPlainDate()} ${short(local.toPlainTime())}`
  }
  return `${when.kind === 'weekly' ? `weekly ${when.days.join('')}` : when.rrule} ${short(when.time)}`
}

const short = (time: Temporal.PlainTime) => time.toString({ smallestUnit: time.second === 0 ? 'minute' : 'second' })
const read = (text: string, locale?: Locale) => told(parseWhen(text, locale ? { ...CONTEXT, locale } : CONTEXT))

const DAILY = 'weekly 0123456'

const SAMPLES: Record<string, Record<string, string>> = {
  'clocks alone': {
    '20:00': 'once 2026-11-23 20:00',
    '9:30': 'once 2026-11-24 09:30',
    '13:00': 'once 2026-11-24 13:00',
    '13:01': 'once 2026-11-23 13:01',
    '13:00:28': 'once 2026-11-23 13:00:28',
    '7:30 PM': 'once 2026-11-23 19:30',
    '7:30PM': 'once 2026-11-23 19:30',
    '7.30 p.m.': 'once 2026-11-23 19:30',
    '7pm': 'once 2026-11-23 19:00',
    '12am': 'once 2026-11-24 00:00',
    '12 pm': 'once 2026-11-24 12:00',
    '12:30 am': 'once 2026-11-24 00:30',
    '19h30': 'once 2026-11-23 19:30',
    '19u30': 'once 2026-11-23 19:30',
    '9u30': 'once 2026-11-24 09:30',
    '14u': 'once 2026-11-23 14:00',
    '19h': 'once 2026-11-23 19:00',
    '20.15': 'once 2026-11-23 20:15',
    '20.15 uur': 'once 2026-11-23 20:15',
    '20 uur': 'once 2026-11-23 20:00',
    '20 uur 15': 'once 2026-11-23 20:15',
    'om 9 uur': 'once 2026-11-24 09:00',
    'acht uur': 'once 2026-11-24 08:00',
    "eight o'clock": 'once 2026-11-24 08:00',
    'at 8': 'once 2026-11-24 08:00',
    'om 8': 'once 2026-11-24 08:00',
    'om acht': 'once 2026-11-24 08:00',
    'at nine': 'once 2026-11-24 09:00',
    '@ 15': 'once 2026-11-23 15:00',
    'om half acht': 'once 2026-11-24 07:30',
    'half 9': 'once 2026-11-24 09:30',
    'half eight': 'once 2026-11-24 08:30',
    'half past seven': 'once 2026-11-24 07:30',
    'kwart over acht': 'once 2026-11-24 08:15',
    'kwart voor 8': 'once 2026-11-24 07:45',
    'quarter past 8': 'once 2026-11-24 08:15',
    'a quarter to nine': 'once 2026-11-24 08:45',
    'ten past 6': 'once 2026-11-24 06:10',
    'tien over 6': 'once 2026-11-24 06:10',
    'vijf voor half acht': 'once 2026-11-24 07:25',
    'tien over half acht': 'once 2026-11-24 07:40',
    noon: 'once 2026-11-24 12:00',
    midnight: 'once 2026-11-24 00:00',
    middernacht: 'once 2026-11-24 00:00',
    '00:00': 'once 2026-11-24 00:00',
  },
  'days by name': {
    'today 15:00': 'once 2026-11-23 15:00',
    'vandaag om 15:00': 'once 2026-11-23 15:00',
    'tomorrow 9:30': 'once 2026-11-24 09:30',
    'Tomorrow at 9:30.': 'once 2026-11-24 09:30',
    '9:30 tomorrow': 'once 2026-11-24 09:30',
    'at 9:30 tomorrow': 'once 2026-11-24 09:30',
    'tomorrow at 9': 'once 2026-11-24 09:00',
    'tomorrow at noon': 'once 2026-11-24 12:00',
    'tomorrow at midnight': 'once 2026-11-24 00:00',
    'morgen 9u30': 'once 2026-11-24 09:30',
    'morgen om half acht': 'once 2026-11-24 07:30',
    'om 14:00 morgen': 'once 2026-11-24 14:00',
    'overmorgen 9:00': 'once 2026-11-25 09:00',
    'day after tomorrow 9:00': 'once 2026-11-25 09:00',
    'the day after tomorrow at 9am': 'once 2026-11-25 09:00',
    'monday 20:00': 'once 2026-11-23 20:00',
    'monday 9:00': 'once 2026-11-30 09:00',
    'friday 20:00': 'once 2026-11-27 20:00',
    'on friday at 8pm': 'once 2026-11-27 20:00',
    'fri 20:00': 'once 2026-11-27 20:00',
    'vrijdag om 20:15': 'once 2026-11-27 20:15',
    'op vrijdag om 20:15': 'once 2026-11-27 20:15',
    'vr 20:15': 'once 2026-11-27 20:15',
    'do 9:00': 'once 2026-11-26 09:00',
    'zaterdag 14u': 'once 2026-11-28 14:00',
    'this wednesday 14:00': 'once 2026-11-25 14:00',
    'deze woensdag 14:00': 'once 2026-11-25 14:00',
    'komende woensdag om 14:00': 'once 2026-11-25 14:00',
    'next friday 8pm': 'once 2026-12-04 20:00',
    'volgende vrijdag 20:00': 'once 2026-12-04 20:00',
    'next monday 9:00': 'once 2026-11-30 09:00',
    'friday next week 20:00': 'once 2026-12-04 20:00',
    'vrijdag volgende week 20:00': 'once 2026-12-04 20:00',
    'next week 9:00': 'once 2026-11-30 09:00',
    'volgende week om 9:00': 'once 2026-11-30 09:00',
  },
  'parts of the day': {
    'tonight at 8': 'once 2026-11-23 20:00',
    'tonight 20:30': 'once 2026-11-23 20:30',
    'vanavond 8 uur': 'once 2026-11-23 20:00',
    'vanavond om half acht': 'once 2026-11-23 19:30',
    'this afternoon at 4': 'once 2026-11-23 16:00',
    'vanmiddag om 4 uur': 'once 2026-11-23 16:00',
    'tomorrow evening at 8': 'once 2026-11-24 20:00',
    'tomorrow morning at 8': 'once 2026-11-24 08:00',
    'morgenavond 20:00': 'once 2026-11-24 20:00',
    'morgenavond om 8 uur': 'once 2026-11-24 20:00',
    'morgenochtend om 8 uur': 'once 2026-11-24 08:00',
    'morgenvroeg 7u': 'once 2026-11-24 07:00',
    'friday night 9:30': 'once 2026-11-27 21:30',
    'vrijdagavond om half negen': 'once 2026-11-27 20:30',
    "om 8 uur 's avonds": 'once 2026-11-23 20:00',
    "morgen om 3 uur 's middags": 'once 2026-11-24 15:00',
    'at 8 in the evening': 'once 2026-11-23 20:00',
    'elke vrijdagavond om 8 uur': 'weekly 4 20:00',
  },
  dates: {
    '2027-01-15 14:00': 'once 2027-01-15 14:00',
    '2027-01-15T14:00': 'once 2027-01-15 14:00',
    '2027-01-15T14:00:00Z': 'once 2027-01-15 15:00',
    '2027-01-15T14:00:00+05:45': 'once 2027-01-15 09:15',
    '15/01/2027 14:00': 'once 2027-01-15 14:00',
    '15-01-2027 14:00': 'once 2027-01-15 14:00',
    '15.01.2027 14:00': 'once 2027-01-15 14:00',
    '14:00 15/01/2027': 'once 2027-01-15 14:00',
    '1/2/2027 10:00': 'once 2027-02-01 10:00',
    '05/03/2027 7:30 PM': 'once 2027-03-05 19:30',
    '15/1/27 9u': 'once 2027-01-15 09:00',
    '15/01 14:00': 'once 2027-01-15 14:00',
    '25/12 14:00': 'once 2026-12-25 14:00',
    '5 maart 2027 19:30': 'once 2027-03-05 19:30',
    'op 5 maart 2027 om 19:30': 'once 2027-03-05 19:30',
    '5 mei 2027 10:00': 'once 2027-05-05 10:00',
    'March 5th 2027 19:30': 'once 2027-03-05 19:30',
    'March 5, 2027 at 7:30 PM': 'once 2027-03-05 19:30',
    'on the 5th of March at 9am': 'once 2027-03-05 09:00',
    '25 december 10:00': 'once 2026-12-25 10:00',
    '15 jan 14:00': 'once 2027-01-15 14:00',
    '23 november 9:00': 'once 2027-11-23 09:00',
    '23 november 20:00': 'once 2026-11-23 20:00',
    '29 feb 10:00': 'once 2028-02-29 10:00',
    'friday 27 november 20:00': 'once 2026-11-27 20:00',
    'Friday, 27 November 2026 at 19:00': 'once 2026-11-27 19:00',
    'vrijdag 27 november om 20 uur': 'once 2026-11-27 20:00',
    'the 15th at 9:00': 'once 2026-12-15 09:00',
    'de 30e om 9:00': 'once 2026-11-30 09:00',
    '<t:1800000000>': 'once 2027-01-15 09:00',
    '<t:1800000000:F>': 'once 2027-01-15 09:00',
  },
  'from now': {
    'in 10 minutes': 'once 2026-11-23 13:10:27',
    'in 10 min': 'once 2026-11-23 13:10:27',
    'in 90 seconds': 'once 2026-11-23 13:01:57',
    'over 10 minuten': 'once 2026-11-23 13:10:27',
    'over een uur': 'once 2026-11-23 14:00:27',
    'over een half uur': 'once 2026-11-23 13:30:27',
    'over anderhalf uur': 'once 2026-11-23 14:30:27',
    'in half an hour': 'once 2026-11-23 13:30:27',
    'in an hour': 'once 2026-11-23 14:00:27',
    'in 1.5 hours': 'once 2026-11-23 14:30:27',
    'in 2h': 'once 2026-11-23 15:00:27',
    'over 2u': 'once 2026-11-23 15:00:27',
    'in 1 hour and 30 minutes': 'once 2026-11-23 14:30:27',
    'over 1 uur en 30 min': 'once 2026-11-23 14:30:27',
    '10 minutes from now': 'once 2026-11-23 13:10:27',
    'in 3 days': 'once 2026-11-26 13:00:27',
    'in 3 days at 9am': 'once 2026-11-26 09:00',
    'over 2 weken om 10:00': 'once 2026-12-07 10:00',
    'in two weeks at 10:00': 'once 2026-12-07 10:00',
    'over een maand om 9:00': 'once 2026-12-23 09:00',
    'in a year at noon': 'once 2027-11-23 12:00',
  },
  'again and again': {
    'daily at 8am': `${DAILY} 08:00`,
    'dagelijks 8:00': `${DAILY} 08:00`,
    'every day at 8': `${DAILY} 08:00`,
    'elke dag om 8 uur': `${DAILY} 08:00`,
    'weekdays 9:00': 'weekly 01234 09:00',
    'every weekday at 9:00': 'weekly 01234 09:00',
    'werkdagen 9:00': 'weekly 01234 09:00',
    'op werkdagen om 9 uur': 'weekly 01234 09:00',
    'weekends 10:00': 'weekly 56 10:00',
    'every weekend at 10': 'weekly 56 10:00',
    'elk weekend om 10 uur': 'weekly 56 10:00',
    'every friday at 20:15': 'weekly 4 20:15',
    'at 20:15 every friday': 'weekly 4 20:15',
    'elke vrijdag om 20:15': 'weekly 4 20:15',
    'iedere vrijdag 20u15': 'weekly 4 20:15',
    'every monday, wednesday and friday 18:00': 'weekly 024 18:00',
    'every friday, monday and wednesday 18:00': 'weekly 024 18:00',
    'elke ma wo vr 18:00': 'weekly 024 18:00',
    'ma, wo en vr 18:00': 'weekly 024 18:00',
    'mon, wed 14:00': 'weekly 02 14:00',
    'mondays 18:00': 'weekly 0 18:00',
    'on mondays and fridays at 6pm': 'weekly 04 18:00',
    'maandagen om 18:00': 'weekly 0 18:00',
    'mon-fri 9:00': 'weekly 01234 09:00',
    'Mon/Wed 9:00': 'weekly 02 09:00',
    'maandag t/m donderdag 9:00': 'weekly 0123 09:00',
    'every monday to friday 9:00': 'weekly 01234 09:00',
    'fri-mon 9:00': 'weekly 0456 09:00',
    'weekly on friday at 20:15': 'weekly 4 20:15',
    'wekelijks op vrijdag 20:15': 'weekly 4 20:15',
    'weekly 20:15': 'FREQ=WEEKLY 20:15',
    'every 2 weeks on tuesday 19:00': 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU 19:00',
    'every two weeks on tuesday and thursday 19:00': 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH 19:00',
    'every other tuesday 19:00': 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU 19:00',
    'om de week op dinsdag 19:00': 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU 19:00',
    'om de 2 weken op dinsdag 19:00': 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU 19:00',
    'elke twee weken op dinsdag om 19 uur': 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU 19:00',
    'tweewekelijks op dinsdag 19:00': 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU 19:00',
    'every other day 7:00': 'FREQ=DAILY;INTERVAL=2 07:00',
    'om de dag 7:00': 'FREQ=DAILY;INTERVAL=2 07:00',
    'every 3 days at 7:00': 'FREQ=DAILY;INTERVAL=3 07:00',
    'om de 3 dagen 7:00': 'FREQ=DAILY;INTERVAL=3 07:00',
    'first monday of the month 20:00': 'FREQ=MONTHLY;BYDAY=1MO 20:00',
    'the first monday of every month at 20:00': 'FREQ=MONTHLY;BYDAY=1MO 20:00',
    'every first monday 20:00': 'FREQ=MONTHLY;BYDAY=1MO 20:00',
    'eerste maandag van de maand 20:00': 'FREQ=MONTHLY;BYDAY=1MO 20:00',
    'elke eerste maandag van de maand 20:00': 'FREQ=MONTHLY;BYDAY=1MO 20:00',
    'laatste vrijdag van elke maand om 17u': 'FREQ=MONTHLY;BYDAY=-1FR 17:00',
    '2nd tuesday of the month 19:00': 'FREQ=MONTHLY;BYDAY=2TU 19:00',
    'last day of the month 17:00': 'FREQ=MONTHLY;BYMONTHDAY=-1 17:00',
    'laatste dag van de maand 17:00': 'FREQ=MONTHLY;BYMONTHDAY=-1 17:00',
    'every 15th at 09:00': 'FREQ=MONTHLY;BYMONTHDAY=15 09:00',
    'elke 15e om 9:00': 'FREQ=MONTHLY;BYMONTHDAY=15 09:00',
    'on the 1st and 15th of every month at 9:00': 'FREQ=MONTHLY;BYMONTHDAY=1,15 09:00',
    'de 1e van elke maand om 9:00': 'FREQ=MONTHLY;BYMONTHDAY=1 09:00',
    'every month on the 15th at 9:00': 'FREQ=MONTHLY;BYMONTHDAY=15 09:00',
    'monthly on the 1st 9:00': 'FREQ=MONTHLY;BYMONTHDAY=1 09:00',
    'maandelijks 9:00': 'FREQ=MONTHLY 09:00',
    'every 3 months on the 1st at 9:00': 'FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1 09:00',
    'every year on 5 march 9:00': 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5 09:00',
    'elk jaar op 5 maart om 9:00': 'FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=5 09:00',
    'every 25 december at 8:00': 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25 08:00',
    'yearly 9:00': 'FREQ=YEARLY 09:00',
  },
}

for (const [group, samples] of Object.entries(SAMPLES)) {
  describe(group, () => {
    for (const [text, expected] of Object.entries(samples)) test(text, () => assert.equal(read(text), expected))
  })
}

test('half 8 is 8:30 in English and 7:30 in Dutch; words tell by themselves', () => {
  assert.equal(read('half 8', 'en'), 'once 2026-11-24 08:30')
  assert.equal(read('half 8', 'nl'), 'once 2026-11-24 07:30')
  assert.equal(read('half acht', 'en'), 'once 2026-11-24 07:30')
  assert.equal(read('half eight', 'nl'), 'once 2026-11-24 08:30')
})

test('everything else reads the same in both languages', () => {
  for (const text of Object.values(SAMPLES).flatMap(Object.keys)) {
    if (!/half \d/.test(text)) assert.equal(read(text, 'nl'), read(text, 'en'), text)
  }
})

test('wall times are those of the zone, over the change of the clock', () => {
  assert.equal(read('28/03/2027 2:30'), 'once 2027-03-28 03:30')
  assert.equal(String(parseWhen('25/10/2027 9:00', CONTEXT).kind), 'once')
  const repeated = { now: Temporal.Instant.from('2026-10-25T01:20:00Z'), timeZone: 'Europe/Brussels' }
  const soon = parseWhen('in 10 minutes', repeated)
  assert.equal(soon.kind === 'once' && String(soon.eventAt), '2026-10-25T01:30:00Z')
})

const REFUSED: Record<string, RegExp> = {
  '': /missing/,
  '   ': /missing/,
  m: /not understood/,
  wow: /not understood/,
  'do it': /not understood/,
  martes: /not understood/,
  'martes 9:00': /not understood/,
  'm 9:00': /not understood/,
  'do it 9:00': /not understood/,
  'mondayish 9:00': /not understood/,
  'friday or so 9:00': /not understood/,
  '9:00 and 10:00': /not understood/,
  'every friday 9:00 and 10:00': /not understood/,
  '27:30': /not understood/,
  '24:00': /not understood/,
  '13pm': /not understood/,
  '31/02/2027 9:00': /not understood/,
  '12/25/2027 9:00': /not understood/,
  'thursday 27 november 2026 9:00': /not understood/,
  'every 8th monday 9:00': /not understood/,
  'every 40th 9:00': /not understood/,
  'every hour': /not understood/,
  'blah 5 maart 2027 9:00': /not understood/,
  '5 maart 2027 or so 9:00': /not understood/,
  'remind me tomorrow 9:00': /not understood/,
  tomorrow: /time of day/,
  'every friday': /time of day/,
  vanavond: /time of day/,
  '15/01/2027': /time of day/,
  'today 9:00': /future/,
  'vanochtend om 9 uur': /future/,
  '05/03/2020 9:00': /future/,
  '<t:1000000000>': /future/,
  '1/1/2150 9:00': /2100/,
  'in 99999 years': /2100/,
  ['x'.repeat(201)]: /200 characters/,
}

describe('refused with a sentence (R-46)', () => {
  for (const [text, sentence] of Object.entries(REFUSED)) {
    test(JSON.stringify(text.slice(0, 40)), () => {
      assert.throws(
        () => read(text),
        (error) => error instanceof Refusal && error.kind === 'invalid' && sentence.test(error.message),
      )
    })
  }
})

describe('any text at all', () => {
  const words = Object.values(SAMPLES).flatMap((samples) => Object.keys(samples).flatMap((text) => text.split(' ')))
  const sentence = fc.array(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...new Set(words)) }, fc.string({ maxLength: 6 })),
    { maxLength: 9 },
  )

  test('is understood as something ahead or refused', () => {
    const holds = (text: string) => {
      try {
        const when = parseWhen(text, CONTEXT)
        return when.kind !== 'once' || Temporal.Instant.compare(when.eventAt, CONTEXT.now) > 0
      } catch (error) {
        return error instanceof Refusal
      }
    }
    fc.assert(
      fc.property(
        sentence.map((parts) => parts.join(' ')),
        holds,
      ),
      { numRuns: 3000 },
    )
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 210 }), holds), { numRuns: 1000 })
  })

  test('takes little time, however it repeats itself', () => {
    const hard = [
      '1 ',
      'a ',
      'in ',
      'every ',
      'half ',
      '1:',
      '1/',
      ' ',
      'en ',
      'maandag ',
      '1e ',
      '9:00 ',
      'de ',
      '(',
      '1.',
      'in 1 hour ',
      'jan 1 ',
    ]
    for (const word of hard) {
      const read = () => assert.throws(() => parseWhen(word.repeat(200).slice(0, 200), CONTEXT), Refusal)
      assert.ok(effortMs(read) < 500, word)
    }
  })
})
