import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { DEMO, startSimulator } from '@alphapy/simulator'
import { PermissionFlagsBits } from 'discord-api-types/v10'
import { pino } from 'pino'
import { ChannelId, GuildId, UserId } from '../../kernel/ids.ts'
import { discordRest } from '../../platform/discord/rest.ts'
import { metersOfProcess } from '../../platform/metrics/meters.ts'
import { guildSettings } from '../../platform/settings/settings.ts'
import { TestClock } from '../../testing/clock.ts'
import { testDatabase } from '../../testing/database.ts'
import { deliver } from './delivery.ts'
import { draftOf } from './draft.ts'
import { deliveryFigures } from './figures.ts'
import { claim, handBack } from './ledger-store.ts'
import { planDue } from './planning.ts'
import { occurrencesAfter } from './recurrence.ts'
import { insertReminder } from './store.ts'

const NOON = Temporal.Instant.from('2027-03-01T12:00:00Z')
const GENERAL = DEMO.channels.general

const database = await testDatabase()
const { db } = database
const simulator = await startSimulator({
  community: 'demo',
  strict: true,
  clock: { startMs: NOON.epochMilliseconds, frozen: true },
})
const clock = new TestClock(NOON)
const logger = pino({ level: 'silent' })
const discord = discordRest({ apiUrl: simulator.restUrl, token: simulator.token, clock, logger })
const settings = guildSettings({ db, clock, notices: { on: () => undefined } })
const figures = deliveryFigures({ meters: metersOfProcess(), db, clock })
const needs = { db, clock, logger, discord, settings, figures }

after(async () => {
  await simulator.stop()
  await database[Symbol.asyncDispose]()
})

const said = () => simulator.messages(GENERAL).filter(({ author_id }) => author_id === DEMO.bot).length
const claimed = async (workerId: string) => {
  const now = clock.now()
  const [line] = await claim(db, { workerId, now, leaseUntil: now.add({ seconds: 5 }), limit: 1, perChannel: 1 })
  assert.ok(line)
  return line
}

test('a worker that was suspended beyond its lease sends nothing that another has sent (R-12)', async () => {
  // Where the bot may read the channel, it would find the message there; here only the lease can tell.
  const deny = String(PermissionFlagsBits.ReadMessageHistory)
  simulator.state.channels.get(GENERAL)?.permission_overwrites.push({ id: DEMO.bot, type: 1, allow: '0', deny })
  const before = NOON.subtract({ hours: 1 })
  const input = { name: 'Tea', channel_id: ChannelId.parse(GENERAL), event_time: NOON.toString() }
  const draft = draftOf(input, before, { timeZone: 'UTC', offsetMinutes: 0 })
  const [next] = occurrencesAfter(draft, before, 1)
  assert.ok(next)
  const whose = { guildId: GuildId.parse(DEMO.guild), ownerId: UserId.parse(DEMO.people.demo_owner), origin: null }
  await db.transaction().execute((tx) => insertReminder(tx, { ...draft, ...whose, next }, before))
  await planDue(db, NOON)
  const ofSuspended = await claimed('suspended')

  await clock.advance({ seconds: 6 })
  const ofOther = await claimed('other')
  await handBack(db, ofSuspended)
  await deliver(needs, ofOther)
  assert.equal(said(), 1)

  // Far beyond the time for which Discord remembers a nonce.
  simulator.clock.advance(600_000)
  await clock.advance({ minutes: 10 })
  await deliver(needs, ofSuspended)
  assert.equal(said(), 1)
  assert.deepEqual(simulator.violations, [])
})
