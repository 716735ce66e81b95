import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type APIOverwrite, PermissionFlagsBits as Bits, ChannelType, OverwriteType } from 'discord-api-types/v10'
import { GuildId, RoleId, UserId } from '../../kernel/ids.ts'
import { allows, canSend, channelPermissions, guildPermissions, type Standing } from './permissions.ts'

const guildId = GuildId.parse('1100000000000000001')
const everyone = RoleId.parse('1100000000000000001')
const staff = RoleId.parse('1100000000000000302')
const member = RoleId.parse('1100000000000000303')
const userId = UserId.parse('1100000000000000104')

const standing: Standing = {
  guildId,
  guildOwnerId: UserId.parse('1100000000000000101'),
  roles: [
    { id: everyone, permissions: Bits.ViewChannel },
    { id: staff, permissions: Bits.ManageMessages },
    { id: member, permissions: Bits.SendMessages },
  ],
  userId,
  roleIds: [member],
  isTimedOut: false,
}

const forRole = (id: string, allow: bigint, deny: bigint): APIOverwrite => ({
  id,
  type: OverwriteType.Role,
  allow: String(allow),
  deny: String(deny),
})

describe('in the guild', () => {
  test('a member has what everybody has and what the roles add', () => {
    assert.equal(guildPermissions(standing), Bits.ViewChannel | Bits.SendMessages)
  })

  test('owner and administrators have everything', () => {
    const owner = guildPermissions({ ...standing, userId: standing.guildOwnerId })
    const admin = guildPermissions({
      ...standing,
      roles: [...standing.roles, { id: staff, permissions: Bits.Administrator }],
      roleIds: [staff],
    })
    for (const permissions of [owner, admin]) assert.ok(allows(permissions, Bits.BanMembers | Bits.MentionEveryone))
  })

  test('a time-out leaves reading', () => {
    assert.equal(guildPermissions({ ...standing, isTimedOut: true }), Bits.ViewChannel)
  })
})

describe('in a channel', () => {
  test('a role gives back what is denied to everybody', () => {
    const hidden = forRole(everyone, 0n, Bits.ViewChannel)
    assert.ok(!allows(channelPermissions(standing, [hidden]), Bits.ViewChannel))
    const shown = forRole(member, Bits.ViewChannel, 0n)
    assert.ok(allows(channelPermissions(standing, [shown, hidden]), Bits.ViewChannel))
  })

  test('what one role allows outweighs what another denies', () => {
    const both = { ...standing, roleIds: [member, staff] }
    const overwrites = [forRole(member, Bits.AttachFiles, 0n), forRole(staff, 0n, Bits.AttachFiles)]
    assert.ok(allows(channelPermissions(both, overwrites), Bits.AttachFiles))
    assert.ok(allows(channelPermissions(both, overwrites.toReversed()), Bits.AttachFiles))
  })

  test('an overwrite for the member comes last', () => {
    const own: APIOverwrite = { id: userId, type: OverwriteType.Member, allow: '0', deny: String(Bits.SendMessages) }
    const permissions = channelPermissions(standing, [own, forRole(member, Bits.SendMessages, 0n)])
    assert.ok(!allows(permissions, Bits.SendMessages))
  })

  test('overwrites do not touch administrators, and no overwrite ends a time-out', () => {
    const hidden = forRole(everyone, 0n, Bits.ViewChannel)
    const owner = { ...standing, userId: standing.guildOwnerId }
    assert.ok(allows(channelPermissions(owner, [hidden]), Bits.ViewChannel))
    const talkative = forRole(everyone, Bits.SendMessages, 0n)
    assert.ok(!allows(channelPermissions({ ...standing, isTimedOut: true }, [talkative]), Bits.SendMessages))
  })
})

test('sending takes seeing, a channel for messages and, in a thread, a permission of its own', () => {
  assert.ok(canSend(Bits.ViewChannel | Bits.SendMessages, ChannelType.GuildText))
  assert.ok(!canSend(Bits.SendMessages, ChannelType.GuildText))
  assert.ok(!canSend(Bits.ViewChannel | Bits.SendMessages, ChannelType.GuildCategory))
  assert.ok(!canSend(Bits.ViewChannel | Bits.SendMessages, ChannelType.PublicThread))
  assert.ok(canSend(Bits.ViewChannel | Bits.SendMessagesInThreads, ChannelType.PublicThread))
})
