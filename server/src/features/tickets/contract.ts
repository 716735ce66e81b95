import { type Static, Type } from 'typebox'
import type { GuildId, RoleId, UserId } from '../../kernel/ids.ts'
import { SnowflakeIn, SnowflakeOut } from '../../platform/schema/snowflakes.ts'

/** The shapes of tickets over HTTP. */

/** Bounds that the rules enforce and the API description shows. */
export const BOUNDS = { page: 100, text: 100, reason: 500, note: 1000, label: 40, labels: 25 } as const

const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const strict = { additionalProperties: false } as const
const Moment = Type.String({ format: 'date-time', examples: ['2026-01-21T12:00:00Z'] })
const Status = Type.Enum(['open', 'claimed', 'waiting_for_user', 'escalated', 'closed', 'archived'])
const Priority = Type.Enum(['low', 'normal', 'high', 'urgent'])
const Move = Type.Enum([
  'claim',
  'unclaim',
  'assign',
  'wait',
  'answer',
  'resume',
  'escalate',
  'deescalate',
  'transfer',
  'close',
  'reopen',
  'archive',
])
/** Number or string; arrives as a string. */
const id = (rule: string) => Type.Unsafe<string>({ ...SnowflakeIn(), 'x-rule': rule, examples: [1] })
const TicketId = id('the id of a ticket')
const OwnId = Type.Integer({ minimum: 1, examples: [1] })
const Version = Type.Integer({
  minimum: 1,
  description: 'The version that was seen; where the ticket has another by now, nothing is done (409).',
})

export const GuildPath = Type.Object({ guild_id: SnowflakeIn<GuildId>() })
export const TicketPath = Type.Object({ guild_id: SnowflakeIn<GuildId>(), ticket_id: TicketId })
export const NotePath = Type.Object({ ...TicketPath.properties, note_id: id('the id of a note') })
export const LabelPath = Type.Object({ ...GuildPath.properties, label_id: id('the id of a label') })

export const TicketQuery = Type.Object({
  status: Type.Optional(Status),
  panel_id: Type.Optional(id('the id of a panel')),
  assignee_id: Type.Optional(SnowflakeIn<UserId>()),
  opener_id: Type.Optional(SnowflakeIn<UserId>()),
  label: Type.Optional(Type.String({ minLength: 1, maxLength: BOUNDS.label })),
  priority: Type.Optional(Priority),
  text: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: BOUNDS.text,
      description: 'Part of what the member wrote or is called, or the number of the ticket.',
    }),
  ),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: BOUNDS.page, default: BOUNDS.page })),
  cursor: Type.Optional(
    Type.Integer({ minimum: 1, maximum: 2 ** 31 - 1, description: 'As a list of tickets gave it.' }),
  ),
})

const ticketFields = {
  id: OwnId,
  number: Type.Integer({ minimum: 1, description: 'Counts per guild; what people read.' }),
  panel_id: nullable(OwnId),
  opener_id: nullable(SnowflakeOut()),
  username: Type.String(),
  description: Type.String(),
  answers: Type.Array(Type.Object({ question: Type.String(), answer: Type.String() })),
  status: Status,
  priority: Priority,
  labels: Type.Array(Type.String()),
  claimed_by: nullable(SnowflakeOut()),
  claimed_at: nullable(Moment),
  escalated_to: nullable(SnowflakeOut()),
  channel_id: nullable(SnowflakeOut()),
  closed_at: nullable(Moment),
  closed_by: nullable(SnowflakeOut()),
  close_reason: nullable(Type.String()),
  archived_at: nullable(Moment),
  version: Type.Integer({ minimum: 1 }),
  created_at: Moment,
  updated_at: Moment,
}

export const TicketOut = Type.Object(ticketFields)
export type TicketOut = Static<typeof TicketOut>

export const TicketList = Type.Array(TicketOut, {
  headers: { 'X-Next-Cursor': { type: 'string', description: 'The `cursor` of the next page, if there is one.' } },
})

export const NoteOut = Type.Object({
  id: OwnId,
  author_id: nullable(SnowflakeOut()),
  body: Type.String(),
  created_at: Moment,
  edited_at: nullable(Moment),
})
export type NoteOut = Static<typeof NoteOut>
export const NoteList = Type.Array(NoteOut)

