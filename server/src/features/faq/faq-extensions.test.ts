import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { pino } from 'pino'
import { connectDatabase } from '../../platform/database/connect.ts'
import { applyMigrations, loadMigrations } from '../../platform/database/migrate.ts'
import { joinTestServer } from '../../testing/database.ts'

/** An operator's database whose user may not add what searching needs. */

const NAME = `faq_extensions_${process.pid}`
const { session, url } = await joinTestServer()
await session.query(`create role ${NAME} login password 'x'`)
await session.query(`create database ${NAME}`)
const admin = await connectDatabase({ url: url(NAME), logger: pino({ level: 'silent' }), poolSize: 1 })
after(async () => {
  await admin.destroy()
  await session.query(`drop database ${NAME} with (force)`)
  await session.query(`drop role ${NAME}`)
})

test('a database whose user may not add extensions is told what to run, and goes on after that', async () => {
  await sql`grant all on schema public to ${sql.id(NAME)}`.execute(admin)
  await using db = await connectDatabase({
    url: Object.assign(new URL(url(NAME)), { username: NAME, password: 'x' }).href,
    logger: pino({ level: 'silent' }),
    poolSize: 1,
  })
  const migrations = await loadMigrations()
  await assert.rejects(applyMigrations(db, migrations), {
    message: new RegExp(`run in the database "${NAME}": create extension if not exists pg_trgm; create extension`),
  })
  await sql`create extension pg_trgm`.execute(admin)
  await sql`create extension btree_gin`.execute(admin)
  assert.ok((await applyMigrations(db, migrations)).some((name) => name.endsWith('_faq')))
})
