import { type APIEmbed, ComponentType } from 'discord-api-types/v10'
import type { Language } from '../../kernel/language.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { button, type Row, row } from '../../platform/discord/message-parts.ts'
import { cut, verbatim } from '../../platform/discord/text.ts'
import type { Entry } from './entry.ts'
import { reasonsIn } from './reasons.ts'
import type { Hit } from './search/judge.ts'
import { faqWords } from './words.ts'

/** What members are answered. */

export const ON_A_PAGE = 10
const LAST_PAGE = 9_999

export interface Page {
  readonly entries: readonly Pick<Entry, 'number' | 'title' | 'category'>[]
  readonly page: number
  readonly pages: number
  readonly category: string | null
}

export function listReply({ entries, page, pages, category }: Page, language: Language): OutgoingMessage {
  const say = faqWords(language)
  const lines = entries.map(({ number, title, category: own }) => {
    const shown = { number, title: verbatim(title) }
    return own === null || category !== null
      ? say('list_line', shown)
      : say('list_line_of', { ...shown, category: verbatim(own) })
  })
  const embed: APIEmbed = {
    title: category === null ? say('list_title') : say('list_of', { category: verbatim(category) }),
    description: lines.join('\n') || say('list_empty'),
    ...(pages > 1 && { footer: { text: say('list_footer', { page, pages }) } }),
  }
  const turn = (act: 'previous' | 'next', to: number, isThere: boolean) =>
    button(customId('faq', act, `${to}.${category ?? ''}`), say(act), { disabled: !isThere })
  const pager = row(turn('previous', Math.max(1, page - 1), page > 1), turn('next', page + 1, page < pages))
  return { embeds: [embed], ...(pages > 1 && { components: [pager] }), allowed_mentions: NO_MENTIONS }
}

/** Whatever comes, a page. */
export function parsePage(text: string): Pick<Page, 'page' | 'category'> {
  const [, page = '1', category = ''] = /^(\d{1,4})\.(.*)$/s.exec(text) ?? []
  return { page: Math.min(Math.max(1, Number(page)), LAST_PAGE), category: category || null }
}

export function entryReply(entry: Entry, language: Language, ...components: readonly Row[]): OutgoingMessage {
  return {
    embeds: [entryEmbed(entry, language)],
    ...(components.length > 0 && { components: [...components] }),
    allowed_mentions: NO_MENTIONS,
  }
}

/** The answer as staff wrote it, with its formatting; an embed notifies nobody. */
export function entryEmbed({ number, title, answer, category, state }: Entry, language: Language): APIEmbed {
  const say = faqWords(language)
  const place = category === null ? say('number', { number }) : say('number_of', { number, category })
  const footer = state === 'published' ? place : `${place} · ${say(state === 'draft' ? 'draft' : 'deleted')}`
  return { title: verbatim(title), description: answer, footer: { text: footer } }
}

const LONGEST_SNIPPET = 200
const LONGEST_LABEL = 100

export function foundReply(hits: readonly Hit[], language: Language): OutgoingMessage {
  const say = faqWords(language)
  if (hits.length === 0) return { content: say('found_none'), allowed_mentions: NO_MENTIONS }
  const lines = hits.map(({ number, title, answer, reasons }) =>
    say('found_line', {
      number,
      title: verbatim(title),
      reason: reasonsIn(reasons, language),
      answer: verbatim(cut(answer.replaceAll(/\s+/g, ' '), LONGEST_SNIPPET)),
    }),
  )
  const choose: Row = {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: customId('faq', 'read'),
        placeholder: say('found_choose'),
        options: hits.map(({ id, title }) => ({ label: cut(title, LONGEST_LABEL), value: id })),
      },
    ],
  }
  const embed = { title: say('found_title'), description: lines.join('\n\n') }
  return { embeds: [embed], components: [choose], allowed_mentions: NO_MENTIONS }
}
