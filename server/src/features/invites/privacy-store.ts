import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { JsonObject } from '../../platform/database/tables.ts'
import type { PersonInGuild } from '../../platform/privacy.ts'

/** As JSON, PostgreSQL writes times in ISO 8601. */

/** Stays of the person, invites of the person, and how many joined by them; never who those were. */
export async function exportInvites(
  tx: Tx,
  person: PersonInGuild,
): Promise<Readonly<Record<string, readonly JsonObject[]>>> {
  const { userId } = person
  const stays = await sql<JsonObject>`
    select guild_id::text, to_jsonb(joined_at) as joined_at, to_jsonb(left_at) as left_at, code as invite_code, confidence, is_rejoin
    from invite_joins where user_id = ${userId} and ${inGuild(person)} order by id`.execute(tx)
  const invites = await sql<JsonObject>`
    select guild_id::text, code, uses, max_uses, to_jsonb(expires_at) as expires_at
    from guild_invites where inviter_id = ${userId} and ${inGuild(person)} order by guild_id, code`.execute(tx)
  const invited = await sql<JsonObject>`
    select guild_id::text, sum(joins)::integer as joins, sum(adjustment)::integer as adjustment from (
      select guild_id, count(*) filter (where is_credited) as joins, 0 as adjustment
      from invite_joins where inviter_id = ${userId} and ${inGuild(person)} group by guild_id
      union all
      select guild_id, joins, adjustment from invite_tallies where inviter_id = ${userId} and ${inGuild(person)}
    ) as parts group by guild_id order by guild_id`.execute(tx)
  return { invite_joins: stays.rows, own_invites: invites.rows, invited: invited.rows }
}

/** Stays lose the names of who came and of who brought them; both go on being counted. */
export async function eraseInvites(tx: Tx, person: PersonInGuild): Promise<Readonly<Record<string, number>>> {
  const { userId } = person
  const done = async (statement: ReturnType<typeof sql>) => Number((await statement.execute(tx)).numAffectedRows ?? 0n)
  const where = inGuild(person)
  const stays = await done(sql`update invite_joins set user_id = null where user_id = ${userId} and ${where}`)
  const invited = await done(sql`update invite_joins set inviter_id = null where inviter_id = ${userId} and ${where}`)
  const invites = await done(sql`update guild_invites set inviter_id = null where inviter_id = ${userId} and ${where}`)
  const tallies = await done(sql`
    with gone as (delete from invite_tallies where inviter_id = ${userId} and ${where} returning *)
    insert into invite_tallies as tally (guild_id, inviter_id, joins, departed, rejoins, certain, likely, unattributed)
    select guild_id, null, joins, departed, rejoins, certain, likely, unattributed from gone
    on conflict (guild_id, inviter_id) do update set joins = tally.joins + excluded.joins,
      departed = tally.departed + excluded.departed, rejoins = tally.rejoins + excluded.rejoins,
      certain = tally.certain + excluded.certain, likely = tally.likely + excluded.likely,
      unattributed = tally.unattributed + excluded.unattributed`)
  return { invite_joins: stays, invited, own_invites: invites, invite_tallies: tallies }
}

function inGuild({ guildId }: PersonInGuild) {
  return guildId === null ? sql<boolean>`true` : sql<boolean>`guild_id = ${guildId}`
}
