/**
 * How long planning and claiming a batch of due reminders takes among 1,000 stored ones and among 1,000,000, in turn,
 * on one machine in one run. Prints both medians and their ratio; the claim is that it stays within 1.5.
 */
import { sql } from 'kysely'
import { claim, finish } from '../server/src/features/reminders/ledger-store.ts'
import { planDue } from '../server/src/features/reminders/planning.ts'
import type { Db } from '../server/src/platform/database/connect.ts'
import { testDatabase } from '../server/src/testing/database.ts'

const BATCH = 100
const ROUNDS = 41
const CHANNELS = 50
const CHUNK = 100_000
const SIZES = [1_000, 1_000_000] as const

const small = await filled(SIZES[0])
const large = await filled(SIZES[1])
const times = { small: [] as number[], large: [] as number[] }
for (let round = 0; round < ROUNDS; round += 1) {
  times.small.push(await batchMs(small.db, SIZES[0]))
  times.large.push(await batchMs(large.db, SIZES[1]))
}
const [ofSmall, ofLarge] = [median(times.small), median(times.large)]
console.log(`batch of ${BATCH}, planned and claimed, median of ${ROUNDS} in turn`)
console.log(`  among     1,000 reminders: ${ofSmall.toFixed(2)} ms`)
console.log(`  among 1,000,000 reminders: ${ofLarge.toFixed(2)} ms`)
console.log(`  ratio: ${(ofLarge / ofSmall).toFixed(2)} (claimed: at most 1.5)`)
await small[Symbol.asyncDispose]()
await large[Symbol.asyncDispose]()

async function filled(size: number) {
  const database = await testDatabase()
  for (let first = 1; first <= size; first += CHUNK) await insert(database.db, first, Math.min(first + CHUNK - 1, size))
  await sql`vacuum analyze reminders`.execute(database.db)
  return database
}

async function insert(db: Db, first: number, last: number): Promise<void> {
  await sql`
    insert into reminders (guild_id, channel_id, owner_id, name, time_zone, send_time, call_time, lead_seconds, days,
      status, next_send_at, next_event_at, next_phase, created_at, updated_at)
    select 1 + n % 1000, 1 + n % ${CHANNELS}::int, 1 + n % 10000, 'Reminder ' || n, 'UTC', '09:00', '09:00', 0,
      '{0,1,2,3,4,5,6}', 'active', now() + interval '1 day' + n * interval '1 second',
      now() + interval '1 day' + n * interval '1 second', 'recurring', now(), now()
    from generate_series(${first}::int, ${last}::int) n`.execute(db)
}

async function batchMs(db: Db, size: number): Promise<number> {
  await makeDue(db, size)
  const now = Temporal.Now.instant()
  const startedAt = performance.now()
  await planDue(db, now)
  const claimed = await claim(db, {
    workerId: 'bench',
    now,
    leaseUntil: now.add({ seconds: 30 }),
    limit: BATCH,
    perChannel: 5,
  })
  const ms = performance.now() - startedAt
  if (claimed.length !== BATCH) throw new Error(`claimed ${claimed.length} instead of ${BATCH}`)
  for (const { id } of claimed) await finish(db, id, { status: 'skipped' }, now)
  return ms
}

/** Spread over the whole table and over all channels. */
async function makeDue(db: Db, size: number): Promise<void> {
  const stride = size / BATCH - 1
  await sql`
    update reminders set next_send_at = now() - interval '1 second', next_event_at = now() - interval '1 second'
    where id in (select 1 + n * ${stride}::int from generate_series(0, ${BATCH - 1}::int) n)`.execute(db)
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN
}
