import { ChannelId, type GuildId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { nonceOf } from '../../kernel/nonce.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { DiscordFailure } from '../../platform/discord/failure.ts'
import type { Platform } from '../../platform/feature.ts'
import type { CurrentAgreement } from './consents.ts'
import { agreementMessage } from './messages.ts'
import { gdprSettings } from './settings.ts'
import { gdprWords } from './words.ts'

type PostingNeeds = Pick<Platform, 'discord' | 'settings' | 'logger'>

interface Posting {
  readonly current: CurrentAgreement
  readonly guildId: GuildId
  readonly language: Language
  /** Discord's id of the use of the command: for one use one message stands there. */
  readonly useId: string
}

interface Posted {
  readonly channelId: ChannelId
  readonly isPinned: boolean
}

/** Puts the agreement into its channel, and pins it where the bot may. */
export async function postAgreement(needs: PostingNeeds, posting: Posting): Promise<Posted> {
  const { discord, settings, logger } = needs
  const { current, guildId, language, useId } = posting
  const chosen = await settings.read(gdprSettings.channel, guildId)
  if (chosen === null) throw new Refusal('conflict', 'gdpr.no_channel', gdprWords.everywhere('no_channel'))
  const channelId = ChannelId.parse(chosen)
  const message = agreementMessage(current, language)
  // With the same nonce a second try gives the message of the first back, if that one did arrive.
  const send = () => discord.sendMessage(channelId, message, { nonce: nonceOf('gdpr', useId) })
  const { id } = await send()
    .catch((error: unknown) => (isUnavailable(error) ? send() : Promise.reject(error)))
    .catch((error: unknown) => Promise.reject(refusalOf(error, channelId)))
  const isPinned = await discord.pin(channelId, id, 'Privacy notice').then(
    () => true,
    (err: unknown) => {
      logger.info({ err, guildId }, 'The privacy notice could not be pinned')
      return false
    },
  )
  return { channelId, isPinned }
}

function isUnavailable(error: unknown): boolean {
  return error instanceof DiscordFailure && error.kind === 'unavailable'
}

function refusalOf(error: unknown, channelId: ChannelId): unknown {
  if (!(error instanceof DiscordFailure)) return error
  if (error.kind === 'gone') return new Refusal('conflict', 'gdpr.channel_gone', gdprWords.everywhere('channel_gone'))
  if (error.kind === 'forbidden') {
    const sentence = gdprWords.everywhere('channel_closed', { channel: `<#${channelId}>` })
    return new Refusal('conflict', 'gdpr.channel_closed', sentence)
  }
  if (error.kind === 'unavailable')
    return new Refusal('unavailable', 'gdpr.post_unavailable', gdprWords.everywhere('post_unavailable'))
  return error
}
