import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DEMO, startSimulator } from '@alphapy/simulator'
import { sql } from 'kysely'
import { GuildId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/database/connect.ts'
import { testDatabase } from '../../../testing/database.ts'
import { Program } from '../../../testing/program.ts'
import { ticketThere } from '../../../testing/tickets.ts'
import { until } from '../../../testing/until.ts'

const TICKETS = 6
const LONGEST_MS = 150_000
/** Nothing that follows from a change is to be done in Discord: the places are the test's own. */
const SETTLED_FOR_GOOD = 1_000_000

test('staff are told once of each missed target by two workers, both of which die while they tell', {
  timeout: 2 * LONGEST_MS,
}, async () => {
  await using simulator = await startSimulator({ community: 'demo' })
  await using database = await testDatabase()
  const { db } = database
  const panelId = await hasty(db)
  const channels = await Promise.all(
    Array.from({ length: TICKETS }, async () => {
      const channel = simulator.createChannel(DEMO.guild, { name: 'ticket' }).id
      const state = { channel_id: channel, settled_version: SETTLED_FOR_GOOD }
      await ticketThere(db, Temporal.Now.instant().subtract({ minutes: 2 }), { panelId }, state)
      return channel
    }),
  )
  const told = () => channels.map((id) => simulator.messages(id).filter(({ content }) => content.includes('was due')))
  await using programs = new AsyncDisposableStack()
  const start = () =>
    programs.use(
      new Program({
        ROLES: 'worker',
        BOT_TOKEN: simulator.token,
        DISCORD_API_URL: simulator.restUrl,
        DATABASE_URL: database.url,
        LOG_LEVEL: 'warn',
      }),
    )

  // Discord has every message that is sent, and says so to nobody.
  simulator.faults.on({ method: 'POST', path: /\/messages$/ }, 'hang_after')
  const workers = [start(), start()]
  await until('the midst of it', () => told().flat().length >= TICKETS / 2, LONGEST_MS)
  for (const worker of workers) await worker.end('SIGKILL')
  simulator.faults.clear()
  await leasesRunOut(db)
  for (const _ of workers) start()

  await until('all to be told', async () => (await untold(db)) === 0, LONGEST_MS)
  assert.deepEqual(
    told().map(({ length }) => length),
    Array.from({ length: TICKETS }, () => 1),
  )
  const events = await db.selectFrom('ticket_events').select('id').where('kind', '=', 'target_missed').execute()
  assert.equal(events.length, TICKETS)
})

async function hasty(db: Db): Promise<string> {
  const now = Temporal.Now.instant()
  const about = { guild_id: GuildId.parse(DEMO.guild), name: 'Hasty', position: 0, created_at: now, updated_at: now }
  const values = { ...about, most_per_member: TICKETS, first_response_minutes: 1 }
  return (await db.insertInto('ticket_panels').values(values).returning('id').executeTakeFirstOrThrow()).id
}

async function leasesRunOut(db: Db): Promise<void> {
  await sql`update outgoing_messages set lease_until = now() where lease_until is not null`.execute(db)
}

async function untold(db: Db): Promise<number> {
  const tickets = await db.selectFrom('tickets').select('id').where('response_missed_at', 'is', null).execute()
  const waiting = await db.selectFrom('outgoing_messages').select('id').where('status', '=', 'due').execute()
  return tickets.length + waiting.length
}
