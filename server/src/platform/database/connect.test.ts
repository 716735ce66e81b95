import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { sql } from 'kysely'
import { pino } from 'pino'
import { Refusal } from '../../kernel/refusal.ts'
import { type TestDatabase, testDatabase } from '../../testing/database.ts'
import { tcpProxy } from '../../testing/tcp-proxy.ts'
import { AUTHORITY, tlsProxy } from '../../testing/tls-proxy.ts'
import { until } from '../../testing/until.ts'
import { connectDatabase } from './connect.ts'
import { pingDatabase, poolStatistics } from './health.ts'

let database: TestDatabase
let folder: string
before(async () => {
  database = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'alphapy-connect-'))
})
after(async () => {
  await database[Symbol.asyncDispose]()
  await rm(folder, { recursive: true })
})

function recorder() {
  const lines: string[] = []
  return { lines, logger: pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line).msg) }) }
}

/** The address of the test database with some of its parts changed. */
function address(parts: Partial<Pick<URL, 'host' | 'hostname' | 'port' | 'password' | 'pathname' | 'search'>>): string {
  return Object.assign(new URL(database.url), parts).href
}

const target = () => ({ host: '127.0.0.1', port: Number(new URL(database.url).port) })
/** More than a busy machine needs for an answer; less than a query may take before it fails by itself. */
const LONG_MS = 10_000
const connect = (url: string, waitMs = 0) => connectDatabase({ url, logger: recorder().logger, waitMs })

/** The sentence an operator reads when the address is used. */
async function refusalOf(url: string): Promise<string> {
  const refusal = await connect(url).then(
    () => assert.fail('it was let in'),
    (error) => error,
  )
  assert.ok(refusal instanceof Refusal, String(refusal))
  assert.doesNotMatch(refusal.message, new RegExp(new URL(database.url).password))
  return refusal.message
}

describe('columns and parameters', () => {
  test('instants go in and come out as Temporal, ids and clocks as text', async () => {
    const instant = Temporal.Instant.from('2027-03-28T01:30:00.123456Z')
    const { rows } = await sql`
      select ${instant}::timestamptz as at, ${[instant]}::timestamptz[] = array[${instant}::timestamptz] as "inArray",
        9223372036854775807::int8 as id, '09:30'::time as clock, '2027-02-03'::date as day, null::timestamptz as never
    `.execute(database.db)
    const { at, ...others } = rows[0] as { at: Temporal.Instant }
    assert.equal(at.toString(), instant.toString())
    assert.deepEqual(others, {
      inArray: true,
      id: '9223372036854775807',
      clock: '09:30:00',
      day: '2027-02-03',
      never: null,
    })
  })

  test('a session is called alphapy and ends statements that take too long', async () => {
    await using db = await connectDatabase({ url: database.url, logger: recorder().logger, statementTimeoutMs: 50 })
    const { rows } = await sql<{ name: string }>`select current_setting('application_name') as name`.execute(db)
    assert.equal(rows[0]?.name, 'alphapy')
    await assert.rejects(sql`select pg_sleep(5)`.execute(db), /statement timeout/)
  })
})

describe('a database that cannot be used', () => {
  test('a wrong password is said at once, and which user it was', async () => {
    assert.match(
      await refusalOf(address({ password: 'wrong' })),
      /does not let the user "\w+" in: check name and password/,
    )
  })

  test('a missing database is said at once, by name', async () => {
    assert.match(await refusalOf(address({ pathname: '/absent' })), /has no database "absent": create it/)
  })

  test('a server that is not there is named', async () => {
    assert.match(await refusalOf(address({ port: '1' })), /server at 127\.0\.0\.1:1 cannot be reached/)
    assert.match(
      await refusalOf(address({ hostname: 'absent.invalid' })),
      /server at absent\.invalid:\d+ cannot be reached/,
    )
  })

  test('a server that accepts and stays silent is given up', async () => {
    await using silent = createServer((socket) => socket.resume()).listen(0, '127.0.0.1')
    await until('the silent server', () => silent.listening)
    const bound = silent.address()
    const port = typeof bound === 'object' && bound ? String(bound.port) : ''
    assert.match(await refusalOf(address({ port, search: 'sslmode=disable&connect_timeout=1' })), /does not answer/)
  })

  test('an address that is none is refused without being repeated', async () => {
    for (const url of ['mysql://u:secret@h/d', 'secret', '']) {
      await assert.rejects(connect(url), (error: Error) => {
        assert.match(error.message, /^DATABASE_URL is not an address of the form postgresql:/)
        assert.doesNotMatch(error.message, /secret/)
        return true
      })
    }
  })

  test('a PostgreSQL older than 15 is refused', async () => {
    await using old = createServer((socket) => {
      socket.once('data', () => greetAs(socket, '140011'))
    }).listen(0, '127.0.0.1')
    await until('the old server', () => old.listening)
    const bound = old.address()
    const port = typeof bound === 'object' && bound ? String(bound.port) : ''
    assert.match(
      await refusalOf(address({ port, search: 'sslmode=disable' })),
      /is PostgreSQL 14; Alphapy needs 15 or newer/,
    )
  })
})

