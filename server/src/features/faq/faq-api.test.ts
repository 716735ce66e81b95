import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { GuildId, UserId } from '../../kernel/ids.ts'
import { guildSettings } from '../../platform/settings/settings.ts'
import { startApp } from '../../testing/app.ts'
import { sendJson } from '../../testing/http.ts'
import { faqExport } from './export-store.ts'
import { faqForTickets } from './for-tickets.ts'

/** Entries through the API, what other features use of them, and the page for everybody. */

const app = await startApp({ roles: ['api'] })
after(() => app[Symbol.asyncDispose]())
const { demo_owner: OWNER, demo_staff: STAFF, demo_member: MEMBER, demo_guest: GUEST } = DEMO.people
const GUILD = GuildId.parse(DEMO.guild)
const OTHER = GuildId.parse(DEMO.otherGuild)
const headers = new Map<string, Record<string, string>>()
const of = (guild: string) => `/api/dashboard/${guild}/faq`

async function ask(user: string, method: string, path: string, body?: unknown, more: Record<string, string> = {}) {
  const own = headers.get(user) ?? (await app.signIn(user))
  headers.set(user, own)
  return sendJson(`${app.alphapy.apiUrl}${path}`, method, body, { ...own, ...more })
}
const staff = (method: string, path: string, body?: unknown, more?: Record<string, string>) =>
  ask(STAFF, method, `${of(GUILD)}${path}`, body, more)
async function add(title: string, summary: string, more: object = {}) {
  const { status, json, text } = await staff('POST', '', { title, summary, ...more })
  assert.equal(status, 200, text)
  return json
}
const set = async (category: string, settings: object, guild: string = GUILD, user: string = OWNER) =>
  assert.equal((await ask(user, 'POST', `/api/dashboard/settings/${guild}`, { category, settings })).status, 200)
const found = async (q: string, more = '') =>
  (await staff('GET', `/search?q=${encodeURIComponent(q)}${more}`)).json as {
    number: number
    score: number
    reasons: { place: string; because: string; written: string; found: string }[]
  }[]
const events = async (guild: string = GUILD) =>
  (await ask(OWNER, 'GET', `/api/dashboard/logs?guild_id=${guild}&event_types=FAQ_CHANGED`)).json.logs

before(async () => {
  await set('ticketbot', { staff_role_id: DEMO.roles.staff })
  await add('How do I get a refund?', 'Ask within 14 days, with the number of your order.', { keywords: ['money'] })
  await add('Where is my order?', 'Look at the website. A refund follows if it is lost.', { category: 'Orders' })
  await add('Hoe wijzig ik mijn wachtwoord?', 'Open je profiel.', { language: 'nl', keywords: ['inloggen'] })
})

