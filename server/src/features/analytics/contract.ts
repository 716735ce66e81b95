import { type Static, Type } from 'typebox'
import type { GuildId } from '../../kernel/ids.ts'
import { SnowflakeIn, SnowflakeOut } from '../../platform/schema/snowflakes.ts'
import { GptFigures, TicketFiguresOut } from './part-contracts.ts'
import { count, Moment, nullable } from './shapes.ts'

/** The shapes of the metrics over HTTP; names and order are those of the API reference. */

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
  gpt: GptFigures,
  reminders: Reminders,
  tickets: TicketFiguresOut,
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
