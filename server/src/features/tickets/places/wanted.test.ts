import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ChannelType, OverwriteType, PermissionFlagsBits as P } from 'discord-api-types/v10'
import { ChannelId, GuildId, RoleId, UserId } from '../../../kernel/ids.ts'
import type { Channel } from '../../../platform/discord/channel-calls.ts'
import { allows, channelPermissions } from '../../../platform/discord/permissions.ts'
import type { Terms } from '../terms.ts'
import { STATUSES, type Status, type Ticket } from '../ticket.ts'
import { mayRename, renamed, type Step, stepsFrom } from './steps.ts'
import { type Circumstances, type Wanted, wantedPlace } from './wanted.ts'

const NOW = Temporal.Instant.from('2027-03-01T12:00:00Z')
const GUILD = GuildId.parse('1')
const EVERYONE = RoleId.parse('1')
const [OPENER, ADDED, BOT, STAFF_MEMBER] = ['11', '12', '13', '14'].map(UserId.parse) as [
  UserId,
  UserId,
  UserId,
  UserId,
]
const [STAFF, ESCALATION, FOREIGN] = ['21', '22', '23'].map(RoleId.parse) as [RoleId, RoleId, RoleId]
const CATEGORY = ChannelId.parse('31')

const TICKET: Ticket = {
  id: '5',
  guildId: GUILD,
  number: 12,
  panelId: null,
  openerId: OPENER,
  username: 'anna',
  language: 'en',
  description: '',
  answers: [],
  status: 'open',
  priority: 'normal',
  labels: [],
  claimedBy: null,
  claimedAt: null,
  escalatedTo: null,
  channelId: null,
  closedAt: null,
  closedBy: null,
  closeReason: null,
  archivedAt: null,
  version: 1,
  settledVersion: 0,
  createdAt: NOW,
  updatedAt: NOW,
}
const TERMS: Terms = {
  panel: null,
  place: 'channel',
  categoryId: CATEGORY,
  overflowCategoryId: null,
  threadChannelId: null,
  staffRoleIds: [STAFF],
  escalationRoleId: ESCALATION,
  idleHours: 1,
  archiveHours: null,
  autoCloseHours: 1,
  firstResponseMinutes: null,
  resolutionMinutes: null,
  hours: null,
  assignment: 'none',
}
const HERE: Circumstances = {
  self: BOT,
  roles: new Set([EVERYONE, STAFF, ESCALATION, FOREIGN]),
  openerIsThere: true,
  people: [],
  found: 'channel',
  refusedNames: [],
}

const wanted = (ticket: Partial<Ticket> = {}, here: Partial<Circumstances> = {}, terms: Partial<Terms> = {}) =>
  wantedPlace({ ...TICKET, ...ticket }, { ...TERMS, ...terms }, { ...HERE, ...here })

/** As Discord has it after the overwrites were set. */
function channelWith(place: Wanted, more: Partial<Channel> = {}): Channel {
  const overwrites = place.kind === 'channel' ? place.overwrites : []
  return {
    id: ChannelId.parse('41'),
    name: 'ticket-0012',
    type: ChannelType.GuildText,
    guildId: GUILD,
    parentId: CATEGORY,
    topic: null,
    thread: null,
    overwrites: overwrites.map(({ of, id, allow, deny }) => ({
      id,
      type: of === 'role' ? OverwriteType.Role : OverwriteType.Member,
      allow: String(allow),
      deny: String(deny),
    })),
    ...more,
  }
}

/** What somebody may do in the channel who may see and write everywhere else. */
function may(place: Wanted, userId: UserId, roleIds: readonly RoleId[] = []) {
  const roles = [{ id: EVERYONE, permissions: P.ViewChannel | P.SendMessages | P.ReadMessageHistory }]
  const standing = { guildId: GUILD, guildOwnerId: UserId.parse('99'), roles, userId, roleIds, isTimedOut: false }
  const permissions = channelPermissions(standing, channelWith(place).overwrites)
  if (!allows(permissions, P.ViewChannel)) return 'nothing'
  return allows(permissions, P.SendMessages) ? 'write' : 'read'
}

describe('in the channel of a ticket', () => {
  const expected: Record<Status, readonly (string | undefined)[]> = {
    open: ['write', 'write', 'nothing', 'write'],
    claimed: ['write', 'write', 'nothing', 'write'],
    waiting_for_user: ['write', 'write', 'nothing', 'write'],
    escalated: ['write', 'write', 'nothing', 'write'],
    closed: ['read', 'write', 'nothing', 'read'],
    archived: ['read', 'write', 'nothing', 'read'],
  }
  for (const status of STATUSES) {
    test(`that is ${status} opener, staff, others and those added may ${expected[status].join(', ')}`, () => {
      const place = wanted({ status }, { people: [ADDED] })
      const seen = [may(place, OPENER), may(place, STAFF_MEMBER, [STAFF]), may(place, STAFF_MEMBER), may(place, ADDED)]
      assert.deepEqual(seen, expected[status])
    })
  }

  test('those to whom it was escalated see it, and nobody by that role before', () => {
    assert.equal(may(wanted(), STAFF_MEMBER, [ESCALATION]), 'nothing')
    assert.equal(may(wanted({ status: 'escalated' }), STAFF_MEMBER, [ESCALATION]), 'write')
    assert.equal(may(wanted({ status: 'escalated', escalatedTo: FOREIGN }), STAFF_MEMBER, [ESCALATION]), 'nothing')
  })

  test('nobody sees it because a role is gone, or because everyone was chosen as staff', () => {
    const place = wanted({}, { roles: new Set([EVERYONE]) }, { staffRoleIds: [STAFF, EVERYONE] })
    assert.equal(may(place, STAFF_MEMBER, [STAFF]), 'nothing')
    assert.deepEqual(place.kind === 'channel' && place.overwrites.map(({ id }) => String(id)), [GUILD, OPENER, BOT])
  })

  test('whoever has left the server or was erased has no place', () => {
    for (const place of [wanted({}, { openerIsThere: false }), wanted({ openerId: null })])
      assert.equal(may(place, OPENER), 'nothing')
  })
})

