import { type APIEmbedField, type APIMessageComponentEmoji, ButtonStyle, ComponentType } from 'discord-api-types/v10'
import type { Language } from '../../../kernel/language.ts'
import { customId } from '../../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../../platform/discord/message.ts'
import { button, type Row, row } from '../../../platform/discord/message-parts.ts'
import { defused, verbatim } from '../../../platform/discord/text.ts'
import { panelWords } from '../words-panels.ts'
import { hoursText } from './hours-text.ts'
import type { Panel } from './panel.ts'
import type { Posting } from './posting-store.ts'

const BUTTONS_IN_A_ROW = 5
const BLURPLE = 0x5865f2

/** The message that offers these panels, at least one. */
export function postingMessage(panels: readonly Panel[], style: Posting['style'], language: Language): OutgoingMessage {
  const say = panelWords(language)
  return {
    embeds: [
      {
        color: BLURPLE,
        title: say('posting_title'),
        description: say(style === 'menu' ? 'posting_menu' : 'posting_buttons'),
        fields: panels.map((panel) => fieldOf(panel, language)),
      },
    ],
    components: style === 'menu' ? [menuOf(panels, language)] : rowsOf(panels),
    allowed_mentions: NO_MENTIONS,
  }
}

function fieldOf({ name, description, emoji, hours }: Panel, language: Language): APIEmbedField {
  const open = hours ? panelWords(language)('posting_hours', { hours: hoursText(hours, language) }) : ''
  return {
    name: [emoji, verbatim(name)].filter(Boolean).join(' '),
    // Discord refuses a field without a value.
    value: [defused(description), open].filter(Boolean).join('\n') || '\u200b',
  }
}

function rowsOf(panels: readonly Panel[]): Row[] {
  const buttons = panels.map(({ id, name, emoji }) => ({
    ...button(customId('tickets', 'open', id), name, { style: ButtonStyle.Primary }),
    ...(emoji && { emoji: emojiOf(emoji) }),
  }))
  const starts = Array.from({ length: Math.ceil(buttons.length / BUTTONS_IN_A_ROW) }, (_, index) => index)
  return starts.map((index) => row(...buttons.slice(index * BUTTONS_IN_A_ROW, (index + 1) * BUTTONS_IN_A_ROW)))
}

function menuOf(panels: readonly Panel[], language: Language): Row {
  return row({
    type: ComponentType.StringSelect,
    custom_id: customId('tickets', 'pick'),
    placeholder: panelWords(language)('posting_placeholder'),
    min_values: 1,
    max_values: 1,
    options: panels.map(({ id, name, description, emoji }) => ({
      label: name,
      value: id,
      ...(description && { description }),
      ...(emoji && { emoji: emojiOf(emoji) }),
    })),
  })
}

/** A character, or `<:name:id>` of the guild's own. */
function emojiOf(text: string): APIMessageComponentEmoji {
  const [, animated, name, id] = /^<(a?):(\w+):(\d+)>$/.exec(text) ?? []
  return id !== undefined && name !== undefined ? { id, name, animated: animated === 'a' } : { name: text }
}
