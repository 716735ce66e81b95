import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { pino } from 'pino'
import { connectDatabase } from '../platform/database/connect.ts'
import { testDatabase } from './database.ts'

const run = promisify(execFile)

test('two databases of one file know nothing of each other', async () => {
  await using one = await testDatabase()
  await using other = await testDatabase()
  await sql`create table mine (id int)`.execute(one.db)
  const names = (await other.db.introspection.getTables()).map(({ name }) => name)
  assert.ok(names.includes('reminders'))
  assert.ok(!names.includes('mine'))
})

const module = new URL('./database.ts', import.meta.url).href
/** Another process asks for a database and then does this. */
const come = (then: string) =>
  run(process.execPath, [
    '--input-type=module',
    '-e',
    `const { testDatabase } = await import('${module}'); const { url } = await testDatabase(); ${then}`,
  ])

test('a database that nobody is connected to is left to its process', async () => {
  await using mine = await testDatabase()
  await mine.db.destroy()
  await come('process.exit()')
  await using again = await connectDatabase({ url: mine.url, logger: pino({ level: 'silent' }), waitMs: 0 })
  assert.deepEqual((await sql`select 1 as one`.execute(again)).rows, [{ one: 1 }])
})

test('the database of a process that was killed is dropped by the next that comes', async () => {
  const killed = await come(`process.stdout.write(url, () => process.kill(process.pid, 'SIGKILL'))`).catch(
    (error) => error,
  )
  assert.equal(killed.signal, 'SIGKILL')
  const name = new URL(killed.stdout).pathname.slice(1)
  await come('process.exit()')

  await using here = await testDatabase()
  const { rows } = await sql`select datname from pg_database where datname = ${name}`.execute(here.db)
  assert.deepEqual(rows, [])
})
