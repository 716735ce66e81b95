import assert from 'node:assert/strict'
import { execFile, spawn } from 'node:child_process'
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  realpath,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { after, describe, test } from 'node:test'
import { promisify } from 'node:util'
import pg from 'pg'
import { pino } from 'pino'
import { beginHolding, endProcess, holdDatabase } from '../../testing/holder.ts'
import { until } from '../../testing/until.ts'
import { connectDatabase } from './connect.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import { restoreSymlinks } from './embedded-binaries.ts'
import { isAlive } from './embedded-home.ts'
import { runningPostmaster } from './embedded-postmaster.ts'
import { clusterUser, isRoot } from './embedded-user.ts'
import { pingDatabase } from './health.ts'

const run = promisify(execFile)
const logger = pino({ level: 'silent' })
const folders: string[] = []

after(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true })
})

/** A folder that any user can enter. */
async function openFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'alphapy-database-'))
  folders.push(folder)
  await chmod(folder, 0o755)
  return folder
}

let made: Promise<string> | null = null
/** Such a folder with a database in it that has run before: a copy, which is faster than making one. */
async function usedFolder(): Promise<string> {
  made ??= openFolder().then(async (folder) => {
    await (await start(folder)).stop()
    return folder
  })
  const folder = await openFolder()
  await run('cp', ['-a', join(await made, 'postgres'), folder])
  return folder
}

const start = (dataDir: string): Promise<Embedded> => startEmbedded({ dataDir, logger, durable: false })

async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query(text)).rows
  } finally {
    await client.end()
  }
}

async function postmasterOf(dataDir: string): Promise<number> {
  return Number.parseInt(await readFile(join(dataDir, 'postgres/data/postmaster.pid'), 'utf8'), 10)
}

// Its parent may have ended before it; then init takes a moment to lay it to rest.
const gone = (pid: number) => until(`the end of process ${pid}`, () => !isAlive(pid))

describe('a database of our own', () => {
  test('keeps what was written over a clean stop, which leaves no process', async () => {
    const dataDir = await openFolder()
    await using first = await start(relative(process.cwd(), dataDir))
    assert.ok((await lstat(join(dataDir, 'postgres'))).isDirectory())
    await query(first.url, `create table kept as select 'water' as word`)
    const pid = await postmasterOf(dataDir)
    await first.stop()
    await gone(pid)

    await using second = await start(dataDir)
    assert.deepEqual(await query(second.url, 'select word from kept'), [{ word: 'water' }])
  })

  test('listens on the loopback address alone, in UTF-8, with a password only its owner can read', async () => {
    const dataDir = await usedFolder()
    await using embedded = await start(dataDir)
    const [row] = await query(
      embedded.url,
      `select current_setting('listen_addresses') as addresses, current_setting('unix_socket_directories') as sockets,
         pg_encoding_to_char(encoding) as encoding, datlocale as locale, (select count(*)::int from pg_hba_file_rules
         where auth_method <> 'scram-sha-256') as open_doors from pg_database where datname = current_database()`,
    )
    assert.deepEqual(row, { addresses: '127.0.0.1', sockets: '', encoding: 'UTF8', locale: 'C.UTF-8', open_doors: 0 })
    assert.equal((await stat(join(dataDir, 'postgres/password'))).mode & 0o777, 0o600)
  })

  test('syncs to disk unless told otherwise', async () => {
    await using embedded = await startEmbedded({ dataDir: await openFolder(), logger })
    const [row] = await query(
      embedded.url,
      `select string_agg(setting, ' ' order by name) as settings from pg_settings
       where name in ('fsync', 'full_page_writes', 'synchronous_commit')`,
    )
    assert.deepEqual(row, { settings: 'on on on' })
  })

  test('takes another port when its usual one is taken', async () => {
    const dataDir = await usedFolder()
    await using first = await start(dataDir)
    await first.stop()
    const { port } = new URL(first.url)
    await using squatter = createServer().listen(Number(port), '127.0.0.1')
    await until('the port to be taken', () => squatter.listening)

    await using second = await start(dataDir)
    assert.notEqual(new URL(second.url).port, port)
    assert.equal((await query(second.url, 'select 1')).length, 1)
  })

  test('refuses a place that is no folder, by the name of the variable', async () => {
    const file = join(await openFolder(), 'file')
    await writeFile(file, '')
    for (const dataDir of [file, join(file, 'below')])
      await assert.rejects(
        start(dataDir),
        /^Refusal: DATA_DIR is .*file.* no folder that Alphapy may write in \(E\w+\)/,
      )
  })

  test('refuses a folder named postgres that holds something else', async () => {
    const dataDir = await openFolder()
    await mkdir(join(dataDir, 'postgres/pg_wal'), { recursive: true })
    await assert.rejects(start(dataDir), /is not a database that Alphapy made: move it away/)
  })
})

