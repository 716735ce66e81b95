import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { parse } from 'parse5'
import { GuildId, MessageId, UserId } from '../../../../kernel/ids.ts'
import { effortMs } from '../../../../testing/effort.ts'
import { ENDLESS, XSS_CORPUS } from '../../../../testing/xss-corpus.ts'
import type { Recorded } from '../../recording/message-store.ts'
import type { KeptEmbed } from '../../recording/said.ts'
import { termsIn } from '../../search/words-of.ts'
import { transcriptWords } from '../../words.ts'
import type { Entry } from '../entry.ts'
import { parseMarkdown } from '../markdown/blocks.ts'
import { momentIn } from '../moment.ts'
import { messageHtml, type Page } from './article.ts'
import { markdownHtml } from './markup.ts'

const at = Temporal.Instant.from('2027-03-01T12:00:00Z')
const GUILD = GuildId.parse('1100000000000000001')

const page = (typed = ''): Page => ({
  say: transcriptWords('en'),
  time: momentIn('en', 'UTC'),
  terms: termsIn(typed),
  names: {
    user: () => null,
    role: () => `"><script>window.__xss=1</script>`,
    channel: () => `'><img src=x onerror=window.__xss=1>`,
  },
  pictures: new Map([['1', { kind: 'image/png', bytes: Buffer.from('"><script>') }]]),
  fileAddress: (id) => `/files/${id}`,
})

/** A message in which this text stands wherever a member can put one. */
function entryWith(text: string): Entry {
  const embed: KeptEmbed = {
    title: text,
    url: text,
    description: text,
    color: 0xff_00_00,
    author: text,
    fields: [{ name: text, value: text, isInline: true }],
    image: text,
    footer: text,
  }
  const message: Recorded = {
    messageId: MessageId.parse('1'),
    ticketId: '1',
    guildId: GUILD,
    authorId: UserId.parse('1100000000000000104'),
    authorName: text,
    isBot: true,
    isWebhook: false,
    kind: 0,
    content: text,
    embeds: [embed],
    components: [
      { kind: 'button', text },
      { kind: 'text', text },
    ],
    stickers: [text],
    mentions: { '1100000000000000104': text },
    replyTo: MessageId.parse('2'),
    isKnown: true,
    isWithheld: false,
    isErased: false,
    sentAt: at,
    editedAt: at,
    deletedAt: at,
    isDeletionMissed: true,
  }
  const file = { messageId: message.messageId, ticketId: '1', guildId: GUILD, size: 5, url: text, attempts: 0 }
  return {
    message,
    former: [{ content: text, embeds: [embed], until: at }],
    attachments: [
      { ...file, id: '1', name: text, state: 'kept' },
      { ...file, id: '2', name: text, state: 'failed' },
    ],
    answered: { messageId: MessageId.parse('2'), authorName: text, content: text, isDeleted: false },
  }
}

/** Everything that a message is made of. */
const TAGS = new Set(
  'article span div bdi time small p a strong em u s mark code pre br blockquote ul li details summary img'.split(' '),
)
const ATTRIBUTES = new Set('id class aria-hidden datetime href rel alt src tabindex'.split(' '))
const ADDRESSES = /^(https?:\/\/|#m\d+$|\/files\/\d+$)/
const PICTURES = /^data:image\/png;base64,[\w+/=]*$/

interface Node {
  readonly nodeName: string
  readonly attrs?: readonly { readonly name: string; readonly value: string }[]
  readonly childNodes?: readonly Node[]
}

/** What a browser would find in it that does not belong there. */
function strangers(html: string): string[] {
  const found: string[] = []
  const visit = ({ nodeName, attrs = [], childNodes = [] }: Node) => {
    if (!nodeName.startsWith('#') && !TAGS.has(nodeName)) found.push(`<${nodeName}>`)
    for (const { name, value } of attrs) {
      if (!ATTRIBUTES.has(name)) found.push(`${nodeName} ${name}=${value}`)
      if (name === 'href' && !ADDRESSES.test(value)) found.push(`${nodeName} href=${value}`)
      if (name === 'src' && !PICTURES.test(value)) found.push(`${nodeName} src=${value}`)
    }
    childNodes.forEach(visit)
  }
  const document: Node = parse(`<!doctype html><body><main>${html}</main>`)
  const body = document.childNodes?.find(({ nodeName }) => nodeName === 'html')?.childNodes?.at(-1)
  const main = body?.childNodes ?? []
  assert.deepEqual(
    main.map(({ nodeName }) => nodeName),
    ['main'],
    'nothing breaks out of the page',
  )
  main[0]?.childNodes?.forEach(visit)
  return found
}

describe('what members type', () => {
  test('is a corpus worth the name', () => assert.ok(new Set(XSS_CORPUS).size >= 100, `${XSS_CORPUS.length}`))

  test('is text in the page, wherever it stands: no tag, no handler, no address but of the web', () => {
    for (const typed of ['', 'script xss "onerror"'])
      for (const text of XSS_CORPUS)
        assert.deepEqual(strangers(messageHtml(entryWith(text), true, page(typed))), [], text)
  })

  test('is all there: nothing is cut out of it', () => {
    const textIn = ({ nodeName, childNodes = [], ...node }: Node & { readonly value?: string }): string =>
      nodeName === '#text' ? (node.value ?? '') : childNodes.map(textIn).join('')
    for (const text of ['<script>alert(1)</script>', '"><img src=x onerror=y>', '[x](javascript:y)'])
      assert.ok(textIn(parse(messageHtml(entryWith(text), true, page()))).includes(text), text)
  })

  test('a file that says it is a picture would be found by this very check', () => {
    assert.deepEqual(strangers('<img src="https://evil.example/x.png" onerror="x">'), [
      'img src=https://evil.example/x.png',
      'img onerror=x',
    ])
    assert.deepEqual(strangers('<a href="javascript:x">y</a><script>z</script>'), ['a href=javascript:x', '<script>'])
  })

  test('is read in a time that grows with its length alone', () => {
    const names = { user: () => 'x', role: () => 'x', channel: () => 'x' }
    for (const text of ENDLESS) {
      const ms = effortMs(() => markdownHtml(text, { names, terms: [], time: String }))
      // A reader that goes back needs minutes.
      assert.ok(ms < 2000, `${JSON.stringify(text.slice(0, 20))}… took ${ms} ms`)
    }
    assert.equal(parseMarkdown('').length, 0)
  })
})