describe('a database that is still starting', () => {
  test('is waited for, and each wait is told', async () => {
    await using proxy = await tcpProxy(target())
    await proxy.cut()
    const { lines, logger } = recorder()
    const connecting = connectDatabase({ url: address({ port: String(proxy.port) }), logger })
    await until('a second wait', () => lines.length > 1)
    await proxy.mend()
    await using db = await connecting
    assert.equal(await pingDatabase(db, LONG_MS), 'ok')
    assert.match(lines[0] ?? '', /cannot be reached\. Trying again in 0\.25 s\.$/)
  })

  test('is waited for no longer once the program is asked to stop', async () => {
    const stopping = new AbortController()
    const { lines, logger } = recorder()
    const connecting = connectDatabase({ url: address({ port: '1' }), logger, signal: stopping.signal })
    await until('a wait', () => lines.length > 0)
    stopping.abort()
    await assert.rejects(connecting, { name: 'AbortError' })
  })
})

describe('health', () => {
  test('a database that hangs is told within the limit, and is well again afterwards', async () => {
    await using proxy = await tcpProxy(target())
    await using db = await connect(address({ port: String(proxy.port) }))
    assert.equal(await pingDatabase(db, LONG_MS), 'ok')
    proxy.hang()
    const begun = performance.now()
    const answers = await Promise.all(Array.from({ length: 50 }, () => pingDatabase(db, 200)))
    assert.ok(performance.now() - begun < LONG_MS)
    assert.deepEqual(new Set(answers), new Set(['error:timeout']))
    assert.ok(poolStatistics(db).total <= 1)
    await proxy.mend()
    await until('health', async () => (await pingDatabase(db, LONG_MS)) === 'ok')
  })

  test('a database that went away is unreachable, and its idle connections do not end the process', async () => {
    await using proxy = await tcpProxy(target())
    await using db = await connect(address({ port: String(proxy.port) }))
    await Promise.all([pingDatabase(db, LONG_MS), sql`select 1`.execute(db)])
    await proxy.cut()
    assert.equal(await pingDatabase(db, LONG_MS), 'error:unreachable')
    await proxy.mend()
    assert.equal(await pingDatabase(db, LONG_MS), 'ok')
  })

  test('a pool whose connections are all busy is told apart from a database that hangs', async () => {
    await using db = await connectDatabase({ url: database.url, logger: recorder().logger, poolSize: 1 })
    await db.connection().execute(async () => {
      assert.equal(await pingDatabase(db, 100), 'error:pool_exhausted')
    })
    assert.deepEqual(poolStatistics(db), { total: 1, idle: 1, waiting: 0, max: 1 })
  })
})

describe('TLS as libpq means it', () => {
  /** What an sslmode comes to at a server with TLS, under a name the certificate has or has not. */
  async function tried(hostname: string, parameters: string): Promise<string> {
    await using proxy = await tlsProxy(target())
    await writeFile(join(folder, 'authority.pem'), AUTHORITY)
    const search = parameters.replace('ours', join(folder, 'authority.pem'))
    const connecting = connect(address({ hostname, port: String(proxy.port), search }))
    return await connecting.then(
      async (db) => db.destroy().then(() => 'in'),
      (error) => error.code.replace('database.', ''),
    )
  }

  for (const [hostname, parameters, outcome] of [
    ['localhost', 'sslmode=disable', 'unreachable'],
    ['localhost', '', 'in'],
    ['localhost', 'sslmode=prefer', 'in'],
    ['localhost', 'sslmode=require', 'in'],
    ['127.0.0.1', 'sslmode=require&sslrootcert=ours', 'in'],
    ['127.0.0.1', 'sslmode=verify-ca&sslrootcert=ours', 'in'],
    ['localhost', 'sslmode=verify-ca', 'invalid_address'],
    ['localhost', 'sslmode=verify-full', 'tls'],
    ['localhost', 'sslmode=verify-full&sslrootcert=ours', 'in'],
    ['127.0.0.1', 'sslmode=verify-full&sslrootcert=ours', 'tls'],
    ['localhost', 'sslmode=require&sslrootcert=/absent.pem', 'invalid_address'],
    ['localhost', 'sslmode=sure', 'invalid_address'],
  ] as const) {
    test(`${parameters || 'nothing said'} at ${hostname}: ${outcome}`, async () => {
      assert.equal(await tried(hostname, parameters), outcome)
    })
  }

  test('a server without TLS is used by prefer and refused by require', async () => {
    await using db = await connect(address({ search: 'sslmode=prefer' }))
    assert.equal(await pingDatabase(db, LONG_MS), 'ok')
    assert.match(await refusalOf(address({ search: 'sslmode=require' })), /No secure connection/)
  })
})

/** Lets the client in, and answers its first query with one row: https://www.postgresql.org/docs/18/protocol-message-formats.html */
function greetAs(socket: import('node:net').Socket, version: string): void {
  const message = (type: string, ...parts: (Buffer | string)[]) => {
    const body = Buffer.concat(parts.map((part) => Buffer.from(part)))
    const length = Buffer.alloc(4)
    length.writeUInt32BE(body.length + 4)
    return Buffer.concat([Buffer.from(type), length, body])
  }
  const ready = message('Z', 'I')
  socket.write(Buffer.concat([message('R', Buffer.alloc(4)), ready]))
  socket.once('data', () => {
    const column = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 0, 25, 255, 255, 255, 255, 255, 255, 0, 0])
    const row = message('D', Buffer.from([0, 1, 0, 0, 0, version.length]), version)
    const columns = message('T', Buffer.from([0, 1]), 'server_version_num\0', column)
    socket.write(Buffer.concat([columns, row, message('C', 'SHOW\0'), ready]))
  })
}