describe('a ticket', () => {
  test('that is closed or archived before it has a place needs none', () => {
    assert.deepEqual(wanted({ status: 'closed' }, { found: null }), { kind: 'nothing' })
    assert.deepEqual(wanted({ status: 'archived' }, { found: null }), { kind: 'nothing' })
    assert.deepEqual(wanted({ status: 'archived' }, { found: null }, { place: 'thread' }), { kind: 'nothing' })
  })

  test('that has a channel keeps it where its panel makes threads by now', () => {
    assert.equal(wanted({}, {}, { place: 'thread' }).kind, 'channel')
    assert.equal(wanted({}, { found: null }, { place: 'thread' }).kind, 'thread')
  })

  test('of a thread is locked when it is closed, and archived only in the end', () => {
    const state = (status: Status) => {
      const place = wanted({ status }, { found: 'thread' })
      return place.kind === 'thread' && [place.isLocked, place.isArchived]
    }
    assert.deepEqual(
      [state('open'), state('closed'), state('archived')],
      [
        [false, false],
        [true, false],
        [true, true],
      ],
    )
  })
})

describe('the steps', () => {
  const LEFT = { roleIds: [STAFF], threadPeople: [], askedName: 'ticket-0012', categoryId: CATEGORY }
  const kinds = (steps: readonly Step[]) => steps.map(({ kind }) => kind)

  test('are the message alone where all is as wanted', () => {
    assert.deepEqual(kinds(stepsFrom(channelWith(wanted()), wanted(), LEFT, CATEGORY)), ['control'])
  })

  test('of a closing lock first and rename last', () => {
    const steps = stepsFrom(channelWith(wanted()), wanted({ status: 'closed' }), LEFT, CATEGORY)
    assert.deepEqual(kinds(steps), ['overwrites', 'control', 'rename'])
  })

  test('of an archiving close the channel to its opener before it goes', () => {
    const steps = stepsFrom(channelWith(wanted()), wanted({ status: 'archived' }), LEFT, CATEGORY)
    assert.deepEqual(kinds(steps), ['overwrites', 'remove'])
  })

  test('leave roles that people let in by hand, and take out those that the ticket let in', () => {
    const foreign = { id: FOREIGN, type: OverwriteType.Role, allow: '1024', deny: '0' }
    const found = channelWith(wanted())
    const there = { ...found, overwrites: [...found.overwrites, foreign] }
    assert.deepEqual(kinds(stepsFrom(there, wanted(), LEFT, CATEGORY)), ['control'])
    const [step] = stepsFrom(there, wanted({}, {}, { staffRoleIds: [ESCALATION] }), LEFT, CATEGORY)
    assert.ok(step?.kind === 'overwrites')
    const ids = step.overwrites.map(({ id }) => id)
    assert.deepEqual(
      [STAFF, ESCALATION, FOREIGN].map((id) => ids.includes(id)),
      [false, true, true],
    )
  })

  test('leave the name that people gave, and the category where the channel stands', () => {
    const moved = channelWith(wanted(), { name: 'urgent', parentId: ChannelId.parse('32') })
    assert.deepEqual(kinds(stepsFrom(moved, wanted(), LEFT, CATEGORY)), ['control'])
    assert.deepEqual(kinds(stepsFrom(moved, wanted(), LEFT, ChannelId.parse('33'))), ['move', 'control'])
  })

  test('of a thread open it first and archive it last', () => {
    const thread = { isArchived: true, isLocked: false }
    const place = wanted({ status: 'archived' }, { found: 'thread', people: [ADDED] })
    const left = { ...LEFT, threadPeople: [OPENER, STAFF_MEMBER] }
    const steps = stepsFrom(channelWith(place, { thread }), place, left, CATEGORY)
    assert.deepEqual(kinds(steps), ['thread', 'bring', 'part', 'control', 'rename', 'thread'])
    const done = channelWith(place, { thread: { isArchived: true, isLocked: true } })
    assert.deepEqual(stepsFrom(done, place, left, CATEGORY), [])
  })
})

test('after two renames within ten minutes there is none until ten minutes after the first', () => {
  const at = (minutes: number) => NOW.add({ minutes })
  const once = renamed({ renamedAt: null, renameAfter: null }, at(0))
  assert.ok(mayRename(once, at(4)))
  const twice = renamed(once, at(4))
  assert.deepEqual([mayRename(twice, at(9)), mayRename(twice, at(10))], [false, true])
  const thrice = renamed(twice, at(10))
  assert.deepEqual([mayRename(thrice, at(13)), mayRename(thrice, at(14))], [false, true])
  assert.ok(mayRename(renamed(once, at(30)), at(30)))
})
