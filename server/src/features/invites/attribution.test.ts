import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { UserId } from '../../kernel/ids.ts'
import {
  attribute,
  doubted,
  type KnownInvite,
  type ListedInvite,
  NOTHING_OPEN,
  type OpenUses,
  usesBetween,
  withSeen,
} from './attribution.ts'

const [ANN, BOB] = ['11', '12'].map(UserId.parse) as [UserId, UserId]
/** Seconds of one afternoon; looks are at 100 and 200 unless said otherwise. */
const at = (second: number) => Temporal.Instant.from('2027-03-01T12:00:00Z').add({ seconds: second })

const listed = (
  code: string,
  inviterId: UserId | null,
  uses: number,
  more: Partial<ListedInvite> = {},
): ListedInvite => ({
  code,
  inviterId,
  isVanity: false,
  uses,
  maxUses: 0,
  expiresAt: null,
  ...more,
})
const known = (code: string, inviterId: UserId | null, uses: number, more: Partial<KnownInvite> = {}): KnownInvite => ({
  ...listed(code, inviterId, uses),
  deletedAt: null,
  isGone: false,
  ...more,
})

/** What is open after the look at 200. */
function openAfter(before: readonly KnownInvite[], now: readonly ListedInvite[]): OpenUses {
  return withSeen(NOTHING_OPEN, usesBetween(before, { after: at(100), until: at(200), listed: now }), at(200))
}

/** Joins one after another, all judged by what is open at first. */
function verdicts(open: OpenUses, joins: readonly number[], isOpenGuild = false) {
  let left = open
  return joins.map((second) => {
    const verdict = attribute(left, at(second), isOpenGuild)
    left = verdict.left
    const { confidence, inviterId, code } = verdict.attribution
    return [confidence, inviterId, code]
  })
}

const NOBODY = ['unknown', null, null]
const ann = known('a', ANN, 3)
const bob = known('b', BOB, 1)
const annGrew = (uses: number) => [listed('a', ANN, 3 + uses), listed('b', BOB, 1)]

interface Case {
  readonly name: string
  readonly before: readonly KnownInvite[]
  readonly now: readonly ListedInvite[]
  readonly joins: readonly number[]
  readonly said: readonly (readonly unknown[])[]
  readonly isOpenGuild?: boolean
}

