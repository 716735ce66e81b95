import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { sql } from 'kysely'
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

test('the database of a process that was killed is dropped by the next that comes', async () => {
  const module = new URL('./database.ts', import.meta.url).href
  const come = (then: string) =>
    run(process.execPath, [
      '--input-type=module',
      '-e',
      `const { testDatabase } = await import('${module}'); const { url } = await testDatabase(); ${then}`,
    ])
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
