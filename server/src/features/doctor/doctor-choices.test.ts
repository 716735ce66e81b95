import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { PermissionFlagsBits as Bits } from 'discord-api-types/v10'
import { startApp } from '../../testing/app.ts'
import { panelsOf } from '../../testing/ticket-panels.ts'

const { general: GENERAL, announcements: NEWS, tickets: CATEGORY } = DEMO.channels

const app = await startApp()
after(() => app[Symbol.asyncDispose]())
const { owner, simulator } = app
const { send, set, panel, change, posted } = await panelsOf(app)
await send('POST', `/api/dashboard/settings/${DEMO.guild}`, {
  category: 'system',
  settings: { log_channel_id: DEMO.channels.logs },
})

interface Told {
  readonly severity: string
  readonly feature: string
  readonly setting: string | null
  readonly problem: string
  readonly repair: string | null
}
const troubles = async (): Promise<Told[]> =>
  (await send('GET', `/api/dashboard/${DEMO.guild}/doctor`)).findings.filter(({ severity }: Told) => severity !== 'ok')

/** Keeps the bot itself from doing this in the channel. @returns what allows it again. */
function deny(channelId: string, bits: bigint): () => void {
  const channel = simulator.state.channels.get(channelId)
  assert.ok(channel)
  const before = channel.permission_overwrites
  channel.permission_overwrites = [...before, { id: DEMO.bot, type: 1, allow: '0', deny: `${bits}` }]
  return () => {
    channel.permission_overwrites = before
  }
}

async function writeRule(isEnabled = true) {
  const rules = `/api/dashboard/${DEMO.guild}/onboarding/rules`
  return send('POST', rules, { title: 'Be kind', description: 'To everybody.', enabled: isEnabled })
}

