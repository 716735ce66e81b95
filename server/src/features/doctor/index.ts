import type { Command } from '../../platform/discord/commands.ts'
import type { Feature } from '../../platform/feature.ts'
import type { Setting } from '../../platform/settings/define.ts'
import { doctorInteractions } from './commands.ts'
import { doctor as doctorOf } from './doctor.ts'
import { doctorRoutes } from './routes.ts'

interface DoctorOptions {
  /** Of all features. */
  readonly declared: readonly Setting[]
  commands(): readonly Command[]
}

/** Whether the bot has in a guild what the guild's settings ask of it, and what to click where it has not. */
export function doctor(options: DoctorOptions): Feature {
  return {
    name: 'doctor',
    build(platform) {
      const examining = doctorOf({ ...platform, ...options })
      return { ...doctorInteractions(examining), routes: (http) => doctorRoutes(http, examining) }
    },
  }
}
