import { ButtonStyle, ComponentType } from 'discord-api-types/v10'
import type { Language } from '../../kernel/language.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { guildLifeWords } from './words.ts'

/** Plain text, which needs no permission but to write. The button begins the guided set-up of the settings. */
export function greetingMessage(language: Language): OutgoingMessage {
  const say = guildLifeWords(language)
  return {
    content: `${say('hello')}\n${say('set_up_here')}\n${say('doctor')}`,
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          {
            type: ComponentType.Button,
            style: ButtonStyle.Primary,
            label: say('set_me_up'),
            custom_id: customId('settings', 'begin'),
          },
        ],
      },
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

/** To the owner of a guild in which the bot may not write; buttons do nothing outside of guilds. */
export function directGreeting(language: Language): OutgoingMessage {
  const say = guildLifeWords(language)
  return {
    content: `${say('hello_owner')}\n${say('set_up_there')}\n${say('doctor')}`,
    allowed_mentions: NO_MENTIONS,
  }
}
