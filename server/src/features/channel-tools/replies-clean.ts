import { ButtonStyle, ComponentType } from 'discord-api-types/v10'
import { instantOfId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { timestamp } from '../../platform/discord/text.ts'
import type { Cleaned } from './cleaning.ts'
import { type Range, rangeText } from './cleaning-rules.ts'
import { cleanWords } from './words-clean.ts'

/** What is asked before so many messages go. */
export function askReply(range: Range, count: number, language: Language): OutgoingMessage {
  const say = cleanWords(language)
  const [from, to] = [range.oldest, range.newest].map((id) => timestamp(instantOfId(id), 'f'))
  const button = { type: ComponentType.Button as const }
  return {
    content: say('ask', { count, from: from ?? '', to: to ?? '' }),
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            ...button,
            style: ButtonStyle.Danger,
            label: say('delete', { count }),
            custom_id: customId('channel_tools', 'clean', rangeText(range)),
          },
          { ...button, style: ButtonStyle.Secondary, label: say('keep'), custom_id: customId('channel_tools', 'keep') },
        ],
      },
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

export function cleanedReply(cleaned: Cleaned, language: Language): OutgoingMessage {
  const say = cleanWords(language)
  const sentences = (['deleted', 'left', 'refused', 'unanswered'] as const)
    .filter((end) => cleaned[end] > 0)
    .map((end) => say(end, { count: cleaned[end] }))
  return { content: sentences.join('\n') || say('nothing'), allowed_mentions: NO_MENTIONS }
}

export function keptReply(language: Language): OutgoingMessage {
  return { content: cleanWords(language)('kept'), allowed_mentions: NO_MENTIONS }
}
