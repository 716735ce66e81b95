import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ChannelId, GuildId, UserId } from '../../../kernel/ids.ts'
import type { Ticket } from '../ticket.ts'
import { heardOf, partsIn } from './activity.ts'
import { nextOf, turnAfter } from './assignment-rules.ts'
import { dueActions, type TimeRules } from './due.ts'
import { remindAfterHours, silenceOf } from './silence.ts'
import { targetsOf } from './targets.ts'
import type { TicketTime, Timed } from './time.ts'

const START = Temporal.Instant.from('2027-03-01T12:00:00Z')
const at = (hours: number) => START.add({ milliseconds: hours * 3_600_000 })
const MEMBER = UserId.parse('104')
const STAFF = UserId.parse('103')

const TICKET: Ticket = {
  id: '1',
  guildId: GuildId.parse('1'),
  number: 1,
  panelId: null,
  openerId: MEMBER,
  username: 'mira',
  language: 'en',
  description: 'My order did not arrive.',
  answers: [],
  status: 'open',
  priority: 'normal',
  labels: [],
  claimedBy: null,
  claimedAt: null,
  escalatedTo: null,
  channelId: ChannelId.parse('200'),
  closedAt: null,
  closedBy: null,
  closeReason: null,
  archivedAt: null,
  version: 1,
  settledVersion: 1,
  createdAt: START,
  updatedAt: START,
}
const TIME: TicketTime = {
  lastMessageAt: null,
  lastBy: null,
  firstResponseAt: null,
  remindedAt: null,
  reminderShownAt: null,
  neverCloses: false,
  told: {
    first_response: { warnedAt: null, missedAt: null },
    resolution: { warnedAt: null, missedAt: null },
  },
  ratingAskedFor: null,
}
const RULES: TimeRules = {
  idleHours: 120,
  autoCloseHours: 336,
  archiveHours: null,
  isEnabled: true,
  closesSilent: true,
  firstResponseMinutes: null,
  resolutionMinutes: null,
  hours: null,
  assigns: false,
  asksForRating: true,
}
/** The staff had the last word when it opened. */
const answered: Partial<TicketTime> = { lastBy: 'staff', lastMessageAt: START, firstResponseAt: START }

function timed(time: Partial<TicketTime> = {}, ticket: Partial<Ticket> = {}, history: Timed['history'] = []): Timed {
  return { ticket: { ...TICKET, ...ticket }, time: { ...TIME, ...time }, history }
}
const kindsAt = (hours: number, of: Timed, rules: Partial<TimeRules> = {}) =>
  dueActions(of, { ...RULES, ...rules }, at(hours)).actions.map(({ kind }) => kind)

