import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { PermissionFlagsBits as P } from 'discord-api-types/v10'
import fc from 'fast-check'
import {
  ALL_PERMISSIONS,
  DM_PERMISSIONS,
  has,
  highestRole,
  mayAssign,
  mayBan,
  mayEditRole,
  mayKick,
  mayRename,
  mayTimeOut,
  outranks,
  permissionsIn,
  permissionsOf,
  standsAbove,
} from './permissions.ts'
import { blankGuild } from './state/blank.ts'
import type { Channel, Guild, Member, Overwrite, Role } from './state/model.ts'
import { State } from './state/state.ts'

const NOW = Date.parse('2026-11-23T12:00:00Z')
const GUILD_ID = '100'
const BASE = P.ViewChannel | P.SendMessages | P.EmbedLinks | P.AttachFiles | P.ReadMessageHistory

function role(id: string, position: number, permissions: bigint, managed = false): Role {
  return {
    id,
    name: `role ${id}`,
    color: 0,
    hoist: false,
    position,
    permissions: String(permissions),
    managed,
    mentionable: false,
  }
}

function member(user_id: string, roles: string[] = [], until: string | null = null): Member {
  return { user_id, nick: null, roles, joined_at: '', communication_disabled_until: until, pending: false }
}

const roles = [
  role(GUILD_ID, 0, BASE),
  role('301', 4, P.Administrator),
  role('310', 3, P.ManageRoles | P.KickMembers | P.BanMembers | P.ManageNicknames | P.ModerateMembers),
  role('302', 2, P.ManageMessages),
  role('303', 1, P.ChangeNickname),
  role('304', 1, 0n, true),
]

const members = {
  owner: member('1'),
  admin: member('2', ['301']),
  bot: member('3', ['310']),
  staff: member('4', ['303', '302']),
  plain: member('5', ['303']),
  guest: member('6'),
}

const guild: Guild = {
  ...blankGuild(GUILD_ID, 'guild', '1'),
  roles: new Map(roles.map((one) => [one.id, one])),
  members: new Map(Object.values(members).map((one) => [one.user_id, one])),
}

function channel(overwrites: Overwrite[], changes: Partial<Channel> = {}): Channel {
  return {
    id: '200',
    type: 0,
    guild_id: GUILD_ID,
    name: 'general',
    position: 0,
    parent_id: null,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    permission_overwrites: overwrites,
    last_message_id: null,
    last_pin_timestamp: null,
    recipients: [],
    thread: null,
    ...changes,
  }
}

const thread = channel([], {
  id: '201',
  type: 11,
  parent_id: '200',
  thread: {
    owner_id: '5',
    members: new Map(),
    total_message_sent: 0,
    metadata: {
      archived: false,
      auto_archive_duration: 60,
      archive_timestamp: '',
      locked: false,
      invitable: true,
      create_timestamp: '',
    },
  },
})

const forRole = (id: string, allow: bigint, deny: bigint): Overwrite => ({
  id,
  type: 0,
  allow: String(allow),
  deny: String(deny),
})
const forMember = (id: string, allow: bigint, deny: bigint): Overwrite => ({ ...forRole(id, allow, deny), type: 1 })
const inChannel = (who: Member, ...overwrites: Overwrite[]) => permissionsIn(guild, who, NOW, channel(overwrites))

describe('in the guild', () => {
  test('the owner has every permission without any role', () => {
    assert.equal(permissionsIn(guild, members.owner, NOW), ALL_PERMISSIONS)
  })

  test('an administrator has every permission', () => {
    assert.equal(permissionsIn(guild, members.admin, NOW), ALL_PERMISSIONS)
  })

  test('roles add to what @everyone has', () => {
    assert.equal(permissionsIn(guild, members.staff, NOW), BASE | P.ManageMessages | P.ChangeNickname)
  })

  test('a role that was deleted gives nothing', () => {
    assert.equal(permissionsIn(guild, member('9', ['999']), NOW), BASE)
  })
})

