import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DEMO, startSimulator } from '@alphapy/simulator'
import { pino } from 'pino'
import { firstMessageIdAt, GuildId, UserId } from '../../kernel/ids.ts'
import { connectDatabase, type Db } from '../../platform/database/connect.ts'
import type { CommandRun } from '../../platform/discord/command-run.ts'
import { retentionWorker } from '../../platform/retention.ts'
import { startApp } from '../../testing/app.ts'
import { TestClock } from '../../testing/clock.ts'
import { testDatabase } from '../../testing/database.ts'
import { Program } from '../../testing/program.ts'
import { tcpProxy } from '../../testing/tcp-proxy.ts'
import { until } from '../../testing/until.ts'
import { analyticsRetention } from './retention.ts'
import { RunBatch } from './run-batch.ts'
import { insertRuns } from './run-store.ts'
import { runWriter } from './run-writer.ts'

const NOON = Temporal.Instant.from('2027-03-01T12:00:00Z')
const logger = pino({ level: 'silent' })
let made = 0n

function run(change: Partial<CommandRun> = {}): CommandRun {
  made += 1n
  const ranAt = change.ranAt ?? NOON
  return {
    interactionId: String(BigInt(firstMessageIdAt(ranAt)) + made),
    guildId: GuildId.parse(DEMO.guild),
    userId: UserId.parse(DEMO.people.demo_member),
    command: 'faq search',
    ranAt,
    durationMs: 10,
    error: null,
    ...change,
  }
}

const hourly = (db: Db) =>
  db.selectFrom('command_usage_hourly').selectAll().orderBy('guild_id').orderBy('hour').orderBy('command').execute()
const kept = (db: Db) => db.selectFrom('command_runs').selectAll().orderBy('interaction_id').execute()

