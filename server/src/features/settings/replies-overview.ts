import { ComponentType } from 'discord-api-types/v10'
import { customId } from '../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { nameOf, type Setting } from '../../platform/settings/define.ts'
import { COLOUR } from './replies.ts'
import { button, row } from './replies-parts.ts'
import type { CurrentSetting } from './service.ts'
import { cut, shownValue } from './values.ts'

/** What admins read when they look at many settings: `/config show` and `/config scopes`. */

/** As many as a select may offer: https://discord.com/developers/docs/components/reference#string-select */
const MOST_ON_PAGE = 20
/** Of the 4096 that an embed's description may have. */
const LONGEST_PAGE = 3800
const LONGEST_SCOPES = 3800

/** `settings` are those of one scope, or all. */
export function showReply(settings: readonly CurrentSetting[], scope: string, wantedPage: number): OutgoingMessage {
  const pages = pagesOf(settings)
  const index = Math.min(Math.max(0, wantedPage), pages.length - 1)
  const shown = pages[index] ?? []
  const turning = [
    button('show', `${index - 1}:${scope}`, 'Previous', { disabled: index === 0 }),
    button('show', `${index + 1}:${scope}`, 'Next', { disabled: index === pages.length - 1 }),
  ]
  return {
    embeds: [
      {
        color: COLOUR,
        title: scope === '' ? 'Settings' : `Settings of ${scope}`,
        description: textOf(shown),
        footer: { text: `${pages.length > 1 ? `Page ${index + 1} of ${pages.length} · ` : ''}/config set changes one` },
      },
    ],
    components: [row(changeSelect(shown)), ...(pages.length > 1 ? [row(...turning)] : [])],
    allowed_mentions: NO_MENTIONS,
  }
}

/** Pages that fit an embed and a select; a scope goes on over the page's end. */
function pagesOf(settings: readonly CurrentSetting[]): CurrentSetting[][] {
  const pages: CurrentSetting[][] = [[]]
  for (const current of settings) {
    const page = pages.at(-1)
    const isFull = !page || page.length === MOST_ON_PAGE || textOf([...page, current]).length > LONGEST_PAGE
    if (isFull) pages.push([current])
    else page.push(current)
  }
  return pages
}

/** One line for each scope, with the settings that are not at their default. */
export function scopesReply(settings: readonly CurrentSetting[]): OutgoingMessage {
  const lines = [...Map.groupBy(settings, ({ setting }) => setting.scope)].map(([scope, ofScope]) => {
    const chosen = ofScope.filter(({ isDefault }) => !isDefault).length
    const labels = ofScope.map(({ setting }) => setting.label).join(', ')
    return `**${scope}** · ${ofScope.length} settings, ${chosen === 0 ? 'none' : chosen} changed · ${cut(labels, 150)}`
  })
  return {
    embeds: [
      {
        color: COLOUR,
        title: 'Scopes of settings',
        description: cut(lines.join('\n'), LONGEST_SCOPES),
        footer: { text: '/config show with a scope shows what is in it' },
      },
    ],
    allowed_mentions: NO_MENTIONS,
  }
}

function textOf(page: readonly CurrentSetting[]): string {
  const sections = [...Map.groupBy(page, ({ setting }) => setting.scope)]
  return sections.map(([scope, ofScope]) => [`### ${scope}`, ...ofScope.map(lineOf)].join('\n')).join('\n')
}

function lineOf({ setting, value, isDefault }: CurrentSetting): string {
  const state = isDefault && value !== null ? ' *(default)*' : ''
  return `**${setting.label}** \`${setting.key}\`: ${shownValue(setting, value)}${state}`
}

function changeSelect(page: readonly CurrentSetting[]) {
  const optionOf = (setting: Setting) => ({
    label: cut(setting.label, 100),
    value: nameOf(setting),
    description: nameOf(setting),
  })
  return {
    type: ComponentType.StringSelect as const,
    custom_id: customId('settings', 'open'),
    placeholder: 'Change one of these',
    options: page.map(({ setting }) => optionOf(setting)),
  }
}
