import { type Static, Type } from 'typebox'
import type { GuildId } from '../../kernel/ids.ts'
import { SnowflakeIn, SnowflakeOut } from '../../platform/schema/snowflakes.ts'

export const GuildPath = Type.Object({ guild_id: SnowflakeIn<GuildId>() })

export const FindingOut = Type.Object(
  {
    severity: Type.Enum(['error', 'warning', 'ok']),
    feature: Type.String({ description: 'The category of its settings; `discord`: the bot as a whole.' }),
    setting: Type.Union([Type.String(), Type.Null()], {
      description: 'As `category.key`; null where it is about something else.',
    }),
    channel_id: Type.Union([SnowflakeOut(), Type.Null()], { description: 'Also of a category.' }),
    role_id: Type.Union([SnowflakeOut(), Type.Null()]),
    problem: Type.String({ description: 'What is wrong, or that it works.' }),
    repair: Type.Union([Type.String(), Type.Null()], { description: 'What to click in Discord; null: nothing.' }),
  },
  {
    examples: [
      {
        severity: 'error',
        feature: 'system',
        setting: 'system.log_channel_id',
        channel_id: '1100000000000000203',
        role_id: null,
        problem: 'Log channel: in #logs I do not have Send Messages.',
        repair: 'Edit Channel #logs → Permissions → Alphapy → allow Send Messages → Save Changes.',
      },
    ],
  },
)
export type FindingOut = Static<typeof FindingOut>

export const DiagnosisOut = Type.Object({
  checked_at: Type.String({ format: 'date-time' }),
  findings: Type.Array(FindingOut, {
    description: 'What is broken first, then what could be better, then what works.',
  }),
})
export type DiagnosisOut = Static<typeof DiagnosisOut>
