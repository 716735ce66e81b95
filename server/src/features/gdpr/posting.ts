import { ChannelId, type GuildId, type MessageId } from '../../kernel/ids.ts'
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

/** How far back it is looked for; Discord gives no more at once. */
const SEARCHED = 100

/** Puts the agreement into its channel, in the place of the one that stands there, and pins it where the bot may. */
export async function postAgreement(needs: PostingNeeds, posting: Posting): Promise<Posted> {
  const { discord, settings, logger } = needs
  const { current, guildId, language, useId } = posting
  const chosen = await settings.read(gdprSettings.channel, guildId)
  if (chosen === null) throw new Refusal('conflict', 'gdpr.no_channel', gdprWords.everywhere('no_channel'))
  const channelId = ChannelId.parse(chosen)
  const message = agreementMessage(current, language)
  // With the same nonce a second try gives the message of the first back, if that one did arrive.
  const send = () => discord.sendMessage(channelId, message, { nonce: nonceOf('gdpr', useId) })
  const put = async () => (await replaced(discord, channelId, message)) ?? (await send()).id
  const id = await put()
    .catch((error: unknown) => (isUnavailable(error) ? put() : Promise.reject(error)))
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

/** Null where none of ours is found, or the bot may not read what stands there. */
async function replaced(
  discord: PostingNeeds['discord'],
  channelId: ChannelId,
  message: ReturnType<typeof agreementMessage>,
): Promise<MessageId | null> {
  const self = await discord.self()
  const recent = await discord.recentMessages(channelId, { limit: SEARCHED }).catch(nothingIfForbidden)
  const found = recent.find(
    ({ authorId, components }) => authorId === self && JSON.stringify(components).includes('"gdpr:agree:'),
  )
  if (found) await discord.editMessage(channelId, found.id, message)
  return found?.id ?? null
}

function nothingIfForbidden(error: unknown): never[] {
  if (error instanceof DiscordFailure && error.kind === 'forbidden') return []
  throw error
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
