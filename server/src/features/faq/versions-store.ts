import type { Selectable } from 'kysely'
import { type GuildId, UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { FaqVersions } from '../../platform/database/tables.ts'
import type { Act, EntryLanguage, EntryState, Version } from './entry.ts'

const MOST_LISTED = 200

/** The latest first. */
export async function listVersions(db: Db, guildId: GuildId, entryId: number): Promise<Version[]> {
  const rows = await versionsOf(db, guildId, entryId).orderBy('version', 'desc').limit(MOST_LISTED).execute()
  return rows.map(versionOf)
}

export async function findVersion(
  db: Db | Tx,
  guildId: GuildId,
  entryId: number,
  version: number,
): Promise<Version | null> {
  const row = await versionsOf(db, guildId, entryId).where('version', '=', version).executeTakeFirst()
  return row ? versionOf(row) : null
}

function versionsOf(db: Db | Tx, guildId: GuildId, entryId: number) {
  return db
    .selectFrom('faq_versions')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('entry_id', '=', String(entryId))
}

/** What is read back is what `insertVersion` wrote. */
function versionOf(row: Selectable<FaqVersions>): Version {
  const { title, answer, keywords, category, version } = row
  return {
    version,
    title,
    answer,
    keywords,
    category,
    language: row.language as EntryLanguage,
    act: row.act as Act,
    state: row.state as EntryState,
    changedBy: row.changed_by === null ? null : UserId.parse(row.changed_by),
    changedAt: row.changed_at,
  }
}
