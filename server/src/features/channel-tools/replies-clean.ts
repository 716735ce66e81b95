import { ButtonStyle } from 'discord-api-types/v10'
import { instantOfId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import type { OutgoingMessage } from '../../platform/discord/message.ts'
import { button, plain, row } from '../../platform/discord/message-parts.ts'
import { timestamp } from '../../platform/discord/text.ts'
import type { Cleaned } from './cleaning.ts'
import { type Range, rangeText } from './cleaning-rules.ts'
import { cleanWords } from './words-clean.ts'

/** What is asked before so many messages go. */
export function askReply(range: Range, count: number, language: Language): OutgoingMessage {
  const say = cleanWords(language)
  const [from, to] = [range.oldest, range.newest].map((id) => timestamp(instantOfId(id), 'f'))
  return plain(
    say('ask', { count, from: from ?? '', to: to ?? '' }),
    row(
      button(customId('channel_tools', 'clean', rangeText(range)), say('delete', { count }), {
        style: ButtonStyle.Danger,
      }),
      button(customId('channel_tools', 'keep'), say('keep')),
    ),
  )
}

export function cleanedReply(cleaned: Cleaned, language: Language): OutgoingMessage {
  const say = cleanWords(language)
  const sentences = (['deleted', 'left', 'refused', 'unanswered'] as const)
    .filter((end) => cleaned[end] > 0)
    .map((end) => say(end, { count: cleaned[end] }))
  return plain(sentences.join('\n') || say('nothing'))
}

export function keptReply(language: Language): OutgoingMessage {
  return plain(cleanWords(language)('kept'))
}