describe('in a channel', () => {
  test('overwrites do not bind owner and administrators', () => {
    const closed = [
      forRole(GUILD_ID, 0n, P.ViewChannel),
      forRole('301', 0n, P.ViewChannel),
      forMember('1', 0n, P.ViewChannel),
    ]
    assert.equal(inChannel(members.owner, ...closed), ALL_PERMISSIONS)
    assert.equal(inChannel(members.admin, ...closed), ALL_PERMISSIONS)
  })

  test("a role's overwrite comes after that of @everyone", () => {
    const overwrites = [forRole('302', P.SendMessages, 0n), forRole(GUILD_ID, 0n, P.SendMessages)]
    assert.ok(has(inChannel(members.staff, ...overwrites), P.SendMessages))
    assert.ok(!has(inChannel(members.plain, ...overwrites), P.SendMessages))
  })

  test('what one role allows another cannot deny', () => {
    const overwrites = [forRole('302', P.SendMessages, 0n), forRole('303', 0n, P.SendMessages)]
    assert.ok(has(inChannel(members.staff, ...overwrites), P.SendMessages))
    assert.ok(has(inChannel(members.staff, ...overwrites.toReversed()), P.SendMessages))
  })

  test("a member's own overwrite comes last", () => {
    const overwrites = [forMember('4', 0n, P.SendMessages), forRole('302', P.SendMessages, 0n)]
    assert.ok(!has(inChannel(members.staff, ...overwrites), P.SendMessages))
  })

  test("somebody else's overwrites change nothing", () => {
    const overwrites = [forMember('9', 0n, P.SendMessages), forRole('302', 0n, P.SendMessages)]
    assert.equal(inChannel(members.guest, ...overwrites), BASE)
  })

  test('who does not see a channel can do nothing in it', () => {
    assert.equal(inChannel(members.staff, forRole(GUILD_ID, 0n, P.ViewChannel)), 0n)
  })

  test('who cannot send cannot mention everyone, attach or embed either', () => {
    const permissions = inChannel(members.plain, forRole(GUILD_ID, P.MentionEveryone, P.SendMessages))
    assert.equal(permissions, P.ViewChannel | P.ReadMessageHistory | P.ChangeNickname)
  })
})

describe('in a thread', () => {
  test("the parent's overwrites count", () => {
    const parent = channel([forRole(GUILD_ID, 0n, P.ViewChannel)])
    assert.equal(permissionsIn(guild, members.plain, NOW, thread, parent), 0n)
  })

  test('sending needs SEND_MESSAGES_IN_THREADS instead of SEND_MESSAGES', () => {
    const closed = channel([forRole(GUILD_ID, 0n, P.SendMessagesInThreads)])
    const open = channel([forRole(GUILD_ID, P.SendMessagesInThreads, P.SendMessages)])
    assert.ok(!has(permissionsIn(guild, members.plain, NOW, thread, closed), P.EmbedLinks))
    assert.ok(has(permissionsIn(guild, members.plain, NOW, thread, open), P.EmbedLinks))
  })
})

describe('a time-out', () => {
  const until = new Date(NOW + 60_000).toISOString()

  test('leaves seeing and reading history', () => {
    assert.equal(permissionsIn(guild, member('5', ['303'], until), NOW), P.ViewChannel | P.ReadMessageHistory)
    const hidden = channel([forRole(GUILD_ID, 0n, P.ViewChannel)])
    assert.equal(permissionsIn(guild, member('5', ['303'], until), NOW, hidden), 0n)
  })

  test('ends by itself', () => {
    assert.equal(permissionsIn(guild, member('6', [], until), NOW + 60_000), BASE)
  })

  test('does not touch administrators', () => {
    assert.equal(permissionsIn(guild, member('2', ['301'], until), NOW), ALL_PERMISSIONS)
  })
})

