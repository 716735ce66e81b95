import { type Static, Type } from 'typebox'
import type { GuildId } from '../../kernel/ids.ts'
import { SnowflakeIn } from '../../platform/schema/snowflakes.ts'

const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const strict = { additionalProperties: false } as const
const Moment = Type.String({ format: 'date-time', examples: ['2027-03-01T12:00:00Z'] })
/** Number or string; arrives as a string. */
const Id = (rule: string) => Type.Unsafe<string>({ ...SnowflakeIn(), 'x-rule': rule, examples: [1] })
const Language = Type.Enum(['en', 'nl', 'simple'], { description: 'Of its words; `simple` is any other.' })
const State = Type.Enum(['draft', 'published', 'deleted'])

const content = {
  title: Type.String({ minLength: 1, maxLength: 100 }),
  summary: Type.String({ minLength: 1, maxLength: 4000, description: "The answer, in Discord's Markdown." }),
}
const Keywords = Type.Array(Type.String({ minLength: 1, maxLength: 50 }), { maxItems: 20 })
const Category = nullable(Type.String({ maxLength: 40 }))

/** The whole entry. What is optional and not sent takes its default, also on an update. */
const input = {
  ...content,
  keywords: Type.Optional(Keywords),
  category: Type.Optional(Category),
  language: Type.Optional(Language),
}
const EXAMPLE = { title: 'How do I get a refund?', summary: 'Ask within 14 days.', keywords: ['refund', 'money back'] }
export const EntryInput = Type.Object(input, { ...strict, examples: [EXAMPLE] })
export type EntryInput = Static<typeof EntryInput>
export const NewEntryInput = Type.Object(
  {
    ...input,
    state: Type.Optional(Type.Enum(['draft', 'published'], { default: 'published' })),
    answers_search: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: Number.MAX_SAFE_INTEGER,
        description: 'The id of a search without a hit, which this deals with.',
      }),
    ),
  },
  { ...strict, examples: [EXAMPLE] },
)

export const EntryOut = Type.Object({
  id: Type.Integer(),
  number: Type.Integer({ description: 'What people call it by in Discord.' }),
  ...content,
  keywords: Keywords,
  category: Category,
  language: Language,
  state: State,
  source: Type.Enum(['admin', 'ticket']),
  ticket_id: nullable(Type.Integer({ description: 'The ticket from which it was made.' })),
  views: Type.Integer(),
  solved: Type.Integer({ description: 'How many members it helped; each counts once a month.' }),
  version: Type.Integer({ description: 'Counts its changes; also its ETag.' }),
  created_at: Moment,
  updated_at: Moment,
})
export type EntryOut = Static<typeof EntryOut>
export const EntryList = Type.Object({
  entries: Type.Array(EntryOut),
  next_after: nullable(Type.Integer({ description: 'For the next page; null: this is the last one.' })),
})

export const VersionList = Type.Array(
  Type.Object({
    version: Type.Integer(),
    act: Type.Enum(['created', 'edited', 'published', 'deleted', 'restored', 'set_aside'], {
      description: '`set_aside` was written while somebody else changed the entry, and was never shown.',
    }),
    ...content,
    keywords: Keywords,
    category: Category,
    language: Language,
    changed_by: nullable(Type.String({ description: 'Null: a language model, or somebody who was erased.' })),
    changed_at: Moment,
  }),
)

export const FoundList = Type.Array(
  Type.Object({
    id: Type.Integer({ examples: [1] }),
    number: Type.Integer({ examples: [1] }),
    ...content,
    category: Category,
    score: Type.Number({ description: 'From 0 to 1.' }),
    reasons: Type.Array(
      Type.Object({
        place: Type.Enum(['title', 'keywords', 'answer']),
        because: Type.Enum(['written', 'synonym', 'typo']),
        written: Type.String({ description: 'What was looked for.' }),
        found: Type.String({ description: 'What stands there.' }),
      }),
    ),
  }),
)

export const Groups = Type.Object(
  { groups: Type.Array(Type.Array(Type.String({ maxLength: 50 }), { maxItems: 20 }), { maxItems: 200 }) },
  { ...strict, examples: [{ groups: [['refund', 'money back', 'reimbursement']] }] },
)

export const MissList = Type.Array(
  Type.Object({
    id: Type.Integer(),
    words: Type.String(),
    asked: Type.Integer(),
    last_asked_at: Moment,
  }),
)

export const FiguresOut = Type.Object({
  published: Type.Integer({ examples: [12] }),
  drafts: Type.Integer(),
  views: Type.Integer(),
  solved: Type.Integer({ description: 'How often a member needed no ticket.' }),
  without_hit: Type.Integer({ description: 'Searches that nobody has dealt with.' }),
  without_hit_asked: Type.Integer({ description: 'How often these were asked.' }),
})

export const Done = Type.Object({ success: Type.Literal(true), message: Type.String({ examples: ['Dismissed'] }) })

const guild = { guild_id: SnowflakeIn<GuildId>() }
const entry = { ...guild, id: Id('the id of an entry') }
export const GuildPath = Type.Object(guild)
export const EntryPath = Type.Object(entry)
export const VersionPath = Type.Object({ ...entry, version: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }) })
export const SearchPath = Type.Object({ ...guild, search_id: Id('the id of a search') })
export const PagePath = Type.Object({ ...guild, number: Type.Integer({ minimum: 1, maximum: 1_000_000_000 }) })

const limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 50 }))
export const ListQuery = Type.Object({
  state: Type.Optional(State),
  category: Type.Optional(Type.String({ maxLength: 40 })),
  limit,
  after: Type.Optional(
    Type.Integer({ minimum: 0, maximum: 1_000_000_000, description: 'Only those with a greater number.' }),
  ),
})
export const FindQuery = Type.Object({
  q: Type.String({ minLength: 1, maxLength: 500 }),
  language: Type.Optional(Type.Enum(['en', 'nl'], { description: 'Of whoever asks; otherwise that of the guild.' })),
})
export const MissQuery = Type.Object({ limit })
export const PageQuery = Type.Object({
  q: Type.Optional(Type.String({ maxLength: 200 })),
  after: Type.Optional(Type.Integer({ minimum: 0, maximum: 1_000_000_000 })),
})

const Tag = Type.Optional(Type.String({ maxLength: 100, description: 'The ETag that was read.', examples: ['"7"'] }))
export const WriteHeaders = Type.Object({ 'if-match': Tag })
export const ReadHeaders = Type.Object({ 'if-none-match': Tag })
export const ETAG = { ETag: { type: 'string', description: 'The version.', examples: ['"7"'] } }
