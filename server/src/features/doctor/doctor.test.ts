import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10'
import { permissionNames } from '../../platform/discord/permission-names.ts'
import { startAgain } from '../../testing/again.ts'
import { startApp } from '../../testing/app.ts'
import { sendJson } from '../../testing/http.ts'

const { channels, roles, people } = DEMO
const OWNER = people.demo_owner

const app = await startApp()
after(() => app[Symbol.asyncDispose]())
const { owner, simulator } = app
const { state } = simulator
const guild = state.guilds.get(DEMO.guild)
assert.ok(guild)
const signedIn = await app.signIn(OWNER)
const ask = (method: string, path: string, body?: unknown, headers = signedIn) =>
  sendJson(`${app.alphapy.apiUrl}/api/dashboard${path}`, method, body, headers)
const { roles: guildRoles, members } = guild
const bot = members.get(DEMO.bot)
assert.ok(bot)
const roleNamed = (name: string) => [...guildRoles.values()].find((role) => role.name === name)
const channelNamed = (name: string) => [...state.channels.values()].find((channel) => channel.name === name)

interface Told {
  readonly severity: string
  readonly setting: string | null
  readonly problem: string
  readonly repair: string | null
}

async function findings(): Promise<Told[]> {
  const { status, json, text } = await ask('GET', `/${DEMO.guild}/doctor`)
  assert.equal(status, 200, text)
  return json.findings
}
const troubles = async () => (await findings()).filter(({ severity }) => severity !== 'ok')

async function choose(name: string, value: unknown): Promise<void> {
  const [scope = '', key = ''] = name.split('.')
  const { status, text } = await ask('PUT', `/settings/${DEMO.guild}`, {
    [scope]: { [key]: value },
  })
  assert.equal(status, 200, text)
}

const BITS = new Map(Object.values(Bits).map((bit) => [permissionNames(bit, 'en'), bit]))
/** The longest first: a name may have a comma in it. */
function bitsNamed(names: string): bigint {
  const found = [...BITS.keys()].filter((name) => name && names.includes(name))
  assert.equal(
    permissionNames(
      found.reduce((bits, name) => bits | (BITS.get(name) ?? 0n), 0n),
      'en',
    ),
    names,
  )
  return found.reduce((bits, name) => bits | (BITS.get(name) ?? 0n), 0n)
}

