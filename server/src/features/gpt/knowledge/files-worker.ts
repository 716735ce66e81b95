import { join } from 'node:path'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Platform } from '../../../platform/feature.ts'
import { repeating, type Worker } from '../../../platform/worker.ts'
import { deleteFile, type KnownFile, listFiles, putDocument } from './documents-store.ts'
import { changesOf, placeOf, type Seen } from './file-changes.ts'
import { type FoundFile, findFiles, readFound } from './files.ts'
import { rollCall } from './roll-call.ts'
import { cutDocument } from './rules.ts'
import { tell } from './service.ts'

const EVERY = { seconds: 30 }

type Needs = Pick<Platform, 'config' | 'db' | 'clock' | 'logger' | 'notices'>

/** Looks after the documents in the data directory: at start, and whether they changed by size and time. */
export function knowledgeFilesWorker(platform: Needs): Worker {
  const { clock } = platform
  const look = fileReader(platform)
  return repeating('knowledge files', platform, async () => {
    await look()
    return { at: clock.now().add(EVERY) }
  })
}

function fileReader({ config, db, clock, logger, notices }: Needs): () => Promise<void> {
  const folder = join(config.dataDir, 'knowledge')
  /** What the operator was told of a file, so that it is not told at every turn; holds what the last turn found. */
  let told = new Map<string, string>()
  let seen: Seen | null = null
  const goneOf = rollCall({ db, clock, notices })

  async function put(file: FoundFile, act: 'added' | 'replaced'): Promise<string | null> {
    try {
      const { passages } = cutDocument(file.name, await readFound(file))
      const key = { guildId: file.guildId, origin: 'file', name: file.name } as const
      await db.transaction().execute(async (tx) => {
        const now = clock.now()
        const { bytes, modifiedMs } = file
        await putDocument(tx, { ...key, passages, bytes, modifiedMs, updatedBy: null }, now)
        await tell(tx, key, { act, by: null }, now)
      })
      return null
    } catch (error) {
      if (error instanceof Refusal) return error.message
      throw error
    }
  }

  async function forget(file: KnownFile): Promise<void> {
    await db.transaction().execute(async (tx) => {
      const key = { guildId: file.guild_id, origin: 'file', name: file.name } as const
      if (await deleteFile(tx, file)) await tell(tx, key, { act: 'removed', by: null }, clock.now())
    })
  }

  return async () => {
    const found = await findFiles(folder)
    // Of several machines one may have the folder; one that has none says nothing about it.
    if (!found) return
    const known = new Map((await listFiles(db)).map((row) => [placeOf(row.guild_id, row.name), row]))
    const { files, present, others } = changesOf(found.files, known, seen)
    const gone = await goneOf(present, others)
    const refused = [...found.refused]
    for (const file of files) {
      const why = await put(file, known.has(placeOf(file.guildId, file.name)) ? 'replaced' : 'added')
      if (why !== null) refused.push({ path: file.path, why: `${why} (${file.modifiedMs})` })
    }
    for (const file of gone) await forget(file)
    seen = new Map(found.files.map((file) => [placeOf(file.guildId, file.name), file]))
    for (const { path, why } of refused)
      if (told.get(path) !== why) logger.warn({ path, why }, 'A document in the data directory is not read')
    told = new Map(refused.map(({ path, why }) => [path, why]))
  }
}
