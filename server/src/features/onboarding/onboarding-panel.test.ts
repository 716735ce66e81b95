import assert from 'node:assert/strict'
import { after, afterEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startAgain } from '../../testing/again.ts'
import { startApp } from '../../testing/app.ts'
import { onboardingGuild } from '../../testing/onboarding.ts'
import { until } from '../../testing/until.ts'

const { rules: RULES, general: GENERAL, announcements: NEWS } = DEMO.channels
const GUILD = DEMO.guild

const app = await startApp()
after(() => app[Symbol.asyncDispose]())
const another = await startAgain(app, 'worker')
after(() => another.stop())
const home = await onboardingGuild(
  { simulator: app.simulator, apiUrl: app.alphapy.apiUrl ?? '' },
  { guild: GUILD, admin: DEMO.people.demo_owner, rulesChannel: RULES },
)
await home.rule('Be kind')
afterEach(() => app.simulator.faults.clear())

const panelsIn = (channelId: string) =>
  app.simulator
    .messages(channelId)
    .filter(({ components }) => JSON.stringify(components).includes('"onboarding:start:"'))
const textOf = (channelId: string) => panelsIn(channelId)[0]?.embeds[0]?.description ?? ''
/** Nobody has anything to do or is at it: every panel was looked after, and what came of it was noted. */
const settled = () =>
  until('all panels to be looked after', async () => {
    const panels = await app.db.selectFrom('onboarding_panels').select(['due_at', 'lease_until']).execute()
    return panels.every(
      ({ due_at, lease_until }) => lease_until === null && Temporal.Instant.compare(due_at, app.clock.now()) > 0,
    )
  })
/** The one that stands, once the program has noted where; a message that was not noted yet is missed after a while only. */
async function panel() {
  const standing = await home.panel()
  await until('the panel to be noted', async () => {
    const rows = await app.db.selectFrom('onboarding_panels').select('message_id').execute()
    return rows.some(({ message_id }) => message_id === standing.id)
  })
  return standing
}
const bot = () => app.simulator.person(DEMO.bot)
const errors = async () =>
  (
    await app.db
      .selectFrom('operational_events')
      .select('details')
      .where('event_type', '=', 'ONBOARDING_ERROR')
      .execute()
  ).map(({ details }) => JSON.parse(JSON.stringify(details)))

