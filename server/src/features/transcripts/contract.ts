import { type Static, Type } from 'typebox'
import type { GuildId, MessageId, Snowflake, UserId } from '../../kernel/ids.ts'
import { SnowflakeIn, SnowflakeOut, SnowflakeStringOut } from '../../platform/schema/snowflakes.ts'

/** The shapes of transcripts over HTTP. */

const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])
const Moment = Type.String({ format: 'date-time' })
const TicketId = Type.Integer({ minimum: 1, description: 'Of the ticket; not its number.' })

const EMBED = Type.Object({
  title: nullable(Type.String()),
  url: nullable(Type.String()),
  description: nullable(Type.String()),
  color: nullable(Type.Integer()),
  author: nullable(Type.String()),
  fields: Type.Array(Type.Object({ name: Type.String(), value: Type.String(), inline: Type.Boolean() })),
  image: nullable(Type.String()),
  footer: nullable(Type.String()),
})

const AttachmentOut = Type.Object({
  id: SnowflakeStringOut(),
  name: Type.String(),
  size: Type.Integer({ description: 'In bytes.' }),
  state: Type.Enum(['listed', 'wanted', 'kept', 'too_large', 'no_room', 'gone', 'failed', 'erased'], {
    description: '`kept`: its bytes are here. `wanted`: they are being fetched. The others: why they are not.',
  }),
})

const EXAMPLE = {
  message_id: 1122334455,
  author_id: '123456789',
  author_name: 'Mira',
  is_bot: false,
  kind: 0,
  content: 'Where is my parcel?',
  embeds: [],
  components: [],
  stickers: [],
  attachments: [{ id: '1122334456', name: 'receipt.png', size: 20480, state: 'kept' }],
  reply_to: null,
  former: [{ content: 'Where is my parcle?', until: '2027-03-01T12:00:10Z' }],
  is_withheld: false,
  is_erased: false,
  sent_at: '2027-03-01T12:00:00Z',
  edited_at: '2027-03-01T12:00:10Z',
  deleted_at: null,
  is_deletion_missed: false,
} as const
const HIT = {
  message_id: 1122334455,
  ticket_id: 7,
  number: 3,
  author_id: '123456789',
  author_name: 'Mira',
  sent_at: '2027-03-01T12:00:00Z',
  is_deleted: false,
  snippet: [
    { text: 'Where is my ', is_hit: false },
    { text: 'parcel', is_hit: true },
    { text: '?', is_hit: false },
  ],
} as const

export const TranscriptMessageOut = Type.Object({
  message_id: SnowflakeOut(),
  author_id: nullable(SnowflakeStringOut({ description: 'Null: erased, or never seen.' })),
  author_name: Type.String(),
  is_bot: Type.Boolean(),
  kind: Type.Integer({ description: "Discord's type of message." }),
  content: Type.String(),
  embeds: Type.Array(EMBED),
  components: Type.Array(Type.Object({ kind: Type.Enum(['button', 'select', 'text']), text: Type.String() })),
  stickers: Type.Array(Type.String()),
  attachments: Type.Array(AttachmentOut),
  reply_to: nullable(SnowflakeOut()),
  former: Type.Array(Type.Object({ content: Type.String(), until: Moment }), {
    description: 'What it said before it was edited, oldest first.',
  }),
  is_withheld: Type.Boolean({ description: 'Discord did not give its text, for want of the Message Content Intent.' }),
  is_erased: Type.Boolean(),
  sent_at: Moment,
  edited_at: nullable(Moment),
  deleted_at: nullable(Moment),
  is_deletion_missed: Type.Boolean({ description: 'The deletion was found out later; `deleted_at` is when.' }),
})
export type TranscriptMessageOut = Static<typeof TranscriptMessageOut>

const Extent = Type.Enum(['complete', 'not_complete', 'gone', 'closed_to_bot'], {
  description:
    '`not_complete`: the channel is still to be read to its end. `gone`: it was deleted before. `closed_to_bot`: the bot may not read it.',
})

const TranscriptPageOut = Type.Object(
  {
    ticket_id: TicketId,
    number: Type.Integer({ description: 'What people call it.' }),
    extent: Extent,
    count: Type.Integer({ description: 'Messages in all that are meant.' }),
    messages: Type.Array(TranscriptMessageOut, { description: 'Oldest first.' }),
  },
  { examples: [{ ticket_id: 7, number: 3, extent: 'complete', count: 1, messages: [EXAMPLE] }] },
)

export const TicketPath = Type.Object({ guild_id: SnowflakeIn<GuildId>(), ticket_id: TicketId })
export const AttachmentPath = Type.Object({
  guild_id: SnowflakeIn<GuildId>(),
  ticket_id: TicketId,
  attachment_id: SnowflakeIn<Snowflake<string>>(),
})
export const GuildPath = Type.Object({ guild_id: SnowflakeIn<GuildId>() })

const q = Type.String({
  maxLength: 200,
  description: 'Words, each of them; their beginnings are enough. `"…"` is a phrase, `-` excludes a word.',
})
export const PageQuery = Type.Object({ q: Type.Optional(q) })
export const ListQuery = Type.Object({
  q: Type.Optional(q),
  after: Type.Optional(SnowflakeIn<MessageId>({ description: 'Only messages after this one: `X-Next-Cursor`.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50, description: 'Most to answer.' })),
})
export const SearchQuery = Type.Object({
  q,
  ticket_id: Type.Optional(TicketId),
  author_id: Type.Optional(SnowflakeIn<UserId>()),
  since: Type.Optional(Moment),
  until: Type.Optional(Moment),
  before: Type.Optional(SnowflakeIn<MessageId>({ description: 'Only messages before this one: `X-Next-Cursor`.' })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20, description: 'Most to answer.' })),
})
const HitsOut = Type.Object(
  {
    hits: Type.Array(
      Type.Object({
        message_id: SnowflakeOut(),
        ticket_id: TicketId,
        number: nullable(Type.Integer({ description: 'Of the ticket.' })),
        author_id: nullable(SnowflakeStringOut()),
        author_name: Type.String(),
        sent_at: Moment,
        is_deleted: Type.Boolean(),
        snippet: Type.Array(Type.Object({ text: Type.String(), is_hit: Type.Boolean() }), {
          description: 'A part of the text in pieces; those that were looked for are marked.',
        }),
      }),
      { description: 'Newest first. Common words may answer fewer than the limit, with more to come.' },
    ),
  },
  { examples: [{ hits: [HIT] }] },
)
const withCursor = <Schema extends object>(schema: Schema, description: string) => ({
  description,
  headers: { 'X-Next-Cursor': { type: 'string', description: 'Where the next page begins, if there is one.' } },
  content: { 'application/json': { schema } },
})
export const HitsAnswer = withCursor(HitsOut, 'What was found')
export const TranscriptPage = withCursor(TranscriptPageOut, 'A part of the transcript')

const file = (type: string, description: string) => ({ description, content: { [type]: { schema: Type.String() } } })
export const HtmlFile = file('text/html', 'A page that needs nothing but itself.')
export const TextFile = file('text/plain', 'Lines of text.')
export const BytesFile = file('application/octet-stream', 'The bytes; pictures come with their own type.')
export const JsonFile = {
  description: 'The ticket and all of its messages.',
  content: {
    'application/json': {
      schema: Type.Object(
        {
          ticket_id: TicketId,
          number: Type.Integer(),
          extent: Extent,
          messages: Type.Array(TranscriptMessageOut),
        },
        { examples: [{ ticket_id: 7, number: 3, extent: 'complete', messages: [EXAMPLE] }] },
      ),
    },
  },
}
