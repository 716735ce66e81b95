import { type Static, Type } from 'typebox'
import type { ChannelId, GuildId, RoleId, UserId } from '../../kernel/ids.ts'
import { LONGEST_IMAGE_ADDRESS } from '../../kernel/image-address.ts'
import { SnowflakeIn, SnowflakeOut, SnowflakeStringOut } from '../../platform/schema/snowflakes.ts'

/** Bounds that the rules enforce and the API description shows. Characters are Unicode code points. */
export const BOUNDS = {
  name: 100,
  message: 2000,
  location: 200,
  imageUrl: LONGEST_IMAGE_ADDRESS,
  rrule: 500,
  page: 100,
} as const

const Name = Type.String({ minLength: 1, maxLength: BOUNDS.name, examples: ['Team Standup'] })
const Message = Type.String({ maxLength: BOUNDS.message, examples: ['Daily standup meeting'] })
const WallTime = Type.String({
  pattern: '^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?$',
  'x-rule': 'a time of day such as 09:00:00 or 09:00',
  examples: ['09:00:00'],
})
const WallTimeOut = Type.String({ examples: ['09:00:00'] })
const Moment = Type.String({ format: 'date-time', examples: ['2026-01-21T19:00:00Z'] })
const nullable = <Schema extends Parameters<typeof Type.Union>[0][number]>(schema: Schema) =>
  Type.Union([schema, Type.Null()])
const text = (maxLength: number) => nullable(Type.String({ maxLength }))

const WeekdayName = Type.Enum(['0', '1', '2', '3', '4', '5', '6'])
const Days = Type.Array(Type.Union([WeekdayName, Type.Integer({ minimum: 0, maximum: 6 })]), {
  maxItems: 50,
  description: 'Days of the event: "0" is Monday, "6" is Sunday. Not empty: the reminder recurs on them.',
})
/** Number or string; arrives as a string, as Discord's ids do. */
const ReminderId = Type.Unsafe<string>({ ...SnowflakeIn(), 'x-rule': 'the id of a reminder', examples: [1] })

/** What may be chosen about a reminder, all of it optional. */
const choices = {
  time: Type.Optional(WallTime),
  call_time: Type.Optional(WallTime),
  days: Type.Optional(Days),
  message: Type.Optional(Message),
  location: Type.Optional(text(BOUNDS.location)),
  event_time: Type.Optional(nullable(Moment)),
  timezone: Type.Optional(nullable(Type.String({ maxLength: 64, examples: ['Europe/Brussels'] }))),
  rrule: Type.Optional(text(BOUNDS.rrule)),
  ends_at: Type.Optional(nullable(Moment)),
  image_url: Type.Optional(text(BOUNDS.imageUrl)),
  mention: Type.Optional(Type.Union([Type.Enum(['none', 'everyone']), SnowflakeIn<RoleId>()])),
  catch_up: Type.Optional(Type.Enum(['send_late', 'skip'])),
  user_id: Type.Optional(SnowflakeIn<UserId>()),
  created_by: Type.Optional(SnowflakeIn<UserId>()),
}

/** Fields of an answer that a client may send back with it; they are not read. */
const answerOnly = {
  guild_id: Type.Optional(Type.Unknown()),
  created_at: Type.Optional(Type.Unknown()),
  next_at: Type.Optional(Type.Unknown()),
  status: Type.Optional(Type.Unknown()),
  last_delivery: Type.Optional(Type.Unknown()),
  more_lead_minutes: Type.Optional(Type.Unknown()),
}

const STANDUP = {
  name: 'Team Standup',
  channel_id: 123456789,
  time: '09:00:00',
  days: ['0', '2', '4'],
  message: 'Daily standup meeting',
  location: 'Main Channel',
} as const
const MEETING = {
  id: 1,
  name: 'Weekly Meeting',
  channel_id: 123456789,
  time: '18:00:00',
  call_time: '19:00:00',
  days: ['2'],
  message: 'Weekly team meeting',
  location: 'Conference Room',
  event_time: null,
  created_at: '2026-01-21T10:00:00Z',
  guild_id: 987654321,
  user_id: '123456789',
  timezone: 'UTC',
  rrule: null,
  ends_at: null,
  image_url: null,
  mention: 'none',
  catch_up: 'send_late',
  more_lead_minutes: [],
  next_at: '2026-01-21T18:00:00Z',
  status: 'active',
  last_delivery: null,
} as const

/** POST /api/reminders. */
export const ReminderInput = Type.Object(
  { name: Name, channel_id: SnowflakeIn<ChannelId>(), ...choices, ...answerOnly, id: Type.Optional(Type.Unknown()) },
  { additionalProperties: false, examples: [STANDUP] },
)
export type ReminderInput = Static<typeof ReminderInput>

/** PUT /api/reminders: only what is sent and differs changes. */
export const ReminderPatch = Type.Object(
  {
    id: ReminderId,
    name: Type.Optional(Name),
    channel_id: Type.Optional(SnowflakeIn<ChannelId>()),
    ...choices,
    ...answerOnly,
  },
  { additionalProperties: false, examples: [{ id: 1, time: '09:30:00' }] },
)
export type ReminderPatch = Static<typeof ReminderPatch>

const LastDeliveryOut = Type.Object({
  at: Moment,
  phase: Type.Enum(['recurring', 'lead', 'event', 'snooze']),
  status: Type.String({ examples: ['sent'] }),
  message_id: nullable(SnowflakeOut()),
})

export const ReminderOut = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  channel_id: SnowflakeOut(),
  time: WallTimeOut,
  call_time: WallTimeOut,
  days: Type.Array(WeekdayName),
  message: Type.String(),
  location: nullable(Type.String()),
  event_time: nullable(Moment),
  created_at: Moment,
  guild_id: SnowflakeOut(),
  user_id: SnowflakeStringOut(),
  timezone: Type.String(),
  rrule: nullable(Type.String()),
  ends_at: nullable(Moment),
  image_url: nullable(Type.String()),
  mention: Type.String({ description: '`none`, `everyone` or the id of a role.' }),
  catch_up: Type.Enum(['send_late', 'skip']),
  more_lead_minutes: Type.Array(Type.Integer(), {
    description: 'Further sendings, so long before the event; of reminders that were made from announcements.',
  }),
  next_at: nullable(Moment),
  status: Type.Enum(['active', 'paused', 'completed']),
  last_delivery: nullable(LastDeliveryOut),
})
export type ReminderOut = Static<typeof ReminderOut>

export const ReminderList = Type.Array(ReminderOut, {
  examples: [[MEETING]],
  headers: { 'X-Next-Cursor': { type: 'string', description: 'The `cursor` of the next page, if there is one.' } },
})

/** POST and PUT answer the same. */
export const ReminderSaved = Type.Object(
  { success: Type.Literal(true), id: Type.Integer(), reminder: ReminderOut },
  { examples: [{ success: true, id: 1, reminder: MEETING }] },
)
export const ReminderRemoved = Type.Object({ success: Type.Literal(true) }, { examples: [{ success: true }] })

export const ReminderListPath = Type.Object({ user_id: SnowflakeIn<UserId>() })
export const ReminderPath = Type.Object({ reminder_id: ReminderId, created_by: SnowflakeIn<UserId>() })
export const ReminderListQuery = Type.Object({
  guild_id: Type.Optional(SnowflakeIn<GuildId>()),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: BOUNDS.page, default: BOUNDS.page })),
  cursor: Type.Optional(Type.String({ maxLength: 200 })),
})
