import { ChannelId, type GuildId } from '../../kernel/ids.ts'
import { type Language, languageFor } from '../../kernel/language.ts'
import type { Settings } from '../../platform/settings/settings.ts'
import { systemSettings } from '../../platform/settings/system.ts'
import { leadsIn } from './leads.ts'
import type { EventReminders } from './ports.ts'
import { embedWatcherSettings } from './settings.ts'

/** How a guild has its announcements read. */
export interface Setup {
  readonly guildId: GuildId
  /** Null where none are read. */
  readonly channelId: ChannelId | null
  readonly logChannelId: ChannelId | null
  /** Where people are asked. */
  readonly questionChannelId: ChannelId | null
  readonly plainText: boolean
  readonly ownMessages: boolean
  /** Whether the language model is asked where the announcement alone does not make it clear. */
  readonly asksModel: boolean
  readonly thresholdPercent: number
  readonly leadMinutes: readonly number[]
  readonly timeZone: string
  readonly language: Language
}

interface SetupNeeds {
  readonly settings: Settings
  readonly reminders: EventReminders
}

export async function setupOf({ settings, reminders }: SetupNeeds, guildId: GuildId): Promise<Setup> {
  const watcher = embedWatcherSettings
  const channel = async (setting: typeof watcher.announcementsChannel | typeof watcher.failureChannel) => {
    const id = await settings.read(setting, guildId)
    return id === null ? null : ChannelId.parse(id)
  }
  const log = await settings.read(systemSettings.logChannel, guildId)
  const logChannelId = log === null ? null : ChannelId.parse(log)
  const leads = leadsIn(await settings.read(watcher.leads, guildId)) ?? []
  return {
    guildId,
    channelId: (await settings.read(watcher.enabled, guildId)) ? await channel(watcher.announcementsChannel) : null,
    logChannelId,
    questionChannelId: (await channel(watcher.failureChannel)) ?? logChannelId,
    plainText: await settings.read(watcher.plainText, guildId),
    ownMessages: await settings.read(watcher.ownMessages, guildId),
    asksModel: await settings.read(watcher.languageModelFallback, guildId),
    thresholdPercent: await settings.read(watcher.threshold, guildId),
    leadMinutes: leads.length > 0 ? leads : [await reminders.usualLead(guildId)],
    timeZone: await settings.read(systemSettings.timeZone, guildId),
    language: languageFor(null, await settings.read(systemSettings.locale, guildId)),
  }
}
