import { Type } from 'typebox'
import { SnowflakeOut } from '../../platform/schema/snowflakes.ts'
import { count, Moment, nullable } from './shapes.ts'

/** The shapes of what the language model and tickets tell of themselves; empty while the product has neither. */

const milliseconds = (description: string, example: number) => nullable(count(undefined, example), description)

const GptEvent = Type.Object({
  timestamp: nullable(Moment),
  user_id: nullable(SnowflakeOut()),
  tokens_used: nullable(count()),
  latency_ms: nullable(count()),
  error_type: nullable(Type.String()),
})

export const GptFigures = Type.Object({
  last_success_time: nullable(Moment),
  last_error_type: nullable(Type.String()),
  average_latency_ms: count('Of the last 100 calls.', 1200),
  total_tokens_today: count('Since midnight UTC.', 5000),
  rate_limit_reset: nullable(Type.String()),
  current_model: Type.String({ description: 'Empty without a language model.', examples: ['grok-3'] }),
  last_user_id: nullable(SnowflakeOut()),
  success_count: count(undefined, 100),
  error_count: count(undefined, 2),
  last_success_latency_ms: milliseconds('Of the last call that succeeded.', 1100),
  recent_successes: Type.Array(GptEvent),
  recent_errors: Type.Array(GptEvent),
})

export const TicketFiguresOut = Type.Object({
  total: count(undefined, 50),
  per_status: Type.Record(Type.String(), count(), { examples: [{ open: 5, closed: 45 }] }),
  open_count: count('Neither closed nor archived.', 5),
  last_ticket_created_at: nullable(Moment),
  average_close_seconds: nullable(count()),
  average_close_human: nullable(Type.String()),
  open_items: Type.Array(
    Type.Object({
      id: Type.Integer({ examples: [123] }),
      username: nullable(Type.String({ examples: ['user123'] })),
      status: nullable(Type.String({ examples: ['open'] })),
      channel_id: nullable(SnowflakeOut({ examples: [987654321] })),
      created_at: nullable(Moment),
    }),
    { maxItems: 10, description: 'The oldest of those that are open.' },
  ),
  open_ticket_ids: Type.Array(Type.Integer(), { examples: [[123, 456, 789]] }),
})
