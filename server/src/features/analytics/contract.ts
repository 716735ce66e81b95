import { type Static, Type } from 'typebox'
import type { GuildId } from '../../kernel/ids.ts'
import { SnowflakeIn, SnowflakeOut } from '../../platform/schema/snowflakes.ts'

/** The shapes of the metrics over HTTP; names and order are those of the API reference. */

const nullable = <Schema extends Type.TSchema>(schema: Schema, description?: string) =>
  Type.Union([schema, Type.Null()], description === undefined ? {} : { description })

const count = (description?: string, example?: number) =>
  Type.Integer({
    minimum: 0,
    ...(description !== undefined && { description }),
    ...(example !== undefined && { examples: [example] }),
  })

const Moment = Type.String({ format: 'date-time', examples: ['2026-01-21T12:00:00Z'] })

const guildId = (description: string) => Type.Optional(SnowflakeIn<GuildId>({ description }))

export const TopCommandsQuery = Type.Object({
  guild_id: guildId('Only of this guild; without it of MAIN_GUILD_ID, else of all guilds together.'),
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: 365, default: 7, description: 'How far to look back.' })),
  limit: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 100, default: 10, description: 'Most commands to answer.' }),
  ),
})
export const TopCommands = Type.Object({
  commands: Type.Record(Type.String(), count(), {
    description: 'How often each was run, refused and failed runs included; the most used first, then by name.',
    examples: [{ add_reminder: 45, ticket: 30, reminder_list: 20 }],
  }),
  period_days: Type.Integer({ examples: [7] }),
  guild_id: nullable(SnowflakeOut(), 'Null: all guilds together.'),
  total_commands: count('How many different commands are named here.', 3),
})

export const MetricsQuery = Type.Object({
  guild_id: guildId(
    'Only of this guild; without it of MAIN_GUILD_ID, else of every guild that the caller administers.',
  ),
})

const Bot = Type.Object({
  online: Type.Boolean({ description: 'Every shard had a heartbeat acknowledged within its last two intervals.' }),
  latency_ms: nullable(Type.Number({ examples: [45.2] }), 'Of the slowest shard; null while offline.'),
  uptime_seconds: nullable(count(undefined, 3600), 'Since all shards are connected; null while offline.'),
  uptime_human: nullable(Type.String({ examples: ['1 hour', '2 days 3 hours'] }), 'The same in words.'),
  commands_loaded: count('All that a member can type, sub-commands each for itself.', 30),
  version: Type.String({ examples: ['2.4.0'] }),
  codename: Type.String({ examples: ['Lifecycle Manager'] }),
  guilds: Type.Array(
    Type.Object({
      id: SnowflakeOut(),
      name: Type.String(),
      member_count: nullable(count()),
      owner_id: nullable(SnowflakeOut()),
    }),
    { description: 'Those that the figures are about, by name.' },
  ),
  commands: Type.Array(
    Type.Object({
      qualified_name: Type.String({ description: 'As a member types it.', examples: ['add_reminder'] }),
      description: nullable(Type.String()),
      type: Type.Literal('slash'),
    }),
  ),
})

const Reminders = Type.Object({
  total: count('All that are not completed.', 15),
  recurring: count(undefined, 10),
  one_off: count(undefined, 5),
  next_event_time: nullable(Moment, 'The next event of any of them.'),
  per_channel: Type.Record(Type.String(), count(), { description: 'By the id of the channel.' }),
  upcoming: Type.Array(
    Type.Object({
      id: Type.Integer(),
      name: Type.String(),
      channel_id: SnowflakeOut(),
      scheduled_time: nullable(Moment, 'When its next event is.'),
      is_recurring: Type.Boolean(),
    }),
    { maxItems: 3, description: 'Whose events come next.' },
  ),
})

const milliseconds = (description: string, example: number) => nullable(count(undefined, example), description)

const GptEvent = Type.Object({
  timestamp: nullable(Moment),
  user_id: nullable(SnowflakeOut()),
  tokens_used: nullable(count()),
  latency_ms: nullable(count()),
  error_type: nullable(Type.String()),
})

const Gpt = Type.Object({
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

const Tickets = Type.Object({
  total: count(undefined, 50),
  per_status: Type.Record(Type.String(), count(), { examples: [{ open: 5, closed: 45 }] }),
  open_count: count('Neither closed nor archived.', 5),
  last_ticket_created_at: nullable(Moment),
  average_close_seconds: nullable(count('From opening to closing, of all that were closed.')),
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
  open_ticket_ids: Type.Array(Type.Integer(), {
    maxItems: 1000,
    description: 'Of those that are open, the oldest thousand.',
    examples: [[123, 456, 789]],
  }),
})

const SettingsOverride = Type.Object({
  scope: Type.String({ examples: ['gpt'] }),
  key: Type.String({ examples: ['model'] }),
  value: Type.String({ description: 'As JSON; of a secret only that there is one.', examples: ['"grok-3"'] }),
  guild_id: SnowflakeOut(),
})

const CommandUsage = Type.Object({
  top_commands: Type.Array(
    Type.Object({
      command_name: Type.String({ examples: ['add_reminder'] }),
      usage_count: count(undefined, 45),
    }),
    { maxItems: 10 },
  ),
  total_commands_24h: count('Since the beginning of the hour 24 hours ago.', 150),
  period_days: Type.Integer({ examples: [7] }),
})

const CacheMetrics = Type.Object({
  command_tracker_queue_size: count('Runs of commands that this process has not written yet.'),
  command_stats_cache_size: count('Questions for figures under way, which requests share.'),
  ip_rate_limits_size: count('Callers whose requests are counted for limits.'),
  sync_cooldowns_size: count('Always 0: commands are registered when they differ.'),
  ticket_cooldowns_size: count('Always 0.'),
})

export const Metrics = Type.Object({
  bot: Bot,
  gpt: Gpt,
  reminders: Reminders,
  tickets: Tickets,
  settings_overrides: Type.Array(SettingsOverride, {
    maxItems: 1000,
    description: 'What these guilds have set other than the default; the first thousand.',
  }),
  infrastructure: Type.Object({
    database_up: Type.Boolean({ description: 'Without the database there is no answer but 503.' }),
    pool_size: nullable(count(undefined, 5), 'Connections of this process to the database.'),
    checked_at: Moment,
  }),
  command_usage: nullable(CommandUsage),
  cache_metrics: nullable(CacheMetrics),
})

export type TopCommands = Static<typeof TopCommands>
export type Metrics = Static<typeof Metrics>