describe('the panel', () => {
  test('is posted once, by two processes, when the rules channel is chosen', async () => {
    assert.deepEqual(panelsIn(RULES), [])
    await home.set('system', { rules_channel_id: RULES })
    await panel()
    await settled()
    assert.equal(panelsIn(RULES).length, 1)
    assert.match(textOf(RULES), /Press Start/)
  })

  test('says what the settings say, in the language of the server', async () => {
    const { id } = await panel()
    await home.set('system', { locale: 'nl' })
    await until('Dutch', () => textOf(RULES).startsWith('Druk op Starten'))
    await home.set('onboarding', { panel_text: 'Hello **there**' })
    await until('own words', () => textOf(RULES) === 'Hello **there**')
    await home.set('onboarding', { panel_text: null })
    await home.set('system', { locale: null })
    await until('English', () => textOf(RULES).startsWith('Press Start'))
    assert.equal((await panel()).id, id)
  })

  test('is posted again when it is gone, and only then', async () => {
    const first = await panel()
    bot().delete(first)
    await until('another', () => panelsIn(RULES).length === 1)
    const second = await panel()
    assert.notEqual(second.id, first.id)
    await app.moveTo(app.clock.now().add({ minutes: 16 }))
    await settled()
    assert.equal((await panel()).id, second.id)
  })

  test('is posted again though nobody was connected when it was deleted', async () => {
    app.simulator.state.messages.get(RULES)?.delete((await panel()).id)
    assert.equal(panelsIn(RULES).length, 0)
    await app.moveTo(app.clock.now().add({ minutes: 16 }))
    await until('another', () => panelsIn(RULES).length === 1)
  })

  test('is not posted twice when the answer to posting it was lost', async () => {
    const before = await panel()
    app.simulator.faults.on({ method: 'POST', path: `/channels/${RULES}/messages` }, 'drop_after', { times: 1 })
    bot().delete(before)
    await until('another', () => panelsIn(RULES).length === 1)
    await app.moveTo(app.clock.now().add({ minutes: 6 }))
    await settled()
    const row = await app.db
      .selectFrom('onboarding_panels')
      .select('message_id')
      .where('guild_id', '=', GUILD)
      .executeTakeFirstOrThrow()
    assert.equal((await panel()).id, row.message_id)
  })

  test('comes back within two minutes when it is deleted before anybody knew that it stands', async () => {
    const asked = (await errors()).length
    const posting = { method: 'POST', path: `/channels/${RULES}/messages` }
    for (const isUncertain of [true, false]) {
      await settled()
      const before = await panel()
      if (isUncertain) app.simulator.faults.on(posting, 'drop_after', { times: 1 })
      bot().delete(before)
      await until('another', () => panelsIn(RULES).length === 1)
      await settled()
      const unknown = panelsIn(RULES)[0] ?? assert.fail()
      // Told by nobody, like a deletion before the message is noted.
      app.simulator.state.messages.get(RULES)?.delete(unknown.id)
      assert.deepEqual(panelsIn(RULES), [])
      await app.moveTo(app.clock.now().add({ minutes: 2 }))
      await until('it again', () => panelsIn(RULES).length === 1)
      await settled()
    }
    assert.equal((await errors()).length, asked)
  })

  test('is not asked for again and again while Discord fails', async () => {
    const posting = { method: 'POST', path: `/channels/${RULES}/messages` }
    const { faults } = app.simulator
    await settled()
    const [before, struck] = [await panel(), faults.struck]
    faults.on(posting, { status: 503 })
    bot().delete(before)
    await until('an attempt', () => faults.struck > struck)
    for (let step = 0; step < 10; step += 1) {
      await settled()
      await app.moveTo(app.clock.now().add({ seconds: 10 }))
    }
    await settled()
    assert.equal(faults.struck - struck, 2)
    faults.clear()
    await app.moveTo(app.clock.now().add({ minutes: 1 }))
    await panel()
  })

  test('waits for a Discord that hangs without a lock in the database; what changes meanwhile holds, once', async () => {
    const before = await panel()
    const { faults } = app.simulator
    const struck = faults.struck
    faults.on({ method: 'POST', path: `/channels/${RULES}/messages` }, 'hang', { times: 1 })
    bot().delete(before)
    await until('Discord to be asked', () => faults.struck > struck)
    const locked = app.db.selectFrom('onboarding_panels').select('guild_id').forUpdate().noWait().execute()
    assert.equal((await locked).length > 0, true)
    await home.set('onboarding', { panel_text: 'Meanwhile' })
    const asked = app.owner.slash('onboarding panel')
    assert.deepEqual(panelsIn(RULES), [])
    assert.match((await asked).content, /stands in/)
    await until('the new words', () => textOf(RULES) === 'Meanwhile')
    await settled()
    await home.set('onboarding', { panel_text: null })
    await until('the old ones', () => textOf(RULES).startsWith('Press Start'))
    await panel()
  })

  test('that is deleted while somebody waits for Discord to change it is posted again at once', async () => {
    const before = await panel()
    const { faults } = app.simulator
    const edit = { method: 'PATCH', path: `/channels/${RULES}/messages/${before.id}` }
    const struck = faults.struck
    faults.on(edit, 'hang', { times: 1 })
    faults.on(edit, { status: 503 }, { times: 1 })
    await home.set('onboarding', { panel_text: 'Anew' })
    await until('Discord to be asked', () => faults.struck > struck)
    bot().delete(before)
    await until('another', () => textOf(RULES) === 'Anew')
    await home.set('onboarding', { panel_text: null })
    await until('the old words', () => textOf(RULES).startsWith('Press Start'))
    await settled()
  })

  test('goes when the onboarding is switched off, and moves with the rules channel', async () => {
    await home.set('onboarding', { enabled: false })
    await until('none', () => panelsIn(RULES).length === 0)
    await home.set('onboarding', { enabled: true })
    await panel()
    await home.set('system', { rules_channel_id: NEWS })
    await until('it elsewhere', () => panelsIn(NEWS).length === 1)
    assert.deepEqual(panelsIn(RULES), [])
    await home.set('system', { rules_channel_id: RULES })
    await until('it back', () => panelsIn(RULES).length === 1)
    assert.deepEqual(panelsIn(NEWS), [])
  })

  test('that the bot may not post is an error told once, with what to click', async () => {
    const before = (await errors()).length
    const channel = app.simulator.createChannel(GUILD, {
      name: 'silent',
      permission_overwrites: [{ id: DEMO.roles.bot, type: 0, allow: '0', deny: String(1 << 11) }],
    })
    await until('the channel to be known', async () => {
      return home.set('system', { rules_channel_id: channel.id }).then(
        () => true,
        () => false,
      )
    })
    await until('the error', async () => (await errors()).length > before)
    const { error_type, channel_id, repair } = (await errors()).at(-1)
    assert.deepEqual([error_type, channel_id], ['panel_not_posted', channel.id])
    assert.match(repair, /allow the bot View Channel, Send Messages and Embed Links/)
    for (const _ of [1, 2]) {
      await app.moveTo(app.clock.now().add({ minutes: 16 }))
      await settled()
    }
    assert.equal((await errors()).length, before + 1)
    const said = await app.owner.slash('onboarding panel')
    assert.match(said.content, new RegExp(`In <#${channel.id}> I need the permission Send Messages`))
    await home.set('system', { rules_channel_id: RULES })
    await panel()
  })
})

