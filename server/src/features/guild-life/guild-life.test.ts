import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startAgain } from '../../testing/again.ts'
import { startApp } from '../../testing/app.ts'
import { until } from '../../testing/until.ts'

const OWNER = DEMO.people.demo_owner
const BUTTON = 'settings:begin:'

/** The gateway is started and stopped by the tests. */
const app = await startApp({ roles: ['api', 'worker'] })
after(() => app[Symbol.asyncDispose]())
const { simulator, owner, member } = app
const { state } = simulator
const self = simulator.person(DEMO.bot)

let gateways = [await startAgain(app, 'gateway')]
after(() => stopGateways())
async function stopGateways() {
  await Promise.all(gateways.splice(0).map((gateway) => gateway.stop()))
}
async function startGateways(count: number) {
  gateways = await Promise.all(Array.from({ length: count }, () => startAgain(app, 'gateway')))
}

type Guild = ReturnType<typeof simulator.createGuild>
const newGuild = (name: string, bot: null | undefined = undefined): Guild =>
  simulator.createGuild({ name, owner: OWNER, members: [DEMO.people.demo_member], ...(bot === null && { bot }) })
const channelsOf = ({ id }: Guild) => state.channelsOf(id).map((channel) => channel.id)
const said = (guild: Guild) =>
  channelsOf(guild)
    .flatMap((id) => simulator.messages(id))
    .filter(({ author_id }) => author_id === DEMO.bot)
const greetings = (guild: Guild) => said(guild).filter(({ components }) => JSON.stringify(components).includes(BUTTON))
const greeting = (guild: Guild) => until('the greeting', () => greetings(guild)[0])
const eventsOf = async ({ id }: Guild, type: string) =>
  app.db
    .selectFrom('operational_events')
    .selectAll()
    .where('guild_id', '=', id)
    .where('event_type', '=', type)
    .execute()
const leftAt = async ({ id }: Guild) =>
  (await app.db.selectFrom('guilds').select('left_at').where('guild_id', '=', id).executeTakeFirst())?.left_at
const later = (duration: Temporal.DurationLike) => app.moveTo(app.clock.now().add(duration))
/** Every posting is done, so that what has not been said by now will not be. */
const quiet = async () => {
  await until('the outbox to be empty', async () => {
    const due = await app.db.selectFrom('outgoing_messages').select('id').where('status', '=', 'due').execute()
    return due.length === 0
  })
}
const connected = () => until('the gateways', () => [...simulator.gateway.connections].every(({ session }) => session))

describe('the greeting', () => {
  test('begins the set-up of whichever admin presses its button, and of nobody else', async () => {
    const guild = newGuild('Chess')
    const message = await greeting(guild)
    assert.equal(message.channel_id, guild.system_channel_id)
    assert.match(message.content, /\/config start[\s\S]*\/doctor/)
    const step = await owner.click(message, BUTTON)
    assert.ok(step.ephemeral)
    assert.match(JSON.stringify(step.components), /settings:setup_choose:system\.log_channel_id/)
    const refused = await member.click(message, BUTTON)
    assert.equal(refused.content, 'Only admins of this server can do that.')
    const [event] = await until('the event', async () => {
      const found = await eventsOf(guild, 'GUILD_JOINED')
      return found.length > 0 && found
    })
    assert.deepEqual(Object.keys(event?.details ?? {}).sort(), ['channel_id', 'joined_at'])
  })

  test('is said once, however many processes hear of the guild, and however often they start', async () => {
    await stopGateways()
    const guild = newGuild('Go')
    await startGateways(2)
    await connected()
    await greeting(guild)
    await stopGateways()
    await startGateways(1)
    await connected()
    // A guild that comes later is greeted later, so whatever was to be said of the first has been.
    await greeting(newGuild('Draughts'))
    await quiet()
    assert.equal(greetings(guild).length, 1)
    assert.equal((await eventsOf(guild, 'GUILD_JOINED')).length, 1)
  })

  test('is said again when the bot comes back, and not in guilds that have had it for long', async () => {
    const guild = newGuild('Poker')
    await greeting(guild)
    await later({ minutes: 1 })
    self.leave(guild.id)
    await until('the leaving', () => leftAt(guild))
    self.join(guild.id)
    await until('the second greeting', () => greetings(guild).length === 2)
    const demo = state.guilds.get(DEMO.guild)
    assert.ok(demo)
    assert.deepEqual(greetings(demo), [])
  })

  test('is in the language of the guild, in the first channel where the bot may write', async () => {
    const guild = newGuild('Dammen', null)
    guild.preferred_locale = 'nl'
    const open = simulator.createChannel(guild.id, { name: 'praat' })
    close(guild, guild.system_channel_id ?? '')
    self.join(guild.id)
    const message = await greeting(guild)
    assert.equal(message.channel_id, open.id)
    assert.match(message.content, /^👋 Fijn dat ik hier mag zijn!/)
  })

  test('goes to the owner where the bot may write nowhere', async () => {
    const guild = newGuild('Silence', null)
    close(guild, guild.system_channel_id ?? '')
    const before = owner.dms().length
    self.join(guild.id)
    const message = await until('the direct message', () => owner.dms()[before])
    assert.match(message.content, /I may not write in any of its channels[\s\S]*\/config start/)
    assert.deepEqual(message.components, [])
  })
})

