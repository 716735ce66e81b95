import assert from 'node:assert/strict'
import { after, afterEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../../../testing/app.ts'
import { sendJson } from '../../../testing/http.ts'
import { ticketThere } from '../../../testing/tickets.ts'
import { until } from '../../../testing/until.ts'

const { demo_owner: OWNER, demo_guest: GUEST } = DEMO.people
const {
  general: GENERAL,
  staff: STAFF_ROOM,
  announcements: NEWS,
  tickets: CATEGORY,
  otherGeneral: ELSEWHERE,
} = DEMO.channels
const { staff: STAFF, member: MEMBER, admin: ADMIN } = DEMO.roles
const of = (guild: string) => `/api/dashboard/${guild}/ticket-panels`
const PANELS = of(DEMO.guild)

const app = await startApp()
after(() => app[Symbol.asyncDispose]())
afterEach(() => app.simulator.faults.clear())
/** Of channels that there is no room for in the first category. */
const MORE = app.simulator.createChannel(DEMO.guild, { name: 'More tickets', type: 4 }).id

const headers = new Map<string, Record<string, string>>()
for (const user of [OWNER, GUEST]) headers.set(user, { ...(await app.signIn(user)) })
const sendAs = (user: string, method: string, path: string, body?: unknown) =>
  sendJson(`${app.alphapy.apiUrl}${path}`, method, body, headers.get(user))
const send = (method: string, path: string, body?: unknown) => sendAs(OWNER, method, path, body)
async function create(name: string, more: object = {}) {
  const { status, json, text } = await send('POST', PANELS, { name, ...more })
  assert.equal(status, 200, text)
  return json.panel
}
const list = async () => (await send('GET', PANELS)).json
const namesOf = async () => (await list()).panels.map(({ name }: { name: string }) => name)
const paths = (json: { errors?: { path: string }[]; detail?: unknown }) =>
  JSON.stringify(json)
    .match(/"path":"[^"]+"/g)
    ?.map((found) => found.slice(8, -1)) ?? []
const offersIn = (channelId: string) =>
  app.simulator.messages(channelId).filter(({ components }) => /"tickets:(open|pick):/.test(JSON.stringify(components)))
const eventsOf = async (action: string) =>
  (
    await app.db
      .selectFrom('operational_events')
      .select('details')
      .where('event_type', '=', 'TICKET_PANEL_CHANGED')
      .execute()
  ).filter(({ details }) => JSON.stringify(details).includes(`"action":"${action}"`))

describe('a panel', () => {
  test('has to be made before any is posted, which an admin is told', async () => {
    assert.match((await app.owner.slash('ticket_panel_post')).content, /make one with `\/ticket_panel create`/)
    const { status, json } = await send('POST', `${PANELS}/postings`, { channel_id: GENERAL })
    assert.deepEqual([status, json.code], [409, 'tickets.no_panels'])
  })

  test('is added with defaults, changed in what is sent, and keeps the rest', async () => {
    const made = await create('Billing', { description: 'Invoices', category_id: CATEGORY, staff_role_ids: [STAFF] })
    assert.deepEqual(
      [made.version, made.enabled, made.most_per_member, made.cooldown_seconds, made.offers_answers, made.category_id],
      [1, true, 1, 30, true, CATEGORY],
    )
    const questions = [
      { label: 'Which order?', kind: 'short', required: true, placeholder: 'A-1' },
      { label: 'Which kind?', kind: 'select', options: ['Refund', 'Question'], most: 2 },
    ]
    const changed = await send('PUT', `${PANELS}/${made.id}`, { version: 1, questions, most_per_member: 2 })
    assert.equal(changed.status, 200, changed.text)
    assert.deepEqual(
      [changed.json.panel.version, changed.json.panel.description, changed.json.panel.most_per_member],
      [2, 'Invoices', 2],
    )
    assert.deepEqual(changed.json.panel.questions[1].options, ['Refund', 'Question'])
    assert.equal((await eventsOf('created')).length, 1)
  })

  test('that was changed since it was read is not changed, and nothing is lost', async () => {
    const { id } = await create('Versions')
    assert.equal((await send('PUT', `${PANELS}/${id}`, { version: 1, welcome: 'Hello' })).status, 200)
    const late = await send('PUT', `${PANELS}/${id}`, { version: 1, description: 'Mine' })
    assert.equal(late.status, 409)
    const [found] = (await list()).panels.filter((panel: { id: string }) => panel.id === id)
    assert.deepEqual([found.version, found.welcome, found.description], [2, 'Hello', ''])
  })

  test('of two changes at once of the same version one is refused', async () => {
    const { id } = await create('At once')
    const both = await Promise.all(
      ['one', 'two'].map((description) => send('PUT', `${PANELS}/${id}`, { version: 1, description })),
    )
    assert.deepEqual(both.map(({ status }) => status).toSorted(), [200, 409])
  })

  test('with much that is wrong is told all of it by field', async () => {
    const hours = { zone: 'Mars/Olympus', windows: [{ day: 7, from: '9:00', to: '25:00' }] }
    const answer = await send('POST', PANELS, {
      name: ' ',
      description: 'x'.repeat(101),
      emoji: 'smile',
      place: 'thread',
      category_id: GENERAL,
      overflow_category_id: GENERAL,
      thread_channel_id: null,
      staff_role_ids: [STAFF, STAFF],
      required_role_ids: [MEMBER],
      refused_role_ids: [MEMBER],
      questions: [
        { label: 'x'.repeat(46), kind: 'short' },
        { label: 'Which?', kind: 'select', options: ['a', 'a'], most: 3 },
        { label: 'which?', kind: 'select', options: [] },
      ],
      most_per_member: 0,
      most_open: 501,
      cooldown_seconds: -1,
      hours,
      idle_hours: 24,
      auto_close_hours: 24,
      first_response_minutes: 0,
      resolution_minutes: 43_201,
    })
    assert.equal(answer.status, 400)
    assert.deepEqual(paths(answer.json), [
      '/name',
      '/description',
      '/emoji',
      '/category_id',
      '/overflow_category_id',
      '/overflow_category_id',
      '/thread_channel_id',
      '/staff_role_ids',
      '/refused_role_ids',
      '/questions/0/label',
      '/questions/1/options',
      '/questions/1/most',
      '/questions/2/label',
      '/questions/2/options',
      '/most_per_member',
      '/most_open',
      '/cooldown_seconds',
      '/hours/zone',
      '/hours/windows',
      '/auto_close_hours',
      '/first_response_minutes',
      '/resolution_minutes',
    ])
    assert.match(answer.text, /most_open must be a whole number from 1 to 500/)
  })

  test('has no more questions than a form holds, and a name of its own', async () => {
    const questions = Array.from({ length: 6 }, (_, index) => ({ label: `Question ${index}`, kind: 'short' }))
    assert.deepEqual(paths((await send('POST', PANELS, { name: 'billing', questions })).json), ['/questions', '/name'])
  })

  test('names nothing of another guild, and is nothing to another guild', async () => {
    const foreign = await send('POST', PANELS, {
      name: 'Foreign',
      thread_channel_id: ELSEWHERE,
      category_id: ELSEWHERE,
    })
    assert.deepEqual(paths(foreign.json), ['/category_id', '/thread_channel_id'])
    const theirs = await sendAs(GUEST, 'POST', of(DEMO.otherGuild), { name: 'Theirs', staff_role_ids: [STAFF] })
    assert.deepEqual(paths(theirs.json), ['/staff_role_ids'])
    const { json } = await sendAs(GUEST, 'POST', of(DEMO.otherGuild), { name: 'Theirs' })
    assert.equal((await send('PUT', `${PANELS}/${json.panel.id}`, { version: 1, name: 'Mine' })).status, 404)
    assert.equal((await send('DELETE', `${PANELS}/${json.panel.id}`)).status, 404)
    const posted = await send('POST', `${PANELS}/postings`, { channel_id: GENERAL, panel_ids: [json.panel.id] })
    assert.deepEqual([posted.status, paths(posted.json)], [400, ['/panel_ids']])
  })

  test('has its place in an order that names all of them', async () => {
    const { panels } = await list()
    const ids = panels.map(({ id }: { id: string }) => id).toReversed()
    assert.equal((await send('POST', `${PANELS}/order`, { panels: ids })).status, 200)
    assert.deepEqual(
      (await list()).panels.map(({ id }: { id: string }) => id),
      ids,
    )
    assert.equal((await send('POST', `${PANELS}/order`, { panels: ids.slice(1) })).status, 400)
    assert.equal((await send('POST', `${PANELS}/order`, { panels: [ids[0], ids[0], ...ids.slice(2)] })).status, 400)
    assert.equal((await send('POST', `${PANELS}/order`, { panels: ids.toReversed() })).status, 200)
  })

  test('leaves its tickets behind when it is deleted', async () => {
    const { id } = await create('Short-lived')
    const ticket = await ticketThere(app.db, app.clock.now(), { panelId: id })
    assert.equal((await send('DELETE', `${PANELS}/${id}`)).status, 200)
    const row = await app.db.selectFrom('tickets').selectAll().where('id', '=', ticket.id).executeTakeFirstOrThrow()
    assert.deepEqual([row.panel_id, row.status], [null, 'open'])
    assert.equal((await send('DELETE', `${PANELS}/${id}`)).status, 404)
  })

  test('is one of at most 25, also of many that are added at once', async () => {
    const there = (await list()).panels.length
    const wished = Array.from({ length: 26 - there }, (_, index) => `Many ${index}`)
    const answers = await Promise.all(wished.map((name) => send('POST', PANELS, { name, enabled: false })))
    assert.deepEqual(
      answers.filter(({ status }) => status !== 200).map(({ status }) => status),
      [400],
    )
    assert.equal((await list()).panels.length, 25)
    const many = (await list()).panels.filter(({ name }: { name: string }) => name.startsWith('Many'))
    for (const { id } of many) await send('DELETE', `${PANELS}/${id}`)
  })
})

const standing = (channelId: string, says: RegExp) =>
  until(`${says} in ${channelId}`, () => offersIn(channelId).find((message) => says.test(JSON.stringify(message))))

describe('a message with panels', () => {
  test('stands in the channel, follows changes, and is not doubled', async () => {
    const answer = await send('POST', `${PANELS}/postings`, { channel_id: GENERAL })
    assert.equal(answer.status, 200, answer.text)
    const first = await standing(GENERAL, /Billing/)
    assert.match(JSON.stringify(first.components), /"tickets:open:\d+"/)
    const [panel] = (await list()).panels
    await send('PUT', `${PANELS}/${panel.id}`, { version: panel.version, name: 'Invoices', emoji: '💶' })
    await standing(GENERAL, /Invoices/)
    await send('POST', `${PANELS}/postings`, { channel_id: GENERAL, style: 'menu' })
    const menu = await standing(GENERAL, /tickets:pick/)
    assert.deepEqual([menu.id, offersIn(GENERAL).length], [first.id, 1])
    await send('PUT', `${PANELS}/${panel.id}`, { version: panel.version + 1, enabled: false })
    await until('it to be gone from the menu', () => !JSON.stringify(offersIn(GENERAL)).includes('Invoices'))
    await send('PUT', `${PANELS}/${panel.id}`, { version: panel.version + 2, enabled: true })
    await standing(GENERAL, /Invoices/)
  })

  test('goes with the last panel that it offered', async () => {
    const { id } = await create('Alone')
    await send('POST', `${PANELS}/postings`, { channel_id: NEWS, panel_ids: [id] })
    await standing(NEWS, /Alone/)
    await send('DELETE', `${PANELS}/${id}`)
    await until('it to be gone', () => offersIn(NEWS).length === 0)
    await until('its posting to be gone', async () => (await list()).postings.length === 1)
  })

  test('that somebody deletes is not posted again, until it is asked for', async () => {
    const [message] = offersIn(GENERAL)
    app.simulator.person(DEMO.bot).delete(message ?? assert.fail('none'))
    const { id, version } = await create('Another')
    await until('nothing to be left', async () => (await list()).postings.length === 0)
    assert.deepEqual(offersIn(GENERAL), [])
    assert.equal((await eventsOf('taken_down')).length, 1 + 1)
    await send('POST', `${PANELS}/postings`, { channel_id: GENERAL })
    const fresh = await standing(GENERAL, /Another/)
    app.simulator.person(DEMO.bot).delete(fresh)
    await send('POST', `${PANELS}/postings`, { channel_id: GENERAL })
    assert.notEqual((await standing(GENERAL, /Another/)).id, fresh.id)
    await send('PUT', `${PANELS}/${id}`, { version, enabled: false })
    await until('it to be out', () => !JSON.stringify(offersIn(GENERAL)).includes('Another'))
  })

  test('whose answer from Discord was lost is found again, not doubled', async () => {
    app.simulator.faults.on({ method: 'POST', path: `/channels/${NEWS}/messages` }, 'drop_after', { times: 1 })
    await send('POST', `${PANELS}/postings`, { channel_id: NEWS })
    await standing(NEWS, /Invoices/)
    await until('the worker to have given up', async () => {
      const rows = await app.db.selectFrom('ticket_postings').select('leased_until').execute()
      return rows.every(({ leased_until }) => leased_until === null)
    })
    await app.moveTo(app.clock.now().add({ minutes: 10 }))
    await until('it to be known', async () =>
      (await list()).postings.every(({ message_id }: { message_id: string | null }) => message_id !== null),
    )
    assert.equal(offersIn(NEWS).length, 1)
  })

  test('that is deleted before anybody knew that it stands is posted again', async () => {
    const channel = app.simulator.createChannel(DEMO.guild, { name: 'offers' }).id
    const due = async () => {
      const rows = await app.db.selectFrom('ticket_postings').selectAll().where('channel_id', '=', channel).execute()
      return rows[0]?.leased_until === null && rows[0].settled_version < rows[0].version
    }
    app.simulator.faults.on({ method: 'POST', path: `/channels/${channel}/messages` }, 'drop_after', { times: 1 })
    await send('POST', `${PANELS}/postings`, { channel_id: channel })
    const lost = await standing(channel, /Invoices/)
    await until('the worker to have given up', due)
    app.simulator.state.messages.get(channel)?.delete(lost.id)
    await app.moveTo(app.clock.now().add({ minutes: 2 }))
    assert.notEqual((await standing(channel, /Invoices/)).id, lost.id)
  })

  test('needs a channel of the guild', async () => {
    for (const channel_id of [ELSEWHERE, CATEGORY, '1100000000000009999']) {
      const answer = await send('POST', `${PANELS}/postings`, { channel_id })
      assert.deepEqual([answer.status, paths(answer.json)], [400, ['/channel_id']], channel_id)
    }
  })

  test('that Discord refuses is told once, and put right later', async () => {
    await send('POST', `${PANELS}/postings`, { channel_id: STAFF_ROOM })
    await standing(STAFF_ROOM, /Invoices/)
    const room = app.simulator.state.channels.get(STAFF_ROOM) ?? assert.fail('no room')
    const overwrites = room.permission_overwrites
    room.permission_overwrites = [{ id: DEMO.bot, type: 1, allow: '0', deny: '1024' }]
    const { id, version } = await create('Late')
    await until('the trouble', async () => JSON.stringify((await list()).postings).includes('forbidden'))
    await app.moveTo(app.clock.now().add({ minutes: 16 }))
    assert.equal((await eventsOf('not_posted')).length, 1)
    room.permission_overwrites = overwrites
    await app.moveTo(app.clock.now().add({ minutes: 16 }))
    await standing(STAFF_ROOM, /Late/)
    await send('PUT', `${PANELS}/${id}`, { version, enabled: false })
  })
})

describe('an admin in Discord', () => {
  const shown = (seen: { embeds: readonly unknown[] }) => JSON.stringify(seen.embeds)
  const idOf = (seen: { components: readonly unknown[] }, act: string) =>
    new RegExp(`"(tickets:${act}:[^"]*)"`).exec(JSON.stringify(seen.components))?.[1] ??
    assert.fail(`nothing to ${act}`)

  test('makes a panel and changes all of it without a manual', async () => {
    const { owner } = app
    const form = await owner.slash('ticket_panel create')
    const made = await owner.submit(form, { name: 'Support', text: 'Anything', emoji: '🛟', welcome: 'Hello there' })
    assert.match(shown(made), /Support · offered/)
    const doing = async (what: string) => owner.select(made, idOf(made, 'panel_do'), [what])
    await owner.submit(await doing('hours'), {
      hours: 'Mon-Fri 09:00-17:00',
      zone: 'Europe/Brussels',
      outside: 'refuse',
    })
    assert.match(shown(made), /Mon-Fri 09:00-17:00 \(Europe\/Brussels\); closed otherwise/)
    await owner.submit(await doing('limits'), { per_member: '2', most_open: '', cooldown: '5' })
    assert.match(shown(made), /2 per member · any number in all · 5 s/)
    await owner.submit(await doing('question0'), {
      label: 'Which?',
      kind: 'select',
      needed: 'no',
      options: 'A\nB',
      most: '2',
    })
    assert.match(shown(made), /Which\? \(choice, optional\)/)
    await owner.submit(await doing('roles'), { required: [MEMBER], refused: [ADMIN] })
    assert.match(shown(made), new RegExp(`with <@&${MEMBER}>, not with <@&${ADMIN}>`))
    const wished = { idle: '24', auto_close: '60', first_response: '90', resolution: '', assignment: 'least_loaded' }
    await owner.submit(await doing('times'), wished)
    assert.match(
      shown(made),
      /Reminder after: 1 day.*Closes after: 60 hours.*First answer within: 90 minutes.*Solution within: no target.*has fewest/,
    )
    await owner.select(made, idOf(made, 'panel_staff'), [STAFF])
    await owner.select(made, idOf(made, 'panel_place'), [CATEGORY])
    await owner.select(made, idOf(made, 'panel_overflow'), [MORE])
    assert.match(shown(made), new RegExp(`channels: <#${CATEGORY}>, when that is full <#${MORE}>`))
    await owner.click(made, 'Show no answers')
    await owner.click(made, 'Make threads')
    await owner.click(made, 'Switch it off')
    assert.match(shown(made), /Support · switched off/)
    const [panel] = (await list()).panels.filter(({ name }: { name: string }) => name === 'Support')
    assert.deepEqual(
      [panel.place, panel.category_id, panel.staff_role_ids, panel.offers_answers, panel.questions[0].options],
      ['thread', CATEGORY, [STAFF], false, ['A', 'B']],
    )
    assert.deepEqual(
      [panel.idle_hours, panel.auto_close_hours, panel.first_response_minutes, panel.resolution_minutes],
      [24, 60, 90, null],
    )
    assert.deepEqual([panel.assignment, panel.overflow_category_id], ['least_loaded', MORE])
    await owner.submit(await doing('question0'), { label: '', kind: 'short', needed: 'yes' })
    assert.doesNotMatch(shown(made), /Which/)
  })

  test('makes, posts, lists and deletes a panel in Dutch', async () => {
    const { owner } = app
    owner.speaks('nl')
    const form = await owner.slash('ticket_panel create')
    assert.match(JSON.stringify(form.modal), /Nieuw soort ticket.*Staat op de knop.*Eerste bericht in het ticket/)
    const made = await owner.submit(form, { name: 'Winkel' })
    assert.match(made.content, /Kies hieronder wat er anders moet/)
    const opened = async (what: string) =>
      JSON.stringify((await owner.select(made, idOf(made, 'panel_do'), [what])).modal)
    for (const [what, says] of [
      ['words', /Naam en teksten.*Eén regel onder de naam/],
      ['limits', /Grenzen.*Open tickets per lid.*Leeg: geen grens/],
      ['hours', /Openingsuren.*Zoals ma-vr 09:00-17:00.*Geen ticket opent/],
      ['roles', /Wie er een mag openen.*Niet met een van deze rollen/],
      ['times', /Herinneringen en doelen.*Uren stilte tot een herinnering.*Medewerkers nemen tickets zelf op zich/],
      ['question0', /Vraag.*Antwoord als.*Keuzes, elk op een regel/],
    ] as const)
      assert.match(await opened(what), says)
    await owner.submit(await owner.select(made, idOf(made, 'panel_do'), ['times']), {
      idle: '1',
      auto_close: '48',
      first_response: '1',
      assignment: 'round_robin',
    })
    assert.match(
      shown(made),
      /Herinnering na: 1 uur.*Sluit na: 2 dagen.*Eerste antwoord binnen: 1 minuut.*Oplossing binnen: geen doel.*Om de beurt/,
    )
    await owner.click(made, 'Threads maken')
    assert.match(shown(made), /Winkel · aangeboden.*threads: <#/)
    const posted = await owner.slash('ticket_panel_post', { channel: NEWS, panels: 'Winkel' })
    assert.match((await posted.settled()).content, /^Hier staat het: https:/)
    assert.match(
      (await owner.slash('ticket_panel list')).content,
      /^Soorten tickets\n.*\*\*Winkel\*\* · aangeboden · threads/s,
    )
    const asked = await owner.slash('ticket_panel delete', { panel: 'Winkel' })
    assert.match(asked.content, /De tickets blijven/)
    await owner.click(asked, 'Verwijderen')
    assert.match(asked.content, /\*\*Winkel\*\* is verwijderd/)
    owner.speaks('en-US')
  })

  test('is told what is wrong in words of their own, and loses nothing', async () => {
    const { owner } = app
    owner.speaks('nl')
    const seen = await owner.slash('ticket_panel edit', { panel: 'Support' })
    const refused = await owner.submit(await owner.select(seen, idOf(seen, 'panel_do'), ['hours']), {
      hours: 'altijd',
      outside: 'warn',
    })
    assert.match(refused.followUps()[0]?.content ?? refused.content, /Openingsuren: schrijf ze als ma-vr 09:00-17:00/)
    const tooSoon = await owner.submit(await owner.select(seen, idOf(seen, 'panel_do'), ['times']), {
      idle: '48',
      auto_close: '48',
      assignment: 'none',
    })
    assert.match(tooSoon.content, /Uren tot sluiten moet meer zijn dan de uren tot een herinnering/)
    const form = await owner.select(seen, idOf(seen, 'panel_do'), ['words'])
    const [panel] = (await list()).panels.filter(({ name }: { name: string }) => name === 'Support')
    await send('PUT', `${PANELS}/${panel.id}`, { version: panel.version, description: 'Theirs' })
    const late = await owner.submit(form, { name: 'Mine' })
    assert.match(late.content, /intussen veranderd/)
    owner.speaks('en-US')
    assert.ok((await namesOf()).includes('Support'))
  })

  test('posts panels by their names, and is given the link', async () => {
    const { owner } = app
    const offered = await owner.autocomplete('ticket_panel_post', 'panels', 'Invoices, Supp')
    assert.deepEqual(
      offered.map(({ value }) => value),
      ['Invoices, Support'],
    )
    const seen = await owner.slash('ticket_panel_post', { channel: NEWS, panels: 'Invoices', style: 'menu' })
    await seen.settled()
    const [message, ...more] = offersIn(NEWS)
    assert.deepEqual(more, [])
    assert.match(seen.content, new RegExp(`https://discord.com/channels/${DEMO.guild}/${NEWS}/${message?.id}`))
    const unknown = await owner.slash('ticket_panel_post', { panels: 'Nonsense' })
    assert.match(unknown.content, /no panel named Nonsense/)
  })

  test('lists panels and deletes one after being asked', async () => {
    const { owner } = app
    assert.match((await owner.slash('ticket_panel list')).content, /\*\*Support\*\* · switched off · threads/)
    const asked = await owner.slash('ticket_panel delete', { panel: 'Support' })
    await owner.click(asked, 'Delete it')
    assert.match(asked.content, /is deleted/)
    assert.equal((await namesOf()).includes('Support'), false)
  })
})
