import { ComponentType } from 'discord-api-types/v10'
import type { Language } from '../../kernel/language.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { row } from '../../platform/discord/message-parts.ts'
import { cut } from '../../platform/discord/text.ts'
import { nameOf, type Setting } from '../../platform/settings/define.ts'
import { COLOUR } from './replies.ts'
import { button } from './replies-parts.ts'
import type { CurrentSetting } from './service.ts'
import { shownValue } from './values.ts'
import { configWords } from './words.ts'

/** What admins read when they look at many settings: `/config show` and `/config scopes`. */

/** As many as a select may offer: https://discord.com/developers/docs/components/reference#string-select */
const MOST_ON_PAGE = 20
/** Of the 4096 that an embed's description may have. */
const LONGEST_PAGE = 3800
const LONGEST_SCOPES = 3800

/** `settings` are those of one scope, or all. */
export function showReply(
  settings: readonly CurrentSetting[],
  scope: string,
  wantedPage: number,
  language: Language,
): OutgoingMessage {
  const say = configWords(language)
  const pages = pagesOf(settings, language)
  const index = Math.min(Math.max(0, wantedPage), pages.length - 1)
  const shown = pages[index] ?? []
  const turning = [
    button('show', `${index - 1}:${scope}`, say('previous'), { disabled: index === 0 }),
    button('show', `${index + 1}:${scope}`, say('next'), { disabled: index === pages.length - 1 }),
  ]
  return {
    embeds: [
      {
        color: COLOUR,
        title: scope === '' ? say('settings') : say('settings_of', { scope }),
        description: textOf(shown, language),
        footer: {
          text:
            pages.length > 1 ? say('show_footer_paged', { page: index + 1, pages: pages.length }) : say('show_footer'),
        },
      },
    ],
    components: [row(changeSelect(shown, language)), ...(pages.length > 1 ? [row(...turning)] : [])],
    allowed_mentions: NO_MENTIONS,
  }
}

/** Pages that fit an embed and a select; a scope goes on over the page's end. */
function pagesOf(settings: readonly CurrentSetting[], language: Language): CurrentSetting[][] {
  const pages: CurrentSetting[][] = [[]]
  for (const current of settings) {
    const page = pages.at(-1)
    const isFull = !page || page.length === MOST_ON_PAGE || textOf([...page, current], language).length > LONGEST_PAGE
    if (isFull) pages.push([current])
    else page.push(current)
  }
  return pages
}

/** One line for each scope, with the settings that are not at their default. */
export function scopesReply(settings: readonly CurrentSetting[], language: Language): OutgoingMessage {
  const say = configWords(language)
  const lines = [...Map.groupBy(settings, ({ setting }) => setting.scope)].map(([scope, ofScope]) => {
    const chosen = ofScope.filter(({ isDefault }) => !isDefault).length
    const labels = cut(ofScope.map(({ setting }) => setting.label[language]).join(', '), 150)
    return say('scope_line', { scope, count: ofScope.length, changed: chosen === 0 ? say('none') : chosen, labels })
  })
  return {
    embeds: [
      {
        color: COLOUR,
        title: say('scopes'),
        description: cut(lines.join('\n'), LONGEST_SCOPES),
        footer: { text: say('scopes_footer') },
      },
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

function textOf(page: readonly CurrentSetting[], language: Language): string {
  const sections = [...Map.groupBy(page, ({ setting }) => setting.scope)]
  return sections
    .map(([scope, ofScope]) => [`### ${scope}`, ...ofScope.map((current) => lineOf(current, language))].join('\n'))
    .join('\n')
}

function lineOf({ setting, value, isDefault }: CurrentSetting, language: Language): string {
  const state = isDefault && value !== null ? ` ${configWords(language)('at_default')}` : ''
  return `**${setting.label[language]}** \`${setting.key}\`: ${shownValue(setting, value, language)}${state}`
}

function changeSelect(page: readonly CurrentSetting[], language: Language) {
  const optionOf = (setting: Setting) => ({
    label: cut(setting.label[language], 100),
    value: nameOf(setting),
    description: nameOf(setting),
  })
  return {
    type: ComponentType.StringSelect as const,
    custom_id: customId('settings', 'open'),
    placeholder: configWords(language)('pick_setting'),
    options: page.map(({ setting }) => optionOf(setting)),
  }
}