describe('entries through the API', () => {
  test('are numbered in each guild, and versions count their changes', async () => {
    const other = await ask(GUEST, 'POST', of(OTHER), { title: 'Other', summary: 'Of another guild' })
    assert.deepEqual([other.status, other.json.number, other.json.version], [200, 1, 1])
    const { json } = await staff('GET', '?limit=2')
    assert.deepEqual([json.entries.map(({ number }: { number: number }) => number), json.next_after], [[1, 2], 2])
    const rest = await staff('GET', '?limit=2&after=2')
    assert.deepEqual([rest.json.entries.length, rest.json.next_after], [1, null])
    assert.equal((await staff('GET', '?category=Orders')).json.entries[0].title, 'Where is my order?')
  })

  test('get numbers without gaps or doubles when twenty are added at once', async () => {
    const added = await Promise.all(Array.from({ length: 20 }, (_, n) => add(`Bulk ${n}`, 'x', { state: 'draft' })))
    const numbers = added.map(({ number }) => number).toSorted((one, other) => one - other)
    assert.deepEqual(
      numbers,
      numbers.map((_, index) => (numbers[0] ?? 0) + index),
    )
    for (const { id } of added) assert.equal((await staff('DELETE', `/${id}`)).status, 200)
  })

  test('refuse a change of a version that somebody replaced, and tell who did what', async () => {
    const { id } = await add('Opening hours', 'From nine.')
    const body = { title: 'Opening hours', summary: 'From ten.', keywords: ['open', ' open ', 'closed'] }
    const first = await staff('PUT', `/${id}`, body, { 'if-match': '"1"' })
    assert.deepEqual([first.status, first.headers.get('etag'), first.json.keywords], [200, '"2"', ['open', 'closed']])
    const late = await staff('PUT', `/${id}`, { ...body, summary: 'From noon.' }, { 'if-match': '"1"' })
    assert.deepEqual([late.status, late.json.code], [409, 'faq.changed_meanwhile'])
    assert.equal((await staff('DELETE', `/${id}`, undefined, { 'if-match': 'W/"1"' })).status, 409)
    assert.equal((await staff('PUT', `/${id}`, body, { 'if-match': 'seven' })).status, 400)
    assert.equal((await staff('GET', `/${id}`)).json.summary, 'From ten.')
    const [event] = await events()
    assert.deepEqual(
      [event.details.action, event.details.updated_by, event.details.source, event.details.version],
      ['edited', STAFF, 'api', 2],
    )
  })

  test('come back in any version, also after they were deleted, as a new one', async () => {
    const { id } = await add('Shoes', 'Red.')
    await staff('PUT', `/${id}`, { title: 'Boots', summary: 'Blue.' })
    await staff('DELETE', `/${id}`)
    assert.deepEqual(await found('boots'), [])
    assert.equal((await staff('PUT', `/${id}`, { title: 'X', summary: 'Y' })).json.code, 'faq.is_deleted')
    const back = await staff('POST', `/${id}/rollback/1`)
    assert.deepEqual([back.json.title, back.json.state, back.json.version], ['Shoes', 'published', 4])
    const versions = (await staff('GET', `/${id}/versions`)).json
    assert.deepEqual(
      versions.map(({ act, title }: { act: string; title: string }) => `${act} ${title}`),
      ['restored Shoes', 'deleted Boots', 'edited Boots', 'created Shoes'],
    )
    assert.equal((await staff('POST', `/${id}/rollback/9`)).json.code, 'faq.version_not_found')
    assert.equal((await found('shoes'))[0]?.number, back.json.number)
  })

  test('name field and rule of what does not fit', async () => {
    const refused = async (body: object) => (await staff('POST', '', body)).json.errors[0]
    assert.deepEqual(await refused({ title: ' ', summary: 'x' }), {
      path: '/title',
      message: 'The question (title) must have 1 to 100 characters.',
    })
    assert.equal((await refused({ title: 'x', summary: 'y'.repeat(4001) })).path, '/summary')
    assert.equal((await refused({ title: 'x', summary: 'y', keywords: Array(21).fill('k') })).path, '/keywords')
  })

  test('are for staff and admins of their guild alone', async () => {
    assert.equal((await ask(MEMBER, 'GET', of(GUILD))).status, 403)
    assert.equal((await ask(GUEST, 'POST', of(GUILD), { title: 'x', summary: 'y' })).status, 403)
    const [mine] = (await ask(GUEST, 'GET', of(OTHER))).json.entries
    for (const [method, path] of [
      ['GET', `/${mine.id}`],
      ['PUT', `/${mine.id}`],
      ['DELETE', `/${mine.id}`],
      ['GET', `/${mine.id}/versions`],
      ['POST', `/${mine.id}/rollback/1`],
      ['POST', `/${mine.id}/publish`],
    ] as const) {
      const { status } = await staff(method, path, method === 'PUT' ? { title: 'x', summary: 'y' } : undefined)
      assert.equal(status, 404, `${method} ${path}`)
    }
    assert.equal((await ask(GUEST, 'GET', `${of(OTHER)}/${mine.id}`)).json.title, 'Other')
  })

  test('are exported with the columns of 2.4 first, of their guild alone', async () => {
    const rows = await faqExport.rows(app.db, OTHER, null).execute()
    assert.deepEqual(faqExport.columns.slice(0, 5), ['id', 'title', 'summary', 'keywords', 'created_at'])
    assert.deepEqual(
      rows.map(({ title, summary, state }) => [title, summary, state]),
      [['Other', 'Of another guild', 'published']],
    )
    assert.deepEqual(Object.keys(rows[0] ?? {}), [...faqExport.columns])
  })

  test('are added once for one Idempotency-Key', async () => {
    const send = () => staff('POST', '', { title: 'Once', summary: 'x' }, { 'idempotency-key': 'faq-once' })
    const [one, again] = [await send(), await send()]
    assert.equal(one.json.id, again.json.id)
  })
})

