import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { withAnswer } from './model-answer.ts'
import type { Reading } from './reading.ts'

const NOW = Temporal.Instant.from('2027-03-01T12:00:00Z')
const ANNOUNCEMENT = 'We meet on the ides of March, half eight in the evening, at the Forum, London time.'
const QUOTES = { date: 'the ides of March', time: 'half eight', time_zone: 'London time', location: 'the Forum' }
const ONCE = { kind: 'once', date: '2027-03-15', time: '19:30', time_zone: null, quotes: QUOTES }
const READING: Reading = {
  name: 'Senate',
  message: ANNOUNCEMENT,
  location: null,
  imageUrl: null,
  when: null,
  confidence: 0,
  evidence: [],
  reasons: [{ code: 'no_date', text: '', reading: '' }],
  model: null,
}

const read = (answer: object) =>
  withAnswer(READING, answer, { announcement: ANNOUNCEMENT, now: NOW, timeZone: 'Europe/Brussels' })
const outcome = (answer: object) => read(answer).model?.outcome

describe('an answer of the language model', () => {
  test('becomes a time by the rules of announcements, at the certainty of a guess', () => {
    const { when, confidence, location, evidence, reasons } = read(ONCE)
    assert.equal(when?.kind === 'once' && String(when.eventAt), '2027-03-15T18:30:00Z')
    assert.deepEqual([confidence, location, reasons], [0.6, 'the Forum', []])
    assert.deepEqual(
      evidence.map(({ part, text, reading }) => `${part} ${text}: ${reading}`),
      ['date the ides of March: 2027-03-15', 'time half eight: 19:30', 'location the Forum: the Forum'],
    )
  })

  test('may name a zone that the announcement names', () => {
    const { when } = read({ ...ONCE, time_zone: 'Europe/London' })
    assert.equal(when?.kind === 'once' && String(when.eventAt), '2027-03-15T19:30:00Z')
  })

  test('may be of what comes round', () => {
    const { when } = read({ ...ONCE, kind: 'weekly', date: undefined, days: ['friday', 'monday'] })
    assert.deepEqual(when?.kind === 'weekly' && [when.days, String(when.time)], [['0', '4'], '19:30:00'])
  })

  test('loses the parts whose quotation does not stand in the announcement', () => {
    const { when, location } = read({
      ...ONCE,
      time_zone: 'Asia/Tokyo',
      quotes: { ...QUOTES, time_zone: 'Tokyo', location: '@everyone' },
    })
    assert.deepEqual([when?.timeZone, location], ['Europe/Brussels', null])
    for (const part of ['date', 'time'])
      for (const quote of ['something else', null, ' '])
        assert.equal(outcome({ ...ONCE, quotes: { ...QUOTES, [part]: quote } }), 'unusable')
  })

  test('is not believed about what is over, or is no day', () => {
    for (const date of ['2027-02-28', '2027-03-01', '2027-02-30', '0000-00-00'])
      assert.equal(outcome({ ...ONCE, date, time: '12:00' }), 'unusable', date)
  })

  test('is nonsense in any other form, and changes nothing', () => {
    for (const answer of [
      {},
      [],
      { ...ONCE, time: '7:30 PM' },
      { ...ONCE, date: '2027-03-15 or so' },
      { ...ONCE, quotes: 'ides' },
      { ...ONCE, kind: 'weekly', days: ['someday'] },
      { ...ONCE, kind: 'weekly', days: [] },
      { ...ONCE, quotes: { ...QUOTES, date: { $gt: '' } } },
    ])
      assert.deepEqual(read(answer), { ...READING, model: { outcome: 'nonsense', before: null } })
  })
})