/** An admin who does exactly what the sentence says, and knows nothing else. */
const CLICKS: readonly (readonly [RegExp, (...parts: string[]) => unknown])[] = [
  [
    /Edit (?:Channel #|Category )(.+) → Permissions → (.+) \(add it if it is not there\) → allow (.+) → Save Changes\.$/,
    (place = '', who = '', names = '') => {
      const channel = channelNamed(place)
      assert.ok(channel)
      const [id, type] = who.endsWith(' (the member, not the role)')
        ? ([DEMO.bot, 1] as const)
        : ([roleNamed(who)?.id ?? '', 0] as const)
      const entry = channel.permission_overwrites.find((one) => one.id === id) ?? { id, type, allow: '0', deny: '0' }
      const bits = bitsNamed(names)
      const allowed = { ...entry, allow: `${BigInt(entry.allow) | bits}`, deny: `${BigInt(entry.deny) & ~bits}` }
      channel.permission_overwrites = [...channel.permission_overwrites.filter((one) => one.id !== id), allowed]
    },
  ],
  [
    /Server Settings → Roles → (.+) → Permissions → switch on (.+) → Save Changes\.$/,
    (name = '', names = '') => {
      const role = roleNamed(name)
      assert.ok(role)
      role.permissions = `${BigInt(role.permissions) | bitsNamed(names)}`
    },
  ],
  [
    /Server Settings → Roles → (.+) → Permissions → switch off (.+) → Save Changes\. Or: Use \/config set, choose/,
    (name = '', names = '') => takeFrom(roleNamed(name)?.id ?? '', bitsNamed(names)),
  ],
  [
    /Server Settings → Roles → drag (.+) above (.+) → Save Changes\.$/,
    (name = '', other = '') => {
      const [role, below] = [roleNamed(name), roleNamed(other)]
      assert.ok(role && below)
      role.position = below.position + 1
    },
  ],
  [
    /Use \/config set, choose ([a-z._]+) and pick/,
    (name = '') =>
      choose(name, name.endsWith('role_id') ? roles.member : name.endsWith('category_id') ? spare : channels.logs),
  ],
  [/use \/config set, choose ([a-z._]+) and pick another category/, (name = '') => choose(name, spare)],
  [
    /discord\.com\/developers\/applications → the bot → Bot → Privileged Gateway Intents → switch on Message Content Intent/,
    () => {
      state.application.flags |= 1 << 19
    },
  ],
  [
    /Right-click me in the list of members → Remove Time-out/,
    () => {
      bot.communication_disabled_until = null
    },
  ],
  [/restart the bot/, async () => (await startAgain(app, 'gateway')).stop()],
]

const spare = simulator.createChannel(DEMO.guild, { name: 'More tickets', type: 4 }).id

async function follow(repair: string): Promise<void> {
  for (const [path, click] of CLICKS) {
    const match = path.exec(repair)
    if (match) return void (await click(...match.slice(1)))
  }
  assert.fail(`nobody can follow: ${repair}`)
}

const deny = (channelId: string, id: string, type: 0 | 1, bits: bigint) => {
  const channel = state.channels.get(channelId)
  assert.ok(channel)
  const { allow } = channel.permission_overwrites.find((one) => one.id === id) ?? { allow: '0' }
  channel.permission_overwrites = channel.permission_overwrites.filter((one) => one.id !== id)
  channel.permission_overwrites.push({ id, type, allow: `${BigInt(allow) & ~bits}`, deny: String(bits) })
}
const takeFrom = (roleId: string, bits: bigint) => {
  const role = guildRoles.get(roleId)
  assert.ok(role)
  role.permissions = `${BigInt(role.permissions) & ~bits}`
}
const giveTo = (roleId: string, bits: bigint) => {
  const role = guildRoles.get(roleId)
  assert.ok(role)
  role.permissions = `${BigInt(role.permissions) | bits}`
}

/** What is broken, and what is then said of it. */
const CASES: readonly (readonly [string, () => unknown, RegExp, string?])[] = [
  ['no log channel', () => undefined, /^Log channel: none is chosen/, 'warning'],
  [
    'a channel where everybody is kept from writing',
    () =>
      choose('system.log_channel_id', channels.logs).then(() => deny(channels.logs, DEMO.guild, 0, Bits.SendMessages)),
    /^Log channel: in #logs I do not have Send Messages\.$/,
  ],
  [
    'a channel where a role of the bot is kept out',
    () => deny(channels.logs, roles.bot, 0, Bits.ViewChannel | Bits.EmbedLinks),
    /^Log channel: in #logs I do not have View Channels, Embed Links\.$/,
  ],
  [
    'a channel where the bot itself is kept from writing',
    () => deny(channels.logs, DEMO.bot, 1, Bits.SendMessages),
    /^Log channel: in #logs I do not have Send Messages\.$/,
  ],
  [
    'a channel that is gone',
    async () => {
      const gone = simulator.createChannel(DEMO.guild, { name: 'gone' })
      await findings()
      await choose('gdpr.channel_id', gone.id)
      state.channels.delete(gone.id)
    },
    /^Privacy channel: the channel \(\d+\) does not exist any more\.$/,
  ],
  [
    'a channel of announcements in which the bot cannot react',
    async () => {
      await choose('embedwatcher.announcements_channel_id', channels.announcements)
      deny(channels.announcements, DEMO.guild, 0, Bits.AddReactions | Bits.ReadMessageHistory)
    },
    /^Announcements channel: in #announcements I do not have Add Reactions, Read Message History\.$/,
  ],
  [
    'messages that Discord does not show',
    () => {
      state.application.flags &= ~(1 << 19)
    },
    /^Announcements channel: I cannot read what is written there.*Message Content Intent\.$/,
  ],
  [
    'a role above that of the bot',
    async () => {
      const role = simulator.createRole(DEMO.guild, { name: 'Veteran' })
      await findings()
      await choose('onboarding.completion_role_id', role.id)
      role.position = 9
    },
    /^Role on completion: Veteran stands above my role/,
  ],
  ['a bot that may give no roles', () => takeFrom(roles.bot, Bits.ManageRoles), /do not have Manage Roles\.$/],
  [
    'a role of an integration',
    async () => {
      const role = simulator.createRole(DEMO.guild, { name: 'Streamer' })
      await findings()
      await choose('onboarding.completion_role_id', role.id)
      role.managed = true
    },
    /^Role on completion: Streamer belongs to an integration/,
  ],
  [
    'a role for consent above that of the bot',
    async () => {
      const role = simulator.createRole(DEMO.guild, { name: 'Consented' })
      await findings()
      await choose('gdpr.acceptance_role_id', role.id)
      role.position = 11
    },
    /^Role for consent: Consented stands above my role/,
  ],
  [
    'a role of newcomers that rules the server',
    () => giveTo(roles.member, Bits.Administrator | Bits.BanMembers | Bits.ManageMessages),
    /^Role on completion: I give Member to members .* with it Administrator, Ban Members, Manage Messages\.$/,
  ],
  [
    'a role of newcomers that disturbs others',
    () => giveTo(roles.member, Bits.MentionEveryone | Bits.ManageThreads),
    /^Role on completion: .* with it Mention @everyone, @here, and All Roles, Manage Threads\.$/,
    'warning',
  ],
  [
    'mentions that the bot may not make',
    async () => {
      await choose('reminders.allow_everyone_mentions', true)
      takeFrom(roles.bot, Bits.MentionEveryone)
    },
    /^Allow @everyone and role mentions: .*do not have Mention @everyone, @here, and All Roles\.$/,
  ],
  [
    'a role that is gone',
    async () => {
      const role = simulator.createRole(DEMO.guild, { name: 'Gone' })
      await findings()
      await choose('ticketbot.staff_role_id', role.id)
      guildRoles.delete(role.id)
    },
    /^Staff role: the role \(\d+\) does not exist any more\.$/,
  ],
  [
    'invites that cannot be read',
    () => takeFrom(roles.bot, Bits.ManageGuild),
    /^Invites: .*do not have Manage Server\.$/,
  ],
  [
    'a category in which no channel can be made',
    async () => {
      await choose('ticketbot.category_id', channels.tickets)
      deny(channels.tickets, roles.bot, 0, Bits.ManageChannels)
    },
    /^Category: in #Tickets I do not have Manage Channels\.$/,
  ],
  [
    'a category that is full',
    () => {
      for (let count = 0; count < 50; count += 1)
        simulator.createChannel(DEMO.guild, { name: `t${count}`, parent_id: channels.tickets })
    },
    /^Category: Tickets is full, with 50 of the 50 channels/,
  ],
  [
    'a time-out of the bot',
    () => {
      bot.communication_disabled_until = '2027-03-02T12:00:00.000000+00:00'
    },
    /^I am in a time-out/,
  ],
  [
    'commands that Discord does not know',
    () => {
      const [first = ''] = state.commands.keys()
      state.commands.delete(first)
    },
    /^Discord does not know my commands/,
    'warning',
  ],
]

describe('the doctor', () => {
  for (const [what, destroy, expected, severity = 'error'] of CASES) {
    test(`finds ${what}, and the sentence says how to repair it`, async () => {
      await destroy()
      const [trouble, ...others] = await troubles()
      assert.ok(trouble, 'nothing was found')
      assert.match(trouble.problem, expected)
      assert.equal(trouble.severity, severity)
      assert.deepEqual(others, [])
      await follow(trouble.repair ?? '')
      assert.deepEqual(await troubles(), [])
    })
  }

  test('says plainly that a guild is healthy, with what was looked at', async () => {
    const { embeds, ephemeral } = await owner.slash('doctor')
    assert.ok(ephemeral)
    assert.equal(embeds[0]?.title, 'Doctor · healthy')
    const lines = String(embeds[0]?.description).split('\n')
    assert.match(lines[0] ?? '', /Everything works/)
    assert.ok(lines.includes(`✅ Log channel: I may do all I need in <#${channels.logs}>.`), lines.join('\n'))
    assert.ok(lines.includes('✅ Role on completion: I can give **Member**.'))
    assert.ok(lines.includes('✅ Discord knows all my commands.'))
  })

  test('looks again when told to, and speaks the language of whoever reads', async () => {
    owner.speaks('nl')
    const seen = await owner.slash('doctor')
    assert.equal(seen.embeds[0]?.title, 'Dokter · gezond')
    deny(channels.announcements, DEMO.bot, 1, Bits.SendMessages)
    const again = await owner.click(seen, 'Opnieuw nakijken')
    assert.equal(again.embeds[0]?.title, 'Dokter · 1 probleem')
    const [problem, repair] = String(again.embeds[0]?.description).split('\n')
    assert.match(problem ?? '', /^❌ .*<#\d+> heb ik Berichten versturen niet\.$/)
    assert.equal(
      repair,
      '➜ Kanaal bewerken **\\#announcements** → Permissies → **Alphapy** (het lid, niet de rol) (voeg toe als het er niet staat) → sta **Berichten versturen** toe → Wijzigingen opslaan.',
    )
    owner.speaks('en-US')
    await follow((await troubles())[0]?.repair ?? '')
    assert.equal((await owner.click(again, 'doctor:check:')).embeds[0]?.title, 'Doctor · healthy')
  })

  test('leaves features alone that are switched off', async () => {
    await choose('gdpr.channel_id', channels.rules)
    deny(channels.rules, DEMO.bot, 1, Bits.SendMessages)
    assert.equal((await troubles()).length, 1)
    await choose('gdpr.enabled', false)
    assert.deepEqual(await troubles(), [])
  })

  test('opens to admins of the guild alone', async () => {
    const admin = simulator.person(people.demo_admin)
    const seen = await admin.slash('doctor')
    const asMember = await app.signIn(people.demo_member)
    assert.equal((await ask('GET', `/${DEMO.guild}/doctor`, undefined, asMember)).status, 403)
    assert.equal((await ask('GET', `/${DEMO.otherGuild}/doctor`)).status, 403)
    const [command] = [...state.commands.values()].filter(({ name }) => name === 'doctor')
    assert.ok(command)
    command.default_member_permissions = null
    assert.equal((await app.member.slash('doctor')).content, 'Only admins of this server can do that.')
    members.get(people.demo_admin)?.roles.splice(0)
    assert.equal((await admin.click(seen, 'doctor:check:')).content, 'Only admins of this server can do that.')
  })
})
