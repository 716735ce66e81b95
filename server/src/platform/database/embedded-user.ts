import { execFile } from 'node:child_process'
import { chmod, mkdir, stat } from 'node:fs/promises'
import { parse } from 'node:path'
import { promisify } from 'node:util'
import { Refusal } from '../../kernel/refusal.ts'

const run = promisify(execFile)

/** PostgreSQL refuses to run as root, so root lends it this user. */
export interface SystemUser {
  readonly name: string
  readonly uid: number
  readonly gid: number
}

const KNOWN_USERS = ['postgres', 'alphapy']
const OWN_USER = 'alphapy'
const NO_SHELL = '/usr/sbin/nologin'
/** The first that exists on this machine is used: shadow-utils, Debian, BusyBox. */
const CREATE_COMMANDS = [
  ['useradd', '--system', '--user-group', '--no-create-home', '--shell', NO_SHELL, OWN_USER],
  ['adduser', '--system', '--group', '--no-create-home', '--shell', NO_SHELL, OWN_USER],
  ['adduser', '-S', '-D', '-H', '-s', NO_SHELL, OWN_USER],
]

/** Whether this process has to lend PostgreSQL another user. */
export const isRoot = (): boolean => process.getuid?.() === 0

/** The user a new cluster belongs to, made when there is none; null when we may run PostgreSQL ourselves. */
export async function clusterUser(): Promise<SystemUser | null> {
  if (!isRoot()) return null
  for (const name of KNOWN_USERS) {
    const user = await lookUp(name)
    if (user) return user
  }
  for (const [program = '', ...options] of CREATE_COMMANDS) {
    await run(program, options).catch(() => null)
    const user = await lookUp(OWN_USER)
    if (user) return user
  }
  throw new Refusal(
    'unavailable',
    'database.no_system_user',
    `PostgreSQL does not run as root, and no system user could be made for it. Create one named ${OWN_USER}, or start Alphapy as an ordinary user.`,
  )
}

/** The user an existing cluster belongs to, whoever made it; null when that is us. */
export async function ownerOf(path: string): Promise<SystemUser | null> {
  const { uid, gid } = await stat(path)
  return isRoot() && uid !== 0 ? { name: `user ${uid}`, uid, gid } : null
}

/** Whether that user can enter the folder, asked of the kernel by trying it as that user. */
export function canEnter(user: SystemUser, folder: string): Promise<boolean> {
  return succeeds('/bin/sh', ['-c', 'cd "$0"', folder], user)
}

/** Makes a folder that every user can enter, whatever our umask is. */
export async function makePublicFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o755)
}

/** Whether the program runs as that user (null: as us) and exits with 0. */
export async function succeeds(program: string, options: readonly string[], user: SystemUser | null): Promise<boolean> {
  return run(program, options, { ...as(user) }).then(
    () => true,
    () => false,
  )
}

/** Spawn options that run a program as that user, in a folder everybody can enter. */
export function as(user: SystemUser | null) {
  const { root } = parse(process.cwd())
  return user ? { uid: user.uid, gid: user.gid, cwd: root } : { cwd: root }
}

async function lookUp(name: string): Promise<SystemUser | null> {
  const uid = await idOf('-u', name)
  const gid = await idOf('-g', name)
  return uid === null || gid === null ? null : { name, uid, gid }
}

async function idOf(which: '-u' | '-g', name: string): Promise<number | null> {
  const { stdout } = await run('id', [which, name]).catch(() => ({ stdout: '' }))
  return stdout.trim() === '' ? null : Number(stdout)
}
