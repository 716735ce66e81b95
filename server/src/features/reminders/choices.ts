import { PermissionFlagsBits } from 'discord-api-types/v10'
import type { GuildId } from '../../kernel/ids.ts'
import type { Choice } from '../../platform/discord/choice.ts'
import type { Platform } from '../../platform/feature.ts'
import { activeByChannel } from './figures-store.ts'
import { reminderSettings } from './settings.ts'
import { reminderWords } from './words.ts'

const MENTIONS =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.EmbedLinks |
  PermissionFlagsBits.MentionEveryone

/** Where the reminders of a guild speak, and mention others. One whose channel is gone is paused, and its owner told. */
export function reminderChoices({ db, settings, guilds }: Pick<Platform, 'db' | 'settings' | 'guilds'>) {
  return async (guildId: GuildId): Promise<Choice[]> => {
    const [channels, mayMention, sketch] = await Promise.all([
      activeByChannel(db, guildId),
      settings.read(reminderSettings.allowEveryone, guildId),
      guilds.guild(guildId),
    ])
    const guarded = new Set<string>(sketch?.roles.flatMap(({ id, mentionable }) => (mentionable ? [] : [id])))
    const isGuarded = (mention: string) => mention === 'everyone' || guarded.has(mention)
    return channels.map(({ channelId, count, mentions }) => ({
      type: 'channel',
      id: channelId,
      scope: reminderSettings.enabled.scope,
      label: reminderWords.everywhere('in_channel', { count }),
      chooseAgain: null,
      ...(mayMention && mentions.some(isGuarded) && { botNeeds: MENTIONS }),
    }))
  }
}
