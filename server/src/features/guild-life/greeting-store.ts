import type { Tx } from '../../platform/database/connect.ts'
import type { Arrival } from './arrival.ts'

/** @returns whether this joining is new. Whoever asks about the same one meanwhile waits for the transaction's end. */
export async function noteGreeted(tx: Tx, { guildId, joinedAt }: Arrival, now: Temporal.Instant): Promise<boolean> {
  const row = await tx
    .insertInto('guild_greetings')
    .values({ guild_id: guildId, joined_at: joinedAt, greeted_at: now })
    .onConflict((conflict) =>
      conflict
        .column('guild_id')
        .doUpdateSet({ joined_at: joinedAt, greeted_at: now })
        .where('guild_greetings.joined_at', '<', joinedAt),
    )
    .returning('guild_id')
    .executeTakeFirst()
  return row !== undefined
}
