import type { GuildId } from '../../kernel/ids.ts'
import type { Choice } from '../../platform/discord/choice.ts'
import type { Command } from '../../platform/discord/commands.ts'
import type { Feature } from '../../platform/feature.ts'
import type { Setting } from '../../platform/settings/define.ts'
import type { Warning } from '../../platform/settings/warning.ts'
import { doctorInteractions } from './commands.ts'
import { doctor as doctorOf } from './doctor.ts'
import { doctorRoutes } from './routes.ts'

interface DoctorOptions {
  /** Of all features. */
  readonly declared: readonly Setting[]
  commands(): readonly Command[]
  choices(guildId: GuildId): Promise<readonly Choice[]>
  warnings(guildId: GuildId): Promise<readonly Warning[]>
}

/** Whether the bot has in a guild what its admins chose it to have, and what to click where it has not. */
export function doctor(options: DoctorOptions): Feature {
  return {
    name: 'doctor',
    build(platform) {
      const examining = doctorOf({ ...platform, ...options })
      return { ...doctorInteractions(examining), routes: (http) => doctorRoutes(http, examining) }
    },
  }
}
