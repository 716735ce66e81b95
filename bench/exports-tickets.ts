// A million tickets of one guild as CSV, each with labels, half of them of a panel, a quarter of them rated. Claimed:
// every row arrives, and what the process holds does not grow with their number.
import { DEMO } from '@alphapy/simulator'
import { sql } from 'kysely'
import { startApp } from '../server/src/testing/app.ts'
import { measureExport } from './measuring/export.ts'

const ROWS = Number(process.env.ROWS ?? 1_000_000)
const PIECE = 50_000

const app = await startApp({ roles: ['api'] })
const { id: panelId } = await app.db
  .insertInto('ticket_panels')
  .values({ guild_id: DEMO.guild, name: 'Orders', position: 0, created_at: sql`now()`, updated_at: sql`now()` })
  .returning('id')
  .executeTakeFirstOrThrow()
// In pieces, each within the time that the program allows a statement.
for (let first = 1; first <= ROWS; first += PIECE) {
  const last = Math.min(ROWS, first + PIECE - 1)
  await sql`
    insert into tickets (guild_id, number, panel_id, opener_id, username, language, description, status, priority, labels,
      claimed_by, closed_at, closed_by, close_reason, created_at, updated_at)
    select ${DEMO.guild}::bigint, n, case n % 2 when 0 then ${panelId}::bigint end, 1100000000000000000 + n, 'Zoë ' || n,
      'nl', 'Help!', 'closed', 'normal', '{Billing,Late}', ${DEMO.people.demo_staff}::bigint, now(),
      ${DEMO.people.demo_staff}::bigint, '=SUM(' || n || ') "quoted", and' || chr(10) || 'a second line', now(), now()
    from generate_series(${first}::int, ${last}::int) n`.execute(app.db)
  await sql`
    insert into ticket_ratings (ticket_id, closed_at, guild_id, user_id, score, comment, rated_at)
    select id, closed_at, guild_id, opener_id, 1 + number % 5, 'Quick, friendly', now() from tickets
    where number between ${first} and ${last} and number % 4 = 0`.execute(app.db)
}
await sql`vacuum analyze tickets`.execute(app.db)
await sql`vacuum analyze ticket_ratings`.execute(app.db)

await measureExport(app, 'tickets', ROWS)
await app[Symbol.asyncDispose]()