const EventOut = Type.Object({
  id: OwnId,
  kind: Type.String({ examples: ['claim'], description: 'A move, or what its name says.' }),
  from: nullable(Status),
  to: nullable(Status),
  actor_id: nullable(SnowflakeOut({ description: 'Null: the bot itself, or erased.' })),
  details: Type.Record(Type.String(), Type.Unknown(), { description: 'Ids in it are strings.' }),
  happened_at: Moment,
})

/** What time makes of a ticket. */
export const TimeOut = Type.Object({
  last_message_at: nullable(Moment),
  last_by: nullable(Type.Enum(['opener', 'staff'], { description: 'Null: nobody spoke since it opened.' })),
  first_response_at: nullable(Moment),
  silent_since: Moment,
  owes: Type.Enum(['member', 'staff'], { description: 'Who has to say something.' }),
  reminder_at: nullable(Moment),
  closes_at: nullable(Moment),
  archives_at: nullable(Moment),
  stays_because: nullable(
    Type.Enum(['solved', 'switched_off', 'excluded', 'staff_owes', 'closing_off'], {
      description: 'Why it does not close by itself.',
    }),
  ),
  excluded: Type.Boolean({ description: 'From reminders, closing and archiving by itself.' }),
  targets: Type.Array(
    Type.Object({
      kind: Type.Enum(['first_response', 'resolution']),
      minutes: Type.Integer({ minimum: 1, description: 'Within opening hours.' }),
      state: Type.Enum(['running', 'paused', 'met', 'missed']),
      due_at: nullable(Moment),
    }),
  ),
})
export type TimeOut = Static<typeof TimeOut>

export const RatingOut = nullable(
  Type.Object({
    score: Type.Integer({ minimum: 1, maximum: 5 }),
    comment: nullable(Type.String()),
    rated_at: Moment,
  }),
)
export type RatingOut = Static<typeof RatingOut>

export const TicketDetail = Type.Object({
  ...ticketFields,
  moves: Type.Array(Move, { description: 'What the caller may do to it now.' }),
  people: Type.Array(SnowflakeOut(), { description: 'Whom staff let into its channel.' }),
  close_request: nullable(
    Type.Object({ due_at: Moment, requested_by: nullable(SnowflakeOut()), reason: nullable(Type.String()) }),
  ),
  events: Type.Array(EventOut, { maxItems: 500, description: 'What happened to it, oldest first; the latest 500.' }),
  notes: NoteList,
  time: nullable(TimeOut),
  rating: RatingOut,
})
export type TicketDetail = Static<typeof TicketDetail>

export const MoveInput = Type.Object(
  {
    move: Move,
    reason: Type.Optional(Type.String({ maxLength: BOUNDS.reason, description: 'The member sees it.' })),
    assignee_id: Type.Optional(SnowflakeIn<UserId>({ description: 'With `assign`: a member of its staff.' })),
    panel_id: Type.Optional(
      Type.Union([id('the id of a panel'), Type.Null()], {
        description: 'With `transfer`; null is the general staff.',
      }),
    ),
    role_id: Type.Optional(
      SnowflakeIn<RoleId>({ description: 'With `escalate`: who is called, else the escalation role of the settings.' }),
    ),
    version: Type.Optional(Version),
  },
  { ...strict, examples: [{ move: 'close', reason: 'Solved' }] },
)

export const TicketPatch = Type.Object(
  {
    priority: Type.Optional(Priority),
    labels: Type.Optional(
      Type.Array(Type.String({ minLength: 1, maxLength: BOUNDS.label }), {
        maxItems: BOUNDS.labels,
        description: 'All of them, in place of those it has.',
      }),
    ),
    version: Type.Optional(Version),
  },
  { ...strict, examples: [{ priority: 'high' }] },
)

export const NoteInput = Type.Object(
  { body: Type.String({ minLength: 1, maxLength: BOUNDS.note }) },
  { ...strict, examples: [{ body: 'Asked the shop for the receipt.' }] },
)

const color = nullable(Type.Integer({ minimum: 0, maximum: 0xffffff, description: '0xRRGGBB' }))
export const LabelInput = Type.Object(
  { name: Type.String({ minLength: 1, maxLength: BOUNDS.label }), color: Type.Optional(color) },
  { ...strict, examples: [{ name: 'Billing', color: 0x3b82f6 }] },
)
export const LabelOut = Type.Object({ id: OwnId, name: Type.String(), color })
export const LabelList = Type.Array(LabelOut, { maxItems: BOUNDS.labels })
export const Gone = Type.Object({ success: Type.Literal(true, { examples: [true] }) })
