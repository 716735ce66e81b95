import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import { pathToFileURL } from 'node:url'
import { sql } from 'kysely'
import { pino } from 'pino'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { lockName } from './advisory-lock.ts'
import { connectDatabase } from './connect.ts'
import { applyMigrations, loadMigrations, migrateDatabase, migrationsAreCurrent } from './migrate.ts'

const logger = pino({ level: 'silent' })
const known = await loadMigrations()
let database: TestDatabase
let folder: string
before(async () => {
  database = await testDatabase()
})
after(() => database[Symbol.asyncDispose]())
beforeEach(async () => {
  await sql`drop schema public cascade`.execute(database.db)
  await sql`create schema public`.execute(database.db)
})

/** Migrations as they would be read from files with these texts. */
async function migrations(files: Record<string, string>) {
  folder = await mkdtemp(join(tmpdir(), 'alphapy-migrations-'))
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return loadMigrations(pathToFileURL(`${folder}/`)).finally(() => rm(folder, { recursive: true }))
}

/** A log at info, and what stands in it. */
function listening() {
  const lines: string[] = []
  return { lines, logger: pino({ base: null }, { write: (line) => lines.push(JSON.parse(line).msg) }) }
}

async function tables(): Promise<string[]> {
  const found = await database.db.introspection.getTables()
  return found.map(({ name }) => name).sort()
}

test('an empty database gets every table, and is current then (R-40)', async () => {
  assert.equal(await migrationsAreCurrent(database.db, known), false)
  await migrateDatabase({ url: database.url, logger })
  assert.ok((await tables()).includes('reminder_deliveries'))
  assert.equal(await migrationsAreCurrent(database.db, known), true)
  assert.deepEqual(await applyMigrations(database.db, known), [])
})

test('an operator who upgrades reads the name of each file before it begins, and how long it took', async () => {
  const { lines, logger: told } = listening()
  await applyMigrations(database.db, known.slice(0, 2), told)
  assert.deepEqual(lines.splice(0), ['Made the tables of a new database'])
  await migrateDatabase({ url: database.url, logger: told })
  const anyTime = lines.map((line) => line.replace(/, in \d+ ms$/, ', in a time'))
  const expected = known
    .slice(2)
    .flatMap(({ name }) => [`Migrating the database: ${name}`, `Migrated the database: ${name}, in a time`])
  assert.deepEqual(anyTime, expected)
  await migrateDatabase({ url: database.url, logger: told })
  assert.equal(lines.length, expected.length)
})

test('processes that migrate at the same time apply each file once', async () => {
  const slow = await migrations({
    '0001_counter.sql': 'create table counter as select 0 as n; select pg_sleep(0.1)',
    '0002_step.sql': 'update counter set n = n + 1; select pg_sleep(0.1)',
  })
  const connections = await Promise.all(Array.from({ length: 6 }, () => connectDatabase({ url: database.url, logger })))
  const applied = await Promise.all(connections.map((db) => applyMigrations(db, slow)))
  await Promise.all(connections.map((db) => db.destroy()))
  assert.deepEqual(applied.flat().sort(), ['0001_counter', '0002_step'])
  assert.deepEqual((await sql`select n from counter`.execute(database.db)).rows, [{ n: 1 }])
})

test('a file that fails leaves nothing of itself, and what came before it stays', async () => {
  const broken = await migrations({
    '0001_good.sql': 'create table good (id int)',
    '0002_bad.sql': 'create table half (id int); select 1 / 0',
  })
  const { lines, logger: told } = listening()
  await applyMigrations(database.db, broken.slice(0, 1))
  await assert.rejects(applyMigrations(database.db, broken, told), /division by zero/)
  assert.equal(lines.at(-1), 'Migrating the database: 0002_bad')
  assert.deepEqual(await tables(), ['good', 'schema_migrations'])
  assert.equal(await migrationsAreCurrent(database.db, broken), false)
})

test('a database that is newer than the program is refused by name', async () => {
  const newer = await migrations({ '0001_a.sql': 'select 1', '0002_b.sql': 'select 2' })
  await applyMigrations(database.db, newer)
  await assert.rejects(
    applyMigrations(database.db, newer.slice(0, 1)),
    /has the migration 0002_b, which this Alphapy does not know: start the newer version/,
  )
  assert.equal(await migrationsAreCurrent(database.db, newer.slice(0, 1)), false)
})

test('a migration that was edited after it was applied is refused by name', async () => {
  await applyMigrations(database.db, await migrations({ '0001_a.sql': 'select 1' }))
  const edited = await migrations({ '0001_a.sql': 'select 2', '0002_b.sql': 'create table b (id int)' })
  await assert.rejects(
    applyMigrations(database.db, edited),
    /migration 0001_a was applied to the database in another form/,
  )
  assert.deepEqual(await tables(), ['schema_migrations'])
})

test('line endings of Windows do not count as an edit', async () => {
  await applyMigrations(database.db, await migrations({ '0001_a.sql': 'select\n1\n' }))
  assert.deepEqual(await applyMigrations(database.db, await migrations({ '0001_a.sql': 'select\r\n1\r\n' })), [])
})

test('numbers have neither gaps nor twins', async () => {
  await assert.rejects(migrations({ '0001_a.sql': '', '0003_c.sql': '' }), /0003_c\.sql breaks the numbering/)
  await assert.rejects(migrations({ '0001_a.sql': '', '0001_b.sql': '' }), /0001_b\.sql breaks the numbering/)
})

test('transactions that lock one name take turns', async () => {
  await sql`create table seats (n int)`.execute(database.db)
  const takeTheLast = () =>
    database.db.transaction().execute(async (tx) => {
      await lockName(tx, 'seats')
      const { rows } = await sql<{ taken: number }>`select count(*)::int as taken from seats`.execute(tx)
      if (rows[0]?.taken === 0) await sql`insert into seats values (1)`.execute(tx)
    })
  await Promise.all(Array.from({ length: 10 }, () => sql`select pg_sleep(0.02)`.execute(database.db)))
  await Promise.all(Array.from({ length: 10 }, takeTheLast))
  assert.deepEqual((await sql`select count(*)::int as taken from seats`.execute(database.db)).rows, [{ taken: 1 }])
})
