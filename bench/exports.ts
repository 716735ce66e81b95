// A million reminders of one guild as CSV. Claimed: every row arrives, and what the process holds does not grow with
// their number.
import { DEMO } from '@alphapy/simulator'
import { sql } from 'kysely'
import { startApp } from '../server/src/testing/app.ts'
import { measureExport } from './measuring/export.ts'

const ROWS = Number(process.env.ROWS ?? 1_000_000)

const app = await startApp({ roles: ['api'] })
await sql`
  insert into reminders (guild_id, channel_id, owner_id, name, message, time_zone, send_time, call_time, lead_seconds, days,
    status, paused_reason, created_at, updated_at)
  select ${DEMO.guild}::bigint, ${DEMO.channels.general}::bigint, 1100000000000000000 + n, 'Réminder ' || n,
    '=SUM(' || n || ') "quoted", and' || chr(10) || 'a second line', 'UTC', '09:00', '09:00', 0, '{0}', 'paused', 'x',
    now(), now() from generate_series(1, ${ROWS}::int) n`.execute(app.db)
await sql`vacuum analyze reminders`.execute(app.db)

await measureExport(app, 'reminders', ROWS)
await app[Symbol.asyncDispose]()
