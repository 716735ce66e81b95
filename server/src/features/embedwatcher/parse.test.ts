import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ACT_FROM, type Announcement, type Parsed, parseAnnouncement } from './parse.ts'
import { APPENDIX } from './samples/appendix.ts'
import { LABELLED } from './samples/labelled.ts'
import { SAMPLES_NOW, SAMPLES_ZONE, samplesOf, told } from './samples/row.ts'
import { score } from './samples/score.ts'

const CONTEXT = { now: SAMPLES_NOW, timeZone: SAMPLES_ZONE }
const read = (announcement: Announcement, context = {}) => parseAnnouncement(announcement, { ...CONTEXT, ...context })
const said = (content: string, context = {}) => read({ content }, context)
const confidenceOf = (parsed: Parsed) => (parsed.kind === 'event' ? parsed.confidence : 0)
const reasonsOf = (parsed: Parsed) =>
  parsed.kind === 'none' ? parsed.reasons.map(({ code, text }) => [code, text].join(' ').trim()) : [told(parsed)]
const evidenceOf = (parsed: Parsed) => parsed.evidence.map(({ part, text, reading }) => `${part} "${text}" ${reading}`)

describe('announcements on which the former program was tried', () => {
  for (const { row, expected, announcement } of samplesOf(APPENDIX)) {
    test(row.trim(), () => {
      const parsed = read(announcement)
      assert.equal(told(parsed), expected)
      if (parsed.kind === 'event') assert.ok(parsed.confidence >= ACT_FROM, `confidence ${parsed.confidence}`)
    })
  }

  test('a date whose weekday is another is read, and asked about', () => {
    const parsed = read({ embeds: [{ description: 'Time: Wednesday, October 01/10/27 – 19:30' }] })
    assert.equal(told(parsed), '2027-10-01 19:30')
    assert.ok(confidenceOf(parsed) > 0.5 && confidenceOf(parsed) < ACT_FROM)
  })
})

describe('labelled samples', () => {
  const samples = samplesOf(LABELLED)

  test('are many, and many are no events', () => {
    assert.ok(samples.length - samplesOf(APPENDIX).length >= 150)
    assert.ok(samples.filter(({ expected }) => expected === 'none').length >= 50)
  })

  test('are answered rightly 98 times of 100, and 95 of 100 events are found', () => {
    const { precision, recall, misses } = score(samples)
    const missed = misses.map(({ sample, got }) => `${got} for ${sample.row}`).join('\n')
    assert.ok(precision >= 0.98, `precision ${precision}\n${missed}`)
    assert.ok(recall >= 0.95, `recall ${recall}\n${missed}`)
  })
})

describe('what was understood', () => {
  test('is told part by part, with the exact words', () => {
    const title = 'Raid **night**'
    const description = 'Every __Friday__ at `7:30 PM` CET\n📍 *Main* hall'
    assert.deepEqual(evidenceOf(read({ embeds: [{ title, description }] })), [
      'days "Every __Friday" 4',
      'time "at `7:30 PM" 19:30',
      'zone "CET" Europe/Brussels',
      'location "Main* hall" Main hall',
    ])
  })

  test('is quoted from the heading when the zone stands there', () => {
    const fields = [
      { name: 'Date', value: '15/01/2027' },
      { name: 'Time (UTC)', value: '19:00' },
    ]
    const parsed = read({ embeds: [{ fields }] })
    assert.equal(told(parsed), '2027-01-15 19:00 UTC')
    assert.deepEqual(evidenceOf(parsed), ['date "15/01/2027" 2027-01-15', 'time "19:00" 19:00', 'zone "UTC" UTC'])
  })

  test('has the title, or else the first line, as its name', () => {
    const titleOf = (announcement: Announcement) => {
      const parsed = read(announcement)
      return parsed.kind === 'event' ? parsed.title : null
    }
    assert.equal(titleOf({ embeds: [{ title: '# **Raid**', description: 'tomorrow 20:00' }] }), 'Raid')
    assert.equal(titleOf({ content: '\n> tomorrow 20:00\nraid' }), 'tomorrow 20:00')
    assert.equal(titleOf({ content: `${'long '.repeat(40)}tomorrow 20:00` })?.length, 100)
  })

  test('is never surer than its least certain part', () => {
    for (const { announcement } of samplesOf(LABELLED)) {
      const parsed = read(announcement)
      const timed = parsed.evidence.filter(({ part }) => part !== 'location' && part !== 'end')
      for (const { confidence } of timed) assert.ok(confidenceOf(parsed) <= confidence && confidence <= 1)
    }
  })
})

