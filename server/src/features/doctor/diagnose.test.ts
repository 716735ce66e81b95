import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { PermissionFlagsBits as Bits, ChannelType } from 'discord-api-types/v10'
import { ChannelId, GuildId, RoleId, UserId } from '../../kernel/ids.ts'
import { MEMBERS, MESSAGE_CONTENT } from '../../platform/discord/intents.ts'
import { defineSetting } from '../../platform/settings/define.ts'
import { systemSettings } from '../../platform/settings/system.ts'
import { diagnose } from './diagnose.ts'
import type { Facts } from './facts.ts'
import { type Finding, finding } from './finding.ts'
import { diagnosisReply } from './replies.ts'

const guildId = GuildId.parse('1100000000000000001')
const userId = UserId.parse('1100000000000000900')
const now = Temporal.Instant.from('2027-03-01T12:00:00Z')

const role = (id: string, name: string, permissions: bigint, position: number, isManaged = false) => ({
  id: RoleId.parse(id),
  name,
  permissions,
  position,
  isManaged,
  mentionable: false,
})
const channel = (id: string, name: string, type: ChannelType, parentId: string | null = null) => ({
  id: ChannelId.parse(id),
  name,
  type: type as ChannelType.GuildText,
  guildId,
  parentId: parentId === null ? null : ChannelId.parse(parentId),
  overwrites: [],
  topic: null,
  thread: null,
})
const everyone = role(guildId, '@everyone', Bits.ViewChannel | Bits.SendMessages | Bits.EmbedLinks, 0)
const member = role('11', 'Member', 0n, 2)
const own = role('12', 'Alphapy', Bits.ManageRoles | Bits.ManageChannels, 3, true)
const text = channel('21', 'logs', ChannelType.GuildText)
const category = channel('22', 'Tickets', ChannelType.GuildCategory)

const about = { scope: 'tea', label: { en: 'Tea', nl: 'Thee' }, help: { en: 'About tea.', nl: 'Over thee.' } }
const given = defineSetting({ ...about, key: 'role_id', type: 'role', default: null, isGiven: true })
const named = defineSetting({ ...about, key: 'staff_id', type: 'role', default: null })
const under = defineSetting({ ...about, key: 'category_id', type: 'category', default: null })
const log = { setting: systemSettings.logChannel, value: text.id }

const healthy: Facts = {
  guildId,
  guildOwnerId: UserId.parse('1100000000000000101'),
  roles: [everyone, member, own],
  channels: [text, category],
  bot: { userId, username: 'Alphapy', isBot: true, joinedAt: null, roleIds: [own.id], timedOutUntil: null },
  applicationFlags: MEMBERS.flags,
  commandsAreKnown: true,
  chosen: [log],
  choices: [],
  warnings: [],
  now,
}
const kinds = (facts: Partial<Facts>) =>
  diagnose({ ...healthy, ...facts })
    .filter(({ severity }) => severity !== 'ok')
    .map(({ seen }) => seen.kind)

