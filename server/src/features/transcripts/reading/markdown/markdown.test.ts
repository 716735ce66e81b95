import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { markdownHtml } from '../html/markup.ts'

const names = {
  user: (id: string) => `user ${id}`,
  role: (id: string) => `role ${id}`,
  channel: (id: string) => `channel-${id}`,
}
const html = (text: string) => markdownHtml(text, { names, terms: [], time: (instant) => instant.toString() })
const inline = (text: string) => html(text).replace(/^<p>(.*)<\/p>$/s, '$1')

describe('markup in a line', () => {
  const lines: readonly (readonly [typed: string, shown: string])[] = [
    ['**bold** and *italic* and _italic_', '<strong>bold</strong> and <em>italic</em> and <em>italic</em>'],
    ['***both***', '<strong><em>both</em></strong>'],
    ['__under__ ~~strike~~', '<u>under</u> <s>strike</s>'],
    ['__*nested **deep***__', '<u><em>nested <strong>deep</strong></em></u>'],
    ['||secret||', '<span class="spoiler" tabindex="0">secret</span>'],
    ['`a *b*` ``c ` d``', '<code>a *b*</code> <code>c &#96; d</code>'],
    ['snake_case_name and 2 * 3 * 4', 'snake_case_name and 2 * 3 * 4'],
    ['**never closed *here', '**never closed *here'],
    ['\\*not\\* \\<b>', '*not* &#60;b&#62;'],
    ['one\ntwo', 'one<br>two'],
    [
      '<@1> <@!2> <@&3> <#4>',
      ['@user 1', '@user 2', '@role 3', '#channel-4'].map((name) => `<span class="mention">${name}</span>`).join(' '),
    ],
    ['<:smile:5> <a:dance:6>', '<span class="emoji">:smile:</span> <span class="emoji">:dance:</span>'],
    ['</ticket open:7>', '<span class="mention">/ticket open</span>'],
    ['<t:0:R>', '<time datetime="1970-01-01T00:00:00Z">1970-01-01T00:00:00Z</time>'],
    ['****', '****'],
  ]
  for (const [typed, shown] of lines) test(typed, () => assert.equal(inline(typed), shown))

  const link = (address: string, text = address) =>
    `<a href="${address}" rel="noopener noreferrer nofollow">${text}</a>`
  test('links are those of the web alone', () => {
    assert.equal(inline('see https://example.com/a.'), `see ${link('https://example.com/a')}.`)
    assert.equal(inline('[**here**](https://example.com/)'), link('https://example.com/', '<strong>here</strong>'))
    assert.equal(inline('<https://example.com/>'), link('https://example.com/'))
    assert.equal(inline('[x](ftp://example.com)'), '[x](ftp://example.com)')
    assert.equal(
      inline('[a https://a.example b](https://b.example/)'),
      link('https://b.example/', 'a https://a.example b'),
    )
  })
})

describe('markup of lines', () => {
  const blocks: readonly (readonly [typed: string, shown: string])[] = [
    ['# One\n### Three\n-# small', '<p class="h1">One</p><p class="h3">Three</p><p class="small">small</p>'],
    ['> one\n> two\nthree', '<blockquote><p>one<br>two</p></blockquote><p>three</p>'],
    ['a\n>>> all\nof it', '<p>a</p><blockquote><p>all<br>of it</p></blockquote>'],
    ['- a\n  - b\n2. c', '<ul><li class="d0">• a</li><li class="d1">• b</li><li class="d0">2. c</li></ul>'],
    ['x\n```ts\nlet a = "<b>"\n```\ny', '<p>x</p><pre>let a = &#34;&#60;b&#62;&#34;</pre><p>y</p>'],
    ['```never closed', '<p>&#96;&#96;&#96;never closed</p>'],
    ['#hash and >none', '<p>#hash and &#62;none</p>'],
  ]
  for (const [typed, shown] of blocks) test(JSON.stringify(typed), () => assert.equal(html(typed), shown))
})
