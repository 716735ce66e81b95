import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { UserId } from '../../kernel/ids.ts'
import { startApp } from '../../testing/app.ts'
import { sendJson } from '../../testing/http.ts'
import { ticketNow, ticketThere } from '../../testing/tickets.ts'
import { until } from '../../testing/until.ts'
import { MOVE_NAMES, type MoveName, objection, type Standing } from './moves.ts'
import type { Ticket } from './ticket.ts'

const { demo_owner: OWNER, demo_admin: ADMIN, demo_staff: STAFF, demo_member: MEMBER, demo_guest: GUEST } = DEMO.people
const TICKETS = `/api/dashboard/${DEMO.guild}/tickets`
const STATES = ['open', 'claimed', 'waiting_for_user', 'escalated', 'closed', 'archived'] as const

const app = await startApp()
after(() => app[Symbol.asyncDispose]())
const { db, simulator, clock } = app
const signedIn = new Map<string, Record<string, string>>()
for (const person of [OWNER, ADMIN, STAFF, MEMBER, GUEST]) signedIn.set(person, await app.signIn(person))
const send = (person: string, method: string, path: string, body?: unknown, more: Record<string, string> = {}) =>
  sendJson(`${app.alphapy.apiUrl}${path}`, method, body, { ...signedIn.get(person), ...more })

const called = simulator.createRole(DEMO.guild, { name: 'Second line' }).id
const shopRole = simulator.createRole(DEMO.guild, { name: 'Shop' }).id
const settings = { staff_role_id: DEMO.roles.staff, escalation_role_id: called }
await until('the new roles to be known', async () => {
  const path = `/api/dashboard/settings/${DEMO.guild}`
  return (await send(OWNER, 'POST', path, { category: 'ticketbot', settings })).status === 200
})
const panel = await db
  .insertInto('ticket_panels')
  .values({
    guild_id: DEMO.guild,
    name: 'Shop',
    position: 1,
    staff_role_ids: [shopRole],
    created_at: clock.now(),
    updated_at: clock.now(),
  })
  .returning('id')
  .executeTakeFirstOrThrow()

const SETTLED = { settled_version: 1_000_000 }
const openOne = (state: object = {}) => ticketThere(db, clock.now(), {}, { ...SETTLED, ...state })
const move = (person: string, { id }: Ticket, body: object, more = {}) =>
  send(person, 'POST', `${TICKETS}/${id}/moves`, body, more)

const standing = (status: (typeof STATES)[number]) => ({
  status,
  claimed_by: status === 'claimed' ? ADMIN : null,
  escalated_to: status === 'escalated' ? called : null,
  closed_at: status === 'closed' || status === 'archived' ? clock.now() : null,
  archived_at: status === 'archived' ? clock.now() : null,
})
const DETAILS: Partial<Record<MoveName, object>> = {
  assign: { assignee_id: STAFF },
  transfer: { panel_id: Number(panel.id) },
}

