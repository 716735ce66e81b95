import { type Static, Type } from 'typebox'
import type { ChannelId, GuildId, RoleId } from '../../../kernel/ids.ts'
import { SnowflakeIn } from '../../../platform/schema/snowflakes.ts'

const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const strict = { additionalProperties: false } as const

/** Bounds of length and number are the rules' to judge, all at once and in words; here is what a thing is at all. */
const text = () => Type.String({ maxLength: 4000 })
const number = () => Type.Integer()
const PanelId = Type.Unsafe<string>({ ...SnowflakeIn(), 'x-rule': 'the id of a panel', examples: [1] })
const channel = () => nullable(SnowflakeIn<ChannelId>())
const roles = (description: string) => Type.Array(SnowflakeIn<RoleId>(), { maxItems: 100, description })

const Question = Type.Object(
  {
    label: text(),
    kind: Type.Enum(['short', 'long', 'select']),
    required: Type.Optional(Type.Boolean({ default: true })),
    placeholder: Type.Optional(nullable(text())),
    options: Type.Optional(Type.Array(text(), { maxItems: 100, description: 'Of a select, and only of one.' })),
    most: Type.Optional(Type.Integer({ default: 1, description: 'How many of the options may be chosen.' })),
  },
  strict,
)
export type QuestionShape = Static<typeof Question>

const Hours = Type.Object(
  {
    zone: Type.String({ maxLength: 64, description: 'IANA name.', examples: ['Europe/Brussels'] }),
    windows: Type.Array(
      Type.Object(
        {
          day: Type.Integer({ description: '0 is Monday.' }),
          from: Type.String({ maxLength: 5, examples: ['09:00'] }),
          to: Type.String({ maxLength: 5, description: 'At or before `from`: on the next day.', examples: ['17:00'] }),
        },
        strict,
      ),
      { maxItems: 100 },
    ),
  },
  strict,
)

const fields = {
  description: Type.Optional(text()),
  emoji: Type.Optional(nullable(Type.String({ maxLength: 64 }))),
  enabled: Type.Optional(Type.Boolean({ default: true })),
  place: Type.Optional(Type.Enum(['channel', 'thread'])),
  category_id: Type.Optional(channel()),
  overflow_category_id: Type.Optional(channel()),
  thread_channel_id: Type.Optional(channel()),
  staff_role_ids: Type.Optional(roles("Empty: the staff role of the guild's settings.")),
  required_role_ids: Type.Optional(roles('A member needs one of these.')),
  refused_role_ids: Type.Optional(roles('Whoever has one of these is refused.')),
  questions: Type.Optional(Type.Array(Question, { maxItems: 25 })),
  most_per_member: Type.Optional(number()),
  most_open: Type.Optional(nullable(number())),
  cooldown_seconds: Type.Optional(number()),
  hours: Type.Optional(nullable(Hours)),
  outside_hours: Type.Optional(Type.Enum(['refuse', 'warn'])),
  welcome: Type.Optional(nullable(text())),
  offers_answers: Type.Optional(Type.Boolean({ default: true })),
  idle_hours: Type.Optional(nullable(number())),
  auto_close_hours: Type.Optional(nullable(number())),
  first_response_minutes: Type.Optional(nullable(number())),
  resolution_minutes: Type.Optional(nullable(number())),
  assignment: Type.Optional(Type.Enum(['none', 'round_robin', 'least_loaded'])),
}

/** POST …/ticket-panels: what is not sent takes its default. */
export const PanelInput = Type.Object(
  { name: text(), ...fields },
  {
    ...strict,
    examples: [{ name: 'Billing', description: 'Invoices and refunds', category_id: '1100000000000000205' }],
  },
)
export type PanelInput = Static<typeof PanelInput>

/** PUT …/ticket-panels/{panel_id}: what is not sent stays. */
export const PanelChange = Type.Object(
  {
    version: Type.Integer({ description: 'That was read; a panel that was changed since is not changed (409).' }),
    name: Type.Optional(text()),
    ...fields,
  },
  { ...strict, examples: [{ version: 1, enabled: false }] },
)
export type PanelChange = Static<typeof PanelChange>
export type PanelShape = Omit<Partial<PanelInput>, 'version'>

const id = () => nullable(Type.String())
const PanelOut = Type.Object({
  id: Type.String({ examples: ['1'] }),
  version: Type.Integer(),
  name: Type.String(),
  description: Type.String(),
  emoji: nullable(Type.String()),
  enabled: Type.Boolean(),
  place: Type.Enum(['channel', 'thread']),
  category_id: id(),
  overflow_category_id: id(),
  thread_channel_id: id(),
  staff_role_ids: Type.Array(Type.String()),
  required_role_ids: Type.Array(Type.String()),
  refused_role_ids: Type.Array(Type.String()),
  questions: Type.Array(
    Type.Object({
      label: Type.String(),
      kind: Type.Enum(['short', 'long', 'select']),
      required: Type.Boolean(),
      placeholder: nullable(Type.String()),
      options: Type.Array(Type.String()),
      most: Type.Integer(),
    }),
  ),
  most_per_member: Type.Integer(),
  most_open: nullable(Type.Integer()),
  cooldown_seconds: Type.Integer(),
  hours: nullable(Hours),
  outside_hours: Type.Enum(['refuse', 'warn']),
  welcome: nullable(Type.String()),
  offers_answers: Type.Boolean(),
  idle_hours: nullable(Type.Integer()),
  auto_close_hours: nullable(Type.Integer()),
  first_response_minutes: nullable(Type.Integer()),
  resolution_minutes: nullable(Type.Integer()),
  assignment: Type.Enum(['none', 'round_robin', 'least_loaded']),
})
export type PanelOut = Static<typeof PanelOut>

const PostingOut = Type.Object({
  channel_id: Type.String({ examples: ['1100000000000000201'] }),
  message_id: nullable(Type.String({ description: 'Null: it does not stand (yet).' })),
  style: Type.Enum(['buttons', 'menu']),
  panel_ids: nullable(Type.Array(Type.String(), { description: 'Null: all of the guild.' })),
  trouble: nullable(Type.String({ description: 'Why Discord did not take it last.' })),
})
export type PostingOut = Static<typeof PostingOut>

export const PanelList = Type.Object({ panels: Type.Array(PanelOut), postings: Type.Array(PostingOut) })
export const Saved = Type.Object({ success: Type.Literal(true), panel: PanelOut })
export const Done = Type.Object({
  success: Type.Literal(true),
  message: Type.String({ examples: ['Deleted Billing'] }),
})
export const Posted = Type.Object({ success: Type.Literal(true), posting: PostingOut })

export const OrderInput = Type.Object(
  { panels: Type.Array(PanelId, { maxItems: 100, description: 'The ids of all, in their new order.' }) },
  { ...strict, examples: [{ panels: ['2', '1'] }] },
)

export const PostingInput = Type.Object(
  {
    channel_id: SnowflakeIn<ChannelId>(),
    panel_ids: Type.Optional(
      nullable(Type.Array(PanelId, { minItems: 1, maxItems: 25, description: 'Null: all, and those to come.' })),
    ),
    style: Type.Optional(Type.Enum(['buttons', 'menu'])),
  },
  { ...strict, examples: [{ channel_id: '1100000000000000201', style: 'buttons' }] },
)

const guild = { guild_id: SnowflakeIn<GuildId>() }
export const GuildPath = Type.Object(guild)
export const PanelPath = Type.Object({ ...guild, panel_id: PanelId })
