import type { Language } from '../../kernel/language.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import type { Milestone } from '../../platform/events/milestones.ts'
import { tipWords } from './words.ts'

const COLOUR = 0xfee75c

export function tipMessage(milestone: Milestone, language: Language): OutgoingMessage {
  const say = tipWords(language)
  return {
    embeds: [
      {
        color: COLOUR,
        title: `💡 ${say(`${milestone}_title`)}`,
        description: say(`${milestone}_text`),
        footer: { text: say('footer') },
      },
    ],
    allowed_mentions: NO_MENTIONS,
  }
}