describe('POST …/moves', () => {
  async function attempt(name: MoveName, status: (typeof STATES)[number], who: Standing, person: string) {
    const ticket = await openOne(standing(status))
    const { status: code, json } = await move(person, ticket, { move: name, ...DETAILS[name] })
    const found = objection(name, ticket, who)
    const wanted = found === null ? 200 : found === 'standing' ? 403 : 409
    assert.equal(code, wanted, `${who} ${name} ${status}: ${JSON.stringify(json)}`)
    assert.equal((await ticketNow(db, ticket)).version, found === null ? ticket.version + 1 : ticket.version)
  }

  test('does for staff what the table allows, and refuses the rest', async () => {
    for (const status of STATES) await Promise.all(MOVE_NAMES.map((name) => attempt(name, status, 'staff', STAFF)))
  })

  test('does the same for admins', async () => {
    for (const status of ['open', 'closed'] as const)
      await Promise.all(MOVE_NAMES.map((name) => attempt(name, status, 'admin', OWNER)))
  })

  test('lets nobody else in: members, and admins of another guild', async () => {
    const ticket = await openOne()
    for (const person of [MEMBER, GUEST]) {
      assert.equal((await move(person, ticket, { move: 'close' })).status, 403)
      assert.equal((await send(person, 'GET', `${TICKETS}/${ticket.id}`)).status, 403)
      assert.equal((await send(person, 'GET', TICKETS)).status, 403)
    }
    const elsewhere = `/api/dashboard/${DEMO.otherGuild}/tickets/${ticket.id}`
    assert.equal((await send(GUEST, 'GET', elsewhere)).status, 404)
    assert.equal((await send(GUEST, 'POST', `${elsewhere}/moves`, { move: 'close' })).status, 404)
    assert.equal((await send(GUEST, 'PATCH', elsewhere, { priority: 'low' })).status, 404)
    assert.equal((await send(GUEST, 'POST', `${elsewhere}/notes`, { body: 'x' })).status, 404)
    assert.deepEqual(await ticketNow(db, ticket), ticket)
  })

  test('refuses the staff of another panel, who do not see the ticket either', async () => {
    const ticket = await openOne({ panel_id: panel.id })
    const refused = await move(STAFF, ticket, { move: 'claim' })
    assert.deepEqual([refused.status, refused.json.code], [403, 'tickets.not_yours'])
    assert.equal((await send(STAFF, 'GET', `${TICKETS}/${ticket.id}`)).status, 403)
    const list = async (person: string) =>
      (await send(person, 'GET', `${TICKETS}?panel_id=${panel.id}`)).json.map(({ id }: { id: number }) => id)
    assert.deepEqual([(await list(STAFF)).length, (await list(OWNER)).includes(Number(ticket.id))], [0, true])
    // Its own staff is let in, by a role that is no setting.
    simulator.state.guilds.get(DEMO.guild)?.members.get(GUEST)?.roles.push(shopRole)
    await app.moveTo(clock.now().add({ minutes: 2 }))
    assert.ok((await list(GUEST)).includes(Number(ticket.id)))
    assert.equal((await move(GUEST, ticket, { move: 'claim' })).status, 200)
  })

  test('names what is wrong with what comes along', async () => {
    const ticket = await openOne()
    const codes = []
    for (const body of [
      { move: 'assign' },
      { move: 'assign', assignee_id: MEMBER },
      { move: 'assign', assignee_id: '1100000000000009999' },
      { move: 'escalate', role_id: DEMO.guild },
      { move: 'escalate', role_id: DEMO.roles.otherBot },
      { move: 'transfer', panel_id: 999999 },
      { move: 'transfer', panel_id: null },
      { move: 'dance' },
    ]) {
      const { status, json } = await move(OWNER, ticket, body)
      codes.push(`${status} ${json.code}`)
    }
    assert.deepEqual(codes, [
      '400 tickets.no_assignee',
      '400 tickets.assignee_not_staff',
      '400 tickets.not_a_member',
      '400 tickets.no_such_role',
      '400 tickets.no_such_role',
      '400 tickets.no_such_panel',
      '409 tickets.there_already',
      '400 http.invalid',
    ])
    assert.deepEqual(await ticketNow(db, ticket), ticket)
  })

  test('gives a ticket to one of many who claim it at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const ticket = await openOne()
      const answers = await Promise.all([OWNER, ADMIN, STAFF].map((person) => move(person, ticket, { move: 'claim' })))
      const { claimedBy, version } = await ticketNow(db, ticket)
      assert.deepEqual(answers.map(({ status }) => status).toSorted(), [200, 409, 409])
      assert.equal(version, ticket.version + 1)
      for (const { status, json } of answers)
        if (status === 409) assert.equal(json.detail, `<@${claimedBy}> has claimed this ticket already.`)
    }
  })

  test('closes what is claimed and closed at once, once, in whatever order', async () => {
    for (let round = 0; round < 5; round += 1) {
      const ticket = await openOne()
      const [claim, ...closes] = await Promise.all([
        move(STAFF, ticket, { move: 'claim' }),
        move(OWNER, ticket, { move: 'close' }),
        move(ADMIN, ticket, { move: 'close' }),
      ])
      const now = await ticketNow(db, ticket)
      assert.deepEqual(closes.map(({ status }) => status).toSorted(), [200, 409])
      assert.deepEqual([now.status, now.claimedBy !== null], ['closed', claim?.status === 200])
    }
  })

  test('does nothing to a version that was not seen, and a repeat with the same key nothing more', async () => {
    const ticket = await openOne()
    const key = { 'idempotency-key': 'claim-it' }
    const body = { move: 'claim', version: ticket.version }
    const [first, again] = [await move(STAFF, ticket, body, key), await move(STAFF, ticket, body, key)]
    assert.deepEqual([first.status, again.status, again.text], [200, 200, first.text])
    const late = await move(OWNER, ticket, { move: 'close', version: ticket.version })
    assert.deepEqual([late.status, late.json.code], [409, 'tickets.changed_meanwhile'])
  })
})