describe('what members run', () => {
  test('is kept by the name they type, refused and failed runs included, with who, where and how long', async () => {
    await using app = await startApp()
    await app.member.slash('reminder_list')
    await app.member.slash('add_reminder', { name: 'Tea', when: 'never ever' })
    await app.db.schema.alterTable('reminders').renameTo('hidden').execute()
    await app.member.slash('reminder_list')
    await app.db.schema.alterTable('hidden').renameTo('reminders').execute()
    const runs = await until('three runs', async () => {
      await app.clock.advance({ seconds: 5 })
      const rows = await kept(app.db)
      return rows.length === 3 && rows
    })
    assert.deepEqual(
      runs.map((row) => [row.guild_id, row.user_id, row.command, row.is_success, row.error_class]),
      [
        [DEMO.guild, DEMO.people.demo_member, 'reminder_list', true, null],
        [DEMO.guild, DEMO.people.demo_member, 'add_reminder', false, runs[1]?.error_class],
        [DEMO.guild, DEMO.people.demo_member, 'reminder_list', false, 'error'],
      ],
    )
    assert.match(runs[1]?.error_class ?? '', /^reminders\./)
    assert.ok(runs.every(({ duration_ms, ran_at }) => duration_ms >= 0 && ran_at.equals(NOON)))
    const sums = (await hourly(app.db)).map((row) => [
      row.guild_id,
      row.command,
      Number(row.runs),
      Number(row.failures),
    ])
    assert.deepEqual(sums, [
      ['0', 'add_reminder', 1, 1],
      ['0', 'reminder_list', 2, 1],
      [DEMO.guild, 'add_reminder', 1, 1],
      [DEMO.guild, 'reminder_list', 2, 1],
    ])
    const health = () => app.send(DEMO.people.demo_member, 'GET', '/api/health')
    await until('the count', async () => (await health()).json.active_commands_24h === 3)
  })

  test('is not lost by a clean stop, not even the command that is being answered', async () => {
    await using app = await startApp({ roles: ['gateway'] })
    await app.member.slash('reminder_list')
    const answering = Promise.withResolvers<void>()
    app.simulator.faults.before({ method: 'POST', path: /^\/interactions\// }, answering.resolve)
    const last = app.member.slash('reminder_list')
    await answering.promise
    await app.alphapy.stop()
    await last
    assert.equal((await kept(app.db)).length, 2)
  })

  test('of more than five seconds before a crash is kept', async () => {
    const database = await testDatabase()
    const simulator = await startSimulator({ community: 'demo' })
    await using program = new Program({
      BOT_TOKEN: simulator.token,
      DISCORD_API_URL: simulator.restUrl,
      DATABASE_URL: database.url,
      PORT: '0',
      ROLES: 'gateway',
    })
    await until('the start', () => program.output.includes('is running'))
    const member = simulator.person(DEMO.people.demo_member)
    await member.slash('reminder_list')
    await until('the run to be written', async () => (await kept(database.db)).length === 1)
    await member.slash('reminder_list')
    await program.end('SIGKILL')
    assert.ok((await kept(database.db)).length >= 1)
    await simulator.stop()
    await database[Symbol.asyncDispose]()
  })
})

describe('runs are counted once', async () => {
  const database = await testDatabase()
  const { db } = database
  test.beforeEach(async () => {
    for (const table of ['command_runs', 'command_usage_hourly', 'command_usage_daily'] as const)
      await db.deleteFrom(table).execute()
  })

  test('though a write whose outcome was not learnt is repeated', async () => {
    const batch = [run(), run({ error: { kind: 'refused', errorClass: 'faq.no', message: 'No' } })]
    await insertRuns(db, batch)
    await insertRuns(db, [...batch, run({ durationMs: 5 })])
    const sums = (await hourly(db)).map((row) => [row.guild_id, row.runs, row.failures, row.duration_ms])
    assert.deepEqual(sums, [
      ['0', '3', '1', '25'],
      [DEMO.guild, '3', '1', '25'],
    ])
  })

  test('in the hour and the day in which they were run, of their guild and of all', async () => {
    const other = GuildId.parse(DEMO.otherGuild)
    const justBefore = Temporal.Instant.from('2027-02-28T23:59:59.999Z')
    await insertRuns(db, [run(), run({ guildId: other }), run({ ranAt: justBefore })])
    assert.deepEqual(
      (await hourly(db)).map((row) => [row.guild_id, row.hour.toString(), row.runs]),
      [
        ['0', '2027-02-28T23:00:00Z', '1'],
        ['0', '2027-03-01T12:00:00Z', '2'],
        [DEMO.guild, '2027-02-28T23:00:00Z', '1'],
        [DEMO.guild, '2027-03-01T12:00:00Z', '1'],
        [other, '2027-03-01T12:00:00Z', '1'],
      ],
    )
    const daily = await db.selectFrom('command_usage_daily').selectAll().orderBy('guild_id').orderBy('day').execute()
    assert.deepEqual(
      daily.map((row) => [row.guild_id, row.day.toString(), row.runs]),
      [
        ['0', '2027-02-28T00:00:00Z', '1'],
        ['0', '2027-03-01T00:00:00Z', '2'],
        [DEMO.guild, '2027-02-28T00:00:00Z', '1'],
        [DEMO.guild, '2027-03-01T00:00:00Z', '1'],
        [other, '2027-03-01T00:00:00Z', '1'],
      ],
    )
  })

  test('by gateways that write the same hours at once, in any order', async () => {
    const names = [...Array(20)].map((_, index) => `command${index}`)
    const batches = [...Array(8)].map((_, index) => {
      const batch = names.map((command) => run({ command }))
      return index % 2 ? batch.reverse() : batch
    })
    await Promise.all(batches.map((batch) => insertRuns(db, batch)))
    assert.deepEqual([...new Set((await hourly(db)).map(({ runs }) => runs))], ['8'])
  })

  test('runs that two processes heard of, in whatever order, are one each', async () => {
    for (let round = 0; round < 5; round += 1) {
      const twice = [...Array(200)].map(() => run())
      await Promise.all([insertRuns(db, twice), insertRuns(db, twice.toReversed())])
    }
    assert.deepEqual(
      (await hourly(db)).map(({ runs }) => runs),
      ['1000', '1000'],
    )
  })

  test('and forgotten: who ran what after 90 days, how often after 400 (R-39)', async () => {
    const ago = (days: number) => run({ ranAt: NOON.subtract({ hours: 24 * days }) })
    await insertRuns(db, [ago(0), ago(89), ago(91), ago(399), ago(401)])
    const stop = new AbortController()
    const running = retentionWorker({ db, clock: new TestClock(NOON), logger }, analyticsRetention).run(stop.signal)
    await until('the old to be gone', async () => (await kept(db)).length === 2 && (await hourly(db)).length === 8)
    stop.abort()
    await running
  })

  test('when the database comes back after an outage', async () => {
    const { hostname, port, pathname, username, password } = new URL(database.url)
    await using proxy = await tcpProxy({ host: hostname, port: Number(port) })
    const url = `postgresql://${username}:${password}@127.0.0.1:${proxy.port}${pathname}`
    const wired = await connectDatabase({ url, logger, statementTimeoutMs: 3000 })
    const batch = new RunBatch()
    const clock = new TestClock(NOON)
    const stop = new AbortController()
    await proxy.cut()
    const running = runWriter(batch, { db: wired, clock, logger }).run(stop.signal)
    for (let index = 0; index < 2500; index += 1) batch.add(run())
    await clock.advance({ seconds: 5 })
    assert.equal(batch.size, 2500)
    await proxy.mend()
    await until('the runs to be written', async () => {
      await clock.advance({ seconds: 5 })
      return batch.size === 0
    })
    assert.deepEqual(
      (await hourly(db)).map(({ runs }) => runs),
      ['2500', '2500'],
    )
    stop.abort()
    await running
    await wired.destroy()
  })

  test.after(() => database[Symbol.asyncDispose]())
})

test('of more runs than the batch holds the oldest are given up and counted, unless they were written meanwhile', () => {
  const batch = new RunBatch(2)
  const [one, two, three, four] = [run(), run(), run(), run()]
  for (const each of [one, two]) batch.add(each)
  const underWay = batch.oldest(1)
  for (const each of [three, four]) batch.add(each)
  assert.deepEqual([batch.size, batch.lost, batch.oldest(9)], [2, 2, [three, four]])
  batch.written(underWay)
  assert.deepEqual([batch.size, batch.lost], [2, 1])
  batch.written(batch.oldest(9))
  assert.deepEqual([batch.size, batch.lost], [0, 1])
})
