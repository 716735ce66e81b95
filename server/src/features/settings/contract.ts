import { Type } from 'typebox'
import type { GuildId } from '../../kernel/ids.ts'
import { SnowflakeIn, SnowflakeOut } from '../../platform/schema/snowflakes.ts'

const LONGEST_NAME = 100

const Moment = Type.String({ format: 'date-time', examples: ['2026-01-21T12:00:00Z'] })
const Value = Type.Unsafe<unknown>({
  description: 'Boolean, number or text, as the setting is declared; ids are text. Null: none.',
})
const ValueIn = Type.Unsafe<unknown>({
  description: 'What the setting is declared to hold; ids as number or text. Null resets to the default.',
})
/** Number or string; arrives as a string, as Discord's ids do. */
const EntryId = Type.Unsafe<string>({ ...SnowflakeIn(), 'x-rule': 'the id of a history entry', examples: [1] })
const Version = Type.Integer({ description: "The guild's settings version after this, which is also its ETag." })

export const GuildPath = Type.Object({ guild_id: SnowflakeIn<GuildId>() })

export const SettingsQuery = Type.Object({
  include: Type.Optional(Type.Enum(['defaults'], { description: 'Also what holds because nobody chose otherwise.' })),
})

export const ReadHeaders = Type.Object({ 'if-none-match': Type.Optional(Type.String({ maxLength: LONGEST_NAME })) })
export const WriteHeaders = Type.Object({
  'if-match': Type.Optional(
    Type.String({
      maxLength: LONGEST_NAME,
      description: 'The ETag that was read; when the settings have changed since, nothing is stored.',
      examples: ['"7"'],
    }),
  ),
})
/** Of answers: which version of the guild's settings they tell of. */
export const ETAG = { ETag: { type: 'string', description: "The version of the guild's settings.", examples: ['"7"'] } }

export const Unchanged = Type.Null({ description: 'If-None-Match names the version that still holds.' })

/** POST: one category. */
export const CategoryInput = Type.Object(
  {
    category: Type.String({ maxLength: LONGEST_NAME }),
    settings: Type.Record(Type.String(), ValueIn),
  },
  {
    additionalProperties: false,
    examples: [
      {
        category: 'reminders',
        settings: { default_channel_id: '111222333', allow_everyone_mentions: false },
      },
    ],
  },
)

/** PUT: several categories. */
export const CategoriesInput = Type.Record(Type.String(), Type.Record(Type.String(), ValueIn), {
  examples: [{ reminders: { enabled: true }, system: { timezone: 'Europe/Brussels', log_channel_id: '123456789' } }],
})

const Success = Type.Literal(true)

export const SettingsSaved = Type.Object(
  { success: Success, message: Type.String(), version: Version },
  { examples: [{ success: true, message: 'Updated reminders settings', version: 7 }] },
)

export const SettingsSchema = Type.Object({
  settings: Type.Array(
    Type.Object({
      scope: Type.String({ examples: ['reminders'] }),
      key: Type.String({ examples: ['max_per_member'] }),
      type: Type.Enum([
        'boolean',
        'integer',
        'number',
        'string',
        'template',
        'timezone',
        'enum',
        'channel',
        'category',
        'role',
        'user',
      ]),
      label: Type.String({ examples: ['Reminders per member'] }),
      help: Type.String(),
      default: Value,
      nullable: Type.Boolean({ description: 'Whether "none" is a value: so with ids.' }),
      secret: Type.Boolean({ description: 'Its value is masked wherever it is shown.' }),
      min: Type.Optional(Type.Number()),
      max: Type.Optional(Type.Number()),
      min_length: Type.Optional(Type.Integer()),
      max_length: Type.Optional(Type.Integer({ description: 'In Unicode code points.' })),
      choices: Type.Optional(Type.Array(Type.Object({ value: Type.String(), label: Type.String() }))),
      channel_types: Type.Optional(
        Type.Array(Type.Integer(), { description: "Which of Discord's types of channel may be chosen." }),
      ),
      placeholders: Type.Optional(Type.Array(Type.String(), { description: 'What may stand in braces.' })),
    }),
  ),
})

export const HistoryQuery = Type.Object({
  scope: Type.Optional(Type.String({ maxLength: LONGEST_NAME })),
  key: Type.Optional(Type.String({ maxLength: LONGEST_NAME })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
  before: Type.Optional(EntryId),
})

export const HistoryList = Type.Array(
  Type.Object({
    id: Type.Integer(),
    scope: Type.String(),
    key: Type.String(),
    old_value: Value,
    new_value: Value,
    value_type: Type.String({ description: 'As what the new value was declared when it was stored.' }),
    changed_by: Type.Union([SnowflakeOut(), Type.Null()], { description: 'Null: somebody whose data were erased.' }),
    changed_at: Moment,
    change_type: Type.Enum(['created', 'updated', 'deleted', 'rollback']),
    source: Type.Enum(['api', 'command']),
  }),
  {
    examples: [
      [
        {
          id: 1,
          scope: 'reminders',
          key: 'default_channel_id',
          old_value: '111222333',
          new_value: '444555666',
          value_type: 'channel',
          changed_by: 123456789,
          changed_at: '2026-01-21T12:00:00Z',
          change_type: 'updated',
          source: 'api',
        },
      ],
    ],
  },
)

export const RollbackPath = Type.Object({ guild_id: SnowflakeIn<GuildId>(), history_id: EntryId })
export const RollbackQuery = Type.Object({
  dry_run: Type.Optional(Type.Boolean({ description: 'Only tell what would change.' })),
})

export const RolledBack = Type.Object(
  {
    success: Success,
    message: Type.String(),
    dry_run: Type.Boolean(),
    scope: Type.String(),
    key: Type.String(),
    old_value: Value,
    new_value: Value,
    version: Version,
  },
  {
    examples: [
      {
        success: true,
        message: 'Rolled back reminders.default_channel_id to previous value',
        dry_run: false,
        scope: 'reminders',
        key: 'default_channel_id',
        old_value: '444555666',
        new_value: '111222333',
        version: 8,
      },
    ],
  },
)
