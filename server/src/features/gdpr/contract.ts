import { Type } from 'typebox'
import type { GuildId } from '../../kernel/ids.ts'
import { SnowflakeIn, SnowflakeOut } from '../../platform/schema/snowflakes.ts'

/** The shapes of consents over HTTP. */

export const GuildPath = Type.Object({ guild_id: SnowflakeIn<GuildId>() })

export const ConsentFiguresOut = Type.Object(
  {
    guild_id: SnowflakeOut(),
    acceptance_count: Type.Integer({ minimum: 0, description: 'Members who agree, to whichever version.' }),
    versions: Type.Array(
      Type.Object({
        version: Type.Integer({ minimum: 1 }),
        accepted: Type.Integer({ minimum: 0 }),
        withdrawn: Type.Integer({ minimum: 0 }),
      }),
      { description: 'Newest first; those to which nobody ever agreed are missing.' },
    ),
  },
  { examples: [{ guild_id: 123456789, acceptance_count: 41, versions: [{ version: 1, accepted: 41, withdrawn: 2 }] }] },
)
