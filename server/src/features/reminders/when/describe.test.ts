import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { ChannelId } from '../../../kernel/ids.ts'
import { LANGUAGES, type Language } from '../../../kernel/language.ts'
import { draftOf } from '../draft.ts'
import { parseWhen } from '../when.ts'
import { describeSchedule } from './describe.ts'
import { ruleInWords } from './describe-rule.ts'

/** A Monday, 13:00 in Brussels. */
const NOW = Temporal.Instant.from('2026-11-23T12:00:00Z')
const BRUSSELS = { now: NOW, timeZone: 'Europe/Brussels' }
const START = Temporal.PlainDate.from('2026-11-23')

function described(text: string, language: Language): string {
  const when = parseWhen(text, BRUSSELS)
  const fixed = { name: 'Standup', channel_id: ChannelId.parse('1100000000000000201') }
  const defaults = { timeZone: BRUSSELS.timeZone, offsetMinutes: 60 }
  if (when.kind === 'once')
    return describeSchedule(draftOf({ ...fixed, event_time: String(when.eventAt) }, NOW, defaults), language)
  const days = when.kind === 'weekly' ? { days: [...when.days] } : { rrule: when.rrule }
  return describeSchedule(draftOf({ ...fixed, ...days, call_time: String(when.time) }, NOW, defaults), language)
}

const SENTENCES: Record<string, readonly [en: string, nl: string]> = {
  'tomorrow 9:30': ['Tuesday 24 November 2026 at 09:30', 'dinsdag 24 november 2026 om 09:30'],
  'in 5 seconds': ['Monday 23 November 2026 at 13:00:05', 'maandag 23 november 2026 om 13:00:05'],
  'daily 8:00': ['every day at 08:00', 'elke dag om 08:00'],
  'mon-fri 9:00': ['every weekday at 09:00', 'elke werkdag om 09:00'],
  'elke vrijdag 20:15': ['every Friday at 20:15', 'elke vrijdag om 20:15'],
  'ma vr 20:15': ['every Monday and Friday at 20:15', 'elke maandag en vrijdag om 20:15'],
  'ma wo vr 18:00': ['every Monday, Wednesday and Friday at 18:00', 'elke maandag, woensdag en vrijdag om 18:00'],
  'every other tuesday 19:00': ['every 2 weeks on Tuesday at 19:00', 'elke 2 weken op dinsdag om 19:00'],
  'every two weeks 19:00': ['every 2 weeks on Monday at 19:00', 'elke 2 weken op maandag om 19:00'],
  'every 3 days 7:00': ['every 3 days at 07:00', 'elke 3 dagen om 07:00'],
  'first monday of the month 20:00': [
    'every month on the first Monday at 20:00',
    'elke maand op de eerste maandag om 20:00',
  ],
  'last friday of the month 17:00': [
    'every month on the last Friday at 17:00',
    'elke maand op de laatste vrijdag om 17:00',
  ],
  'every 15th 9:00': ['every month on the 15th at 09:00', 'elke maand op de 15e om 09:00'],
  'de 1e en 22e van de maand 9:00': ['every month on the 1st and 22nd at 09:00', 'elke maand op de 1e en 22e om 09:00'],
  'laatste dag van de maand 9:00': ['every month on the last day at 09:00', 'elke maand op de laatste dag om 09:00'],
  'monthly 14:00': ['every month on the 23rd at 14:00', 'elke maand op de 23e om 14:00'],
  'om de 3 maanden 14:00': ['every 3 months on the 23rd at 14:00', 'elke 3 maanden op de 23e om 14:00'],
  'yearly 14:00': ['every year on 23 November at 14:00', 'elk jaar op 23 november om 14:00'],
  'elk jaar op 5 maart 14:00': ['every year on 5 March at 14:00', 'elk jaar op 5 maart om 14:00'],
}

describe('one line', () => {
  for (const [text, [en, nl]] of Object.entries(SENTENCES))
    test(`${en}, ${nl}`, () => assert.deepEqual([described(text, 'en'), described(text, 'nl')], [en, nl]))

  test('that is understood again as the same, in either language', () => {
    for (const sentences of Object.values(SENTENCES))
      for (const sentence of sentences)
        assert.deepEqual([described(sentence, 'en'), described(sentence, 'nl')], [...sentences])
  })
})

describe('a rule that only the API can give', () => {
  const rules: Record<string, readonly [en: string, nl: string]> = {
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1': [
      'every month on Monday, Tuesday, Wednesday, Thursday and Friday (only the last of them)',
      'elke maand op maandag, dinsdag, woensdag, donderdag en vrijdag (alleen de laatste daarvan)',
    ],
    'FREQ=YEARLY;BYMONTH=3,4;BYDAY=-2SU': [
      'every year on the second to last Sunday in March and April',
      'elk jaar op de op 1 na laatste zondag in maart en april',
    ],
    'FREQ=YEARLY;BYYEARDAY=100': ['every year on the 100th day of the year', 'elk jaar op de 100e dag van het jaar'],
    'FREQ=DAILY;COUNT=5': ['every day (5 times)', 'elke dag (5 keer)'],
    'FREQ=MONTHLY;BYMONTHDAY=-2;COUNT=1': [
      'every month on the second to last day (1 time)',
      'elke maand op de op 1 na laatste dag (1 keer)',
    ],
  }
  for (const [rule, [en, nl]] of Object.entries(rules))
    test(en, () => assert.deepEqual([ruleInWords(rule, START, 'en'), ruleInWords(rule, START, 'nl')], [en, nl]))

  test('says something of every frequency and interval, without a gap', () => {
    const frequency = fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY')
    const rule = fc.record({
      frequency,
      interval: fc.integer({ min: 1, max: 10 }),
      count: fc.integer({ min: 1, max: 1000 }),
    })
    fc.assert(
      fc.property(rule, fc.constantFrom(...LANGUAGES), ({ frequency, interval, count }, language) => {
        const words = ruleInWords(`FREQ=${frequency};INTERVAL=${interval};COUNT=${count}`, START, language)
        assert.doesNotMatch(words, /\{\{|undefined| {2}|^ | $/)
      }),
      { numRuns: 50 },
    )
  })
})