describe('the list of tickets', () => {
  test('is filtered by each of its filters, and paged', async () => {
    await send(OWNER, 'POST', `/api/dashboard/${DEMO.guild}/ticket-labels`, { name: 'Refund', color: 255 })
    const opener = UserId.parse(GUEST)
    const draft = { openerId: opener, username: 'demo_guest', description: '100% of_it \\ broke' }
    const ticket = await ticketThere(db, clock.now(), draft, { ...SETTLED, ...standing('claimed') })
    await send(OWNER, 'PATCH', `${TICKETS}/${ticket.id}`, { priority: 'urgent', labels: ['refund'] })
    for (const filter of [
      `status=claimed&assignee_id=${ADMIN}&opener_id=${GUEST}`,
      `opener_id=${GUEST}`,
      'label=Refund',
      'priority=urgent',
      `text=${encodeURIComponent('100% OF_IT \\')}`,
      `text=${ticket.number}&opener_id=${GUEST}`,
    ]) {
      const { json } = await send(STAFF, 'GET', `${TICKETS}?${filter}`)
      assert.deepEqual(
        json.map(({ id }: { id: number }) => id),
        [Number(ticket.id)],
        filter,
      )
    }
    assert.deepEqual((await send(OWNER, 'GET', `${TICKETS}?text=of%25it`)).json, [])
    const seen: number[] = []
    let cursor: string | null = null
    do {
      const page = await send(OWNER, 'GET', `${TICKETS}?limit=50${cursor ? `&cursor=${cursor}` : ''}`)
      seen.push(...page.json.map(({ id }: { id: number }) => id))
      cursor = page.headers.get('x-next-cursor')
    } while (cursor)
    const all = await db
      .selectFrom('tickets')
      .select('id')
      .where('guild_id', '=', DEMO.guild)
      .orderBy('id', 'desc')
      .execute()
    assert.deepEqual(
      seen,
      all.map(({ id }) => Number(id)),
    )
  })
})

describe('one ticket', () => {
  test('shows what happened, what may be done, and the notes of its staff', async () => {
    const ticket = await openOne()
    await move(STAFF, ticket, { move: 'close', reason: 'Solved' })
    await send(STAFF, 'POST', `${TICKETS}/${ticket.id}/notes`, { body: 'Was quick.' })
    const { json } = await send(OWNER, 'GET', `${TICKETS}/${ticket.id}`)
    assert.deepEqual([json.status, json.close_reason, json.moves], ['closed', 'Solved', ['reopen', 'archive']])
    const told = json.events.map(({ kind, from, to }: Record<string, unknown>) => [kind, from, to])
    assert.deepEqual(told, [
      ['opened', null, 'open'],
      ['close', 'open', 'closed'],
      ['note', 'closed', 'closed'],
    ])
    assert.equal(json.notes[0].body, 'Was quick.')
    const logged = await db
      .selectFrom('operational_events')
      .select('details')
      .where('event_type', '=', 'TICKET_CHANGED')
      .execute()
    assert.doesNotMatch(JSON.stringify(logged), /Solved|Was quick/)
  })

  test('has notes that their author and admins change and delete', async () => {
    const ticket = await openOne()
    const notes = `${TICKETS}/${ticket.id}/notes`
    const { json: note } = await send(OWNER, 'POST', notes, { body: 'First' })
    assert.equal((await send(STAFF, 'PATCH', `${notes}/${note.id}`, { body: 'x' })).status, 403)
    assert.equal((await send(OWNER, 'PATCH', `${notes}/${note.id}`, { body: ' Second ' })).json.body, 'Second')
    const other = `${TICKETS}/${(await openOne()).id}/notes/${note.id}`
    assert.equal((await send(OWNER, 'DELETE', other)).status, 404)
    assert.equal((await send(OWNER, 'POST', notes, { body: '   ' })).json.code, 'tickets.note_length')
    assert.equal((await send(OWNER, 'DELETE', `${notes}/${note.id}`)).status, 200)
    assert.deepEqual((await send(STAFF, 'GET', notes)).json, [])
  })
})

describe('the labels of a guild', () => {
  const LABELS = `/api/dashboard/${DEMO.guild}/ticket-labels`

  test('are at most 25, each name once, and for admins to change', async () => {
    const save = (person: string, name: string, color: number | null = null) =>
      send(person, 'POST', LABELS, { name, color })
    assert.equal((await save(STAFF, 'Mine')).status, 403)
    await save(OWNER, 'Refund')
    const known = (await send(STAFF, 'GET', LABELS)).json.length
    const answers = await Promise.all(Array.from({ length: 30 }, (_, index) => save(OWNER, `Label ${index}`)))
    assert.equal(answers.filter(({ status }) => status === 200).length, 25 - known)
    assert.equal(answers.find(({ status }) => status !== 200)?.json.code, 'tickets.labels_full')
    const { json } = await save(OWNER, ' refund ', 1)
    assert.deepEqual([json.name, json.color], ['refund', 1])
    const elsewhere = `/api/dashboard/${DEMO.otherGuild}/ticket-labels/${json.id}`
    assert.equal((await send(GUEST, 'DELETE', elsewhere)).status, 404)
    assert.equal((await send(OWNER, 'DELETE', `${LABELS}/${json.id}`)).status, 200)
    assert.equal((await send(OWNER, 'DELETE', `${LABELS}/${json.id}`)).status, 404)
  })
})
