import type { GuildId } from '../../kernel/ids.ts'
import type { Choice } from '../../platform/discord/choice.ts'
import type { Platform } from '../../platform/feature.ts'
import { systemSettings } from '../../platform/settings/system.ts'
import { chosenPlace } from './panel-store.ts'
import { onboardingSettings } from './settings.ts'
import { adminWords } from './words-admin.ts'

/** The channel that an admin picked for the Start button, unless that is over. */
export function onboardingChoices({ db, settings }: Pick<Platform, 'db' | 'settings'>) {
  return async (guildId: GuildId): Promise<Choice[]> => {
    const chosen = await chosenPlace(db, guildId)
    if (!chosen || chosen.over !== (await settings.read(systemSettings.rulesChannel, guildId))) return []
    return [
      {
        type: 'channel',
        id: chosen.channelId,
        scope: onboardingSettings.enabled.scope,
        label: adminWords.everywhere('start_button'),
        chooseAgain: adminWords.everywhere('start_button_again'),
      },
    ]
  }
}
