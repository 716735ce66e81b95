import { type Static, Type } from 'typebox'
import { SnowflakeOut } from '../../../platform/schema/snowflakes.ts'

/** The figures of tickets over HTTP. */

/** How many days, today included; `all` is from the first ticket on. */
export const PERIODS = ['7', '30', 'all'] as const
/** Of days; whatever is older counts in the sums alone. */
export const MOST_DAYS = 366

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
  per_day: Type.Array(
    Type.Object({ day: Type.String({ format: 'date', examples: ['2026-01-21'] }), opened: Count, closed: Count }),
    {
      maxItems: MOST_DAYS,
      description: 'Oldest first.',
    },
  ),
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
