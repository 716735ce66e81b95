import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ChannelId } from '../../../kernel/ids.ts'
import { draftOf } from '../draft.ts'
import { parseWhen } from '../when.ts'
import { describeSchedule } from './describe.ts'

/** A Monday, 13:00 in Brussels. */
const NOW = Temporal.Instant.from('2026-11-23T12:00:00Z')
const BRUSSELS = { now: NOW, timeZone: 'Europe/Brussels' }

function described(text: string): string {
  const when = parseWhen(text, BRUSSELS)
  const fixed = { name: 'Standup', channel_id: ChannelId.parse('1100000000000000201') }
  const defaults = { timeZone: BRUSSELS.timeZone, offsetMinutes: 60 }
  if (when.kind === 'once')
    return describeSchedule(draftOf({ ...fixed, event_time: String(when.eventAt) }, NOW, defaults))
  const days = when.kind === 'weekly' ? { days: [...when.days] } : { rrule: when.rrule }
  return describeSchedule(draftOf({ ...fixed, ...days, call_time: String(when.time) }, NOW, defaults))
}

const SENTENCES: Record<string, string> = {
  'tomorrow 9:30': 'Tuesday 24 November 2026 at 09:30',
  'in 5 seconds': 'Monday 23 November 2026 at 13:00:05',
  'daily 8:00': 'every day at 08:00',
  'mon-fri 9:00': 'every weekday at 09:00',
  'elke vrijdag 20:15': 'every Friday at 20:15',
  'ma vr 20:15': 'every Monday and Friday at 20:15',
  'ma wo vr 18:00': 'every Monday, Wednesday and Friday at 18:00',
  'every other tuesday 19:00': 'every 2 weeks on Tuesday at 19:00',
  'every two weeks 19:00': 'every 2 weeks on Monday at 19:00',
  'every 3 days 7:00': 'every 3 days at 07:00',
  'first monday of the month 20:00': 'every month on 1st Monday at 20:00',
  'last friday of the month 17:00': 'every month on last Friday at 17:00',
  'every 15th 9:00': 'every month on the 15th at 09:00',
  'monthly 14:00': 'every month on the 23rd at 14:00',
  'yearly 14:00': 'every year on 23 November at 14:00',
}

describe('one line', () => {
  for (const [text, sentence] of Object.entries(SENTENCES))
    test(sentence, () => assert.equal(described(text), sentence))

  test('that is understood again as the same', () => {
    for (const sentence of Object.values(SENTENCES)) assert.equal(described(sentence), sentence)
  })
})