describe('/onboarding panel', () => {
  test('says where it stands, and moves it to the channel that is named, until the rules channel changes', async () => {
    const { id } = await panel()
    const stays = await app.owner.slash('onboarding panel')
    assert.equal(
      stays.content,
      `The Start button stands in <#${RULES}>: https://discord.com/channels/${GUILD}/${RULES}/${id}`,
    )
    await app.db.deleteFrom('onboarding_rules').execute()
    const dead = await app.owner.slash('onboarding panel')
    assert.match(dead.content, /stands in .*\n⚠️ There are no rules.*nobody can start.*`\/config set onboarding\.mode`/)
    await home.rule('Be kind')
    await app.owner.slash('onboarding panel', { channel: GENERAL })
    assert.deepEqual([panelsIn(RULES).length, panelsIn(GENERAL).length], [0, 1])
    await app.moveTo(app.clock.now().add({ minutes: 16 }))
    await settled()
    assert.deepEqual([panelsIn(RULES).length, panelsIn(GENERAL).length], [0, 1])
    await home.set('system', { rules_channel_id: NEWS })
    await until('it in the rules channel', () => panelsIn(NEWS).length === 1)
    assert.deepEqual(panelsIn(GENERAL), [])
  })

  test('puts nothing into a channel of another server', async () => {
    const { otherGuild, people } = DEMO
    const guest = app.simulator.person(people.demo_guest)
    const there = { guild: otherGuild }
    await assert.rejects(guest.slash('onboarding panel', { channel: GENERAL }, there), /no channel of this guild/)
    // Discord's own client offers only channels of the server; what is sent past it names any.
    const channel = app.simulator.state.channels.get(GENERAL) ?? assert.fail()
    Object.assign(channel, { guild_id: otherGuild })
    app.simulator.faults.before({ method: 'GET', path: `/channels/${GENERAL}` }, () => {
      Object.assign(channel, { guild_id: GUILD })
    })
    const said = await (await guest.slash('onboarding panel', { channel: GENERAL }, there)).settled()
    assert.match(said.content, /^I cannot see that channel/)
    assert.deepEqual(panelsIn(GENERAL), [])
  })

  test('is refused where there is no channel, and where the onboarding is off', async () => {
    await home.set('system', { rules_channel_id: null })
    assert.match((await app.owner.slash('onboarding panel')).content, /There is no rules channel yet/)
    await home.set('onboarding', { mode: 'disabled' })
    assert.match((await app.owner.slash('onboarding panel', { channel: GENERAL })).content, /switched off/)
    await until('none', () => panelsIn(GENERAL).length + panelsIn(NEWS).length === 0)
  })
})
