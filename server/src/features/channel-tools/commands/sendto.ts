import { PermissionFlagsBits } from 'discord-api-types/v10'
import { invalidField } from '../../../kernel/refusal.ts'
import { say } from '../../../platform/discord/answers.ts'
import { defineCommand } from '../../../platform/discord/commands.ts'
import { channel, required, text, WRITABLE } from '../../../platform/discord/options.ts'
import { recordEvents } from '../../../platform/events/operational-event.ts'
import type { Platform } from '../../../platform/feature.ts'
import { mentionsAllowed } from '../mentions.ts'
import { linkTo, type Speaking, spokenEvent } from '../speaking.ts'
import { speakingWords } from '../words-speaking.ts'

/** https://discord.com/developers/docs/resources/message#create-message */
const LONGEST = 2000

/** `/sendto`: the words of an admin in a channel, with the bot's name on them. */
export function sendtoCommand(speaking: Speaking, { db, clock, logger }: Pick<Platform, 'db' | 'clock' | 'logger'>) {
  return defineCommand({
    name: 'sendto',
    description: speakingWords.everywhere('sendto_description'),
    needs: { member: PermissionFlagsBits.Administrator },
    options: {
      channel: required(channel(speakingWords.everywhere('channel'), WRITABLE)),
      message: required(text(speakingWords.everywhere('message'))),
    },
    answers: 'message',
    async handle({ channel: channelId, message }, { id, guildId, actor, language }) {
      const speech = { guildId, channelId, userId: actor.userId }
      const content = contentOf(message)
      const { user } = await speaking.requirePlace(speech, false)
      const messageId = await speaking.send(speech, { content, allowed_mentions: mentionsAllowed(content, user) }, id)
      // It stands there already; that this cannot be written must not look as if it did not.
      await db
        .transaction()
        .execute((tx) => recordEvents(tx, [spokenEvent(speech, messageId, 'sendto')], clock.now()))
        .catch((err: unknown) => logger.error({ err, ...speech, messageId }, 'a sent message could not be recorded'))
      return say(speakingWords(language)('sent', { channel: `<#${channelId}>`, link: linkTo(speech, messageId) }))
    },
  })
}

/** Slash commands have no line breaks, so they are written `\n`. */
function contentOf(typed: string): string {
  const content = typed.replaceAll(String.raw`\n`, '\n').trim()
  if (content === '')
    throw invalidField('channel_tools.message_empty', '/message', speakingWords.everywhere('message_empty'))
  const { length } = content
  if (length > LONGEST)
    throw invalidField('channel_tools.message_long', '/message', speakingWords.everywhere('message_long', { length }))
  return content
}