describe('searching', () => {
  test('finds by title, stem, keyword and answer, and says why', async () => {
    const [first, second] = await found('refunds')
    assert.deepEqual([first?.number, second?.number], [1, 2])
    assert.deepEqual(first?.reasons[0], { place: 'title', because: 'written', written: 'refunds', found: 'refunds' })
    assert.equal(second?.reasons[0]?.place, 'answer')
    assert.equal((await found('money'))[0]?.reasons[0]?.place, 'keywords')
  })

  test('finds in Dutch, without accents, and what is misspelt', async () => {
    assert.equal((await found('wachtwoorden wijzigen', '&language=nl'))[0]?.number, 3)
    const [typo] = await found('wachtwoodr', '&language=nl')
    assert.deepEqual([typo?.number, typo?.reasons[0]?.because, typo?.reasons[0]?.found], [3, 'typo', 'wachtwoord'])
    assert.equal((await found('refnud'))[0]?.number, 1)
  })

  test('finds in any other language by whole words and what is misspelt', async () => {
    const { number } = await add('Où sont les règles ?', 'Dans le salon.', { language: 'simple' })
    assert.equal((await found('regles'))[0]?.number, number)
    assert.equal((await found('reglse'))[0]?.reasons[0]?.because, 'typo')
  })

  test('finds by what means the same in the guild, and not in another', async () => {
    assert.deepEqual(await found('reimbursements'), [])
    const { headers: read } = await staff('GET', '/synonyms')
    const groups = [['refund', 'Reimbursement', 'cash back']]
    const tag = { 'if-match': read.get('etag') ?? '' }
    assert.deepEqual((await staff('PUT', '/synonyms', { groups }, tag)).json.groups, groups)
    const [hit] = await found('reimbursements')
    assert.deepEqual([hit?.number, hit?.reasons[0]?.because], [1, 'synonym'])
    assert.equal((await found('"cash back"'))[0]?.number, 1)
    assert.equal((await staff('PUT', '/synonyms', { groups: [] }, tag)).status, 409)
    assert.equal((await staff('PUT', '/synonyms', { groups: [['alone']] })).json.errors[0].path, '/groups/0')
    assert.deepEqual((await ask(GUEST, 'GET', `${of(OTHER)}/synonyms`)).json.groups, [])
    assert.deepEqual((await ask(GUEST, 'GET', `${of(OTHER)}/search?q=refund`)).json, [])
  })

  test('leaves out what must not be there, and takes no sign for a command', async () => {
    assert.deepEqual(
      (await found('refund -lost')).map(({ number }) => number),
      [1],
    )
    for (const odd of ["'", "a' | 'b", ':*', '!!! & |', '\\', '"', '-', '((', '<->', '%', 'ﷺ', '😀'])
      assert.ok(await found(odd))
  })

  test('finds drafts and deleted entries nowhere', async () => {
    const { id } = await add('Zeppelin trips', 'Soon.', { state: 'draft' })
    assert.deepEqual(await found('zeppelin'), [])
    assert.equal((await staff('POST', `/${id}/publish`)).json.state, 'published')
    assert.equal((await found('zepelin'))[0]?.reasons[0]?.because, 'typo')
    await staff('DELETE', `/${id}`)
    assert.deepEqual(await found('zeppelin'), [])
  })
})

