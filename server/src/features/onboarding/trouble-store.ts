import { sql } from 'kysely'
import type { GuildId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database/connect.ts'

/** @returns whether it has not been told since then; if so, it counts as told now. */
export async function isNews(
  tx: Tx,
  guildId: GuildId,
  cause: string,
  { since, now }: { readonly since: Temporal.Instant; readonly now: Temporal.Instant },
): Promise<boolean> {
  const { rows } = await sql`
    insert into onboarding_troubles (guild_id, cause, told_at) values (${guildId}, ${cause}, ${now})
    on conflict (guild_id, cause) do update set told_at = excluded.told_at
    where onboarding_troubles.told_at <= ${since}
    returning cause`.execute(tx)
  return rows.length > 0
}

/** It went well: should it go wrong again, that is news. */
export async function forgetTrouble(tx: Tx, guildId: GuildId, causes: readonly string[]): Promise<void> {
  await tx.deleteFrom('onboarding_troubles').where('guild_id', '=', guildId).where('cause', 'in', causes).execute()
}