describe('doubts', () => {
  const surer = (one: string, other: string) =>
    assert.ok(confidenceOf(said(one)) > confidenceOf(said(other)), `${one} > ${other}`)

  test('lower the confidence', () => {
    surer('15/03/2027 20:00', '05/03/2027 20:00')
    surer('25/12/2027 20:00', '12/25/2027 20:00')
    surer('this friday 20:00', 'next friday 20:00')
    surer('friday 20:00', 'maybe friday 20:00')
    surer('friday 15 january 20:00', 'friday 16 january 20:00')
    surer('friday at 8pm', 'friday at 8')
  })

  test('about which comes first, day or month, weigh more where the month does', () => {
    const timeZone = 'America/Chicago'
    assert.ok(confidenceOf(said('05/03/2027 20:00')) >= ACT_FROM)
    assert.ok(confidenceOf(said('05/03/2027 20:00', { timeZone })) < ACT_FROM)
    assert.ok(confidenceOf(said('05/03/2027 20:00 EST')) < ACT_FROM)
    assert.ok(confidenceOf(said('25/03/2027 20:00', { timeZone })) >= ACT_FROM)
    assert.equal(told(said('Monday 05/03/2027 20:00')), '2027-05-03 20:00')
    assert.equal(told(said('Friday 05/03/2027 20:00')), '2027-03-05 20:00')
  })

  test('of some kinds are asked about', () => {
    const doubtful = [
      'Friday 27 November 20:00 or Saturday 28 November 20:00',
      'Friday 16 January 20:00',
      'raid on friday at 8',
      'Raid at 20:00 on 20 November',
      'perhaps tomorrow 20:00',
      'every Monday 20:00 and every Thursday 21:00',
      'Meet 5 December 19:00 or 21:00',
    ]
    for (const text of doubtful) assert.ok(confidenceOf(said(text)) < ACT_FROM, text)
  })
})

describe('the words around a day or clock decide whether it is the event', () => {
  const cases: readonly (readonly [text: string, expected: string])[] = [
    ["Friday's raid is moved to Saturday 20:00", '2026-11-28 20:00'],
    ['The album will be released on Friday at 20:00', '2026-11-27 20:00'],
    ['The album was released on Friday at 20:00', 'none'],
    ['Update date: 15/01/2027\nTime: 14:00', 'none'],
    ['Concert on 5 March. Doors at 18:30, start at 19:30', '2027-03-05 19:30'],
    ['Concert Saterday 28 Novmber 20:00', '2026-11-28 20:00'],
    ['~~Friday 27 November~~ Saturday 28 November 20:00', '2026-11-28 20:00'],
    ['Friday 27 November 20:00, sign up before 25 November', '2026-11-27 20:00'],
  ]
  for (const [text, expected] of cases) {
    test(`"${text.replaceAll('\n', ' / ')}"`, () => {
      const parsed = said(text)
      assert.equal(told(parsed), expected)
      if (expected !== 'none') assert.ok(confidenceOf(parsed) >= ACT_FROM, `confidence ${confidenceOf(parsed)}`)
    })
  }
})

describe('what makes no reminder says why', () => {
  const cases: readonly (readonly [text: string, ...reasons: string[]])[] = [
    ['hello', 'no_date', 'no_time'],
    ['Time: 14:00', 'no_date'],
    ['Party on 15/01/2027!', 'no_time'],
    ['Date: 31/02/2027\nTime: 19:00', 'impossible_date 31/02/2027'],
    ['Date: 15/01/2027\nTime: 27:30', 'impossible_time 27:30'],
    ['Date: 05/03/2020\nTime: 19:30', 'past 05/03/2020'],
    ['Raid today at 10:00', 'past today'],
    ["last Friday's party at 20:00 was great", "not_the_event last Friday's", 'not_the_event at 20:00'],
    ['Tickets on sale until 5 March 20:00', 'not_the_event 5 March', 'not_the_event 20:00'],
    ['published 12/01/2027 14:00', 'not_the_event 12/01/2027', 'not_the_event 14:00'],
    ['We meet every other Monday at 19:30', 'other_repetition every other Monday'],
    ['The raid of Friday 20:00 is **cancelled**', 'cancelled cancelled'],
    ['Update: 15/01/2027\nLifetime: 14:00', 'not_the_event 15/01/2027'],
  ]
  for (const [text, ...reasons] of cases) {
    test(`"${text.replaceAll('\n', ' / ')}": ${reasons.join(', ')}`, () =>
      assert.deepEqual(reasonsOf(said(text)), reasons))
  }

  test('and what of it was understood all the same', () => {
    assert.deepEqual(evidenceOf(said('Party on 15/01/2027!')), ['date "15/01/2027" 2027-01-15'])
    assert.deepEqual(said('Date: 05/03/2020 / Time: 19:30').kind, 'none')
    assert.deepEqual(evidenceOf(said('Date: 05/03/2020\nTime: 19:30')), [
      'date "05/03/2020" 2020-03-05',
      'time "19:30" 19:30',
    ])
  })
})

