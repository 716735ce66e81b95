import { ChannelId, type GuildId } from '../../kernel/ids.ts'
import { nonceOf } from '../../kernel/nonce.ts'
import { DiscordFailure } from '../../platform/discord/failure.ts'
import type { OutgoingMessage } from '../../platform/discord/message.ts'
import type { Platform } from '../../platform/feature.ts'
import { nameOf } from '../../platform/settings/define.ts'
import { guildLanguage } from '../../platform/settings/guild-language.ts'
import type { SettingRegistry } from '../../platform/settings/registry.ts'
import { SETTINGS_CHANNEL } from '../../platform/settings/settings.ts'
import { systemSettings } from '../../platform/settings/system.ts'
import { repeating, type Worker } from '../../platform/worker.ts'
import { noteTold, takeUntold } from './log-channel-store.ts'
import { maskedEntry } from './mask.ts'
import { HISTORY_PAGE, toldReply } from './replies-history.ts'
import type { HistoryEntry } from './store.ts'

interface TellingNeeds extends Pick<Platform, 'db' | 'clock' | 'logger' | 'discord' | 'settings' | 'notices'> {
  readonly registry: SettingRegistry
}

/** Heals lost notices, and tries again what Discord did not take. */
const EVERY = { seconds: 30 }
/** What could not be told for so long is no news any more; the history has it. */
const NEWS_FOR = { hours: 1 }

/**
 * Tells the log channel of a guild who changed which of its settings, through whichever door, once the change is
 * committed. A crash between telling and noting tells again, which Discord drops by the nonce.
 */
export function logChannelWorker(needs: TellingNeeds): Worker {
  let changed = new AbortController()
  const wake = () => changed.abort()
  needs.notices.on(SETTINGS_CHANNEL, wake, wake)
  return repeating('settings.tell_log_channel', needs, async (signal) => {
    changed = new AbortController()
    const delayed = new Set<GuildId>()
    while (!signal.aborted && (await tellNext(needs, delayed)));
    return { at: needs.clock.now().add(EVERY), sooner: changed.signal }
  })
}

/** Of one guild. @returns whether there may be more to tell. */
async function tellNext(needs: TellingNeeds, delayed: Set<GuildId>): Promise<boolean> {
  return needs.db.transaction().execute(async (tx) => {
    const taken = await takeUntold(tx, { limit: HISTORY_PAGE, except: delayed })
    if (!taken) return false
    if (await tell(needs, taken.guildId, taken.entries)) await noteTold(tx, taken.entries, needs.clock.now())
    else delayed.add(taken.guildId)
    return true
  })
}

/** Whether that is settled; false asks for another try. */
async function tell(needs: TellingNeeds, guildId: GuildId, entries: readonly HistoryEntry[]): Promise<boolean> {
  const { registry, clock } = needs
  const since = clock.now().subtract(NEWS_FOR)
  const news = entries.filter(({ changedAt }) => Temporal.Instant.compare(changedAt, since) > 0)
  if (news.length === 0) return true
  const find = ({ scope, key }: HistoryEntry) => registry.find(scope, key)
  const message = toldReply(
    news.map((entry) => maskedEntry(registry, entry)),
    find,
    await guildLanguage(needs.settings, guildId),
  )
  const nonce = news.map(({ id }) => String(id))
  const channels = await channelsFor(needs, guildId, news)
  const settled = channels.map((channel) => send(needs, channel, message, nonceOf('settings-told', channel, ...nonce)))
  return (await Promise.all(settled)).every(Boolean)
}

/** None where the guild wants to hear of failures only. A log channel that was replaced hears of that as well. */
async function channelsFor(
  { settings }: TellingNeeds,
  guildId: GuildId,
  entries: readonly HistoryEntry[],
): Promise<ChannelId[]> {
  if ((await settings.read(systemSettings.logLevel, guildId)) === 'critical') return []
  const now = await settings.read(systemSettings.logChannel, guildId)
  const before = entries
    .filter((entry) => nameOf(entry) === nameOf(systemSettings.logChannel))
    .map(({ oldValue }) => oldValue)
  const ids = [now, ...before].filter((id) => typeof id === 'string')
  return [...new Set(ids)].map((id) => ChannelId.parse(id))
}

async function send(
  { discord, logger }: TellingNeeds,
  channel: ChannelId,
  message: OutgoingMessage,
  nonce: string,
): Promise<boolean> {
  try {
    await discord.sendMessage(channel, message, { nonce })
    return true
  } catch (error) {
    if (!(error instanceof DiscordFailure)) throw error
    if (error.kind === 'unavailable' || error.kind === 'unauthorized') return false
    logger.warn({ err: error, channel }, 'The log channel could not be told of changed settings')
    return true
  }
}