describe('one holder', () => {
  test('a second process is told at once who holds the data', async () => {
    const dataDir = await usedFolder()
    await using holder = await holdDatabase(dataDir)
    await assert.rejects(start(dataDir), (error: Error) => {
      assert.match(error.message, new RegExp(`held by another Alphapy \\(process ${holder.child.pid} on .+, since 20`))
      return true
    })
    assert.equal((await query(holder.url, 'select 1')).length, 1)
    const pid = await postmasterOf(dataDir)
    await endProcess(holder.child, 'SIGTERM')
    await gone(pid)
  })

  test('of two first starts at the same moment one wins and the other names it', async () => {
    const dataDir = await openFolder()
    const both = await Promise.all([holdDatabase(dataDir), holdDatabase(dataDir)])
    const [winner, ...more] = both.filter(({ url }) => url)
    const [loser] = both.filter(({ refusal }) => refusal)
    assert.equal(more.length, 0)
    assert.match(loser?.refusal ?? '', new RegExp(`process ${winner?.child.pid} `))
    assert.deepEqual(await readdir(dataDir), ['postgres'])
    const pid = await postmasterOf(dataDir)
    await Promise.all(both.map(({ child }) => endProcess(child, 'SIGTERM')))
    await gone(pid)
  })
})

describe('after a crash', () => {
  test('the PostgreSQL of a killed process is taken over as it runs, and stopped in the end', async () => {
    const dataDir = await usedFolder()
    await using holder = await holdDatabase(dataDir)
    await query(holder.url, `create table kept as select 'water' as word`)
    const pid = await postmasterOf(dataDir)
    await endProcess(holder.child, 'SIGKILL')

    await using next = await start(dataDir)
    assert.equal(await postmasterOf(dataDir), pid)
    assert.equal(next.url, holder.url)
    assert.deepEqual(await query(next.url, 'select word from kept'), [{ word: 'water' }])
    await next.stop()
    await gone(pid)
  })

  test('a killed PostgreSQL is started again under the same address, and health tells the truth meanwhile', async () => {
    const dataDir = await usedFolder()
    await using embedded = await start(dataDir)
    await using db = await connectDatabase({ url: embedded.url, logger })
    await query(embedded.url, `create table kept as select 'water' as word`)
    process.kill(await postmasterOf(dataDir), 'SIGKILL')

    const told = new Set<string>()
    await until('the database to be back', async () => {
      const health = await pingDatabase(db, 500)
      told.add(health)
      return health === 'ok' && told.size > 1
    })
    assert.ok(told.has('error:unreachable') || told.has('error:starting'), [...told].join())
    assert.deepEqual(await query(embedded.url, 'select word from kept'), [{ word: 'water' }])
  })

  test('told to stop while it is being started again, it leaves no process', async () => {
    const dataDir = await usedFolder()
    await using embedded = await start(dataDir)
    await using db = await connectDatabase({ url: embedded.url, logger })
    process.kill(await postmasterOf(dataDir), 'SIGKILL')
    await until('the loss to be noticed', async () => (await pingDatabase(db, 500)) !== 'ok')
    // PostgreSQL answers again a moment before its supervisor has taken it up again.
    await until('the database to be back', async () => (await pingDatabase(db, 500)) === 'ok')
    await embedded.stop()
    assert.equal(await runningPostmaster(join(dataDir, 'postgres/data')), null)
  })

  test('what was committed is there when both were killed', async () => {
    const dataDir = await usedFolder()
    await using holder = await holdDatabase(dataDir)
    await query(holder.url, `create table kept as select 'water' as word`)
    const pid = await postmasterOf(dataDir)
    await endProcess(holder.child, 'SIGKILL')
    process.kill(pid, 'SIGKILL')
    await gone(pid)

    await using next = await start(dataDir)
    assert.deepEqual(await query(next.url, 'select word from kept'), [{ word: 'water' }])
  })

  test('a lock file whose process id went to another program does not keep it from starting', async () => {
    const dataDir = await usedFolder()
    await using first = await start(dataDir)
    const file = join(dataDir, 'postgres/data/postmaster.pid')
    const written = await readFile(file, 'utf8')
    await first.stop()
    // The same user, as PostgreSQL takes a process of another for dead.
    const user = await clusterUser()
    using ended = new DisposableStack()
    const other = ended.adopt(spawn('sleep', ['60'], user ? { uid: user.uid, gid: user.gid } : {}), (child) =>
      child.kill(),
    )
    await writeFile(file, written.replace(/^\d+/, String(other.pid)))

    await using next = await start(dataDir)
    assert.equal((await query(next.url, 'select 1')).length, 1)
    assert.notEqual(await postmasterOf(dataDir), other.pid)
    await next.stop()
  })

  test('a first start that was killed half way leaves nothing half', async () => {
    const dataDir = await openFolder()
    const child = beginHolding(dataDir)
    const unfinished = `postgres.${child.pid}.new`
    await until('initdb to be at work', () => stat(join(dataDir, unfinished, 'data/base')).catch(() => null))
    await endProcess(child, 'SIGKILL')
    assert.deepEqual(await readdir(dataDir), [unfinished])

    await using next = await start(dataDir)
    assert.equal((await query(next.url, 'select 1')).length, 1)
    assert.deepEqual(await readdir(dataDir), ['postgres'])
  })
})