describe('what tickets use of it', () => {
  const { db, clock } = app
  const settings = guildSettings({ db, clock, notices: { on: () => undefined } })
  const port = faqForTickets({ db, clock, settings })
  const tell = (text: string, guild: GuildId = GUILD) => port.suggest(guild, text, 'en', 3)
  const inTransaction = <Value>(work: Parameters<ReturnType<typeof db.transaction>['execute']>[0]) =>
    db.transaction().execute(work) as Promise<Value>
  const misses = async () => (await staff('GET', '/searches')).json as { id: number; words: string; asked: number }[]

  test('shows what fits a question, best first, with the reason in both languages', async () => {
    const [best, ...others] = await tell('Hello! I bought something and would like a refund please, <@110>')
    assert.deepEqual([best?.number, best?.title], [1, 'How do I get a refund?'])
    assert.deepEqual([best?.reason.en, best?.reason.nl], ['the title has “refund”', '“refund” staat in de titel'])
    for (const { score } of others) assert.ok(score <= (best?.score ?? 0) && score >= 0.4)
    assert.deepEqual(await tell('refund', OTHER), [])
  })

  test('keeps what nothing fits, counted, without who asked, until somebody writes it or dismisses it', async () => {
    await tell('Kubernetes on cluster 123456789?')
    await tell('kubernetes cluster')
    const [miss] = await misses()
    assert.deepEqual([miss?.words, miss?.asked], ['kubernetes cluster', 2])
    const id = miss?.id ?? 0
    assert.equal((await ask(GUEST, 'POST', `${of(OTHER)}/searches/${id}/dismiss`)).status, 404)
    await add('Kubernetes', 'No.', { answers_search: id })
    assert.deepEqual(
      (await misses()).map((one) => one.id === id),
      (await misses()).map(() => false),
    )
    await tell('quantum flux')
    const [next] = await misses()
    assert.equal((await staff('POST', `/searches/${next?.id}/dismiss`)).status, 200)
    assert.equal((await staff('POST', `/searches/${next?.id}/dismiss`)).status, 404)
    await tell('quantum flux')
    assert.ok((await misses()).every(({ words }) => words !== 'quantum flux'))
  })

  test('shows and keeps nothing where it is switched off', async () => {
    const before = await misses()
    for (const key of ['enabled', 'suggest_before_ticket']) {
      await set('faq', { [key]: false })
      settings.forget(GUILD)
      assert.deepEqual(await tell('refund'), [])
      await set('faq', { [key]: null })
      settings.forget(GUILD)
    }
    assert.deepEqual(await misses(), before)
  })

  test('makes one draft of a ticket, also when it is asked twice at once, and publishes it with other words', async () => {
    const draft = { guildId: GUILD, ticketId: 7, title: 'Teleporter', answer: 'Wait.', keywords: ['beam'], by: null }
    const make = () => inTransaction<{ entryId: number; number: number }>((tx) => port.draft(tx, draft, clock.now()))
    const [one, other] = await Promise.all([make(), make()])
    assert.deepEqual(one, other)
    assert.deepEqual(await found('teleporter'), [])
    const publishing = { guildId: GUILD, entryId: one.entryId, by: UserId.parse(STAFF), answer: 'Use the door.' }
    await inTransaction((tx) => port.publish(tx, publishing, clock.now()))
    const { json } = await staff('GET', `/${one.entryId}`)
    assert.deepEqual(
      [json.state, json.summary, json.source, json.ticket_id],
      ['published', 'Use the door.', 'ticket', 7],
    )
    const [passage] = await port.passages(GUILD, 'Where is the teleporter?', 'en', 2)
    assert.deepEqual([passage?.number, passage?.text], [one.number, 'Use the door.'])
    const foreign = { ...publishing, guildId: OTHER }
    await assert.rejects(
      inTransaction((tx) => port.publish(tx, foreign, clock.now())),
      { code: 'faq.not_found' },
    )
  })

  test('counts whom an entry helped once each, in their guild', async () => {
    const solve = (guildId: GuildId) =>
      inTransaction((tx) => port.solved(tx, { guildId, entryId: 1, userId: UserId.parse(MEMBER) }, clock.now()))
    const { json } = await staff('GET', '?limit=1')
    assert.equal(json.entries[0].id, 1)
    await Promise.all([solve(GUILD), solve(GUILD), solve(OTHER)])
    assert.equal((await staff('GET', '/1')).json.solved, 1)
    const figures = (await staff('GET', '/figures')).json
    assert.equal(figures.solved, 1)
    assert.ok(figures.published >= 4 && figures.drafts === 0)
  })
})

