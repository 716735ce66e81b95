import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import type { Browser, Page } from 'playwright-core'
import { UserId } from '../../kernel/ids.ts'
import { startChromium } from '../../testing/chromium.ts'
import { startTalking } from '../../testing/transcripts.ts'
import { until } from '../../testing/until.ts'
import { XSS_CORPUS } from '../../testing/xss-corpus.ts'
import { doubt } from './gaps/marks-store.ts'

const { demo_staff: STAFF, demo_member: MEMBER } = DEMO.people
const MESSAGES = 5_000
/** The desk posts one at the head of the channel. */
const ALL = MESSAGES + 1
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** What the page did that it must not do. */
interface Watched {
  readonly page: Page
  readonly strays: string[]
}

describe('a transcript of 5,000 messages with attachments, in a browser', () => {
  let app: Awaited<ReturnType<typeof startTalking>>
  let talk: Awaited<ReturnType<typeof app.open>>
  let browser: Browser

  before(async () => {
    // Without the gateway all of it is read from Discord, page by page.
    app = await startTalking({ roles: ['api', 'worker'], simulator: { strict: false } })
    await app.configure({ keep_attachments: true })
    talk = await app.open()
    sayAll()
    await doubt(app.db, [talk.ticket.id], app.clock.now())
    browser = await startChromium()
    await until('everything to be read', async () => (await count('ticket_messages')) === ALL, 120_000)
    await until(
      'the files',
      async () => {
        await app.moveTo(app.clock.now().add({ seconds: 31 }))
        const wanted = await app.db
          .selectFrom('ticket_attachments')
          .select('id')
          .where('state', '=', 'wanted')
          .execute()
        return wanted.length === 0 && (await count('ticket_attachments')) > 0
      },
      60_000,
    )
  })
  after(async () => {
    await browser?.close()
    await app?.[Symbol.asyncDispose]()
  })

  /** Two out of three are of the corpus, also as names of files and people. */
  function sayAll(): void {
    const { simulator } = app
    const names = XSS_CORPUS.map((text) => text.slice(0, 32))
    for (let index = 0; index < MESSAGES; index += 1) {
      const text = XSS_CORPUS[index % XSS_CORPUS.length] ?? ''
      const user = simulator.state.users.get(MEMBER)
      if (user && index % 100 === 50) user.global_name = names[index % names.length] ?? null
      const files =
        index % 25 === 0
          ? [{ name: `${text.slice(0, 60).toWellFormed()}.png`, bytes: PNG, contentType: 'image/png' }]
          : []
      const content = index % 3 === 0 ? `message ${index}${index % 500 === 0 ? ' needle' : ''}` : text
      const embeds = index % 10 === 1 ? [{ type: 'rich', title: text.slice(0, 256), description: text }] : []
      simulator.person(index % 2 === 0 ? STAFF : MEMBER).say(talk.channel, content, { files, embeds })
    }
  }

  const count = async (table: 'ticket_messages' | 'ticket_attachments') =>
    (await app.db.selectFrom(table).select('ticket_id').where('ticket_id', '=', talk.ticket.id).execute()).length

  async function open(address: string, headers: Record<string, string> = {}): Promise<Watched> {
    const page = await (await browser.newContext({ extraHTTPHeaders: headers })).newPage()
    const strays: string[] = []
    const own = app.alphapy.apiUrl ?? ''
    page.on('request', (request) => {
      if (!request.url().startsWith(own) && !request.url().startsWith('data:')) strays.push(request.url())
    })
    page.on('dialog', async (dialog) => {
      strays.push(`dialog: ${dialog.message()}`)
      await dialog.dismiss()
    })
    page.setDefaultTimeout(60_000)
    await page.goto(address, { waitUntil: 'load' })
    return { page, strays }
  }

  /** As a reader might who points at everything and opens all that can be opened. */
  async function touchEverything({ page, strays }: Watched): Promise<void> {
    await page.evaluate(`for (const one of document.querySelectorAll('*')) {
      for (const name of ['mouseover', 'mouseenter', 'focus', 'toggle', 'load', 'error', 'pointerover'])
        one.dispatchEvent(new Event(name, { bubbles: true }))
      if (one.tagName === 'DETAILS') one.open = true
    }`)
    assert.equal(await page.evaluate('window.__xss'), undefined)
    assert.deepEqual(strays, [])
  }

  const asStaff = () => app.headers.get(STAFF) ?? {}
  const address = () => `${app.alphapy.apiUrl}${talk.address}.html`

  test('is complete, and no script of a member runs in it', async () => {
    const opened = await open(address(), asStaff())
    const { page } = opened
    assert.equal(await page.locator('article').count(), ALL)
    assert.equal(await page.locator('#count').textContent(), `${ALL} messages`)
    assert.equal(await page.locator('.file').count(), MESSAGES / 25)
    assert.equal(
      await page.evaluate(`[...document.images].filter((image) => image.naturalWidth === 1).length`),
      MESSAGES / 25,
    )
    const shown = await page.evaluate(
      `[...document.querySelectorAll('.text')].map((one) => one.textContent).join('\\n')`,
    )
    for (const text of [
      'message 0 needle',
      '<img src=x onerror=window.__xss=1>',
      '</style><script>window.__xss=1</script>',
    ])
      assert.ok(String(shown).includes(text), text)
    await touchEverything(opened)
  })

  test('is searched in the browser, and by its form without any script', async () => {
    const { page } = await open(address(), asStaff())
    assert.equal(await page.evaluate(`window.find('message 4998')`), true)
    await page.fill('input[name=q]', 'needle')
    await page.click('form button')
    await page.waitForURL(/q=needle/)
    assert.equal(await page.locator('article').count(), 4)
    assert.deepEqual(await page.locator('mark').allTextContents(), ['needle', 'needle', 'needle', 'needle'])
  })

  test('is read by the member through a link, as safely', async () => {
    const link = await app.recordings.link(talk.ticket, UserId.parse(MEMBER))
    assert.ok(link)
    const opened = await open(link)
    assert.equal(await opened.page.locator('article').count(), ALL)
    await touchEverything(opened)
    await opened.page.fill('input[name=q]', 'needle')
    await opened.page.click('form button')
    await opened.page.waitForURL(/q=needle/)
    assert.equal(await opened.page.locator('article').count(), 4)
  })

  test('runs nothing even where something got into the page, by its policy; the canary sings where it may', async () => {
    const evil = '<script>window.__xss=1</script><img src=x onerror="window.__xss=1"><style>*{color:red}</style>'
    const page = await (await browser.newContext({ extraHTTPHeaders: asStaff() })).newPage()
    await page.route(address(), async (route) => {
      const response = await route.fetch()
      await route.fulfill({ response, body: (await response.text()).replace('<main>', `<main>${evil}`) })
    })
    await page.goto(address())
    assert.equal(await page.locator('main > img').count(), 1)
    assert.equal(await page.evaluate('window.__xss'), undefined)
    const open = await (await browser.newContext()).newPage()
    await open.setContent(evil)
    await open.waitForFunction('window.__xss === 1')
  })
})
