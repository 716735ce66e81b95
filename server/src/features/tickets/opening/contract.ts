import { Type } from 'typebox'
import type { GuildId, UserId } from '../../../kernel/ids.ts'
import { SnowflakeIn } from '../../../platform/schema/snowflakes.ts'

const nullable = <Schema extends Type.TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])

export const BlockList = Type.Array(
  Type.Object({
    user_id: Type.String({ examples: ['1100000000000000104'] }),
    blocked_by: nullable(Type.String()),
    reason: nullable(Type.String()),
    blocked_at: Type.String({ format: 'date-time' }),
  }),
)
export const BlockInput = Type.Object(
  { reason: Type.Optional(nullable(Type.String({ minLength: 1, maxLength: 200 }))) },
  { additionalProperties: false, examples: [{ reason: 'Opens tickets for fun' }] },
)
export const Done = Type.Object({ success: Type.Literal(true, { examples: [true] }) })

const guild = { guild_id: SnowflakeIn<GuildId>() }
export const GuildPath = Type.Object(guild)
export const BlockPath = Type.Object({ ...guild, user_id: SnowflakeIn<UserId>() })
