import { constants } from 'node:fs'
import { open, readdir, realpath, stat } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { GuildId } from '../../../kernel/ids.ts'
import { LONGEST_NAME, MOST_BYTES, MOST_DOCUMENTS } from './rules.ts'

/** The Markdown files in the data directory: `knowledge/*.md` for every guild, `knowledge/<guild id>/*.md` for one. */

export interface FoundFile {
  /** Null: for every guild. */
  readonly guildId: GuildId | null
  readonly name: string
  /** Without symbolic links, below the folder. */
  readonly path: string
  readonly bytes: number
  readonly modifiedMs: number
}

export interface FoundFiles {
  readonly files: readonly FoundFile[]
  /** Why others are not read, for the operator. */
  readonly refused: readonly { readonly path: string; readonly why: string }[]
}

const GUILD_FOLDER = /^\d{15,20}$/

/** Null where there is no such folder. */
export async function findFiles(folder: string): Promise<FoundFiles | null> {
  const root = await realpath(folder).catch(nullIfAbsent)
  if (root === null) return null
  const files: FoundFile[] = []
  const refused: { path: string; why: string }[] = []
  const guilds = (await readdir(root)).filter((name) => GUILD_FOLDER.test(name)).sort()
  for (const guild of [null, ...guilds]) {
    const inside = guild === null ? root : join(root, guild)
    const names = await readdir(inside).catch(nullIfAbsent)
    const documents = (names ?? []).filter((name) => name.toLowerCase().endsWith('.md')).sort()
    for (const [at, name] of documents.entries()) {
      const path = join(inside, name)
      const file = at < MOST_DOCUMENTS ? await examine(root, path) : `a folder holds at most ${MOST_DOCUMENTS} of them`
      if (typeof file === 'string') refused.push({ path, why: file })
      else if (file) files.push({ ...file, name, guildId: guild === null ? null : GuildId.parse(guild) })
    }
  }
  return { files, refused }
}

/** Null where it is gone meanwhile; a sentence where it must not be read. */
async function examine(root: string, path: string) {
  const real = await realpath(path).catch(nullIfAbsent)
  if (real === null) return null
  // Volumes that are mounted from elsewhere consist of links within themselves.
  if (!real.startsWith(root + sep)) return 'it is a link that leads out of the folder'
  const { size, mtimeMs, isFile } = await stat(real).then((found) => ({
    size: found.size,
    mtimeMs: found.mtimeMs,
    isFile: found.isFile(),
  }))
  if (!isFile) return 'it is no file'
  if (path.slice(path.lastIndexOf(sep) + 1).length > LONGEST_NAME) return `its name is longer than ${LONGEST_NAME}`
  if (size > MOST_BYTES) return `it has more than ${MOST_BYTES} bytes`
  return { path: real, bytes: size, modifiedMs: Math.trunc(mtimeMs) }
}

/** What it says; never what somebody has put in its place as a link meanwhile. */
export async function readFound({ path }: FoundFile): Promise<string> {
  await using file = await open(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0))
  const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST_BYTES + 1), 0, MOST_BYTES + 1, 0)
  return new TextDecoder().decode(buffer.subarray(0, bytesRead))
}

function nullIfAbsent(error: unknown): null {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP') return null
  throw error
}