describe('a silent ticket', () => {
  test('is reminded of once for each silence', () => {
    const silent = timed(answered)
    assert.deepEqual(
      [119, 120, 200].map((hours) => kindsAt(hours, silent)),
      [[], ['remind'], ['remind']],
    )
    const reminded = timed({ ...answered, remindedAt: at(120), reminderShownAt: at(120) })
    assert.deepEqual(
      [121, 144, 335].map((hours) => kindsAt(hours, reminded)),
      [[], [], []],
    )
    const spoken = timed({ ...answered, lastMessageAt: at(130), remindedAt: at(120), reminderShownAt: at(120) })
    assert.deepEqual(
      [249, 250].map((hours) => kindsAt(hours, spoken)),
      [[], ['remind']],
    )
  })

  test('closes by itself after the reminder, which has stood there for its whole time', () => {
    const reminded = timed({ ...answered, remindedAt: at(120), reminderShownAt: at(120) })
    assert.deepEqual(
      [335, 336].map((hours) => kindsAt(hours, reminded)),
      [[], ['close']],
    )
    const late = timed({ ...answered, remindedAt: at(1000), reminderShownAt: at(1001) })
    assert.deepEqual(
      [1200, 1216, 1217].map((hours) => kindsAt(hours, late)),
      [[], [], ['close']],
    )
  })

  test('never closes by a reminder that did not arrive; that is repeated a day later', () => {
    const unseen = timed({ ...answered, remindedAt: at(120) })
    assert.deepEqual(
      [143, 144, 400].map((hours) => kindsAt(hours, unseen)),
      [[], ['remind'], ['remind']],
    )
  })

  test('is closed in time also where closing is wished for before the reminder', () => {
    const rules = { idleHours: 120, autoCloseHours: 24 }
    assert.equal(remindAfterHours({ ...RULES, ...rules }), 12)
    assert.deepEqual(kindsAt(12, timed(answered), rules), ['remind'])
    const reminded = timed({ ...answered, remindedAt: at(12), reminderShownAt: at(12) })
    assert.deepEqual(
      [23, 24].map((hours) => kindsAt(hours, reminded, rules)),
      [[], ['close']],
    )
  })

  test('stays open as long as the staff owes the answer', () => {
    for (const owing of [timed(), timed({ lastBy: 'opener', lastMessageAt: START })]) {
      assert.equal(silenceOf(owing, RULES).staysBecause, 'staff_owes')
      assert.deepEqual(kindsAt(120, owing), ['remind'])
      const reminded = { ...owing, time: { ...owing.time, remindedAt: at(120), reminderShownAt: at(120) } }
      assert.deepEqual(kindsAt(5000, reminded), [])
    }
  })

  test('that says nothing, or waits for the member, is the member’s turn', () => {
    for (const theirs of [timed({}, { description: ' ' }), timed({ lastBy: 'opener' }, { status: 'waiting_for_user' })])
      assert.deepEqual([silenceOf(theirs, RULES).owes, silenceOf(theirs, RULES).staysBecause], ['member', null])
  })

  test('is left alone where it is excluded, switched off, or solved', () => {
    const reminded = { ...answered, remindedAt: at(120), reminderShownAt: at(120) }
    assert.deepEqual(kindsAt(1000, timed({ ...answered, neverCloses: true })), [])
    assert.deepEqual(kindsAt(1000, timed(answered), { isEnabled: false }), [])
    assert.deepEqual(kindsAt(1000, timed(reminded), { closesSilent: false }), [])
    assert.deepEqual(kindsAt(1000, timed(answered), { closesSilent: false }), ['remind'])
    assert.deepEqual(kindsAt(1000, timed(reminded, { status: 'closed', closedAt: at(1) })), [])
  })

  test('is silent anew since it was opened again, kept open, or included', () => {
    for (const kind of ['reopen', 'kept_open', 'included', 'wait'])
      assert.deepEqual([kindsAt(120, timed(answered, {}, [{ kind, to: 'open', at: at(100) }])), kind], [[], kind])
    assert.deepEqual(kindsAt(120, timed(answered, {}, [{ kind: 'labels', to: 'open', at: at(100) }])), ['remind'])
  })
})

describe('targets', () => {
  const rules = { firstResponseMinutes: 60, resolutionMinutes: 600 }

  test('warn at four fifths and are missed in the end, each once', () => {
    const fresh = timed()
    assert.deepEqual(
      [0.7, 0.8, 1].map((hours) => kindsAt(hours, fresh, rules)),
      [[], ['warn'], ['miss']],
    )
    const warned = timed({ told: { ...TIME.told, first_response: { warnedAt: at(0.8), missedAt: null } } })
    assert.deepEqual(
      [0.9, 1].map((hours) => kindsAt(hours, warned, rules)),
      [[], ['miss']],
    )
    const missed = timed({ told: { ...TIME.told, first_response: { warnedAt: at(0.8), missedAt: at(1) } } })
    assert.deepEqual(kindsAt(2, missed, rules), [])
  })

  test('look again when the next thing is due', () => {
    const { nextAt } = dueActions(timed(), { ...RULES, firstResponseMinutes: 10 }, START)
    assert.equal(nextAt?.toString(), START.add({ minutes: 8 }).toString())
  })

  test('of the solution wait while the member is waited for', () => {
    const history = [{ kind: 'wait', to: 'waiting_for_user' as const, at: at(1) }]
    const waiting = timed(answered, { status: 'waiting_for_user' }, history)
    const states = (of: Timed, hours: number) =>
      targetsOf(of, { ...rules, hours: null }, at(hours)).map(({ kind, state }) => `${kind} ${state}`)
    assert.deepEqual(states(waiting, 100), ['first_response met', 'resolution paused'])
    const back = timed(answered, {}, [...history, { kind: 'answer', to: 'open', at: at(100) }])
    const [, resolution] = targetsOf(back, { ...rules, hours: null }, at(101))
    assert.equal(resolution?.dueAt?.toString(), at(109).toString())
  })

  test('over a weekend count the hours in which somebody is there', () => {
    const windows = [0, 1, 2, 3, 4].map((day) => ({ day, from: '09:00', to: '17:00' }))
    const friday = Temporal.Instant.from('2027-03-05T15:30:00Z')
    const [response] = targetsOf(
      timed({}, { createdAt: friday }),
      { firstResponseMinutes: 60, resolutionMinutes: null, hours: { zone: 'Europe/Brussels', windows } },
      friday,
    )
    // Half an hour on Friday until 17:00 in Brussels, and half an hour on Monday.
    assert.equal(response?.dueAt?.toString(), '2027-03-08T08:30:00Z')
  })

  test('that were met or missed when it closed stay so; a first answer to what is closed is not waited for', () => {
    const closed = (hours: number, time: Partial<TicketTime> = answered) =>
      targetsOf(timed(time, { status: 'closed', closedAt: at(hours) }), { ...rules, hours: null }, at(500)).map(
        ({ state }) => state,
      )
    assert.deepEqual([closed(9), closed(11), closed(9, {})], [['met', 'met'], ['met', 'missed'], ['met']])
  })
})