describe('users and folders', () => {
  test('root, with a folder that PostgreSQL cannot enter, keeps the cluster outside and links to it', {
    skip: !isRoot() && 'needs root',
  }, async () => {
    const closed = await mkdtemp(join(tmpdir(), 'alphapy-closed-'))
    folders.push(closed)
    const dataDir = join(closed, 'data')
    await using holder = await holdDatabase(dataDir)
    const link = join(dataDir, 'postgres')
    assert.ok((await lstat(link)).isSymbolicLink())
    const home = await readlink(link)
    folders.push(home)
    assert.match(home, /^\/var\/lib\/alphapy\/[0-9a-f]{16}$/)
    assert.match(holder.log(), new RegExp(`cannot enter ${dataDir}: the database lives in ${home}`))
    await query(holder.url, `create table kept as select 'water' as word`)
    await endProcess(holder.child, 'SIGTERM')

    await using next = await start(dataDir)
    assert.deepEqual(await query(next.url, 'select word from kept'), [{ word: 'water' }])
  })

  const nobody = 65534
  test('an ordinary user runs it as themselves, and another one is told whose it is', {
    skip: !isRoot() && 'needs root to become somebody else',
  }, async () => {
    const folder = await openFolder()
    await chmod(folder, 0o777)
    const dataDir = join(folder, 'data')
    await using holder = await holdDatabase(dataDir, { uid: nobody, gid: nobody })
    assert.equal(holder.refusal, '')
    const pid = await postmasterOf(dataDir)
    assert.equal((await stat(`/proc/${pid}`)).uid, nobody)
    await endProcess(holder.child, 'SIGTERM')
    await gone(pid)

    await using asRoot = await start(dataDir)
    assert.equal((await stat(`/proc/${await postmasterOf(dataDir)}`)).uid, nobody)
    await asRoot.stop()
    await using stranger = await holdDatabase(dataDir, { uid: nobody - 1, gid: nobody - 1 })
    assert.match(stranger.refusal, /belongs to another system user: start as that user/)
  })

  test('links that a blocked install script did not make are made', async () => {
    const folder = await realpath(await openFolder())
    await mkdir(join(folder, 'native/lib'), { recursive: true })
    const link = (target: string) => ({ source: 'native/lib/libz.so.1.2', target: `native/lib/${target}` })
    await writeFile(join(folder, 'native/pg-symlinks.json'), JSON.stringify([link('libz.so'), link('libz.so.1')]))
    await writeFile(join(folder, 'native/lib/libz.so.1.2'), 'z')
    await symlink('libz.so.1.2', join(folder, 'native/lib/libz.so'))

    assert.equal(await restoreSymlinks(join(folder, 'native')), true)
    for (const name of ['libz.so', 'libz.so.1'])
      assert.equal(await readFile(join(folder, 'native/lib', name), 'utf8'), 'z')
  })
})
