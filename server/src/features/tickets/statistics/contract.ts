import { type Static, Type } from 'typebox'
import { SnowflakeOut } from '../../../platform/schema/snowflakes.ts'
import { averageOf, MOST_DAYS, PERIODS, type TicketStats } from './stats.ts'
import type { KindFigures, Lasting } from './stats-store.ts'

/** The figures of tickets over HTTP. */

const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const Count = Type.Integer({ minimum: 0 })
const Seconds = nullable(Type.Integer({ minimum: 0, description: 'Null: of no ticket.' }))
const Period = Type.Enum([...PERIODS])

export const StatsQuery = Type.Object({
  days: Type.Optional(Type.Enum([...PERIODS], { default: '30', description: 'Of UTC, today included.' })),
})

const LastingOut = Type.Object({ tickets: Count, median_seconds: Seconds, p90_seconds: Seconds })
const kindFields = { opened: Count, closed: Count, median_resolution_seconds: Seconds }

export const StatsOut = Type.Object({
  days: Period,
  opened: Count,
  closed: Count,
  unsolved: Type.Integer({ minimum: 0, description: 'As of now.' }),
  deflected: Type.Integer({ minimum: 0, description: 'Tickets that known answers made needless.' }),
  first_response: LastingOut,
  resolution: LastingOut,
  ratings: Type.Object({
    count: Count,
    average: nullable(Type.Number()),
    per_score: Type.Array(Count, { minItems: 5, maxItems: 5, description: 'Of 1 to 5.' }),
  }),
  per_day: Type.Array(Type.Object({ day: Type.String({ format: 'date' }), opened: Count, closed: Count }), {
    maxItems: MOST_DAYS,
    description: 'Oldest first.',
  }),
  per_staff: Type.Array(
    Type.Object({
      user_id: SnowflakeOut(),
      closed: Type.Integer({ minimum: 0, description: 'Closed while they had it.' }),
      median_resolution_seconds: Seconds,
      answered: Type.Integer({ minimum: 0, description: 'To which they were the first to answer.' }),
      median_first_response_seconds: Seconds,
      ratings: Count,
      average_rating: nullable(Type.Number()),
    }),
  ),
  per_label: Type.Array(Type.Object({ label: Type.String(), ...kindFields })),
  per_panel: Type.Array(
    Type.Object({
      panel_id: nullable(Type.Integer({ minimum: 1 })),
      name: nullable(Type.String()),
      ...kindFields,
    }),
  ),
})
export type StatsOut = Static<typeof StatsOut>

export function statsOut(stats: TicketStats): StatsOut {
  const { period, opened, closed, unsolved, deflected, ratings } = stats
  return {
    days: period,
    opened,
    closed,
    unsolved,
    deflected,
    first_response: lastingOut(stats.firstResponse),
    resolution: lastingOut(stats.resolution),
    ratings: {
      count: ratings.reduce((sum, each) => sum + each, 0),
      average: averageOf(ratings),
      per_score: [...ratings],
    },
    per_day: stats.days.map((each) => ({ ...each })),
    per_staff: stats.staff.map((each) => ({
      user_id: BigInt(each.userId),
      closed: each.closed,
      median_resolution_seconds: whole(each.medianResolution),
      answered: each.answered,
      median_first_response_seconds: whole(each.medianFirstResponse),
      ratings: each.ratings,
      average_rating: each.averageRating,
    })),
    per_label: stats.labels.map((each) => ({ label: each.name ?? '', ...kindOut(each) })),
    per_panel: stats.panels.map((each) => ({
      panel_id: each.id === null ? null : Number(each.id),
      name: each.name,
      ...kindOut(each),
    })),
  }
}

const lastingOut = ({ count, median, p90 }: Lasting) => ({
  tickets: count,
  median_seconds: whole(median),
  p90_seconds: whole(p90),
})
const kindOut = ({ opened, closed, medianResolution }: KindFigures) => ({
  opened,
  closed,
  median_resolution_seconds: whole(medianResolution),
})
const whole = (seconds: number | null) => (seconds === null ? null : Math.round(seconds))
