import { sql } from 'kysely'
import type { GuildId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'

export async function lastNumber(db: Db | Tx, guildId: GuildId): Promise<number> {
  const row = await db.selectFrom('faq_guilds').select('last_number').where('guild_id', '=', guildId).executeTakeFirst()
  return row?.last_number ?? 0
}

/** How often entries of the guild were changed: each change is a version. */
export async function countChanges(tx: Tx, guildId: GuildId): Promise<number> {
  const { count } = await tx
    .selectFrom('faq_versions')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('guild_id', '=', guildId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Columns that are generated from the title are generated whenever it is written. */
export async function rewriteLexemes(db: Db, guildId: GuildId, { from, to }: { from: number; to: number }) {
  await sql`
    update faq_entries set title = title
    where guild_id = ${guildId} and number between ${from} and ${to}`.execute(db)
}