describe('a diagnosis', () => {
  test('finds nothing where nothing is wrong', () => {
    assert.deepEqual(kinds({}), [])
    const chosen = [log, { setting: given, value: member.id }, { setting: under, value: category.id }]
    assert.deepEqual(kinds({ chosen }), [])
  })

  test('asks for no position of roles that are only named', () => {
    const chosen = [log, { setting: named, value: member.id }]
    assert.deepEqual(kinds({ chosen, roles: [everyone, { ...member, position: 9 }, own] }), [])
  })

  test('counts the smaller id as higher where two roles stand in the same place', () => {
    const chosen = [log, { setting: given, value: member.id }]
    assert.deepEqual(kinds({ chosen, roles: [everyone, { ...member, position: 3 }, own] }), ['role_above'])
    const later = { ...member, id: RoleId.parse('13'), position: 3 }
    assert.deepEqual(kinds({ chosen: [log, { setting: given, value: later.id }], roles: [everyone, later, own] }), [])
  })

  test('tells a bot without any role to be given one', () => {
    const chosen = [log, { setting: given, value: member.id }]
    const found = diagnose({ ...healthy, chosen, bot: { ...healthy.bot, roleIds: [] } })
    assert.deepEqual(found[0]?.seen, { kind: 'guild_lacks', missing: Bits.ManageRoles, own: null })
  })

  test('that everybody has a role is no reason to give it', () => {
    assert.deepEqual(kinds({ chosen: [log, { setting: given, value: guildId }] }), ['role_everyone'])
  })

  for (const [count, expected] of [
    [44, []],
    [45, ['category_filling']],
    [50, ['category_full']],
  ] as const)
    test(`a category of ${count} channels: ${expected[0] ?? 'nothing'}`, () => {
      const inside = Array.from({ length: count }, (_, index) =>
        channel(String(100 + index), `t${index}`, ChannelType.GuildText, category.id),
      )
      const chosen = [log, { setting: under, value: category.id }]
      assert.deepEqual(kinds({ chosen, channels: [text, category, ...inside] }), expected)
    })

  test('misses no intent that nothing needs', () => {
    const read = defineSetting({
      ...about,
      key: 'channel_id',
      type: 'channel',
      channelTypes: [ChannelType.GuildText],
      default: null,
      isRead: true,
    })
    assert.deepEqual(kinds({ chosen: [log, { setting: read, value: null }] }), [])
    assert.deepEqual(kinds({ chosen: [log, { setting: read, value: text.id }] }), ['intent_missing'])
    assert.deepEqual(
      kinds({
        chosen: [log, { setting: read, value: text.id }],
        applicationFlags: MEMBERS.flags | MESSAGE_CONTENT.flags,
      }),
      [],
    )
    assert.deepEqual(kinds({ applicationFlags: 0 }), ['intent_missing'])
  })

  test('puts what is broken before what could be better', () => {
    assert.deepEqual(kinds({ chosen: [{ setting: given, value: '99' }], commandsAreKnown: false }), [
      'role_gone',
      'commands_behind',
      'no_log_channel',
    ])
  })

  test('asks of no role that it has no power, unless the bot gives it by itself', () => {
    const roles = [everyone, { ...member, permissions: Bits.Administrator }, own]
    const chosen = (setting: typeof given | typeof named) => [log, { setting, value: member.id }]
    assert.deepEqual(kinds({ roles, chosen: chosen(named) }), [])
    assert.deepEqual(kinds({ roles, chosen: chosen(given) }), ['role_dangerous'])
    const above = roles.map((role) => (role.id === member.id ? { ...role, position: 9 } : role))
    assert.deepEqual(kinds({ roles: above, chosen: chosen(given) }), ['role_above', 'role_dangerous'])
  })

  test('forgets a time-out that is over', () => {
    const timedOut = (until: Temporal.Instant) => kinds({ bot: { ...healthy.bot, timedOutUntil: until } })
    assert.deepEqual([timedOut(now.add({ hours: 1 })), timedOut(now)], [['timed_out'], []])
  })
})

describe('what is read', () => {
  const name = '*'.repeat(100)
  const many: Finding[] = Array.from({ length: 40 }, () =>
    finding(given, { kind: 'role_above', role: { ...member, name }, highest: { ...own, name } }),
  )

  test('fits into messages of Discord, page by page, whatever names there are', () => {
    const pages = new Set<string>()
    for (let page = 0; page < 40; page += 1) {
      const { embeds = [] } = diagnosisReply({ findings: many, bot: name, at: now }, 'nl', page)
      const description = embeds[0]?.description ?? ''
      assert.ok(description.length <= 4096 && description.length > 0)
      pages.add(description)
    }
    assert.equal([...pages].join('').match(/❌/g)?.length, 40)
  })

  test('has buttons that lead to the pages around it, and stays on the last page when there are fewer by now', () => {
    const labels = (page: number) => JSON.stringify(diagnosisReply({ findings: many, bot: '', at: now }, 'en', page))
    assert.match(labels(1), /doctor:page:0.*doctor:page:2/)
    assert.equal(labels(99), labels(98))
    assert.equal(labels(Number('nonsense')), labels(0))
  })
})
