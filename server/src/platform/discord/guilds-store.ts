import { sql } from 'kysely'
import { GuildId, UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../database/connect.ts'

/** The table `guilds`: where the bot is, as the gateway hears it. */

/** A guild of the bot. */
export interface GuildSummary {
  readonly id: GuildId
  readonly name: string
  /** Hash of its icon, as Discord's image addresses have it. */
  readonly icon: string | null
  readonly ownerId: UserId
  /** About how many members it has. */
  readonly memberCount: number | null
}

/** By name. */
export async function presentGuilds(db: Db): Promise<GuildSummary[]> {
  const rows = await db
    .selectFrom('guilds')
    .select(['guild_id', 'name', 'icon', 'owner_id', 'member_count'])
    .where('left_at', 'is', null)
    .orderBy('name')
    .orderBy('guild_id')
    .execute()
  return rows.map((row) => ({
    id: GuildId.parse(row.guild_id),
    name: row.name,
    icon: row.icon,
    ownerId: UserId.parse(row.owner_id),
    memberCount: row.member_count,
  }))
}

/** A guild the bot is in. Without a count the one that is known stays. */
export async function saveGuild(tx: Tx, guild: GuildSummary, now: Temporal.Instant): Promise<void> {
  const { id, name, icon, ownerId, memberCount } = guild
  const told = { name, icon, owner_id: ownerId, left_at: null, updated_at: now }
  await tx
    .insertInto('guilds')
    .values({ guild_id: id, ...told, member_count: memberCount })
    .onConflict((conflict) =>
      conflict.column('guild_id').doUpdateSet(memberCount === null ? told : { ...told, member_count: memberCount }),
    )
    .execute()
}

/** @returns whether the bot was in it until now. */
export async function markLeft(tx: Tx, guildId: GuildId, now: Temporal.Instant): Promise<boolean> {
  const row = await tx
    .updateTable('guilds')
    .set({ left_at: now, updated_at: now })
    .where('guild_id', '=', guildId)
    .where('left_at', 'is', null)
    .returning('guild_id')
    .executeTakeFirst()
  return row !== undefined
}

export async function countMembers(tx: Tx, guildId: GuildId, difference: number): Promise<void> {
  await tx
    .updateTable('guilds')
    .set(({ eb }) => ({ member_count: eb('member_count', '+', difference) }))
    .where('guild_id', '=', guildId)
    .execute()
}

interface Shard {
  readonly id: number
  readonly count: number
}

/**
 * Of the guilds that belong to the shard, these and no others are the bot's. Discord deals them out by their ids:
 * https://discord.com/developers/docs/events/gateway#sharding-sharding-formula
 * @returns those that it has left since it was last heard of them.
 */
export async function keepOnly(
  tx: Tx,
  { id, count }: Shard,
  guildIds: readonly GuildId[],
  now: Temporal.Instant,
): Promise<GuildId[]> {
  const isThere = sql<boolean>`guild_id = any(${[...guildIds]}::bigint[])`
  const rows = await tx
    .updateTable('guilds')
    .set({ left_at: sql`case when ${isThere} then null else ${now}::timestamptz end`, updated_at: now })
    .where(sql<boolean>`(guild_id >> 22) % ${count} = ${id}`)
    .where(sql<boolean>`${isThere} = (left_at is not null)`)
    .returning(['guild_id', 'left_at'])
    .execute()
  return rows.filter((row) => row.left_at !== null).map((row) => GuildId.parse(row.guild_id))
}
