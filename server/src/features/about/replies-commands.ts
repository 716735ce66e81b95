import type { Language } from '../../kernel/language.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { button, row } from '../../platform/discord/message-parts.ts'
import type { ListedCommand } from './command-list.ts'
import { COLOUR } from './replies.ts'
import { aboutWords } from './words.ts'

interface CommandPage {
  readonly listed: readonly ListedCommand[]
  /** By the first word of the command; Discord makes what is typed clickable with it. */
  readonly ids: ReadonlyMap<string, string>
  readonly index: number
  readonly includeAdmin: boolean
}

/**
 * With titles these stay below the 4,096 characters of an embed's description: a mention has at most 125, a
 * description 100 (https://discord.com/developers/docs/resources/message#embed-object-embed-limits).
 */
const PAGE = 14

export function commandsReply({ listed, ids, index, includeAdmin }: CommandPage, language: Language): OutgoingMessage {
  const say = aboutWords(language)
  const pages = Math.max(1, Math.ceil(listed.length / PAGE))
  const current = Math.min(index, pages - 1)
  const shown = listed.slice(current * PAGE, (current + 1) * PAGE)
  const lines = shown.flatMap((command, at) => [
    ...(at === 0 || shown[at - 1]?.title.en !== command.title.en ? [`**${command.title[language]}**`] : []),
    `${mentionOf(command, ids)}${command.isForAdmins ? ' 🔒' : ''}: ${command.descriptions[language]}`,
  ])
  const turn = (to: number, label: string, isThere: boolean) =>
    button(customId('about', 'commands', `${to}:${includeAdmin ? 'admin' : 'all'}`), label, { disabled: !isThere })
  const previous = turn(Math.max(0, current - 1), say('previous'), current > 0)
  const next = turn(current + 1, say('next'), current < pages - 1)
  return {
    embeds: [
      {
        color: COLOUR,
        title: say('commands_title', { count: listed.length }),
        description: lines.join('\n'),
        footer: { text: footer(current, pages, listed, language) },
      },
    ],
    ...(pages > 1 && { components: [row(previous, next)] }),
    allowed_mentions: NO_MENTIONS,
  }
}

/** https://discord.com/developers/docs/reference#message-formatting-formats */
function mentionOf({ name }: ListedCommand, ids: ReadonlyMap<string, string>): string {
  const id = ids.get(name.split(' ', 1)[0] ?? '')
  return id === undefined ? `\`/${name}\`` : `</${name}:${id}>`
}

function footer(current: number, pages: number, listed: readonly ListedCommand[], language: Language): string {
  const say = aboutWords(language)
  const page = say('page', { page: current + 1, pages })
  return listed.some(({ isForAdmins }) => isForAdmins) ? `${page} · 🔒 ${say('locked')}` : page
}