describe('days and clocks', () => {
  const at = (text: string, now: string, timeZone = SAMPLES_ZONE) => {
    const parsed = said(text, { now: Temporal.Instant.from(now), timeZone })
    if (parsed.kind === 'none') return 'none'
    return String(parsed.schedule.kind === 'once' ? parsed.schedule.eventAt : parsed.schedule.firstAt)
  }

  test('in a gap of the clock are later by the gap, in a repeat the first', () => {
    assert.equal(at('28/03/2027 02:30', '2027-03-01T12:00:00Z'), '2027-03-28T01:30:00Z')
    assert.equal(at('31/10/2027 02:30', '2027-03-01T12:00:00Z'), '2027-10-31T00:30:00Z')
    assert.equal(at('every sunday 02:30', '2027-03-27T12:00:00Z'), '2027-03-28T01:30:00Z')
  })

  test('told from today count from when it was written', () => {
    const writtenAt = Temporal.Instant.from('2026-11-22T11:00:00Z')
    assert.equal(told(said('tomorrow 20:00', { writtenAt })), '2026-11-23 20:00')
    assert.deepEqual(reasonsOf(said('tomorrow 11:00', { writtenAt })), ['past tomorrow'])
  })

  test('that come round begin with the first still to come', () => {
    assert.equal(at('every monday 19:30', '2026-11-23T11:00:00Z'), '2026-11-23T18:30:00Z')
    assert.equal(at('every monday 19:30', '2026-11-23T18:30:00Z'), '2026-11-30T18:30:00Z')
    assert.equal(at('every monday 19:30, from 15/01/2027', '2026-11-23T11:00:00Z'), '2027-01-18T18:30:00Z')
    assert.equal(at('every monday 19:30, from 05/01/2026', '2026-11-23T11:00:00Z'), '2026-11-23T18:30:00Z')
  })

  test('that come round end where the announcement says', () => {
    assert.equal(told(said('Elke maandag 19:30, tot 14/12/2026')), 'weekly 0 19:30 until 2026-12-14')
    assert.deepEqual(reasonsOf(said('Every monday 19:30, until 16/11/2026')), ['past 16/11/2026'])
  })

  test('without a year are the next to come, a leap day too', () => {
    assert.equal(told(said('29 february 20:00')), '2028-02-29 20:00')
    assert.equal(told(said('23 november 20:00')), '2026-11-23 20:00')
  })

  test('of 24:00 are the next day', () => {
    assert.equal(told(said('27/11/2026 24:00')), '2026-11-28 00:00')
  })

  test('are those of the part of the day that is spoken of', () => {
    assert.equal(told(said('vrijdagavond om half acht')), '2026-11-27 19:30')
    assert.equal(told(said('friday morning at 8')), '2026-11-27 08:00')
    assert.equal(
      told(read({ embeds: [{ title: 'Game night', description: 'Set-up friday morning at 8' }] })),
      '2026-11-27 08:00',
    )
    assert.equal(told(said('tomorrow afternoon from 2 to 4')), '2026-11-24 14:00')
    assert.ok(confidenceOf(said('vrijdag om half acht')) < ACT_FROM)
  })

  test('of a range are its start', () => {
    for (const range of ['19:00-21:00', '7-9 pm', 'from 7 to 9 pm', '19u - 21u', 'van 19 tot 21 uur', '7pm till 9pm'])
      assert.equal(told(said(`27/11/2026 ${range}`)), '2026-11-27 19:00', range)
    assert.equal(told(said('27/11/2026 11-1pm')), '2026-11-27 11:00')
    assert.equal(told(said('5-7 December 19:00')), '2026-12-05 19:00')
    assert.equal(told(said('5 December 19:00 - 7 December 12:00')), '2026-12-05 19:00')
  })

  test('beside several zones are in the one after the clock', () => {
    assert.equal(told(said('27/11/2026 6pm PST / 9pm EST / 03:00 CET')), '2026-11-27 18:00 America/Los_Angeles')
    assert.equal(told(said('27/11/2026 20:00 (19:00 UTC)')), '2026-11-27 20:00')
    assert.equal(told(said('27/11/2026 20:00 UTC+5:30')), '2026-11-27 20:00 Asia/Kolkata')
  })

  test('are those of the zone that the guild has', () => {
    assert.equal(at('tomorrow 20:00', '2026-11-23T23:30:00Z', 'Asia/Tokyo'), '2026-11-25T11:00:00Z')
    assert.equal(at('tomorrow 20:00', '2026-11-23T23:30:00Z', 'America/New_York'), '2026-11-25T01:00:00Z')
  })
})