const CASES: readonly Case[] = [
  { name: 'one invite grew by one', before: [ann, bob], now: annGrew(1), joins: [150], said: [['certain', ANN, 'a']] },
  { name: 'nothing grew', before: [ann, bob], now: annGrew(0), joins: [150], said: [NOBODY] },
  {
    name: 'one invite grew by two, for two joins',
    before: [ann],
    now: [listed('a', ANN, 5)],
    joins: [150, 160],
    said: [
      ['certain', ANN, 'a'],
      ['certain', ANN, 'a'],
    ],
  },
  {
    name: 'a third join beside two uses',
    before: [ann],
    now: [listed('a', ANN, 5)],
    joins: [150, 160, 170],
    said: [['certain', ANN, 'a'], ['certain', ANN, 'a'], NOBODY],
  },
  {
    name: 'two invites of one inviter grew',
    before: [ann, known('c', ANN, 0)],
    now: [listed('a', ANN, 4), listed('c', ANN, 1)],
    joins: [150, 160, 170],
    said: [['certain', ANN, null], ['certain', ANN, null], NOBODY],
  },
  {
    name: 'invites of two inviters grew',
    before: [ann, bob],
    now: [listed('a', ANN, 4), listed('b', BOB, 2)],
    joins: [150, 160, 170],
    said: [NOBODY, NOBODY, NOBODY],
  },
  {
    name: 'one of two inviters has most of what grew',
    before: [ann, bob],
    now: [listed('a', ANN, 5), listed('b', BOB, 2)],
    joins: [150, 160, 170],
    said: [['likely', ANN, 'a'], NOBODY, NOBODY],
  },
  {
    name: 'an invite of one use is gone',
    before: [known('s', BOB, 0, { maxUses: 1 }), ann],
    now: [listed('a', ANN, 3)],
    joins: [150, 160],
    said: [['certain', BOB, 's'], NOBODY],
  },
  {
    name: 'an invite with one use left is gone before its end is heard of',
    before: [known('s', BOB, 4, { maxUses: 5, deletedAt: at(151) })],
    now: [],
    joins: [150],
    said: [['certain', BOB, 's']],
  },
  {
    name: 'an invite is gone long before the join',
    before: [known('s', BOB, 0, { maxUses: 1, deletedAt: at(120) })],
    now: [],
    joins: [150],
    said: [NOBODY],
  },
  {
    name: 'an invite has run out of time before the look before',
    before: [known('s', BOB, 0, { expiresAt: at(90) })],
    now: [],
    joins: [101],
    said: [NOBODY],
  },
  {
    name: 'an invite runs out of time after the join',
    before: [known('s', BOB, 0, { expiresAt: at(160) })],
    now: [],
    joins: [150],
    said: [['certain', BOB, 's']],
  },
  {
    name: 'one invite is gone and another grew',
    before: [known('s', BOB, 0, { maxUses: 1 }), ann],
    now: [listed('a', ANN, 4)],
    joins: [150],
    said: [['likely', ANN, 'a']],
  },
  {
    name: 'two invites of different inviters are gone',
    before: [known('s', BOB, 0, { maxUses: 1 }), known('t', ANN, 0, { maxUses: 1 })],
    now: [],
    joins: [150],
    said: [NOBODY],
  },
  {
    name: 'a used up invite is gone without a use left',
    before: [known('s', BOB, 1, { maxUses: 1 })],
    now: [],
    joins: [150],
    said: [NOBODY],
  },
  {
    name: "the guild's own address grew",
    before: [known('games', null, 7, { isVanity: true })],
    now: [listed('games', null, 8, { isVanity: true })],
    joins: [150],
    said: [['certain', null, 'games']],
  },
  {
    name: "the guild's own address is seen for the first time, and an invite grew",
    before: [ann],
    now: [listed('games', null, 500, { isVanity: true }), listed('a', ANN, 4)],
    joins: [150],
    said: [['likely', ANN, 'a']],
  },
  {
    name: 'an invite was made and used between two looks',
    before: [ann],
    now: [listed('a', ANN, 3), listed('n', BOB, 1)],
    joins: [150],
    said: [['certain', BOB, 'n']],
  },
  {
    name: 'an invite was erased of its inviter',
    before: [known('a', null, 3)],
    now: [listed('a', ANN, 4)],
    joins: [150],
    said: [['certain', null, 'a']],
  },
  {
    name: 'the join was before the look before, or after this one',
    before: [ann],
    now: [listed('a', ANN, 4)],
    joins: [97, 203],
    said: [NOBODY, NOBODY],
  },
  {
    name: "Discord's clock is a little off",
    before: [ann],
    now: [listed('a', ANN, 5)],
    joins: [99, 201],
    said: [
      ['certain', ANN, 'a'],
      ['certain', ANN, 'a'],
    ],
  },
  {
    name: 'members can be let in without an invite, and one is gone',
    before: [known('s', BOB, 0, { maxUses: 1 })],
    now: [],
    joins: [150],
    said: [['likely', BOB, 's']],
    isOpenGuild: true,
  },
]

describe('a join is judged rightly when', () => {
  for (const { name, before, now, joins, said, isOpenGuild } of CASES)
    test(name, () => assert.deepEqual(verdicts(openAfter(before, now), joins, isOpenGuild), said))
})

describe('what is seen', () => {
  test('at the first look of all is nobody’s', () => {
    assert.deepEqual(usesBetween([], { after: null, until: at(100), listed: annGrew(5) }), [])
  })

  test('while the bot was away belongs to nobody who joins afterwards', () => {
    const away = usesBetween([ann, bob], { after: at(0), until: at(3600), listed: annGrew(4) })
    const then = withSeen(NOTHING_OPEN, away, at(3600))
    const seen = usesBetween([known('b', BOB, 1)], { after: at(3600), until: at(3700), listed: [listed('b', BOB, 2)] })
    assert.deepEqual(verdicts(withSeen(then, seen, at(3700)), [3650, 3650]), [['certain', BOB, 'b'], NOBODY])
  })

  test('is given up when no join has come for it', () => {
    const open = openAfter([ann], annGrew(1))
    assert.equal(withSeen(open, [], at(200 + 15 * 60)).uses.length, 2)
    assert.deepEqual(withSeen(open, [], at(201 + 15 * 60)), NOTHING_OPEN)
  })
})

describe('a join that finds no use', () => {
  const judged = (id: string, joined: number, decided: number) => ({ id, joinedAt: at(joined), decidedAt: at(decided) })

  test('takes back the certainty of those that were judged since it came, and of those whose use these may have', () => {
    const others = [judged('before', 100, 110), judged('chained', 120, 140), judged('since', 135, 160)]
    assert.deepEqual(doubted(others, at(150)), ['chained', 'since'])
    assert.deepEqual(doubted(others, at(170)), [])
  })
})
