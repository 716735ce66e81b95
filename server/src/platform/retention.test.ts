import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { sql } from 'kysely'
import { firstMessageIdAt } from '../kernel/ids.ts'
import { startApp } from '../testing/app.ts'
import { until } from '../testing/until.ts'

const { guild: HERE, otherGuild: LEFT } = DEMO
const MEMBER = DEMO.people.demo_member

const app = await startApp({ roles: ['worker'] })
after(() => app[Symbol.asyncDispose]())
const { db } = app
const START = app.clock.now()
const count = async (table: string, guild?: string) => {
  const inGuild = guild === undefined ? sql`true` : sql`guild_id = ${guild}`
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from ${sql.table(table)} where ${inGuild}`.execute(db)
  return rows[0]?.count
}

/** Rows of many kinds in a guild; `planted` refers to a table that comes after it in the alphabet, and lets nothing go. */
const KINDS = [
  'reminders',
  'reminder_deliveries',
  'operational_events',
  'settings_history',
  'guild_settings',
  'gdpr_acceptances',
  'command_runs',
  'command_usage_hourly',
  'api_keys',
  'a_planted',
  'z_planted',
]

/** Of these nothing is removed because of its age. */
const LASTING = [
  'reminders',
  'guild_settings',
  'settings_history',
  'gdpr_acceptances',
  'api_keys',
  'command_usage_hourly',
  'a_planted',
  'z_planted',
]

async function furnish(guild: string): Promise<void> {
  await sql`
    insert into guilds (guild_id, name, owner_id, updated_at) values (${guild}, 'Some', ${MEMBER}, ${START});
  `.execute(db)
  await sql`
    with reminder as (
      insert into reminders (guild_id, channel_id, owner_id, name, time_zone, send_time, call_time, lead_seconds, days,
        status, paused_reason, created_at, updated_at)
      values (${guild}, 1, ${MEMBER}, 'Tea', 'UTC', '10:00', '10:00', 0, '{0}', 'paused', 'test', ${START}, ${START})
      returning id
    ), sent as (
      insert into reminder_deliveries (reminder_id, guild_id, channel_id, send_at, event_at, phase, status, attempt_at,
        finished_at, created_at)
      select id, ${guild}, 1, ${START}::timestamptz, ${START}, 'event', 'sent', ${START}, ${START}, ${START} from reminder
    ), event as (
      insert into operational_events (guild_id, event_type, message, details, occurred_at)
      values (${guild}, 'SETTINGS_CHANGED', 'x', '{}', ${START})
    ), setting as (
      insert into guild_settings (guild_id, scope, key, value, value_type, updated_at)
      values (${guild}, 'gdpr', 'enabled', 'true', 'boolean', ${START})
    ), history as (
      insert into settings_history (guild_id, scope, key, value_type, new_value, change_type, changed_by, source, changed_at)
      values (${guild}, 'gdpr', 'enabled', 'boolean', 'true', 'created', ${MEMBER}, 'api', ${START})
    ), text as (
      insert into gdpr_texts (version, digest, body, created_at) values (1, 'x', '{}', ${START}) on conflict do nothing
    ), run as (
      insert into command_runs select ${firstMessageIdAt(START)}::bigint + ${guild}::bigint % 1000, ${guild}, ${MEMBER}, 'tea', true, null, 1, ${START}
    ), usage as (
      insert into command_usage_hourly select ${guild}, ${START}::timestamptz - n * interval '1 hour', 'tea', 1, 0, 1
      from generate_series(1, 6000) n
    ), api_key as (
      insert into api_keys (hash, name, hint, scopes, guild_id, created_by, created_at)
      values (${guild}::text::bytea, 'Printer', 'abcd', '{reminders}', ${guild}, ${MEMBER}, ${START})
    ), planted as (
      insert into a_planted (guild_id) values (${guild}) returning id
    )
    insert into z_planted (guild_id, planted) select ${guild}, id from planted`.execute(db)
  await sql`insert into gdpr_acceptances (guild_id, user_id, version, language, accepted_at)
    values (${guild}, ${MEMBER}, 1, 'en', ${START})`.execute(db)
}

const contents = async (guild: string, kinds: readonly string[] = KINDS) =>
  Object.fromEntries(await Promise.all(kinds.map(async (table) => [table, await count(table, guild)])))

const leave = (guild: string, at: Temporal.Instant | null) =>
  db.updateTable('guilds').set({ left_at: at }).where('guild_id', '=', guild).execute()

describe('a guild that the bot has left', () => {
  test('is as it was when it takes the bot back within 30 days', async () => {
    await sql`create table a_planted (id bigint generated always as identity primary key, guild_id bigint);
      create table z_planted (guild_id bigint, planted bigint references a_planted)`.execute(db)
    await furnish(HERE)
    await furnish(LEFT)
    const before = await contents(LEFT)
    assert.ok(
      Object.values(before).every((rows) => Number(rows) > 0),
      JSON.stringify(before),
    )
    const now = app.clock.now()
    await leave(LEFT, now)
    await app.moveTo(now.add({ hours: 29 * 24 }))
    await app.clock.advance({ hours: 1 })
    await leave(LEFT, null)
    await app.moveTo(now.add({ hours: 31 * 24 }))
    await app.clock.advance({ hours: 1 })
    const lasting = Object.fromEntries(Object.entries(before).filter(([kind]) => LASTING.includes(kind)))
    assert.deepEqual(await contents(LEFT, LASTING), lasting)
  })

  test('is erased in every table after 30 days, and other guilds are not', async () => {
    await leave(LEFT, app.clock.now())
    const here = await contents(HERE, LASTING)
    await app.clock.advance({ hours: 30 * 24 + 1 })
    await until('the guild to be gone', async () => (await count('guilds', LEFT)) === 0)
    const left = await contents(LEFT)
    assert.deepEqual(
      Object.entries(left).filter(([, rows]) => rows !== 0),
      [],
    )
    assert.deepEqual(await contents(HERE, LASTING), here)
  })
})

describe('what is kept too long', () => {
  test('of any kind is removed when its time has come, and not before (R-39)', async () => {
    const start = app.clock.now()
    const daysLater = (days: number) => app.moveTo(start.add({ hours: days * 24 }))
    await sql`insert into idempotency_keys (caller, key, request_hash, state, status_code, created_at, expires_at)
      values ('key:x:1', 'k', 'h', 'done', 200, ${start}, ${start.add({ hours: 24 })})`.execute(db)
    await sql`insert into privacy_receipts (request_id, user_id, counts, erased_at) values (1, ${MEMBER}, '{}', ${start})`.execute(
      db,
    )
    await sql`insert into reminder_previews (guild_id, user_id, input, created_at) values (${HERE}, ${MEMBER}, '{}', ${start})`.execute(
      db,
    )
    await sql`insert into sign_in_attempts (state_hash, browser_hash, code_verifier, return_to, expires_at)
      values ('x', 'x', 'x', '/', ${start.add({ minutes: 10 })})`.execute(db)
    await sql`insert into gdpr_exports (user_id, asked_at) values (${MEMBER}, ${start})`.execute(db)
    const short = ['idempotency_keys', 'reminder_previews', 'sign_in_attempts', 'gdpr_exports']
    await app.clock.advance({ minutes: 5 })
    for (const table of [...short, 'privacy_receipts']) assert.equal(await count(table), 1, table)
    await daysLater(1.5)
    for (const table of short) await until(`${table} to be empty`, async () => (await count(table)) === 0)
    await daysLater(364)
    assert.equal(await count('privacy_receipts'), 1)
    await daysLater(366)
    await until('the receipt to be gone', async () => (await count('privacy_receipts')) === 0)
  })
})
