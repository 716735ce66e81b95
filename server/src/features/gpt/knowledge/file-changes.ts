import type { KnownFile } from './documents-store.ts'
import type { FoundFile } from './files.ts'

export const placeOf = (guildId: string | null, name: string) => `${guildId ?? ''}/${name}`

/** What stood in the folder at the last look, by its place. */
export type Seen = ReadonlyMap<string, Pick<FoundFile, 'bytes' | 'modifiedMs'>>

interface FileChanges {
  /** To be read: they are not there, or changed. */
  readonly files: readonly FoundFile[]
  readonly gone: readonly KnownFile[]
}

/**
 * What has to be done for a folder. The first look, where nothing is `seen`, holds for everything. Later ones hold for
 * what changed in this folder, and bring back what is missing: the folder of another process may differ, and the two
 * would take each other's documents away for ever.
 */
export function changesOf(
  found: readonly FoundFile[],
  known: ReadonlyMap<string, KnownFile>,
  seen: Seen | null,
): FileChanges {
  const there = new Set(found.map(({ guildId, name }) => placeOf(guildId, name)))
  return {
    files: found.filter((file) => {
      const place = placeOf(file.guildId, file.name)
      const before = known.get(place)
      if (!before) return true
      if (before.bytes === file.bytes && before.modified_ms === String(file.modifiedMs)) return false
      const last = seen?.get(place)
      return last?.bytes !== file.bytes || last.modifiedMs !== file.modifiedMs
    }),
    gone: [...known].flatMap(([place, file]) =>
      !there.has(place) && (seen === null || seen.has(place)) ? [file] : [],
    ),
  }
}
