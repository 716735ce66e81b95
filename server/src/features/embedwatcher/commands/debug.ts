import { PermissionFlagsBits } from 'discord-api-types/v10'
import { ChannelId, GuildId, isSnowflake, MessageId } from '../../../kernel/ids.ts'
import { invalidField, Refusal } from '../../../kernel/refusal.ts'
import type { AccessReader } from '../../../platform/discord/channel-access.ts'
import type { ChannelMessage } from '../../../platform/discord/channel-message.ts'
import { type Command, defineCommand } from '../../../platform/discord/commands.ts'
import { orNull } from '../../../platform/discord/guild-reader.ts'
import type { Invocation } from '../../../platform/discord/invocation.ts'
import { requireNeeds } from '../../../platform/discord/needs.ts'
import { text } from '../../../platform/discord/options.ts'
import { askedModel, modelUse } from '../asking-model.ts'
import { debugReply } from '../debug-reply.ts'
import type { WatcherNeeds } from '../making.ts'
import { embedsOf, isSameReading, readingOf, unaided } from '../reading.ts'
import { setupOf } from '../setup.ts'
import { findByMessage } from '../store.ts'
import { formWords } from '../words-form.ts'

type Needs = WatcherNeeds & { readonly access: AccessReader }

const LINK = /^https:\/\/(?:(?:ptb|canary)\.)?discord(?:app)?\.com\/channels\/(\d+)\/(\d+)\/(\d+)\/?$/
const LOOKED_AT = 10

/** `/debug_parse_embed`: what is understood of an announcement, and why; nothing is made of it. */
export function debugCommand(needs: Needs): Command {
  return defineCommand({
    name: 'debug_parse_embed',
    description: formWords.everywhere('debug_description'),
    needs: { member: PermissionFlagsBits.Administrator },
    options: { message_link: text(formWords.everywhere('debug_link'), { maxLength: 200 }) },
    answers: 'message',
    async handle({ message_link: link }, invocation) {
      const message = link === null ? await newestEmbed(needs, invocation) : await linked(needs, link, invocation)
      const setup = await setupOf(needs, invocation.guildId)
      const now = needs.clock.now()
      // Whoever points at a message without an embed wants to see its text read.
      const plainText = setup.plainText || embedsOf(message).length === 0
      const alone = readingOf(message, { now, timeZone: setup.timeZone, plainText })
      if (!alone) throw new Refusal('invalid', 'embedwatcher.nothing', formWords.everywhere('nothing_to_read'))
      const found = await findByMessage(needs.db, message.id)
      const known = found?.guildId === invocation.guildId ? found : null
      const isRead = known?.reading.model && isSameReading(unaided(known.reading), alone)
      const reading = isRead ? known.reading : await askedModel(needs, setup, message, alone, plainText)
      const looked = { message, reading, setup, known, modelUse: await modelUse(needs, setup, alone) }
      return { kind: 'message', message: debugReply(looked, { now, language: invocation.language }) }
    },
  })
}

async function newestEmbed({ discord }: Needs, invocation: Invocation): Promise<ChannelMessage> {
  requireNeeds({ bot: PermissionFlagsBits.ViewChannel | PermissionFlagsBits.ReadMessageHistory }, invocation)
  const messages = (await orNull(discord.recentMessages(invocation.channelId, { limit: LOOKED_AT }))) ?? []
  const found = messages.find((message) => embedsOf(message).length > 0)
  if (!found) throw new Refusal('not_found', 'embedwatcher.no_embed', formWords.everywhere('no_embed'))
  return found
}

/** The message of a link, if it is one of this guild that the member can read. */
async function linked(
  { access, discord }: Needs,
  link: string,
  { actor, guildId }: Invocation,
): Promise<ChannelMessage> {
  const [, guild = '', channel = '', message = ''] = LINK.exec(link.trim()) ?? []
  if (![guild, channel, message].every(isSnowflake))
    throw invalidField('embedwatcher.link', '/message_link', formWords.everywhere('link_invalid'))
  const isHere = GuildId.parse(guild) === guildId
  const found = isHere ? await access.channelAccess(ChannelId.parse(channel), actor.userId) : null
  const isReadable = found?.guildId === guildId && found.user.canView && found.user.canReadHistory
  const shown = isReadable ? await orNull(discord.message(ChannelId.parse(channel), MessageId.parse(message))) : null
  if (!shown) throw new Refusal('forbidden', 'embedwatcher.link_elsewhere', formWords.everywhere('link_elsewhere'))
  return shown
}
