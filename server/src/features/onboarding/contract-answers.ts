import { type Static, Type } from 'typebox'
import { SnowflakeOut } from '../../platform/schema/snowflakes.ts'

/** What members answered, and how many came how far. */

const orNull = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const QuestionType = Type.Enum(['select', 'multiselect', 'text', 'email'])

const FollowUpAnswer = Type.Object({
  question: Type.String(),
  type: Type.Enum(['text', 'email']),
  answer: orNull(Type.String()),
})
const AnswerOut = Type.Object({
  question_id: Type.Integer(),
  question: Type.String({ description: 'As it was asked then.' }),
  type: QuestionType,
  answer: Type.Union([Type.String(), Type.Array(Type.String()), Type.Null()], {
    description: 'The value of an option, the values of several, or a text; null: skipped.',
  }),
  labels: Type.Optional(Type.Array(Type.String(), { description: 'Of the options that were chosen, as shown then.' })),
  followup: Type.Optional(
    Type.Record(Type.String(), FollowUpAnswer, { description: 'What was asked on, by the value of the option.' }),
  ),
})
const ResponseOut = Type.Object({
  id: Type.Integer({ description: 'Grows with each confirmation; for `before`.' }),
  user_id: SnowflakeOut(),
  completed_at: Type.String({ format: 'date-time' }),
  mode: Type.Enum(['rules_only', 'rules_with_questions', 'questions_only']),
  answers: Type.Array(AnswerOut),
  personalization: orNull(Type.Enum(['full', 'events_only', 'no'])),
  language: orNull(Type.String({ description: 'A code such as `nl`, or a language as the member wrote it.' })),
})
export type ResponseOut = Static<typeof ResponseOut>
export const ResponseList = Type.Object(
  {
    responses: Type.Array(ResponseOut),
    next_before: orNull(Type.Integer({ description: 'For the next page; null: this is the last one.' })),
  },
  {
    examples: [
      {
        responses: [
          {
            id: 12,
            user_id: '1100000000000000104',
            completed_at: '2027-03-01T12:00:00Z',
            mode: 'rules_with_questions',
            answers: [
              {
                question_id: 1,
                question: 'What is your trading experience?',
                type: 'select',
                answer: 'beginner',
                labels: ['Beginner'],
              },
            ],
            personalization: 'full',
            language: 'en',
          },
        ],
        next_before: null,
      },
    ],
  },
)
export const ResponsesQuery = Type.Object({
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 })),
  before: Type.Optional(Type.Integer({ minimum: 1, description: 'Only those confirmed before the one with this id.' })),
})

const FunnelStep = Type.Object({
  kind: Type.Enum(['rule', 'question', 'followup', 'personalization', 'language', 'other_language', 'summary']),
  id: orNull(Type.Integer({ description: 'Of the rule or question.' })),
  title: Type.String(),
  reached: Type.Integer(),
  completed: Type.Integer(),
})
export type FunnelStep = Static<typeof FunnelStep>
export const FunnelOut = Type.Object(
  {
    days: Type.Integer(),
    started: Type.Integer(),
    steps: Type.Array(FunnelStep),
    completed: Type.Integer(),
    in_progress: Type.Integer({ description: 'Not completed, with a step in the last week.' }),
    abandoned: Type.Integer({ description: 'Not completed, without a step in the last week.' }),
    median_seconds: orNull(Type.Integer({ description: 'From start to confirmation.' })),
  },
  {
    examples: [
      {
        days: 30,
        started: 20,
        steps: [{ kind: 'rule', id: 1, title: 'Be Respectful', reached: 20, completed: 18 }],
        completed: 15,
        in_progress: 2,
        abandoned: 3,
        median_seconds: 95,
      },
    ],
  },
)
export const FunnelQuery = Type.Object({
  days: Type.Optional(Type.Integer({ minimum: 1, maximum: 365, default: 30 })),
})
