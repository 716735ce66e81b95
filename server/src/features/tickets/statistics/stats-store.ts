import { type RawBuilder, sql } from 'kysely'
import { type GuildId, UserId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'

/** The figures of a guild's tickets. They name no members, and only staff that was not erased. */

export interface Period {
  readonly guildId: GuildId
  /** Null: from the beginning. */
  readonly since: Temporal.Instant | null
}

/** Of so many tickets, in seconds; null of none. */
export interface Lasting {
  readonly count: number
  readonly median: number | null
  readonly p90: number | null
}

const opened = ({ guildId, since }: Period) =>
  sql<boolean>`t.guild_id = ${guildId} and t.created_at >= ${since ?? sql`'-infinity'::timestamptz`}`
const closed = ({ guildId, since }: Period) =>
  sql<boolean>`t.guild_id = ${guildId} and t.status in ('closed', 'archived')
    and t.closed_at >= ${since ?? sql`'-infinity'::timestamptz`}`
const RESPONSE = sql<number>`extract(epoch from t.first_response_at - t.created_at)::float8`
const RESOLUTION = sql<number>`extract(epoch from t.closed_at - t.created_at)::float8`
const median = (of: RawBuilder<number>) => sql<number | null>`percentile_cont(0.5) within group (order by ${of})`

export async function readLasting(db: Db, period: Period): Promise<{ firstResponse: Lasting; resolution: Lasting }> {
  const lasting = async (of: RawBuilder<number>, which: RawBuilder<boolean>): Promise<Lasting> => {
    const { rows } = await sql<{ count: string; median: number | null; p90: number | null }>`
      select count(${of}) as count, ${median(of)} as median,
        percentile_cont(0.9) within group (order by ${of}) as p90
      from tickets t where ${which}`.execute(db)
    const [row] = rows
    return { count: Number(row?.count ?? 0), median: row?.median ?? null, p90: row?.p90 ?? null }
  }
  return {
    firstResponse: await lasting(RESPONSE, opened(period)),
    resolution: await lasting(RESOLUTION, closed(period)),
  }
}

export interface Volume {
  /** In ISO 8601, of UTC. */
  readonly day: string
  readonly opened: number
  readonly closed: number
}

/** Of the days on which anything was opened or closed, oldest first. */
export async function readVolume(db: Db, period: Period): Promise<Volume[]> {
  const { rows } = await sql<{ day: string; opened: string; closed: string }>`
    select to_char(day, 'YYYY-MM-DD') as day, sum(opened) as opened, sum(closed) as closed from (
      select (t.created_at at time zone 'UTC')::date as day, 1 as opened, 0 as closed from tickets t where ${opened(period)}
      union all
      select (t.closed_at at time zone 'UTC')::date, 0, 1 from tickets t where ${closed(period)}
    ) each_one group by day order by day`.execute(db)
  return rows.map((row) => ({ day: row.day, opened: Number(row.opened), closed: Number(row.closed) }))
}

/** As of now, whenever they were opened. */
export async function countUnsolved(db: Db, guildId: GuildId): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from tickets
    where guild_id = ${guildId} and status not in ('closed', 'archived')`.execute(db)
  return Number(rows[0]?.count ?? 0)
}

export interface StaffFigures {
  readonly userId: UserId
  /** Closed while they had it. */
  readonly closed: number
  readonly medianResolution: number | null
  /** To which they were the first to answer. */
  readonly answered: number
  readonly medianFirstResponse: number | null
  readonly ratings: number
  readonly averageRating: number | null
}

/** Those who did most first. */
export async function readStaff(db: Db, period: Period, most: number): Promise<StaffFigures[]> {
  const { rows } = await sql<{
    user_id: string
    closed: string
    resolution: number | null
    answered: string
    response: number | null
    ratings: string
    rating: number | null
  }>`
    with done as (
      select t.claimed_by as user_id, count(*) as closed, ${median(RESOLUTION)} as resolution,
        count(r.score) as ratings, avg(r.score)::float8 as rating
      from tickets t left join ticket_ratings r on r.ticket_id = t.id and r.closed_at = t.closed_at
      where ${closed(period)} and t.claimed_by is not null group by t.claimed_by
    ), first as (
      select t.first_response_by as user_id, count(*) as answered, ${median(RESPONSE)} as response
      from tickets t where ${opened(period)} and t.first_response_by is not null group by t.first_response_by
    )
    select user_id, coalesce(closed, 0) as closed, resolution, coalesce(answered, 0) as answered, response,
      coalesce(ratings, 0) as ratings, rating
    from done full join first using (user_id)
    order by coalesce(closed, 0) desc, coalesce(answered, 0) desc, user_id limit ${most}`.execute(db)
  return rows.map((row) => ({
    userId: UserId.parse(row.user_id),
    closed: Number(row.closed),
    medianResolution: row.resolution,
    answered: Number(row.answered),
    medianFirstResponse: row.response,
    ratings: Number(row.ratings),
    averageRating: row.rating,
  }))
}

export interface KindFigures {
  /** Null: of no panel. */
  readonly id: string | null
  readonly name: string | null
  readonly opened: number
  readonly closed: number
  readonly medianResolution: number | null
}

const kinds = sql`count(*) filter (where is_opened) as opened, count(*) filter (where is_closed) as closed,
  percentile_cont(0.5) within group (order by resolution) filter (where is_closed) as resolution`
const ofPeriod = (period: Period) => sql`
  select t.*, ${opened(period)} as is_opened, coalesce(${closed(period)}, false) as is_closed, ${RESOLUTION} as resolution
  from tickets t where ${opened(period)} or ${closed(period)}`

interface KindRow {
  readonly id: string | null
  readonly name: string | null
  readonly opened: string
  readonly closed: string
  readonly resolution: number | null
}

/** A ticket with two labels counts for both. */
export async function readLabels(db: Db, period: Period, most: number): Promise<KindFigures[]> {
  const { rows } = await sql<KindRow>`
    select null as id, label as name, ${kinds}
    from (${ofPeriod(period)}) t cross join unnest(t.labels) label
    group by label order by count(*) desc, label limit ${most}`.execute(db)
  return rows.map(kindOf)
}

export async function readPanels(db: Db, period: Period, most: number): Promise<KindFigures[]> {
  const { rows } = await sql<KindRow>`
    select p.id, p.name, ${kinds}
    from (${ofPeriod(period)}) t left join ticket_panels p on p.id = t.panel_id
    group by p.id, p.name order by count(*) desc, p.id nulls last limit ${most}`.execute(db)
  return rows.map(kindOf)
}

const kindOf = ({ id, name, opened: begun, closed: done, resolution }: KindRow): KindFigures => ({
  id,
  name,
  opened: Number(begun),
  closed: Number(done),
  medianResolution: resolution,
})

/** How many of each score from 1 to 5. */
export async function readRatings(db: Db, { guildId, since }: Period): Promise<readonly number[]> {
  const { rows } = await sql<{ score: number; count: string }>`
    select score, count(*) as count from ticket_ratings
    where guild_id = ${guildId} and rated_at >= ${since ?? sql`'-infinity'::timestamptz`} group by score`.execute(db)
  const counts = new Map(rows.map(({ score, count }) => [score, Number(count)]))
  return [1, 2, 3, 4, 5].map((score) => counts.get(score) ?? 0)
}

export async function readDeflections(db: Db, { guildId, since }: Period): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select coalesce(sum(count), 0) as count from ticket_deflections
    where guild_id = ${guildId} and day >= ${since === null ? sql`'-infinity'::date` : sql`(${since}::timestamptz at time zone 'UTC')::date`}`.execute(
    db,
  )
  return Number(rows[0]?.count ?? 0)
}

/** A known answer made a ticket needless. */
export async function countDeflection(tx: Tx, guildId: GuildId, now: Temporal.Instant): Promise<void> {
  await sql`
    insert into ticket_deflections (guild_id, day, count)
    values (${guildId}, (${now}::timestamptz at time zone 'UTC')::date, 1)
    on conflict (guild_id, day) do update set count = ticket_deflections.count + 1`.execute(tx)
}