describe('the doctor looks at what was chosen besides settings', () => {
  test('the places of panels, as each needs them', async () => {
    const id = await panel('*Billing*', { place: 'thread', thread_channel_id: GENERAL })
    assert.deepEqual(await troubles(), [])
    const allow = deny(GENERAL, Bits.CreatePrivateThreads | Bits.ManageThreads)
    const [trouble, ...others] = await troubles()
    assert.deepEqual(others, [])
    assert.deepEqual(
      [trouble?.severity, trouble?.feature, trouble?.setting, trouble?.problem],
      [
        'error',
        'ticketbot',
        null,
        'Ticket panel “*Billing*”, channel of the threads: in #general I do not have Create Private Threads, Manage Threads.',
      ],
    )
    const { description } = (await owner.slash('doctor')).embeds[0] ?? {}
    assert.match(
      description ?? '',
      /❌ Ticket panel “\\\*Billing\\\*”, channel of the threads: in <#\d+> I do not have/,
    )

    await change(id, { place: 'channel', category_id: CATEGORY })
    assert.deepEqual(await troubles(), [])
    allow()
    const refuse = deny(CATEGORY, Bits.ManageRoles)
    assert.match(
      (await troubles())[0]?.problem ?? '',
      /“\*Billing\*”, category: in #Tickets I do not have Manage Roles\.$/,
    )
    await change(id, { enabled: false })
    assert.deepEqual(await troubles(), [])
    refuse()
  })

  test('categories and roles of panels that are gone, in the reader’s language', async () => {
    const category = simulator.createChannel(DEMO.guild, { name: 'Gone', type: 4 }).id
    const role = simulator.createRole(DEMO.guild, { name: 'Gone' }).id
    // Whoever asks the doctor has channels and roles looked at anew.
    assert.deepEqual(await troubles(), [])
    const gone = await panel('Shop', { category_id: category, staff_role_ids: [role], required_role_ids: [role] })
    simulator.state.channels.delete(category)
    simulator.state.guilds.get(DEMO.guild)?.roles.delete(role)
    assert.deepEqual(
      (await troubles()).map(({ problem }) => problem),
      [
        `Ticket panel “Shop”, category: the category (${category}) does not exist any more.`,
        `Ticket panel “Shop”, staff role: the role (${role}) does not exist any more.`,
        `Ticket panel “Shop”, role of whoever may or may not open one: the role (${role}) does not exist any more.`,
      ],
    )
    assert.equal((await troubles())[0]?.repair, 'Use /ticket_panel edit, choose “Shop” and pick another one, or none.')
    owner.speaks('nl')
    const { description } = (await owner.slash('doctor')).embeds[0] ?? {}
    assert.match(description ?? '', /Ticketpaneel “Shop”, categorie: .*\n➜ Gebruik \/ticket\\_panel edit, kies “Shop”/)
    owner.speaks('en-US')

    await set({ enabled: false })
    assert.deepEqual(await troubles(), [])
    await set({ enabled: true })
    await change(gone, { category_id: CATEGORY, staff_role_ids: [], required_role_ids: [] })
    assert.deepEqual(await troubles(), [])
  })

  test('the channels where panels and the Start button stand, and where reminders speak', async () => {
    await posted(NEWS, [await panel('Posted')])
    await send('POST', `/api/dashboard/settings/${DEMO.guild}`, {
      category: 'onboarding',
      settings: { enabled: true, mode: 'rules_only' },
    })
    const stands = await owner.slash('onboarding panel', { channel: NEWS })
    assert.match((await stands.settled()).content, /stands in/)
    await writeRule(false)
    const [hint, ...others] = await troubles()
    assert.deepEqual(others, [])
    assert.deepEqual(
      [hint?.severity, hint?.setting, hint?.problem],
      [
        'warning',
        'onboarding.enabled',
        'Onboarding: there is a Start button, but not one rule is switched on, so nobody can start.',
      ],
    )
    assert.match(hint?.repair ?? '', /onboarding\.mode and pick Questions\.$/)
    await owner.slash('config set', { setting: 'onboarding.enabled', value: 'off' })
    assert.deepEqual(await troubles(), [])
    await owner.slash('config set', { setting: 'onboarding.enabled', value: 'on' })
    await writeRule()
    for (const name of ['Tea', 'Coffee']) {
      const { status, text } = await app.send(DEMO.people.demo_owner, 'POST', '/api/reminders', {
        name,
        channel_id: NEWS,
        time: '09:00:00',
        days: ['0'],
        message: 'Now',
      })
      assert.equal(status, 200, text)
    }
    assert.deepEqual(await troubles(), [])
    const allow = deny(NEWS, Bits.EmbedLinks)
    const lacks = 'in #announcements I do not have Embed Links.'
    assert.deepEqual((await troubles()).map(({ problem }) => problem).toSorted(), [
      `2 reminders: ${lacks}`,
      `Message that offers ticket panels: ${lacks}`,
      `Message with the Start button of the onboarding: ${lacks}`,
    ])
    allow()
  })

  test('the right to mention, in each channel where a reminder is to mention, while that is on', async () => {
    const allowing = (isOn: boolean) =>
      send('POST', `/api/dashboard/settings/${DEMO.guild}`, {
        category: 'reminders',
        settings: { allow_everyone_mentions: isOn },
      })
    await allowing(true)
    const role = simulator.createRole(DEMO.guild, { name: 'Bakers', mentionable: true })
    assert.deepEqual(await troubles(), [])
    const remind = async (channel_id: string, mention: string) => {
      const body = { name: 'Bread', channel_id, time: '09:00:00', days: ['0'], mention }
      const { status, text } = await app.send(DEMO.people.demo_owner, 'POST', '/api/reminders', body)
      assert.equal(status, 200, text)
    }
    const allow = deny(GENERAL, Bits.MentionEveryone)
    await remind(NEWS, 'everyone')
    await remind(GENERAL, role.id)
    assert.deepEqual(await troubles(), [])
    role.mentionable = false
    const lacks = 'in #general I do not have Mention @everyone, @here, and All Roles.'
    assert.deepEqual(
      (await troubles()).map(({ problem }) => problem),
      [`1 reminder: ${lacks}`],
    )
    await allowing(false)
    assert.deepEqual(await troubles(), [])
    await allowing(true)
    allow()
    assert.deepEqual(await troubles(), [])
  })

  test('nothing of what other servers chose', async () => {
    const id = await panel('Theirs')
    const theirs = { guild_id: DEMO.otherGuild, category_id: '1' }
    await app.db.updateTable('ticket_panels').set(theirs).where('id', '=', id).execute()
    assert.deepEqual(await troubles(), [])
  })
})
