import { sql } from 'kysely'
import type { GuildId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'

/** Of each part of so many numbers, by the first of them: which entries there are, and in which version. */
export async function versionsByPart(db: Db | Tx, guildId: GuildId, size: number): Promise<Map<number, string>> {
  const { rows } = await sql<{ from: number; versions: string }>`
    select (number - 1) / ${size}::int * ${size}::int + 1 as from,
      md5(string_agg(concat(id, ':', version), ' ' order by number)) as versions
    from faq_entries where guild_id = ${guildId} group by 1 order by 1`.execute(db)
  return new Map(rows.map(({ from, versions }) => [from, versions]))
}

/** Columns that are generated from the title are generated whenever it is written. */
export async function rewriteLexemes(db: Db, guildId: GuildId, { from, to }: { from: number; to: number }) {
  await sql`
    update faq_entries set title = title
    where guild_id = ${guildId} and number between ${from} and ${to}`.execute(db)
}