describe('the page for everybody', () => {
  const open = (path: string, more: Record<string, string> = {}) =>
    fetch(`${app.alphapy.apiUrl}/faq/${path}`, { headers: more })

  test('is there only where a guild wants it', async () => {
    assert.equal((await open(GUILD)).status, 404)
    assert.equal((await open(`${GUILD}/1`)).status, 404)
    await set('faq', { public_page: true })
    assert.equal((await open(GUILD)).status, 200)
    assert.equal((await open(OTHER)).status, 404)
    assert.equal((await open('1100000000000000999')).status, 404)
    await set('faq', { enabled: false })
    for (const path of [GUILD, `${GUILD}/1`]) assert.equal((await open(path)).status, 404)
    await set('faq', { enabled: true })
  })

  test('needs no script, allows nothing but its style, and may be kept for a minute', async () => {
    const page = await open(GUILD)
    const html = await page.text()
    assert.match(page.headers.get('content-security-policy') ?? '', /^default-src 'none'; style-src 'sha256-/)
    assert.equal(page.headers.get('cache-control'), 'public, max-age=60')
    assert.equal(page.headers.get('content-type'), 'text/html; charset=utf-8')
    assert.match(html, /<html lang="en">/)
    assert.match(html, new RegExp(`<a href="/faq/${GUILD}/1">How do I get a refund\\?</a>`))
    assert.doesNotMatch(html, /<script/)
    const same = await open(GUILD, { 'if-none-match': `W/${page.headers.get('etag')}` })
    assert.deepEqual([same.status, await same.text()], [304, ''])
  })

  test('finds by a form, and keeps nothing of it', async () => {
    const html = await (await open(`${GUILD}?q=refnud`)).text()
    assert.match(html, /How do I get a refund/)
    const none = await (await open(`${GUILD}?q=${encodeURIComponent('"><script>alert(1)</script>')}`)).text()
    assert.doesNotMatch(none, /<script/)
    assert.match(none, /Nothing was found/)
    const searches = (await staff('GET', '/searches')).json
    assert.ok(searches.every(({ words }: { words: string }) => !words.includes('script')))
  })

  test('shows an answer as it is written, and speaks the language of the guild', async () => {
    const { number } = await add('<b>Bold</b>?', '**Yes**, `<i>`:\n- one\n- [two](https://x.example/?a=1&b=2)')
    await set('system', { locale: 'nl' })
    const html = await (await open(`${GUILD}/${number}`)).text()
    assert.match(html, /<html lang="nl">/)
    assert.match(html, /<h1>&lt;b&gt;Bold&lt;\/b&gt;\?<\/h1>/)
    assert.match(html, /<strong>Yes<\/strong>, <code>&lt;i&gt;<\/code>/)
    assert.match(html, /<li><a href="https:\/\/x\.example\/\?a=1&amp;b=2" rel="noopener nofollow">two<\/a><\/li>/)
    await set('system', { locale: null })
  })

  test('has fifty questions, and leads to those that follow', async () => {
    await set('faq', { public_page: true }, OTHER, GUEST)
    const more = Array.from({ length: 50 }, (_, at) => ask(GUEST, 'POST', of(OTHER), { title: `Q${at}`, summary: 'A' }))
    for (const { status } of await Promise.all(more)) assert.equal(status, 200)
    const entriesOn = (html: string) => html.match(/<li>/g)?.length
    const first = await (await open(OTHER)).text()
    const [, next = assert.fail()] = /<a href="([^"]*after=50)">More questions/.exec(first) ?? []
    const second = await (await open(`${OTHER}${next}`)).text()
    assert.deepEqual([entriesOn(first), entriesOn(second)], [50, 1])
    assert.doesNotMatch(second, /More questions/)
  })

  test('shows neither drafts nor what was deleted', async () => {
    const { number } = await add('Secret plan', 'x', { state: 'draft' })
    assert.equal((await open(`${GUILD}/${number}`)).status, 404)
    assert.doesNotMatch(await (await open(GUILD)).text(), /Secret plan/)
  })
})
