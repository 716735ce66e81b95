import type { KeptEmbed } from '../../recording/said.ts'
import { linkHtml, type Markup, markdownHtml, textHtml } from './markup.ts'
import { colourClass } from './style.ts'

/** Pictures of embeds are links: a page that fetched them would tell others who reads it. */
export function embedHtml(embed: KeptEmbed, markup: Markup, picture: string): string {
  const { title, url, description, color, author, fields, image, footer } = embed
  const shown = title === null ? '' : `<strong><bdi>${textHtml(title, markup)}</bdi></strong>`
  const parts = [
    author === null ? '' : `<p class="dim"><bdi>${textHtml(author, markup)}</bdi></p>`,
    shown === '' ? '' : `<p>${url === null ? shown : linkHtml(url, shown)}</p>`,
    description === null ? '' : `<div class="text"><bdi>${markdownHtml(description, markup)}</bdi></div>`,
    fields.length === 0 ? '' : `<div class="fields">${fields.map((field) => fieldHtml(field, markup)).join('')}</div>`,
    image === null ? '' : `<p>${linkHtml(image, textHtml(picture, markup))}</p>`,
    footer === null ? '' : `<p class="dim"><bdi>${textHtml(footer, markup)}</bdi></p>`,
  ]
  return `<div class="embed${colourClass(color)}">${parts.join('')}</div>`
}

function fieldHtml({ name, value, isInline }: KeptEmbed['fields'][number], markup: Markup): string {
  const head = `<strong><bdi>${textHtml(name, markup)}</bdi></strong>`
  return `<div${isInline ? ' class="inline"' : ''}>${head}<div class="text"><bdi>${markdownHtml(value, markup)}</bdi></div></div>`
}
