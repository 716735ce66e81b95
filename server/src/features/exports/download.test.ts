import assert from 'node:assert/strict'
import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { after, describe, test } from 'node:test'
import { sql } from 'kysely'
import { pino } from 'pino'
import { systemClock } from '../../kernel/clock.ts'
import { GuildId, UserId } from '../../kernel/ids.ts'
import { poolStatistics } from '../../platform/database/health.ts'
import { testDatabase } from '../../testing/database.ts'
import { startHttp } from '../../testing/http.ts'
import { until } from '../../testing/until.ts'
import { downloads } from './download.ts'
import { exporting } from './exporting.ts'
import { exportLanes } from './lanes.ts'
import type { ExportSource } from './source.ts'

/** The answer itself, without a program around it: what it asks of the database, and when it ends. */

const ROWS = 30_000
const BATCH_ROWS = 500
const guildId = GuildId.parse('1100000000000000001')
const by = { userId: UserId.parse('1100000000000000101'), door: 'api' } as const
const source: ExportSource = {
  name: 'faq',
  columns: ['id', 'answer'],
  rows: () => sql<{ id: string; answer: string }>`
    select n::text as id, repeat('x', 2000) as answer from generate_series(1, ${ROWS}::int) n`,
}

const database = await testDatabase()
after(() => database[Symbol.asyncDispose]())
const heldConnections = () => {
  const { total, idle } = poolStatistics(database.db)
  return total - idle
}

/** Starts a server with this file; `batches` is how many of them it has asked the database for. */
async function serving(limits: { readonly stalledMs?: number; readonly longestMs?: number } = {}, of = source) {
  const asked = { batches: 0 }
  const db = database.db.withPlugin({
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      if (result.rows.length === BATCH_ROWS) asked.batches += 1
      return result
    },
  })
  const server = await startHttp((http) => {
    const needs = { exporting: exporting({ db, clock: systemClock }, exportLanes()), logger: pino({ level: 'silent' }) }
    const files = downloads(http, { ...needs, ...limits })
    const schema = { operationId: 'get', summary: 'get', tags: ['Exports'], response: { 200: {} } }
    http.get('/file', { config: { access: 'public', limit: 'none' }, schema }, (request, reply) =>
      files.answer({ wish: { source: of, guildId, scope: 'all' }, by }, request, reply),
    )
  })
  return Object.assign(server, { asked })
}

/** A reader that takes nothing until it is told to. */
async function reader(address: string): Promise<IncomingMessage> {
  const [response] = await once(get(`${address}/file`, { agent: false }), 'response')
  return response
}

async function read(response: IncomingMessage): Promise<number> {
  let bytes = 0
  for await (const part of response) bytes += part.length
  return bytes
}

describe('of thirty thousand rows', () => {
  test('all arrive at a reader who takes them, while no more is asked for one who takes none', async () => {
    await using idle = await serving()
    await using busy = await serving()
    const response = await reader(idle.address)
    assert.ok((await read(await reader(busy.address))) > ROWS * 2000)
    assert.equal(busy.asked.batches, 60)
    // A batch is a megabyte; the rest stands in the buffers of two sockets.
    assert.ok(idle.asked.batches > 0 && idle.asked.batches < 15, `${idle.asked.batches} of 60 batches`)
    await until('the one connection', () => heldConnections() === 1)
    response.destroy()
    await until('the connection', () => heldConnections() === 0)
  })

  test('a reader who takes none for too long is left', async () => {
    await using server = await serving({ stalledMs: 2_000 })
    const response = await reader(server.address)
    await until('the connection', () => heldConnections() === 0)
    await assert.rejects(read(response), /aborted/)
  })

  test('a reader who takes too long altogether is left', async () => {
    await using server = await serving({ longestMs: 2_000 })
    const response = await reader(server.address)
    await until('the connection', () => heldConnections() === 0)
    await assert.rejects(read(response), /aborted/)
  })

  test('what is not taken when the server ends is broken off', async () => {
    const server = await serving()
    const response = await reader(server.address)
    await server[Symbol.asyncDispose]()
    await assert.rejects(read(response), /aborted/)
    await until('the connection', () => heldConnections() === 0)
  })
})

test('a reader who goes before there is anything to read leaves nothing behind', async () => {
  const rows: ExportSource['rows'] = (db) =>
    db.selectFrom('ticket_numbers').select('guild_id as id').select('guild_id as answer')
  await using server = await serving({}, { ...source, rows })
  const lock = await database.db.startTransaction().execute()
  await sql`lock table ticket_numbers`.execute(lock)
  const gone = Promise.withResolvers<void>()
  const request = get(`${server.address}/file`, { agent: false }).on('error', () => gone.resolve())
  await until('the export that waits', async () => {
    const { rows: waiting } = await sql`select 1 from pg_stat_activity where datname = current_database()
      and wait_event_type = 'Lock'`.execute(lock)
    return waiting.length > 0
  })
  request.destroy()
  await gone.promise
  await lock.rollback().execute()
  await until('the connection', () => heldConnections() === 0)
})
