import { sql } from 'kysely'
import { type GuildId, UserId } from '../../kernel/ids.ts'
import { lockName } from '../../platform/database/advisory-lock.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { Figures, InviterFigures, Totals } from './figures.ts'

/** What inviters have brought about: counted from the stays that are kept, and from the tallies of those that are not. */

interface CountedRow {
  readonly inviter_id: string | null
  readonly joins: number
  readonly departed: number
  readonly rejoins: number
  readonly certain: number
  readonly likely: number
  readonly adjustment: number
}

/** A rejoin by one's own invite counts for nobody. */
const countedOf = (guildId: GuildId) => sql<CountedRow>`
  select inviter_id, sum(joins)::integer as joins, sum(departed)::integer as departed, sum(rejoins)::integer as rejoins,
    sum(certain)::integer as certain, sum(likely)::integer as likely, sum(adjustment)::integer as adjustment
  from (
    select inviter_id, count(*) filter (where is_credited) as joins,
      count(*) filter (where is_credited and is_away) as departed,
      count(*) filter (where is_rejoin and inviter_id is distinct from user_id) as rejoins,
      count(*) filter (where is_credited and confidence = 'certain') as certain,
      count(*) filter (where is_credited and confidence = 'likely') as likely, 0 as adjustment
    from invite_joins where guild_id = ${guildId} group by inviter_id
    union all
    select inviter_id, joins, departed, rejoins, certain, likely, adjustment
    from invite_tallies where guild_id = ${guildId}
  ) as parts group by inviter_id`

const NONE: Figures = { joins: 0, departed: 0, rejoins: 0, certain: 0, likely: 0, adjustment: 0 }

export async function figuresOf(db: Db, guildId: GuildId, inviterId: UserId): Promise<Figures> {
  const { rows } = await sql<CountedRow>`
    select * from (${countedOf(guildId)}) as counted where inviter_id = ${inviterId}`.execute(db)
  return rows[0] ? figuresIn(rows[0]) : NONE
}

interface Page {
  readonly inviters: readonly InviterFigures[]
  /** On all pages together. */
  readonly total: number
}

/** Those with most invites first; `offset` beyond the last gives the total all the same. */
export async function rankedInviters(
  db: Db,
  guildId: GuildId,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<Page> {
  const { rows } = await sql<CountedRow & { total: number }>`
    with ranked as (
      select *, greatest(joins - departed + adjustment, 0) as net from (${countedOf(guildId)}) as counted
      where inviter_id is not null
    ), counting as (select * from ranked where net > 0)
    select *, (select count(*)::integer from counting) as total from counting
    order by net desc, joins desc, inviter_id limit ${limit} offset ${offset}`.execute(db)
  const total = rows[0]?.total ?? (offset > 0 ? (await rankedInviters(db, guildId, { limit: 1, offset: 0 })).total : 0)
  return {
    total,
    inviters: rows.map((row) => ({ userId: UserId.parse(row.inviter_id ?? ''), ...figuresIn(row) })),
  }
}

function figuresIn({ joins, departed, rejoins, certain, likely, adjustment }: CountedRow): Figures {
  return { joins, departed, rejoins, certain, likely, adjustment }
}

/** Of the whole guild; what is nobody's is in it. */
export async function totalsOf(db: Db, guildId: GuildId): Promise<Totals> {
  const { rows } = await sql<Totals>`
    select coalesce(sum(joins + unattributed), 0)::integer as joins, coalesce(sum(certain), 0)::integer as certain,
      coalesce(sum(likely), 0)::integer as likely, coalesce(sum(unattributed), 0)::integer as unattributed,
      coalesce(sum(rejoins), 0)::integer as rejoins
    from (
      select count(*) filter (where is_credited) as joins,
        count(*) filter (where is_credited and confidence = 'certain') as certain,
        count(*) filter (where is_credited and confidence = 'likely') as likely,
        count(*) filter (where not is_credited and not is_rejoin) as unattributed,
        count(*) filter (where is_rejoin) as rejoins
      from invite_joins where guild_id = ${guildId}
      union all
      select joins, certain, likely, unattributed, rejoins from invite_tallies where guild_id = ${guildId}
    ) as parts`.execute(db)
  return rows[0] ?? { joins: 0, certain: 0, likely: 0, unattributed: 0, rejoins: 0 }
}

/** Two admins who set one count take turns. */
export async function lockCount(tx: Tx, guildId: GuildId, inviterId: UserId): Promise<void> {
  await lockName(tx, `invites.count:${guildId}:${inviterId}`)
}

export async function setAdjustment(tx: Tx, guildId: GuildId, inviterId: UserId, adjustment: number): Promise<void> {
  await tx
    .insertInto('invite_tallies')
    .values({ guild_id: guildId, inviter_id: inviterId, adjustment })
    .onConflict((conflict) => conflict.columns(['guild_id', 'inviter_id']).doUpdateSet({ adjustment }))
    .execute()
}

/**
 * Forgets stays that ended before, but not while their person is there again; what they count stays. @returns how many.
 */
export async function forgetStays(db: Db, before: Temporal.Instant, limit: number): Promise<number> {
  const { rows } = await sql<{ forgotten: number }>`
    with old as (
      select id from invite_joins where left_at < ${before} and (is_away or not is_credited)
      order by left_at limit ${limit} for update skip locked
    ), gone as (
      delete from invite_joins where id in (select id from old) returning *
    ), kept as (
      insert into invite_tallies as tally (guild_id, inviter_id, joins, departed, rejoins, certain, likely, unattributed)
      select guild_id, inviter_id, count(*) filter (where is_credited), count(*) filter (where is_credited and is_away),
        count(*) filter (where is_rejoin and inviter_id is distinct from user_id),
        count(*) filter (where is_credited and confidence = 'certain'),
        count(*) filter (where is_credited and confidence = 'likely'),
        count(*) filter (where not is_credited and not is_rejoin)
      from gone group by guild_id, inviter_id
      on conflict (guild_id, inviter_id) do update set joins = tally.joins + excluded.joins,
        departed = tally.departed + excluded.departed, rejoins = tally.rejoins + excluded.rejoins,
        certain = tally.certain + excluded.certain, likely = tally.likely + excluded.likely,
        unattributed = tally.unattributed + excluded.unattributed
    )
    select count(*)::integer as forgotten from gone`.execute(db)
  return rows[0]?.forgotten ?? 0
}
