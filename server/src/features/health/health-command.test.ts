import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../../testing/app.ts'
import { testDatabase } from '../../testing/database.ts'
import { tcpProxy } from '../../testing/tcp-proxy.ts'

const database = await testDatabase()
const { hostname, port, pathname, username, password } = new URL(database.url)
const wire = await tcpProxy({ host: hostname, port: Number(port) })
const app = await startApp({
  roles: ['gateway'],
  isImpatient: true,
  environment: { DATABASE_URL: `postgresql://${username}:${password}@127.0.0.1:${wire.port}${pathname}` },
})
const { owner, member, simulator } = app
const guest = simulator.person(DEMO.people.demo_guest)

after(async () => {
  await wire.cut()
  await wire.mend()
  await app[Symbol.asyncDispose]()
  await wire[Symbol.asyncDispose]()
  await database[Symbol.asyncDispose]()
})

type Shown = Awaited<ReturnType<typeof member.slash>>
const fields = (seen: Shown) => new Map(seen.embeds[0]?.fields?.map(({ name, value }) => [name, value]))

describe('/health', () => {
  test('tells everybody how database and connection fare, to him alone', async () => {
    const seen = await member.slash('health')
    assert.ok(seen.ephemeral)
    const shown = fields(seen)
    assert.equal(shown.get('Database'), '🟢 answers')
    assert.match(shown.get('Discord') ?? '', /^🟢 connected.*\n1 of 1 shards$/)
    assert.match(shown.get('Running since') ?? '', /^<t:\d+:R>$/)
    assert.equal(shown.get('Behind schedule'), '🟢 nothing')
  })

  test('shows what is turned on in this server and in no other (facts 4.13)', async () => {
    await owner.slash('config set', { setting: 'reminders.enabled', value: 'no' })
    assert.match(fields(await member.slash('health')).get('In this server') ?? '', /^Reminders: ⚪ off\n/)
    const elsewhere = await guest.slash('health', {}, { guild: DEMO.otherGuild })
    assert.match(fields(elsewhere).get('In this server') ?? '', /^Reminders: 🟢 on\n/)
  })

  test('counts what waits for more than a minute, of reminders those of this server', async () => {
    const due = app.clock.now().subtract({ minutes: 2 })
    const message = { guild_id: DEMO.guild, channel_id: DEMO.channels.general, purpose: 'test.waits', body: '{}' }
    const times = { attempt_at: due, created_at: due, expires_at: due.add({ hours: 1 }) }
    await database.db
      .insertInto('outgoing_messages')
      .values([
        { ...message, ...times },
        { ...message, ...times, created_at: app.clock.now() },
      ])
      .execute()
    const reminder = (guild_id: string, next_send_at: Temporal.Instant) => ({
      guild_id,
      channel_id: DEMO.channels.general,
      owner_id: member.id,
      name: 'Tea',
      time_zone: 'UTC',
      send_time: '12:00',
      call_time: '12:00',
      lead_seconds: 0,
      event_at: next_send_at,
      status: 'active',
      next_send_at,
      next_event_at: next_send_at,
      next_phase: 'event',
      created_at: due,
      updated_at: due,
    })
    await database.db
      .insertInto('reminders')
      .values([
        reminder(DEMO.guild, due),
        reminder(DEMO.guild, app.clock.now()),
        reminder(DEMO.otherGuild, due),
        reminder(DEMO.otherGuild, due),
      ])
      .execute()
    const behind = fields(await member.slash('health')).get('Behind schedule')
    assert.equal(behind, '🟡 1 message, 1 reminder of this server')
    await database.db.deleteFrom('outgoing_messages').execute()
    await database.db.deleteFrom('reminders').execute()
  })

  test('is said in Dutch to whoever reads Dutch', async () => {
    member.speaks('nl')
    assert.equal(fields(await member.slash('health')).get('Achter op schema'), '🟢 niets')
    member.speaks('en-US')
  })

  test('is answered in time by a bot whose database hangs, whatever language is asked for', async () => {
    // Settings are remembered for a minute.
    await app.clock.advance({ minutes: 2 })
    wire.hang()
    member.speaks('de')
    const begun = performance.now()
    const seen = await (await member.slash('health')).settled()
    // A question to the database fails by itself after twenty seconds.
    assert.ok(performance.now() - begun < 10_000)
    const shown = fields(seen)
    assert.match(shown.get('Database') ?? '', /^🔴 does not answer \(`timeout`\)$/)
    assert.equal(shown.get('Behind schedule'), '❔ cannot be told now')
    assert.match(shown.get('Discord') ?? '', /^🟢 connected/)
  })
})
