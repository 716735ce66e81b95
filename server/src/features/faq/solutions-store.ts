import { sql } from 'kysely'
import type { GuildId, UserId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database/connect.ts'

interface Solved {
  readonly guildId: GuildId
  readonly entryId: number
  readonly userId: UserId
}

/** Counts the entry, unless it helped the same member before. @returns whether it is counted. */
export async function countSolution(
  tx: Tx,
  { guildId, entryId, userId }: Solved,
  now: Temporal.Instant,
): Promise<boolean> {
  const { numAffectedRows = 0n } = await sql`
    insert into faq_solutions (guild_id, entry_id, user_id, solved_at)
    select guild_id, id, ${userId}::bigint, ${now}::timestamptz from faq_entries
    where guild_id = ${guildId} and id = ${String(entryId)}::bigint
    on conflict (entry_id, user_id) do nothing`.execute(tx)
  if (numAffectedRows === 0n) return false
  await sql`update faq_entries set solved = solved + 1 where id = ${String(entryId)}::bigint`.execute(tx)
  return true
}
