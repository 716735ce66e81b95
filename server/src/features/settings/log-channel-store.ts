import { GuildId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { entryOf, type HistoryEntry } from './store.ts'

/**
 * The oldest changes that one guild was not told of, in their order. They are held until the transaction ends: other
 * processes take other guilds meanwhile.
 */
export async function takeUntold(
  tx: Tx,
  { limit, except }: { readonly limit: number; readonly except: ReadonlySet<GuildId> },
): Promise<{ readonly guildId: GuildId; readonly entries: HistoryEntry[] } | null> {
  const untold = tx.selectFrom('settings_history').where('told_at', 'is', null).orderBy('id').forUpdate().skipLocked()
  const others = except.size > 0 ? untold.where('guild_id', 'not in', [...except]) : untold
  const first = await others.select('guild_id').limit(1).executeTakeFirst()
  if (!first) return null
  const rows = await untold.selectAll().where('guild_id', '=', first.guild_id).limit(limit).execute()
  return { guildId: GuildId.parse(first.guild_id), entries: rows.map(entryOf) }
}

export async function noteTold(tx: Tx, entries: readonly HistoryEntry[], now: Temporal.Instant): Promise<void> {
  const ids = entries.map(({ id }) => String(id))
  await tx.updateTable('settings_history').set({ told_at: now }).where('id', 'in', ids).execute()
}
