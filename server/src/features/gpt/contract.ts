import { Type } from 'typebox'
import type { GuildId } from '../../kernel/ids.ts'
import { SnowflakeIn, SnowflakeOut } from '../../platform/schema/snowflakes.ts'
import { PURPOSES } from './purpose.ts'

/** The shapes of what the language model was used for over HTTP. */

const count = (description: string, example = 0) => Type.Integer({ minimum: 0, description, examples: [example] })
const dollars = (description: string) => Type.Number({ minimum: 0, description, examples: [0.0125] })
const nullable = <Schema extends Type.TSchema>(schema: Schema, description: string) =>
  Type.Union([schema, Type.Null()], { description })

export const GuildPath = Type.Object({ guild_id: SnowflakeIn<GuildId>() })
export const UsageQuery = Type.Object({
  days: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 90, default: 30, description: 'How many days of UTC, with today.' }),
  ),
})

const used = {
  tokens: count('Read and written; of calls that were lost, the most that it can be.', 1234),
  cost_usd: dollars('By the prices that are known.'),
}
const outcomes = { answers: count('Calls that were answered.', 3), failures: count('Calls that were not.') }

const budget = (limit: Type.TSchema, spent: Type.TSchema) =>
  Type.Object({
    limit: nullable(limit, 'Null: no limit.'),
    spent,
    reserved: Type.Number({ minimum: 0, description: 'What calls under way may cost at the most.' }),
    left: nullable(Type.Number({ minimum: 0 }), 'Null: no limit.'),
  })

export const UsageOut = Type.Object({
  period_days: Type.Integer({ examples: [30] }),
  days: Type.Array(Type.Object({ day: Type.String({ format: 'date' }), ...used, ...outcomes }), {
    description: 'Oldest first; days without a call are left out.',
  }),
  purposes: Type.Array(Type.Object({ purpose: Type.Enum([...PURPOSES]), ...used, ...outcomes }), {
    description: 'What it was asked for, the most tokens first.',
  }),
  members: Type.Array(Type.Object({ user_id: SnowflakeOut(), questions: count('Calls in their name.', 3), ...used }), {
    maxItems: 10,
    description: 'Who used most.',
  }),
  today: Type.Object({
    resets_at: Type.String({ format: 'date-time', description: 'When budgets and quotas start anew.' }),
    tokens: budget(count('Of the budget.', 100_000), count('Since midnight UTC.', 1234)),
    money_usd: budget(dollars('Of the budget.'), dollars('Since midnight UTC.')),
    member_questions: nullable(count('How many questions a member may ask in a day.', 20), 'Null: no limit.'),
  }),
})
