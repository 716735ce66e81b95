import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { GatewayDispatchEvents, type GatewayDispatchPayload } from 'discord-api-types/v10'
import { pino } from 'pino'
import { systemClock } from '../../kernel/clock.ts'
import { testDatabase } from '../../testing/database.ts'
import { until } from '../../testing/until.ts'
import { listenToDatabase } from '../database/listen.ts'
import { hearGuildChanges } from './guild-change.ts'
import { guildKeeper } from './guild-keeper.ts'

const { db, url, ...database } = await testDatabase()
after(() => database[Symbol.asyncDispose]())
const surroundings = { db, clock: systemClock, logger: pino({ level: 'silent' }) }

test('what cannot be written down for long is bounded, and then nothing is believed any longer, once', async () => {
  await using notices = await listenToDatabase({ url, ...surroundings })
  const heard: string[] = []
  const isListening = Promise.withResolvers<void>()
  hearGuildChanges(notices, ({ of }) => {
    heard.push(of)
    isListening.resolve()
  })
  await isListening.promise
  heard.splice(0)
  const keeper = guildKeeper({ ...surroundings, mostWaiting: 10 })
  const event = (t: GatewayDispatchEvents, d: object) => keeper.receive({ op: 0, s: 1, t, d } as GatewayDispatchPayload)
  const guild = { id: DEMO.guild, name: 'Home', icon: null, owner_id: DEMO.people.demo_owner, member_count: 5 }
  for (let count = 0; count < 10; count += 1) event(GatewayDispatchEvents.GuildCreate, guild)
  for (let count = 0; count < 2_000; count += 1)
    event(GatewayDispatchEvents.GuildMemberUpdate, { guild_id: DEMO.guild, user: { id: DEMO.people.demo_member } })
  event(GatewayDispatchEvents.GuildDelete, { id: DEMO.otherGuild })
  const stopping = new AbortController()
  const keeping = keeper.run(stopping.signal)
  try {
    await until('the guild that was left, last of all', () => heard.filter((of) => of === 'guild').length === 2)
  } finally {
    stopping.abort()
    await keeping
  }
  assert.deepEqual(heard, ['guild', 'everything', 'guild'])
})
