import { createHash, randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import {
  access,
  chown,
  mkdir,
  readdir,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Logger } from 'pino'
import { Refusal } from '../../kernel/refusal.ts'
import { canEnter, clusterUser, makePublicFolder, ownerOf, type SystemUser } from './embedded-user.ts'

/**
 * Where a cluster lives: `<dataDir>/postgres`. When root starts us and PostgreSQL's user cannot enter `dataDir` (a clone
 * below /root, say), that is a link to a folder of its own below /var/lib/alphapy.
 *
 *     data/          PostgreSQL's files          password       mode 0600
 *     postgres.log   what PostgreSQL itself says
 */
export interface Home {
  readonly path: string
  readonly data: string
  readonly passwordFile: string
  readonly logFile: string
  readonly user: SystemUser | null
  /** Where copies of the programs go, should the user be unable to run those in node_modules. */
  readonly binaries: string
}

const NO_FOLDER = new Set(['EACCES', 'EEXIST', 'ENOENT', 'ENOTDIR', 'EPERM', 'EROFS'])
const SYSTEM_FOLDER = '/var/lib/alphapy'
/** The initdb of a start that was killed may still be writing. */
const FIRMLY = { recursive: true, force: true, maxRetries: 20, retryDelay: 50 }

/** The home of the cluster of this data folder, which may still have to be made. */
export async function locateHome(dataDir: string, logger: Logger): Promise<Home> {
  await mkdir(dataDir, { recursive: true }).catch((error) => refuseFolder(dataDir, error))
  const link = join(dataDir, 'postgres')
  const linked = await readlink(link).catch(() => null)
  const path = linked ?? link
  if (await isOccupied(path)) return existingHome(path, dataDir)
  await access(dataDir, constants.W_OK).catch((error) => refuseFolder(dataDir, error))
  const user = await clusterUser()
  if (!user || (linked === null && (await canEnter(user, dataDir)))) return home(path, user, dataDir)
  const away = linked ?? join(SYSTEM_FOLDER, await folderId(dataDir))
  logger.info(`The system user ${user.name} cannot enter ${dataDir}: the database lives in ${away}, linked from there`)
  await makePublicFolder(dirname(away))
  return home(away, user, dataDir)
}

function refuseFolder(dataDir: string, error: NodeJS.ErrnoException): never {
  const { code = '' } = error
  if (!NO_FOLDER.has(code)) throw error
  throw unusable(
    'data_dir',
    `DATA_DIR is ${dataDir}, which is no folder that Alphapy may write in (${code}): change that`,
  )
}

const isOccupied = (folder: string): Promise<boolean> =>
  readdir(folder).then(
    (names) => names.length > 0,
    (error) => error.code !== 'ENOENT',
  )

async function existingHome(path: string, dataDir: string): Promise<Home> {
  const found = home(path, await ownerOf(path), dataDir)
  const missing = await access(found.passwordFile, constants.R_OK).then(
    () => null,
    (error) => error.code,
  )
  if (missing === 'ENOENT')
    throw unusable('foreign_folder', `${path} is not a database that Alphapy made: move it away`)
  if (missing)
    throw unusable('foreign_cluster', `The database in ${path} belongs to another system user: start as that user`)
  if (found.user && !(await canEnter(found.user, path))) {
    throw unusable('out_of_reach', `Its own ${found.user.name} cannot enter ${path}: open the folders above it`)
  }
  return found
}

const unusable = (fact: string, sentence: string) =>
  new Refusal('unavailable', `database.${fact}`, `${sentence}, or set another DATA_DIR.`)

function home(path: string, user: SystemUser | null, dataDir: string): Home {
  return {
    path,
    data: join(path, 'data'),
    passwordFile: join(path, 'password'),
    logFile: join(path, 'postgres.log'),
    user,
    binaries: user ? SYSTEM_FOLDER : dataDir,
  }
}

/** The same for the same folder, another one once the folder was removed and made again. */
async function folderId(dataDir: string): Promise<string> {
  const { ino, birthtimeMs } = await stat(dataDir)
  const path = await realpath(dataDir)
  return createHash('sha256').update(`${path}\n${ino}\n${birthtimeMs}`).digest('hex').slice(0, 16)
}

/**
 * Makes the home by way of a temporary folder: killed at any point it leaves nothing half, and of two processes that
 * come here together one wins and the other takes over the winner's. `fill` makes the cluster in the folder it is given.
 */
export async function makeHome(home: Home, dataDir: string, fill: (unfinished: Home) => Promise<void>): Promise<void> {
  if (!(await stat(home.data).catch(() => null))) {
    await sweepUnfinished(home.path)
    const unfinished = homeAt(home, `${home.path}.${process.pid}.new`)
    await mkdir(unfinished.path, { mode: 0o700 })
    try {
      await writePassword(unfinished)
      await fill(unfinished)
      await rename(unfinished.path, home.path).catch(unlessOccupied)
    } finally {
      await rm(unfinished.path, FIRMLY)
    }
  }
  await linkFrom(join(dataDir, 'postgres'), home.path)
}

const homeAt = (like: Home, path: string): Home => ({ ...home(path, like.user, path), binaries: like.binaries })

async function writePassword({ path, passwordFile, user }: Home): Promise<void> {
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true })
  if (!user) return
  await chown(path, user.uid, user.gid)
  await chown(passwordFile, user.uid, user.gid)
}

/** @throws the error, unless it says that the target exists. */
function unlessOccupied(error: NodeJS.ErrnoException): void {
  if (!['EEXIST', 'ENOTEMPTY', 'EPERM'].includes(error.code ?? '')) throw error
}

/** Removes what starts that were killed in the middle have left. */
async function sweepUnfinished(path: string): Promise<void> {
  const unfinished = new RegExp(`^${RegExp.escape(basename(path))}\\.(\\d+)\\.new$`)
  for (const name of await readdir(dirname(path))) {
    const pid = Number(unfinished.exec(name)?.[1])
    if (pid === process.pid || (pid && !isAlive(pid))) await rm(join(dirname(path), name), FIRMLY)
  }
}

async function linkFrom(link: string, path: string): Promise<void> {
  if (link !== path) await symlink(path, link).catch(unlessOccupied)
}

/** Whether any process has this id. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

export const readPassword = (home: Home): Promise<string> => readFile(home.passwordFile, 'utf8')