describe('a channel of any kind', () => {
  const state = new State({ id: '3', name: 'bot', description: '', owner_id: '1', public_key: '', flags: 0 })
  state.guilds.set(GUILD_ID, guild)
  state.channels.set('200', channel([forRole(GUILD_ID, 0n, P.ViewChannel)]))

  test('lets nobody in who is not a member', () => {
    assert.equal(permissionsOf(state, '99', channel([]), NOW), 0n)
  })

  test('finds the parent of a thread', () => {
    assert.equal(permissionsOf(state, '5', thread, NOW), 0n)
  })

  test('as a direct message is open to its two people alone', () => {
    const dm = channel([], { type: 1, guild_id: null, recipients: ['5'] })
    assert.equal(permissionsOf(state, '5', dm, NOW), DM_PERMISSIONS)
    assert.equal(permissionsOf(state, '3', dm, NOW), DM_PERMISSIONS)
    assert.equal(permissionsOf(state, '6', dm, NOW), 0n)
  })
})

describe('rank', () => {
  test('is the highest role, @everyone for those without', () => {
    assert.equal(highestRole(guild, members.staff)?.id, '302')
    assert.equal(highestRole(guild, members.guest)?.id, GUILD_ID)
  })

  test('of two roles at one position belongs to the older one', () => {
    assert.equal(highestRole(guild, member('9', ['304', '303']))?.id, '303')
  })

  test('puts the owner above all and equals above nobody', () => {
    assert.ok(outranks(guild, members.owner, members.admin))
    assert.ok(!outranks(guild, members.admin, members.owner))
    assert.ok(outranks(guild, members.bot, members.staff))
    assert.ok(!outranks(guild, members.bot, members.admin))
    assert.ok(!outranks(guild, members.plain, member('9', ['303'])))
  })

  test('is a strict order among those who do not own the guild', () => {
    const anyRoles = fc.subarray(['301', '310', '302', '303', '304']).map((ids) => member('9', ids))
    fc.assert(
      fc.property(anyRoles, anyRoles, anyRoles, (a, b, c) => {
        assert.ok(!(outranks(guild, a, b) && outranks(guild, b, a)))
        if (outranks(guild, a, b) && outranks(guild, b, c)) assert.ok(outranks(guild, a, c))
      }),
    )
  })
})

describe('moderation', () => {
  const [everyone, admin, own, staff, , managed] = roles

  test('of roles stops at the own highest role', () => {
    assert.ok(everyone && admin && own && staff && managed)
    assert.ok(mayAssign(guild, members.bot, staff, NOW))
    assert.ok(!mayAssign(guild, members.bot, own, NOW))
    assert.ok(!mayAssign(guild, members.bot, admin, NOW))
    assert.ok(!mayAssign(guild, members.staff, staff, NOW), 'MANAGE_ROLES is missing')
    assert.ok(standsAbove(guild, members.owner, admin))
  })

  test('of roles leaves managed ones and @everyone with whom they are', () => {
    assert.ok(everyone && managed)
    assert.ok(!mayAssign(guild, members.owner, managed, NOW))
    assert.ok(!mayAssign(guild, members.owner, everyone, NOW))
    assert.ok(mayEditRole(guild, members.bot, everyone, NOW))
  })

  test('of members needs the permission and the rank', () => {
    assert.ok(mayKick(guild, members.bot, members.staff, NOW))
    assert.ok(!mayKick(guild, members.bot, members.admin, NOW))
    assert.ok(!mayKick(guild, members.staff, members.plain, NOW))
    assert.ok(!mayKick(guild, members.admin, members.owner, NOW))
    assert.ok(mayBan(guild, members.bot, members.plain, NOW))
    assert.ok(mayBan(guild, members.bot, undefined, NOW))
    assert.ok(!mayBan(guild, members.plain, undefined, NOW))
  })

  test('by time-out spares administrators, even from the owner', () => {
    assert.ok(mayTimeOut(guild, members.bot, members.plain, NOW))
    assert.ok(!mayTimeOut(guild, members.owner, members.admin, NOW))
  })

  test('of nicknames is open to oneself with CHANGE_NICKNAME', () => {
    assert.ok(mayRename(guild, members.plain, members.plain, NOW))
    assert.ok(!mayRename(guild, members.guest, members.guest, NOW))
    assert.ok(mayRename(guild, members.bot, members.plain, NOW))
    assert.ok(!mayRename(guild, members.plain, members.guest, NOW))
  })
})
