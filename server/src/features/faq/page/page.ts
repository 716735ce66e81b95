import type { Language } from '../../../kernel/language.ts'
import type { Entry } from '../entry.ts'
import { faqWords } from '../words.ts'
import { escaped, htmlOf } from './markdown.ts'
import { STYLE } from './style.ts'

/** The FAQ of a guild for everybody on the web: HTML that needs no script. */

export interface Place {
  readonly guildId: string
  readonly guildName: string
  readonly language: Language
}

interface Shown {
  readonly number: number
  readonly title: string
  readonly category: string | null
}

interface Listed {
  readonly entries: readonly Shown[]
  /** What was looked for; null: nothing, it is the list. */
  readonly query: string | null
  /** The number after which the next page begins. */
  readonly nextAfter: number | null
}

const addressOf = ({ guildId }: Place, number?: number) => `/faq/${guildId}${number === undefined ? '' : `/${number}`}`

export function listPage(place: Place, { entries, query, nextAfter }: Listed): string {
  const say = faqWords(place.language)
  const heading = say('page_title', { guild: place.guildName })
  const items = entries.map(({ number, title, category }) => {
    const group = category === null ? '' : ` <span class="soft">${escaped(category)}</span>`
    return `<li><a href="${addressOf(place, number)}">${escaped(title)}</a>${group}</li>`
  })
  const none = query === null ? say('page_empty') : say('page_none')
  const list = items.length > 0 ? `<ul class="entries">${items.join('')}</ul>` : `<p>${escaped(none)}</p>`
  const found = query === null ? '' : `<p class="soft">${escaped(say('page_found', { query }))}</p>${back(place)}`
  const more = nextAfter === null ? '' : `<p><a href="?after=${nextAfter}">${escaped(say('page_next'))}</a></p>`
  return page(place, heading, `<h1>${escaped(heading)}</h1>${searchForm(place, query ?? '')}${found}${list}${more}`)
}

export function entryPage(place: Place, { title, answer, category }: Entry): string {
  const group = category === null ? '' : `<p class="soft">${escaped(category)}</p>`
  const article = `<article><h1>${escaped(title)}</h1>${group}${htmlOf(answer)}</article>`
  return page(place, title, `${back(place)}${article}${searchForm(place, '')}`)
}

function back(place: Place): string {
  return `<p><a href="${addressOf(place)}">${escaped(faqWords(place.language)('page_back'))}</a></p>`
}

function searchForm(place: Place, query: string): string {
  const say = faqWords(place.language)
  const label = escaped(say('page_query'))
  return `<form action="${addressOf(place)}" method="get" role="search"><input type="search" name="q" value="${escaped(query)}" placeholder="${label}" aria-label="${label}" maxlength="200"><button>${escaped(say('page_search'))}</button></form>`
}

function page({ language }: Place, title: string, body: string): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)}</title><style>${STYLE}</style></head><body><main>${body}</main></body></html>
`
}
