import { type Static, Type } from 'typebox'

/** The shapes of health over HTTP; names and order are those of the API reference. */

const nullable = <Schema extends Type.TSchema>(schema: Schema, description: string) =>
  Type.Union([schema, Type.Null()], { description })
const instant = (description: string) => Type.String({ format: 'date-time', description })
const count = (description: string) => nullable(Type.Integer({ minimum: 0 }), description)

const GptStatus = Type.Enum(['operational', 'degraded', 'error'])
const dbStatus = Type.String({ description: '`ok`, `not_initialized` (no tables yet) or `error:<kind>`.' })

const measured = {
  service: Type.String(),
  version: Type.String(),
  uptime_seconds: Type.Integer({ minimum: 0 }),
  db_status: dbStatus,
}
const counted = {
  guild_count: count('Guilds the bot is in; null while it is not connected.'),
  active_commands_24h: count(
    'Commands that members ran in the last 24 hours, from the beginning of an hour; null when that cannot be told.',
  ),
  gpt_status: nullable(GptStatus, 'How the language model did in the last 15 minutes; null without one.'),
  database_pool_size: count('Connections to the database.'),
}

export const Status = Type.Object({
  online: Type.Boolean({ description: 'Discord acknowledged a heartbeat within the last two intervals.' }),
  latency: nullable(Type.Integer({ minimum: 0 }), 'Of the last heartbeat, in milliseconds; null before the first.'),
  uptime: Type.String({ examples: ['60 min'] }),
})
const EXAMPLE = {
  service: 'alphapy',
  version: '2.4.0',
  uptime_seconds: 3600,
  db_status: 'ok',
  guild_count: 2,
  active_commands_24h: 150,
  gpt_status: 'operational',
  database_pool_size: 5,
}
const AT = '2026-01-21T12:00:00Z'
export const Health = Type.Object(
  { ...measured, timestamp: instant('When this was measured.'), ...counted },
  { examples: [{ ...EXAMPLE, timestamp: AT }] },
)
export const HealthSample = Type.Object(
  { ...measured, ...counted, checked_at: instant('The minute of this sample.') },
  { examples: [{ ...EXAMPLE, checked_at: AT }] },
)
export const HealthHistory = Type.Object({
  history: Type.Array(HealthSample, { description: 'Newest first.' }),
  period_hours: Type.Integer(),
  total_records: Type.Integer(),
})
export const HistoryQuery = Type.Object({
  hours: Type.Optional(Type.Integer({ minimum: 1, maximum: 720, default: 24, description: 'How far to look back.' })),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 1000, default: 100, description: 'Most samples to answer.' }),
  ),
})
export const Live = Type.Object({ status: Type.Literal('ok') }, { examples: [{ status: 'ok' }] })
export const Ready = Type.Object(
  { status: Type.Literal('ok'), checks: Type.Record(Type.String(), Type.Literal('ok')) },
  { examples: [{ status: 'ok', checks: { database: 'ok', migrations: 'ok', gateway: 'ok' } }] },
)

export type Status = Static<typeof Status>
export type Health = Static<typeof Health>
export type HealthSample = Static<typeof HealthSample>
export type HealthHistory = Static<typeof HealthHistory>
export type Ready = Static<typeof Ready>