function close({ id }: Guild, channelId: string) {
  state.channels.get(channelId)?.permission_overwrites.push({ id, type: 0, allow: '0', deny: String(1n << 11n) })
}

describe('a guild that the bot has left', () => {
  const daily = { name: 'Stand-up', time: '13:00', days: ['0', '1', '2', '3', '4', '5', '6'] }
  async function withReminder(name: string) {
    const guild = newGuild(name)
    await greeting(guild)
    await until('the guild', async () => (await leftAt(guild)) === null)
    const body = { ...daily, channel_id: guild.system_channel_id }
    const { status, text, json } = await app.send(OWNER, 'POST', '/api/reminders', body)
    assert.equal(status, 200, text)
    return { guild, id: String(json.id) }
  }
  const sendings = (guild: Guild) => said(guild).filter(({ embeds }) => JSON.stringify(embeds).includes('Stand-up'))
  const lines = (id: string) =>
    app.db.selectFrom('reminder_deliveries').selectAll().where('reminder_id', '=', id).orderBy('send_at').execute()
  const reminder = (id: string) =>
    app.db.selectFrom('reminders').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const at = (text: string) => app.moveTo(Temporal.Instant.from(text))

  test('hears its reminders again once the bot is back, but nothing that is long past', async () => {
    const { guild, id } = await withReminder('Bridge')
    self.leave(guild.id)
    await until('the leaving', () => leftAt(guild))
    assert.equal((await eventsOf(guild, 'GUILD_LEFT')).length, 1)
    await at('2027-03-01T13:00:30Z')
    await at('2027-03-01T19:30:00Z')
    const { status, held_since } = await reminder(id)
    assert.deepEqual([status, held_since === null, await lines(id)], ['active', false, []])
    self.join(guild.id)
    await until('the return', async () => (await reminder(id)).held_since === null)
    await later({ seconds: 2 })
    await until('the line', async () => (await lines(id)).some((line) => line.status === 'missed'))
    assert.equal(sendings(guild).length, 0)
    await at('2027-03-02T13:00:00Z')
    await until('the reminder', () => sendings(guild).length === 1)
  })

  test('hears late what fell due shortly before the return', async () => {
    const { guild, id } = await withReminder('Backgammon')
    self.leave(guild.id)
    await until('the leaving', () => leftAt(guild))
    await at('2027-03-03T13:00:00Z')
    await at('2027-03-03T13:20:00Z')
    assert.deepEqual(await lines(id), [])
    self.join(guild.id)
    await until('the return', async () => (await reminder(id)).held_since === null)
    await later({ seconds: 2 })
    await until('the reminder', () => sendings(guild).length === 1)
  })

  test('is no fault of its reminders while nobody has told that the bot is gone', async () => {
    const { guild, id } = await withReminder('Mahjong')
    await stopGateways()
    self.leave(guild.id)
    await at('2027-03-04T13:00:00Z')
    await until('the attempt', async () => (await lines(id)).some((line) => line.error !== null))
    assert.deepEqual([(await reminder(id)).status, (await lines(id))[0]?.status], ['active', 'due'])
    await startGateways(2)
    await until('the leaving', () => leftAt(guild))
    assert.equal((await eventsOf(guild, 'GUILD_LEFT')).length, 1)
    self.join(guild.id)
    await until('the return', async () => (await leftAt(guild)) === null)
    await later({ minutes: 2 })
    await until('the reminder', () => sendings(guild).length === 1)
    assert.equal((await reminder(id)).status, 'active')
  })
})
