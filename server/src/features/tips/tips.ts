import { PermissionFlagsBits } from 'discord-api-types/v10'
import { ChannelId, type GuildId } from '../../kernel/ids.ts'
import { type Language, languageFor } from '../../kernel/language.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { lockName } from '../../platform/database/advisory-lock.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { ChannelAccess } from '../../platform/discord/channel-access.ts'
import type { ActorInGuild } from '../../platform/discord/invocation.ts'
import { post } from '../../platform/discord/outbox.ts'
import { permissionNames } from '../../platform/discord/permission-names.ts'
import type { Milestone } from '../../platform/events/milestones.ts'
import type { Platform } from '../../platform/feature.ts'
import { systemSettings } from '../../platform/settings/system.ts'
import { tipMessage } from './messages.ts'
import { tipSettings } from './settings.ts'
import { forgetTold, lastTold, noteTold, oldestUntold, postpone } from './store.ts'
import { tipWords } from './words.ts'

const A_DAY = { hours: 24 }
/** Until it is looked again whether there is a log channel by now. */
const UNTIL_LOOKED = { minutes: 10 }
const WORTH_FOR = { hours: 30 * 24 }

/** Before then nothing was done that is worth a tip today. */
export function notBefore(now: Temporal.Instant): Temporal.Instant {
  return now.subtract(WORTH_FOR)
}

export interface TipService {
  /** The oldest tip that waits, unless it has to wait on: for a day to pass, a log channel, or tips to be wanted. */
  tellNext(guildId: GuildId): Promise<void>
  /** This one and now; for admins who want to see it. @returns where it goes. */
  tell(admin: ActorInGuild, milestone: Milestone): Promise<ChannelId>
  /** @returns how many may come again. */
  reset(guildId: GuildId, milestone: Milestone | null): Promise<number>
}

type Needs = Pick<Platform, 'db' | 'clock' | 'settings' | 'access'>

export function tipService({ db, clock, settings, access }: Needs): TipService {
  async function logChannel(guildId: GuildId): Promise<ChannelId | null> {
    const id = await settings.read(systemSettings.logChannel, guildId)
    return id === null ? null : ChannelId.parse(id)
  }

  /** Tips of one guild are told one after another, whichever process tells them. */
  function inTurn<Result>(guildId: GuildId, act: (tx: Tx) => Promise<Result>): Promise<Result> {
    return db.transaction().execute(async (tx) => {
      await lockName(tx, `tips:${guildId}`)
      return act(tx)
    })
  }

  async function send(tx: Tx, guildId: GuildId, channelId: ChannelId, milestone: Milestone): Promise<void> {
    const now = clock.now()
    const language = languageFor(null, await settings.read(systemSettings.locale, guildId))
    await noteTold(tx, guildId, milestone, now)
    const message = tipMessage(milestone, language)
    await post(tx, { guildId, to: { channelId }, purpose: 'tips.tip', about: milestone, message }, now)
    await postpone(tx, guildId, now.add(A_DAY))
  }

  return {
    async tellNext(guildId) {
      const now = clock.now()
      const [isWanted, channelId] = [await settings.read(tipSettings.enabled, guildId), await logChannel(guildId)]
      if (!isWanted || !channelId) return postpone(db, guildId, now.add(UNTIL_LOOKED))
      await inTurn(guildId, async (tx) => {
        const last = await lastTold(tx, guildId)
        if (last && Temporal.Instant.compare(now, last.add(A_DAY)) < 0) return postpone(tx, guildId, last.add(A_DAY))
        const milestone = await oldestUntold(tx, guildId, notBefore(now))
        if (milestone) await send(tx, guildId, channelId, milestone)
      })
    },
    async tell({ guildId, actor }, milestone) {
      const channelId = await logChannel(guildId)
      if (!channelId) throw new Refusal('conflict', 'tips.no_log_channel', tipWords.everywhere('no_log_channel'))
      const found = await access.channelAccess(channelId, actor.userId)
      if (!found) throw new Refusal('conflict', 'tips.log_channel_gone', tipWords.everywhere('log_channel_gone'))
      requireSpeech(channelId, found)
      await inTurn(guildId, (tx) => send(tx, guildId, channelId, milestone))
      return channelId
    },
    reset: (guildId, milestone) => inTurn(guildId, (tx) => forgetTold(tx, guildId, milestone)),
  }
}

function requireSpeech(channelId: ChannelId, { bot }: ChannelAccess): void {
  const { ViewChannel, SendMessages, EmbedLinks } = PermissionFlagsBits
  const missing =
    (bot.canView ? 0n : ViewChannel) | (bot.canSend ? 0n : SendMessages) | (bot.canEmbed ? 0n : EmbedLinks)
  if (missing === 0n) return
  const sentence = (language: Language) =>
    tipWords(language)('bot_needs', { channel: `<#${channelId}>`, permissions: permissionNames(missing, language) })
  throw new Refusal('forbidden', 'tips.bot_needs', { en: sentence('en'), nl: sentence('nl') })
}