describe('after closing', () => {
  test('the member is asked once for each closing, unless that was long ago', () => {
    const closed = { status: 'closed' as const, closedAt: at(1) }
    assert.deepEqual(kindsAt(1, timed({}, closed)), ['ask_rating'])
    assert.deepEqual(kindsAt(1, timed({ ratingAskedFor: at(1) }, closed)), [])
    assert.deepEqual(kindsAt(1, timed({ ratingAskedFor: at(0.5) }, closed)), ['ask_rating'])
    assert.deepEqual(kindsAt(26, timed({}, closed)), [])
    assert.deepEqual(kindsAt(1, timed({}, { ...closed, openerId: null })), [])
    assert.deepEqual(kindsAt(1, timed({}, closed), { asksForRating: false }), [])
  })
})

describe('handing out', () => {
  test('happens once, where there is a place to tell it', () => {
    const rules = { assigns: true }
    assert.deepEqual(kindsAt(0, timed(), rules), ['assign'])
    assert.deepEqual(kindsAt(0, timed({}, { channelId: null }), rules), [])
    const claimed = { kind: 'claim', to: 'claimed', at: START } as const
    const transferred = { kind: 'transfer', to: 'open', at: START } as const
    assert.deepEqual(kindsAt(0, timed({}, {}, [claimed]), rules), [])
    assert.deepEqual(kindsAt(0, timed({}, {}, [claimed, transferred]), rules), ['assign'])
    assert.deepEqual(kindsAt(0, timed({}, {}, [transferred, claimed]), rules), [])
  })

  test('goes round, or to whoever has least; of those alike to who waited longest', () => {
    const load = (id: string, lastTurn: number, unsolved: number) => ({
      userId: UserId.parse(id),
      lastTurn: BigInt(lastTurn),
      unsolved,
    })
    const loads = [load('1', 7, 0), load('2', 5, 3), load('3', 6, 0)]
    assert.deepEqual(
      [nextOf(loads, 'round_robin')?.userId, nextOf(loads, 'least_loaded')?.userId, nextOf([], 'round_robin')],
      ['2', '3', null],
    )
    assert.equal(turnAfter(loads), 8n)
  })
})

describe('what was said', () => {
  const word = (authorId: string, hours: number) => ({ authorId: UserId.parse(authorId), isBot: false, at: at(hours) })
  const heard = (words: ReturnType<typeof word>[], time: Partial<TicketTime> = {}) => {
    const { lastMessageAt, lastBy, firstResponse } = heardOf(
      { ...TIME, ...time },
      partsIn(TICKET, new Set([UserId.parse('9')]), words),
    )
    return [lastMessageAt && START.until(lastMessageAt).total('hours'), lastBy, firstResponse?.authorId ?? null]
  }

  test('is of the member, of a guest, or of the staff', () => {
    assert.deepEqual(heard([word(MEMBER, 1)]), [1, 'opener', null])
    assert.deepEqual(heard([word(STAFF, 2), word(MEMBER, 1)]), [2, 'staff', STAFF])
    assert.deepEqual(heard([word('9', 3)]), [3, null, null])
  })

  test('later than it was said moves nothing back, and an earlier first answer counts', () => {
    const known = { lastMessageAt: at(5), lastBy: 'opener' as const, firstResponseAt: at(4) }
    assert.deepEqual(heard([word(STAFF, 3)], known), [5, 'opener', STAFF])
    assert.deepEqual(heard([word(STAFF, 4.5)], known), [5, 'opener', null])
    assert.deepEqual(heard([word(STAFF, 6)], known), [6, 'staff', null])
  })
})
