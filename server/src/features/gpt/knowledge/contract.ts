import { Type } from 'typebox'
import type { GuildId } from '../../../kernel/ids.ts'
import { SnowflakeIn, SnowflakeOut } from '../../../platform/schema/snowflakes.ts'

/** The documents of a guild over HTTP. */

const id = () => Type.Integer({ description: 'Of the document.', examples: [7] })
const version = () => Type.Integer({ minimum: 0, description: 'Counts the replacements, from 1.', examples: [2] })

export const GuildPath = Type.Object({ guild_id: SnowflakeIn<GuildId>() })
export const DocumentPath = Type.Object({
  guild_id: SnowflakeIn<GuildId>(),
  document_id: Type.Unsafe<string>({ ...SnowflakeIn(), 'x-rule': 'the id of a document', examples: [7] }),
})

export const DocumentIn = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100, description: 'What answers call it.', examples: ['Raids'] }),
    markdown: Type.String({
      minLength: 1,
      maxLength: 200_000,
      description: 'At most 200,000 characters, and 256 KiB with the rest of the request.',
      examples: ['# Raids\n\nWe raid on Fridays at 20:00.'],
    }),
    version: Type.Optional(
      Type.Integer({
        minimum: 0,
        description: 'The version it takes the place of, 0 for none; another one is refused. Not sent: whichever.',
      }),
    ),
  },
  { additionalProperties: false },
)

export const Uploaded = Type.Object({
  success: Type.Boolean({ examples: [true] }),
  id: id(),
  version: version(),
  passages: Type.Integer({ description: 'Into how many parts it was cut to be searched.', examples: [1] }),
})
export const Removed = Type.Object({ success: Type.Boolean({ examples: [true] }) })

export const DocumentList = Type.Object({
  documents: Type.Array(
    Type.Object({
      id: id(),
      name: Type.String({ examples: ['Raids'] }),
      origin: Type.String({ description: '`uploaded`, or `file` of the data directory.', examples: ['uploaded'] }),
      version: version(),
      bytes: Type.Integer({ examples: [38] }),
      passages: Type.Integer({ examples: [1] }),
      updated_at: Type.String({ format: 'date-time' }),
      updated_by: Type.Union([SnowflakeOut(), Type.Null()]),
    }),
  ),
})
