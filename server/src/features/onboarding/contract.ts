import { type Static, Type } from 'typebox'
import type { GuildId } from '../../kernel/ids.ts'
import { LONGEST_IMAGE_ADDRESS } from '../../kernel/image-address.ts'
import { SnowflakeIn } from '../../platform/schema/snowflakes.ts'

/**
 * What Discord can show of an item later; characters are Unicode code points. A question becomes the title of an embed
 * or the name of one of its 25 fields (256), a rule an embed of its own (256 and 4096):
 * https://discord.com/developers/docs/resources/message#embed-object-embed-limits
 * An option is one of the 25 of a select menu, with label and value up to 100:
 * https://discord.com/developers/docs/components/reference#string-select-select-option-structure
 */
export const BOUNDS = {
  items: 25,
  question: 256,
  options: 25,
  option: 100,
  title: 256,
  description: 4096,
  url: LONGEST_IMAGE_ADDRESS,
} as const

const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
/** As one schema, not a choice of two, so that what is wrong deep inside is told by its own name. */
const orNull = <Value>(schema: Type.TSchema & { type: string }, rule: string) =>
  Type.Unsafe<Value | null>({ ...schema, type: [schema.type, 'null'], 'x-rule': `${rule}, or null` })
const text = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const strict = { additionalProperties: false } as const

/** Number or string; arrives as a string. */
const ItemId = Type.Unsafe<string>({ ...SnowflakeIn(), 'x-rule': 'the id of an item', examples: [1] })
const order = Type.Integer({
  minimum: 1,
  description:
    'Its place, from 1; those behind it move down. Not sent: an item keeps its place, a new one is the last.',
})
const id = nullable(ItemId)
const imageUrl = nullable(Type.String({ maxLength: BOUNDS.url, description: 'An https address; empty is none.' }))

const QuestionType = Type.Enum(['select', 'multiselect', 'text', 'email'])
const Option = Type.Object({ label: text(BOUNDS.option), value: text(BOUNDS.option) }, strict)
const Options = Type.Array(Option, { maxItems: BOUNDS.options })
const FollowUp = Type.Object(
  { question: text(BOUNDS.question), type: Type.Optional(Type.Enum(['text', 'email'])) },
  strict,
)
const FollowUps = Type.Record(Type.String(), FollowUp, {
  description: 'What is asked on, by the value of the option that was chosen.',
})
export type QuestionType = Static<typeof QuestionType>
export type Option = Static<typeof Option>
export type FollowUps = Static<typeof FollowUps>

/** POST …/questions: the whole question. What is optional and not sent takes its default, also on an update. */
export const QuestionInput = Type.Object(
  {
    id: Type.Optional(id),
    question: text(BOUNDS.question),
    question_type: QuestionType,
    options: Type.Optional(orNull<Option[]>(Options, `a list of at most ${BOUNDS.options} options`)),
    followup: Type.Optional(orNull<FollowUps>(FollowUps, 'an object of follow-ups')),
    required: Type.Optional(Type.Boolean({ default: true })),
    enabled: Type.Optional(Type.Boolean({ default: true })),
    step_order: Type.Optional(order),
  },
  strict,
)
export type QuestionInput = Static<typeof QuestionInput>

/** POST …/rules: the whole rule. */
export const RuleInput = Type.Object(
  {
    id: Type.Optional(id),
    title: text(BOUNDS.title),
    description: text(BOUNDS.description),
    thumbnail_url: Type.Optional(imageUrl),
    image_url: Type.Optional(imageUrl),
    enabled: Type.Optional(Type.Boolean({ default: true })),
    rule_order: Type.Optional(order),
  },
  strict,
)
export type RuleInput = Static<typeof RuleInput>

const CompleteOrder = Type.Array(ItemId, { description: 'The ids of all, in their new order.' })
const completeOrder = orNull<string[]>(CompleteOrder, 'a list of ids')
export const OrderInput = Type.Object(
  { questions: Type.Optional(completeOrder), rules: Type.Optional(completeOrder) },
  { ...strict, examples: [{ questions: [1, 3, 2], rules: [2, 1] }] },
)
export type OrderInput = Static<typeof OrderInput>

const QuestionOut = Type.Object({
  id: Type.Integer(),
  question: Type.String(),
  question_type: QuestionType,
  options: nullable(Type.Array(Option)),
  followup: nullable(FollowUps),
  required: Type.Boolean(),
  enabled: Type.Boolean(),
  step_order: Type.Integer(),
})
export type QuestionOut = Static<typeof QuestionOut>
export const QuestionList = Type.Array(QuestionOut, {
  examples: [
    [
      {
        id: 1,
        question: 'What is your trading experience?',
        question_type: 'select',
        options: [{ label: 'Beginner', value: 'beginner' }],
        followup: null,
        required: true,
        enabled: true,
        step_order: 1,
      },
    ],
  ],
})

const RuleOut = Type.Object({
  id: Type.Integer(),
  title: Type.String(),
  description: Type.String(),
  thumbnail_url: nullable(Type.String({ description: 'Shown small, at the right.' })),
  image_url: nullable(Type.String({ description: 'Shown large, at the bottom.' })),
  enabled: Type.Boolean(),
  rule_order: Type.Integer(),
})
export type RuleOut = Static<typeof RuleOut>
export const RuleList = Type.Array(RuleOut, {
  examples: [
    [
      {
        id: 1,
        title: 'Be Respectful',
        description: 'Treat all members with respect',
        thumbnail_url: 'https://example.com/thumb.png',
        image_url: 'https://example.com/image.png',
        enabled: true,
        rule_order: 1,
      },
    ],
  ],
})

const done = { success: Type.Literal(true), message: Type.String({ examples: ['Order updated successfully'] }) }
export const Saved = Type.Object(
  { ...done, id: Type.Integer() },
  { examples: [{ success: true, message: 'Question saved successfully', id: 1 }] },
)
export const Done = Type.Object(done)

const guild = { guild_id: SnowflakeIn<GuildId>() }
export const GuildPath = Type.Object(guild)
export const QuestionPath = Type.Object({ ...guild, question_id: ItemId })
export const RulePath = Type.Object({ ...guild, rule_id: ItemId })
