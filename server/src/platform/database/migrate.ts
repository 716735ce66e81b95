import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Logger } from 'pino'
import { Refusal } from '../../kernel/refusal.ts'
import { type ConnectOptions, connectDatabase, type Db, type Tx } from './connect.ts'

/** One numbered SQL file. Forward only: what was applied anywhere is never edited; a new file mends it. */
export interface Migration {
  /** `0001_reminders` */
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

/** Any constant; whoever migrates holds it. */
const MIGRATION_LOCK = 2_617_440_093
const FOLDER = new URL('../../../migrations/', import.meta.url)
const FILE_NAME = /^(\d{4})_[a-z_]+\.sql$/

/** The migrations this program brings, in order. */
export async function loadMigrations(folder: URL = FOLDER): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(
    files.map(async (file, index) => {
      if (Number(FILE_NAME.exec(file)?.[1]) !== index + 1) throw new Error(`Migration ${file} breaks the numbering`)
      // Git may have written the lines as Windows ends them.
      const text = (await readFile(new URL(file, folder), 'utf8')).replaceAll('\r\n', '\n')
      const checksum = createHash('sha256').update(text).digest('hex')
      return { name: file.replace('.sql', ''), sql: text, checksum }
    }),
  )
}

/** Brings the database's schema to what this program knows, waiting for a database that is still starting. */
export async function migrateDatabase(options: ConnectOptions): Promise<void> {
  await using db = await connectDatabase({ ...options, poolSize: 1, statementTimeoutMs: 0 })
  await applyMigrations(db, await loadMigrations(), options.logger)
}

/**
 * Applies what is missing, each file in a transaction of its own, and returns the names. Processes that do so together
 * take turns by the lock and look again: each file is applied once.
 * @throws {Refusal} when the database is newer than the migrations, or an applied one was edited.
 */
export async function applyMigrations(
  db: Db,
  migrations: readonly Migration[],
  logger?: Pick<Logger, 'info'>,
): Promise<string[]> {
  const names: string[] = []
  // An empty database is made within seconds; each file of an upgrade may take minutes.
  const told = (await appliedSoFar(db)).length > 0 ? logger : undefined
  for (;;) {
    const applied = await db.transaction().execute((tx) => applyNext(tx, migrations, told))
    if (!applied) break
    const tookMs = Math.round(performance.now() - applied.begunMs)
    told?.info(`Migrated the database: ${applied.name}, in ${tookMs} ms`)
    names.push(applied.name)
  }
  if (!told && names.length > 0) logger?.info('Made the tables of a new database')
  return names
}

/** Whether the database has exactly the schema this program knows. */
export async function migrationsAreCurrent(db: Db, migrations: readonly Migration[]): Promise<boolean> {
  const applied = await appliedSoFar(db)
  return (
    applied.length === migrations.length && applied.every(({ checksum }, at) => checksum === migrations[at]?.checksum)
  )
}

async function applyNext(tx: Tx, migrations: readonly Migration[], logger: Pick<Logger, 'info'> | undefined) {
  await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`.execute(tx)
  await sql`
    create table if not exists schema_migrations
    (name text primary key, checksum text not null, applied_at timestamptz not null default now())`.execute(tx)
  const applied = await readApplied(tx)
  for (const [at, { name, checksum }] of applied.entries()) checkApplied(name, checksum, migrations[at])
  const next = migrations[applied.length]
  if (!next) return null
  const begunMs = performance.now()
  logger?.info(`Migrating the database: ${next.name}`)
  await sql.raw(next.sql).execute(tx)
  await sql`insert into schema_migrations (name, checksum) values (${next.name}, ${next.checksum})`.execute(tx)
  return { name: next.name, begunMs }
}

interface Applied {
  readonly name: string
  readonly checksum: string
}

async function appliedSoFar(db: Db): Promise<Applied[]> {
  const { rows } = await sql<{ known: boolean }>`select to_regclass('schema_migrations') is not null as known`.execute(
    db,
  )
  return rows[0]?.known ? readApplied(db) : []
}

async function readApplied(db: Db | Tx): Promise<Applied[]> {
  const { rows } = await sql<Applied>`select name, checksum from schema_migrations order by name`.execute(db)
  return rows
}

function checkApplied(name: string, checksum: string, known: Migration | undefined): void {
  if (!known) {
    throw new Refusal(
      'conflict',
      'database.newer_schema',
      `The database has the migration ${name}, which this Alphapy does not know: start the newer version that made it, or restore an older backup.`,
    )
  }
  if (known.name === name && known.checksum === checksum) return
  throw new Refusal(
    'conflict',
    'database.edited_migration',
    `The migration ${name} was applied to the database in another form than this Alphapy's ${known.name}: restore the file as it was, and put the change in a new migration.`,
  )
}
