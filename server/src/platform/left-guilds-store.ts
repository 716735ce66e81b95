import { sql } from 'kysely'
import type { Db, Tx } from './database/connect.ts'

/**
 * Erases what is kept of one guild that the bot left before the instant: every table with a guild_id, those that refer
 * to others first. Up to `limit` rows of a table go at once; the guild's own row goes last, so that a crash in between
 * is taken up again. @returns whether there may be more.
 */
export function eraseLeftGuild(db: Db, leftBefore: Temporal.Instant, limit: number): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    // Held until the end: a guild that takes the bot back meanwhile waits, and begins anew.
    const guild = await tx
      .selectFrom('guilds')
      .select('guild_id')
      .where('left_at', '<', leftBefore)
      .orderBy('left_at')
      .limit(1)
      .forUpdate()
      .skipLocked()
      .executeTakeFirst()
    if (!guild) return false
    for (const table of await guildTables(tx)) {
      const { numAffectedRows = 0n } = await sql`
        delete from ${sql.table(table)} where ctid = any(array(
          select ctid from ${sql.table(table)} where guild_id = ${guild.guild_id} limit ${limit}))`.execute(tx)
      if (numAffectedRows >= BigInt(limit)) return true
    }
    await tx.deleteFrom('guilds').where('guild_id', '=', guild.guild_id).execute()
    return true
  })
}

/** Every table with a guild_id but the guilds' own; one that refers to another comes before it. */
async function guildTables(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ name: string; refers_to: string[] }>`
    select c.relname as name, array(
      select f.confrelid::regclass::text from pg_constraint f
      where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as refers_to
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'guild_id' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and c.relname <> 'guilds'
    order by c.relname`.execute(tx)
  const sorted: string[] = []
  const place = (name: string, path: readonly string[] = []) => {
    if (sorted.includes(name) || path.includes(name)) return
    for (const other of rows) if (other.refers_to.includes(name)) place(other.name, [...path, name])
    sorted.push(name)
  }
  for (const { name } of rows) place(name)
  return sorted
}
