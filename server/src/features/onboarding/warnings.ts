import type { GuildId } from '../../kernel/ids.ts'
import type { Platform } from '../../platform/feature.ts'
import { systemSettings } from '../../platform/settings/system.ts'
import type { Warning } from '../../platform/settings/warning.ts'
import { lacksRules } from './course.ts'
import { chosenPlace, placeOf } from './panel-store.ts'
import { onboardingSettings } from './settings.ts'
import type { Walk } from './walk.ts'
import { adminWords } from './words-admin.ts'

/** A Start button that nobody can start with. */
export function onboardingWarnings({ db, settings }: Pick<Platform, 'db' | 'settings'>, walk: Pick<Walk, 'course'>) {
  return async (guildId: GuildId): Promise<Warning[]> => {
    const [{ course }, chosen, rulesChannel] = await Promise.all([
      walk.course(guildId),
      chosenPlace(db, guildId),
      settings.read(systemSettings.rulesChannel, guildId),
    ])
    if (placeOf(chosen, rulesChannel) === null || !lacksRules(course)) return []
    const problem = adminWords.everywhere('cannot_start')
    return [{ about: onboardingSettings.enabled, problem, repair: adminWords.everywhere('cannot_start_repair') }]
  }
}
