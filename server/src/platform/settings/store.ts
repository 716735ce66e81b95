import type { GuildId } from '../../kernel/ids.ts'
import type { Db } from '../database/connect.ts'

/** The stored values of one setting, by guild; guilds that keep the default are absent. */
export async function storedValues(
  db: Db,
  scope: string,
  key: string,
  guildIds: readonly GuildId[],
): Promise<Map<string, unknown>> {
  if (guildIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('guild_settings')
    .select(['guild_id', 'value'])
    .where('scope', '=', scope)
    .where('key', '=', key)
    .where('guild_id', 'in', [...guildIds])
    .execute()
  return new Map(rows.map((row) => [row.guild_id, row.value]))
}
