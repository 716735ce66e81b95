import { Type } from 'typebox'
import type { GuildId } from '../../kernel/ids.ts'
import { SnowflakeIn } from '../../platform/schema/snowflakes.ts'

export const GuildPath = Type.Object({ guild_id: SnowflakeIn<GuildId>() })

export const AgeQuery = Type.Object({
  days: Type.Optional(
    Type.Unsafe<7 | 30>({
      type: 'integer',
      enum: [7, 30],
      description: 'Only what was made in the last 7 or 30 days; without it everything.',
    }),
  ),
})

const text = (description: string) => ({ type: 'string', description })

/** The text is written as it comes from the database. */
export const CsvFile = {
  description:
    'UTF-8 with a byte order mark, RFC 4180; the first line names the columns, of which more may follow the present ones. ' +
    'A cell that a spreadsheet would take for a formula begins with an apostrophe. An answer that breaks off is not whole.',
  headers: {
    'Content-Disposition': text('The name of the file.'),
    'X-Row-Count': { type: 'integer', description: 'How many rows follow the line with the names.' },
  },
  content: { 'text/csv': { schema: Type.Unsafe<NodeJS.ReadableStream>({ type: 'string' }) } },
}
