import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { htmlOf } from './markdown.ts'

const LAWFUL = /<\/?(?:p|br|ul|ol|li|strong|em|code|pre)>|<a href="https:\/\/[^"<>\s]+" rel="noopener nofollow">|<\/a>/g

describe('an answer on the page', () => {
  const written: readonly (readonly [markdown: string, html: string])[] = [
    ['one\ntwo\n\nthree', '<p>one<br>two</p>\n<p>three</p>'],
    ['**bold** and *italic* and _too_', '<p><strong>bold</strong> and <em>italic</em> and <em>too</em></p>'],
    ['snake_case_name stays', '<p>snake_case_name stays</p>'],
    ['`**code**`', '<p><code>**code**</code></p>'],
    ['```js\nlet a = 1 < 2\n```', '\n<pre><code>let a = 1 &lt; 2</code></pre>\n'],
    ['First:\n- a\n- b', '<p>First:</p>\n<ul><li>a</li><li>b</li></ul>'],
    ['1. a\n2. b', '<ol><li>a</li><li>b</li></ol>'],
    ['# Head', '<p><strong>Head</strong></p>'],
    [
      '[site](https://x.example/a_b_c) https://y.example/?q=a&b=**c**',
      '<p><a href="https://x.example/a_b_c" rel="noopener nofollow">site</a> ' +
        '<a href="https://y.example/?q=a&amp;b=**c**" rel="noopener nofollow">https://y.example/?q=a&amp;b=<strong>c</strong></a></p>',
    ],
    ['[a](http://x.example) [b](javascript:alert(1))', '<p>[a](http://x.example) [b](javascript:alert(1))</p>'],
  ]
  for (const [markdown, html] of written)
    test(`is ${JSON.stringify(html).slice(0, 60)}`, () => assert.equal(htmlOf(markdown).trim(), html.trim()))

  test('has no element and no attribute that is not ours, whatever is written', () => {
    const attacks = [
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '[x](https://a.example/"onmouseover="alert(1))',
      "[x](https://a.example/'onmouseover='alert(1))",
      '[<svg onload=alert(1)>](https://a.example)',
      'https://a.example/"><script>alert(1)</script>',
      'https://a.example/<b>',
      '[x](javascript:alert(1)) [y](JaVaScRiPt:alert(1)) [z](data:text/html,x)',
      '[x](https://a.example "title" onclick="x")',
      '`</code><script>`',
      '```</code></pre><script>alert(1)</script>```',
      '**<b onclick=x>**',
      '\uE0000\uE001 \uE0020\uE003 `a` \uE0001\uE001',
      '[a [b](https://c.example) d](https://e.example)',
      '&lt;script&gt; &#60;script&#62;',
      '- <iframe>\n- `x` [y](https://z.example/`q`)',
      '[`code`](https://a.example/`x`) **[a**](https://b.example)',
      '<!--> --> <![CDATA[ ]]>',
      '[x](https://a.example/\u2028<script>)',
    ]
    for (const attack of attacks) {
      const left = htmlOf(attack).replaceAll(LAWFUL, '')
      assert.doesNotMatch(left, /[<>"']/, `${attack}: ${htmlOf(attack)}`)
      assert.doesNotMatch(htmlOf(attack), /href="(?!https:)/)
    }
  })
})
