import type { KnownFile } from './documents-store.ts'
import type { FoundFile } from './files.ts'

export const placeOf = (guildId: string | null, name: string) => `${guildId ?? ''}/${name}`

/** What stood in the folder at the last look, by its place. */
export type Seen = ReadonlyMap<string, Pick<FoundFile, 'bytes' | 'modifiedMs'>>

interface FileChanges {
  /** To be read: they are not there, or changed. */
  readonly files: readonly FoundFile[]
  /** Documents that stand in the folder, and others. */
  readonly present: readonly KnownFile[]
  readonly others: readonly KnownFile[]
}

/**
 * What has to be done for a folder. The folder of another process may differ, and the two must not take each other's
 * documents away: of two files in one place the one counts that changed last, or, where nothing is `seen`, that of whoever
 * looks for the first time.
 */
export function changesOf(
  found: readonly FoundFile[],
  known: ReadonlyMap<string, KnownFile>,
  seen: Seen | null,
): FileChanges {
  const there = new Set(found.map(({ guildId, name }) => placeOf(guildId, name)))
  const { true: present = [], false: others = [] } = Object.groupBy(known, ([place]) => `${there.has(place)}`)
  return {
    files: found.filter((file) => {
      const place = placeOf(file.guildId, file.name)
      const before = known.get(place)
      if (!before) return true
      if (before.bytes === file.bytes && before.modified_ms === String(file.modifiedMs)) return false
      const last = seen?.get(place)
      return last?.bytes !== file.bytes || last.modifiedMs !== file.modifiedMs
    }),
    present: present.map(([, file]) => file),
    others: others.map(([, file]) => file),
  }
}
