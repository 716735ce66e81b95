import type { GuildId } from '../../kernel/ids.ts'
import type { Choice } from '../../platform/discord/choice.ts'
import type { Platform } from '../../platform/feature.ts'
import { activeByChannel } from './figures-store.ts'
import { reminderSettings } from './settings.ts'
import { reminderWords } from './words.ts'

/** Where the reminders of a guild speak. One whose channel is gone is paused, and its owner told. */
export function reminderChoices({ db }: Pick<Platform, 'db'>) {
  return async (guildId: GuildId): Promise<Choice[]> => {
    const channels = await activeByChannel(db, guildId)
    return channels.map(({ channelId, count }) => ({
      type: 'channel',
      id: channelId,
      scope: reminderSettings.enabled.scope,
      label: reminderWords.everywhere('in_channel', { count }),
      chooseAgain: null,
    }))
  }
}
