/**
 * What staff wrote in Discord's Markdown, as HTML: paragraphs, lists, bold, italics, code and links to https. Everything
 * is escaped first; what is put in afterwards are these elements, and nothing that was written becomes one.
 */
export function htmlOf(markdown: string): string {
  const codes: string[] = []
  // A code point of nobody's marks where code stood, so that nothing in it is taken for formatting.
  const keep = (html: string) => `\uE000${codes.push(html) - 1}\uE001`
  const withoutCode = escaped(markdown.replaceAll(/[\uE000\uE001]/g, ''))
    .replaceAll(
      /```(?:\w+\n)?\n?([\s\S]*?)```/g,
      (_all, code: string) => `\n\n${keep(`<pre><code>${code.trimEnd()}</code></pre>`)}\n\n`,
    )
    .replaceAll(/`([^`\n]+)`/g, (_all, code: string) => keep(`<code>${code}</code>`))
  const html = withoutCode
    .split(/\n{2,}/)
    .map(blockOf)
    .join('\n')
  return html.replaceAll(/(<p>)?\uE000(\d+)\uE001(<\/p>)?/g, (_all, open = '', index: string, close = '') => {
    const code = codes[Number(index)] ?? ''
    return code.startsWith('<pre>') && open && close ? code : `${open}${code}${close}`
  })
}

export function escaped(text: string): string {
  const entities: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '')
}

const ITEM = /^\s*(?:[-*]|\d{1,3}[.)])\s+/
const NUMBERED = /^\s*\d/

function blockOf(block: string): string {
  const lines = block.split('\n').filter((line) => line.trim() !== '')
  const parts: string[] = []
  let items: string[] = []
  let words: string[] = []
  const end = () => {
    if (words.length > 0) parts.push(`<p>${words.join('<br>')}</p>`)
    const list = NUMBERED.test(items[0] ?? '') ? 'ol' : 'ul'
    if (items.length > 0)
      parts.push(`<${list}>${items.map((item) => `<li>${inline(item.replace(ITEM, ''))}</li>`).join('')}</${list}>`)
    items = []
    words = []
  }
  for (const line of lines) {
    const isItem = ITEM.test(line)
    if (isItem ? words.length > 0 : items.length > 0) end()
    if (isItem) items.push(line)
    else words.push(inline(line.replace(/^#{1,3}\s+(.*)$/, '**$1**')))
  }
  end()
  return parts.join('\n')
}

/** Of a line that is escaped already: links first, so that signs in an address format nothing. */
function inline(line: string): string {
  const links: string[] = []
  const keep = (address: string, words: string) =>
    `\uE002${links.push(`<a href="${address}" rel="noopener nofollow">${emphasised(words)}</a>`) - 1}\uE003`
  const linked = line
    .replaceAll(/[\uE002\uE003]/g, '')
    .replaceAll(/\[([^\]\n]+)\]\((https:\/\/[^\s()\uE000\uE001]+)\)/g, (_all, words: string, address: string) =>
      keep(address, words),
    )
    .replaceAll(/https:\/\/(?:(?!&(?:lt|gt|quot|#39);)[^\s()\uE000-\uE003])+/g, (address) => keep(address, address))
  return emphasised(linked).replaceAll(/\uE002(\d+)\uE003/g, (_all, index: string) => links[Number(index)] ?? '')
}

function emphasised(text: string): string {
  return text
    .replaceAll(/\*\*([^*\n]+)\*\*/g, '<strong>$1</strong>')
    .replaceAll(/(?<![\w*])[*_]([^*_\n]+)[*_](?![\w*])/g, '<em>$1</em>')
}
