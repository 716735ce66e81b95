import { PermissionFlagsBits } from 'discord-api-types/v10'
import type { ChannelId, GuildId, UserId } from '../../../kernel/ids.ts'
import { inEach } from '../../../kernel/language.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { AccessReader, ChannelAccess } from '../../../platform/discord/channel-access.ts'
import { permissionNames } from '../../../platform/discord/permission-names.ts'
import { MESSAGE_CHANNELS } from '../../../platform/settings/message-channels.ts'
import { panelWords } from '../words-panels.ts'

interface Place {
  readonly guildId: GuildId
  readonly channelId: ChannelId
  readonly userId: UserId
}

/** @throws {Refusal} unless it is a channel of the guild in which the bot may post and edit its panels. */
export async function requirePostable(
  { access }: { readonly access: AccessReader },
  { guildId, channelId, userId }: Place,
): Promise<void> {
  const found = await access.channelAccess(channelId, userId)
  const isOwn = found?.guildId === guildId && MESSAGE_CHANNELS.some((type) => type === found.channelType)
  if (!found || !isOwn) {
    const said = panelWords.everywhere('foreign_channel')
    const errors = [{ path: '/channel_id', message: said.en, said }]
    throw new Refusal('invalid', 'tickets.foreign_channel', said, { errors })
  }
  const missing = missingRights(found)
  if (missing === 0n) return
  const said = inEach((language) =>
    panelWords(language)('posting_needs', {
      channel: `<#${channelId}>`,
      permissions: permissionNames(missing, language),
    }),
  )
  throw new Refusal('forbidden', 'tickets.posting_needs', said)
}

function missingRights({ bot }: ChannelAccess): bigint {
  return (
    (bot.canView ? 0n : PermissionFlagsBits.ViewChannel) |
    (bot.canSend ? 0n : PermissionFlagsBits.SendMessages) |
    (bot.canEmbed ? 0n : PermissionFlagsBits.EmbedLinks) |
    (bot.canReadHistory ? 0n : PermissionFlagsBits.ReadMessageHistory)
  )
}
