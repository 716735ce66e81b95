import { ButtonStyle } from 'discord-api-types/v10'
import type { Language } from '../../kernel/language.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import type { OutgoingMessage } from '../../platform/discord/message.ts'
import { button, plain, row } from '../../platform/discord/message-parts.ts'
import { guildLifeWords } from './words.ts'

/** Plain text, which needs no permission but to write. The button begins the guided set-up of the settings. */
export function greetingMessage(language: Language): OutgoingMessage {
  const say = guildLifeWords(language)
  return plain(
    `${say('hello')}\n${say('set_up_here')}\n${say('doctor')}`,
    row(button(customId('settings', 'begin'), say('set_me_up'), { style: ButtonStyle.Primary })),
  )
}

/** To the owner of a guild in which the bot may not write; buttons do nothing outside of guilds. */
export function directGreeting(language: Language): OutgoingMessage {
  const say = guildLifeWords(language)
  return plain(`${say('hello_owner')}\n${say('set_up_there')}\n${say('doctor')}`)
}
