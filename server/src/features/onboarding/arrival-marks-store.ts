import { sql } from 'kysely'
import type { GuildId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'

/** Up to when it is known who joined; null for a guild that is new. */
export async function arrivalsKnownUntil(db: Db, guildId: GuildId): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('onboarding_arrival_marks')
    .select('known_until')
    .where('guild_id', '=', guildId)
    .executeTakeFirst()
  return row?.known_until ?? null
}

/** Never back: two processes may do so at once. */
export async function moveArrivalMarks(db: Db, guildIds: readonly GuildId[], until: Temporal.Instant): Promise<void> {
  await sql`
    insert into onboarding_arrival_marks as mark (guild_id, known_until)
    select guild_id, ${until}::timestamptz from unnest(${guildIds}::bigint[]) guild_id order by guild_id
    on conflict (guild_id) do update set known_until = greatest(mark.known_until, excluded.known_until)`.execute(db)
}

export async function dropArrivalMark(db: Db, guildId: GuildId): Promise<void> {
  await db.deleteFrom('onboarding_arrival_marks').where('guild_id', '=', guildId).execute()
}
