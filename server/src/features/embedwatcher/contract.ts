import { type Static, Type } from 'typebox'
import type { GuildId } from '../../kernel/ids.ts'
import { SnowflakeIn, SnowflakeOut, SnowflakeStringOut } from '../../platform/schema/snowflakes.ts'

/** The shapes of announcements over HTTP. */

const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])
const Moment = Type.String({ format: 'date-time' })

const EXAMPLE = {
  id: 1,
  guild_id: 987654321,
  channel_id: 123456789,
  message_id: 1122334455,
  author_id: '123456789',
  status: 'made',
  name: 'Game night',
  location: 'Club house',
  event_time: '2027-01-15T18:30:00Z',
  days: [],
  time: null,
  timezone: 'Europe/Brussels',
  confidence: 0.95,
  evidence: [{ part: 'date', text: '15/01/2027', reading: '2027-01-15', confidence: 0.95 }],
  reasons: [],
  reminder_id: 1,
  created_at: '2027-01-02T10:00:00Z',
  edited_at: null,
} as const

export const AnnouncementOut = Type.Object({
  id: Type.Integer({ minimum: 1 }),
  guild_id: SnowflakeOut(),
  channel_id: SnowflakeOut(),
  message_id: SnowflakeOut(),
  author_id: SnowflakeStringOut(),
  status: Type.Enum(['made', 'unsure', 'refused', 'ignored', 'cancelled', 'deleted'], {
    description:
      '`made` has a reminder; about `unsure` and `refused` somebody is asked; of the others nothing is made.',
  }),
  name: Type.String(),
  location: nullable(Type.String()),
  event_time: nullable(Moment),
  days: Type.Array(Type.String(), { description: 'Not empty: it comes round every week; "0" is Monday.' }),
  time: nullable(Type.String({ description: 'Of what comes round, in `timezone`.', examples: ['19:30:00'] })),
  timezone: nullable(Type.String()),
  confidence: Type.Number({ minimum: 0, maximum: 1 }),
  evidence: Type.Array(
    Type.Object({ part: Type.String(), text: Type.String(), reading: Type.String(), confidence: Type.Number() }),
    { description: 'What was understood, with the words it was read from.' },
  ),
  reasons: Type.Array(Type.Object({ code: Type.String(), text: Type.String() }), {
    description: 'Why no time was understood.',
  }),
  reminder_id: nullable(Type.Integer()),
  created_at: Moment,
  edited_at: nullable(Moment),
})
export const AnnouncementList = Type.Object(
  { announcements: Type.Array(AnnouncementOut, { description: 'Newest first.' }) },
  { examples: [{ announcements: [EXAMPLE] }] },
)
export const AnnouncementsPath = Type.Object({ guild_id: SnowflakeIn<GuildId>() })
export const AnnouncementsQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50, description: 'Most to answer.' })),
  before: Type.Optional(
    Type.Integer({ minimum: 1, description: 'Only those that were read before the one with this id.' }),
  ),
})
export type AnnouncementOut = Static<typeof AnnouncementOut>
