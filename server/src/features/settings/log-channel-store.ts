import { GuildId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { entryOf, type HistoryEntry } from './store.ts'

/**
 * The oldest act of somebody that a guild was not told of, as far as it fits; the same again until it is noted. It is
 * held until the transaction ends: other processes take other acts meanwhile.
 */
export async function takeUntold(
  tx: Tx,
  { limit, except }: { readonly limit: number; readonly except: ReadonlySet<GuildId> },
): Promise<{ readonly guildId: GuildId; readonly entries: HistoryEntry[] } | null> {
  const untold = tx.selectFrom('settings_history').where('told_at', 'is', null).orderBy('id').forUpdate().skipLocked()
  const others = except.size > 0 ? untold.where('guild_id', 'not in', [...except]) : untold
  const first = await others.select(['guild_id', 'changed_at', 'changed_by']).limit(1).executeTakeFirst()
  if (!first) return null
  const rows = await untold
    .selectAll()
    .where('guild_id', '=', first.guild_id)
    .where('changed_at', '=', first.changed_at)
    .where('changed_by', 'is not distinct from', first.changed_by)
    .limit(limit)
    .execute()
  return { guildId: GuildId.parse(first.guild_id), entries: rows.map(entryOf) }
}

export async function noteTold(tx: Tx, entries: readonly HistoryEntry[], now: Temporal.Instant): Promise<void> {
  const ids = entries.map(({ id }) => String(id))
  await tx.updateTable('settings_history').set({ told_at: now }).where('id', 'in', ids).execute()
}
