import { Type } from 'typebox'
import type { GuildId } from '../../kernel/ids.ts'
import { SnowflakeIn } from '../../platform/schema/snowflakes.ts'

export const SummaryPath = Type.Object({
  guild_id: SnowflakeIn<GuildId>(),
  ticket_id: Type.String({ pattern: '^[1-9][0-9]{0,17}$' }),
})

export const SummaryOut = Type.Object({
  status: Type.Enum(['wanted', 'made', 'without'], {
    examples: ['made'],
    description: 'wanted: it is being written; made: written; without: there is none, for the reason',
  }),
  reason: Type.Union([Type.String(), Type.Null()]),
  summary: Type.Union([Type.String(), Type.Null()]),
  entry: Type.Union([
    Type.Object({ title: Type.String(), answer: Type.String(), keywords: Type.Array(Type.String()) }),
    Type.Null(),
  ]),
})
