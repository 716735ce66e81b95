import { type Static, Type } from 'typebox'
import type { GuildId } from '../../kernel/ids.ts'
import { SnowflakeIn, SnowflakeOut } from '../../platform/schema/snowflakes.ts'

/** The shapes of the operational log and of live streams over HTTP; names are those of the API reference. */

const RECONNECTED = {
  timestamp: '2026-02-10T21:30:00Z',
  event_type: 'BOT_RECONNECT',
  guild_id: null,
  message: 'Reconnect phase complete: commands synced',
  details: { synced: 5, skipped: 0 },
} as const

const EventId = Type.Integer({ minimum: 1, description: 'Grows with every event.' })

export const LogEntry = Type.Object(
  {
    timestamp: Type.String({ format: 'date-time' }),
    event_type: Type.String({ description: 'New types may join.' }),
    guild_id: Type.Union([SnowflakeOut(), Type.Null()], { description: 'Null: it concerns every guild.' }),
    message: Type.String({ description: 'One sentence for people.' }),
    details: Type.Record(Type.String(), Type.Unknown(), {
      description: 'As the type has them; ids of Discord are strings in here.',
    }),
    id: EventId,
  },
  { examples: [{ ...RECONNECTED, id: 1 }] },
)
export const Logs = Type.Object({ logs: Type.Array(LogEntry, { description: 'Newest first.' }) })

const guild_id = SnowflakeIn<GuildId>({ description: 'The guild; events that concern all guilds are included.' })
const event_types = Type.Optional(
  Type.String({
    maxLength: 1000,
    description:
      'Only these types, separated by commas. Unknown ones are ignored; when none of them is known, nothing fits.',
    examples: ['BOT_RECONNECT,BOT_DISCONNECT'],
  }),
)
const last_event_id = Type.Optional(
  Type.Integer({
    minimum: 0,
    description: 'What comes after this id, as the header Last-Event-ID does, which wins; without both: from now on.',
  }),
)

export const LogsQuery = Type.Object({
  guild_id,
  event_types,
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50, description: 'Most events to answer.' })),
  before: Type.Optional(Type.Integer({ minimum: 1, description: 'Only events older than the one with this id.' })),
})
export const LogStreamQuery = Type.Object({ guild_id, event_types, last_event_id })
export const GuildPath = Type.Object({ guild_id: SnowflakeIn<GuildId>() })
export const ChangeStreamQuery = Type.Object({ last_event_id })

/** What server-sent events look like; they have no schema language of their own. */
export const EventStream = {
  description:
    'Server-sent events, with a comment every 15 seconds. `event: reset`: events may be missing since the id that was sent; read everything again.',
  content: { 'text/event-stream': { schema: Type.String() } },
}

export type LogEntry = Static<typeof LogEntry>
export type Logs = Static<typeof Logs>
