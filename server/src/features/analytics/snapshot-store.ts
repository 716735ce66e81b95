import { sql } from 'kysely'
import { GuildId, UserId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'

/** What other parts of the program wrote that metrics show. Everything of guilds is asked for by guild. */

export async function readGuilds(db: Db, guildIds: readonly GuildId[]) {
  const rows = await db
    .selectFrom('guilds')
    .select(['guild_id', 'name', 'member_count', 'owner_id'])
    .where(isAmong(guildIds))
    .where('left_at', 'is', null)
    .orderBy('name')
    .orderBy('guild_id')
    .execute()
  return rows.map((row) => ({
    id: GuildId.parse(row.guild_id),
    name: row.name,
    memberCount: row.member_count,
    ownerId: UserId.parse(row.owner_id),
  }))
}

export interface SettingOverride {
  readonly guildId: GuildId
  readonly scope: string
  readonly key: string
  /** As JSON. */
  readonly value: string
}

export async function readOverrides(db: Db, guildIds: readonly GuildId[], limit: number): Promise<SettingOverride[]> {
  const rows = await db
    .selectFrom('guild_settings')
    .select(['guild_id', 'scope', 'key', sql<string>`value::text`.as('value')])
    .where(isAmong(guildIds))
    .orderBy('guild_id')
    .orderBy('scope')
    .orderBy('key')
    .limit(limit)
    .execute()
  return rows.map(({ guild_id, ...row }) => ({ ...row, guildId: GuildId.parse(guild_id) }))
}

/** Callers whose requests are counted at present. */
export async function countLimitedCallers(db: Db): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from limit_buckets`.execute(db)
  return rows[0]?.count ?? 0
}

const isAmong = (guildIds: readonly GuildId[]) => sql<boolean>`guild_id = any(${guildIds}::bigint[])`
