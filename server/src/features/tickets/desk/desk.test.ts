import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { GuildId, RoleId, UserId } from '../../../kernel/ids.ts'
import { startAgain } from '../../../testing/again.ts'
import { startApp } from '../../../testing/app.ts'
import { sendJson } from '../../../testing/http.ts'
import { ticketInChannel, ticketNow, ticketThere } from '../../../testing/tickets.ts'
import { until } from '../../../testing/until.ts'
import { BUTTON_MOVES } from '../controls.ts'
import { type MoveName, moves, objection } from '../moves.ts'
import { eventsOf } from '../store.ts'
import { STATUSES, type Status } from '../ticket.ts'
import { notesOf } from './annotations-store.ts'
import { closeRequestOf } from './close-request-store.ts'
import { peopleOf } from './people-store.ts'

const { demo_owner: OWNER, demo_admin: ADMIN, demo_staff: STAFF, demo_member: MEMBER, demo_guest: GUEST } = DEMO.people

const app = await startApp()
after(() => app[Symbol.asyncDispose]())
/** Closes what is due, besides the first. */
const another = await startAgain(app, 'worker')
after(() => another.stop())
const { db, simulator } = app
const [owner, admin, staff] = [simulator.person(OWNER), simulator.person(ADMIN), simulator.person(STAFF)]
const [member, guest] = [simulator.person(MEMBER), simulator.person(GUEST)]
const calledRole = simulator.createRole(DEMO.guild, { name: 'Second line' }).id
async function configure(settings: object) {
  const path = `${app.alphapy.apiUrl}/api/dashboard/settings/${DEMO.guild}`
  const signedIn = await app.signIn(OWNER)
  const { status, text } = await sendJson(path, 'POST', { category: 'ticketbot', settings }, signedIn)
  assert.equal(status, 200, text)
}
await configure({ staff_role_id: DEMO.roles.staff })

const fieldsOf = ({ embeds }: { embeds: readonly { fields?: readonly { name: string; value: string }[] }[] }) =>
  Object.fromEntries((embeds[0]?.fields ?? []).map(({ name, value }) => [name, value]))
const buttonsOf = ({ components }: { components: readonly unknown[] }) =>
  [...JSON.stringify(components).matchAll(/"custom_id":"tickets:([a-z_]+):/g)].map(([, act]) => act)

type Message = Parameters<typeof staff.click>[0]
const press = (person: typeof staff, message: Message) => person.click(message, 'Claim')

describe('the head of a ticket', () => {
  test('moves it, shows how it stands, and tells those in the channel', async () => {
    const { head, now, said, channel } = await ticketInChannel(app)
    assert.deepEqual(buttonsOf(head()), ['claim', 'wait', 'escalate', 'close', 'more'])
    await staff.click(head(), 'Claim')
    assert.deepEqual(fieldsOf(head()), { Status: 'claimed', 'Taken care of by': `<@${STAFF}>` })
    assert.deepEqual(buttonsOf(head()), ['unclaim', 'wait', 'escalate', 'close', 'more'])
    await staff.click(head(), 'Wait for member')
    await staff.click(head(), 'Do not wait')
    await staff.click(head(), 'Give back')
    const form = await staff.click(head(), 'Close')
    await staff.submit(form, { reason: 'Sent **again** <@&1>' })
    assert.deepEqual(buttonsOf(head()), ['reopen', 'archive', 'more'])
    const { status, closedBy, closeReason } = await now()
    assert.deepEqual([status, closedBy, closeReason], ['closed', STAFF, 'Sent **again** <@&1>'])
    assert.deepEqual(await said(4), [
      `<@${STAFF}> takes care of this ticket.`,
      `<@${MEMBER}>, the staff waits for your answer.`,
      `<@${STAFF}> gave the ticket back; somebody else will take care of it.`,
      `<@${STAFF}> closed this ticket.\nReason: Sent \\*\\*again\\*\\* <\u200b@&1\\>`,
    ])
    assert.equal(simulator.messages(channel).length, 5)
    await staff.click(head(), 'Archive')
    assert.deepEqual([(await now()).status, buttonsOf(head())], ['archived', []])
  })

  test('refuses whoever may not, in words, and nothing changes', async () => {
    const { head, now, ticket } = await ticketInChannel(app)
    for (const [person, label] of [
      [member, 'Claim'],
      [member, 'Wait for member'],
      [member, 'More…'],
      [guest, 'Escalate'],
      [guest, 'Close'],
    ] as const) {
      const { content, ephemeral } = await person.click(head(), label)
      assert.deepEqual([content, ephemeral], ['Only the staff of this ticket can do that.', true], label)
    }
    assert.deepEqual(await now(), ticket)
  })

  test('lets the member close it and open it again', async () => {
    const { head, now } = await ticketInChannel(app)
    await member.submit(await member.click(head(), 'Close'), {})
    assert.deepEqual([(await now()).status, (await now()).closedBy], ['closed', MEMBER])
    await member.click(head(), 'Reopen')
    assert.equal((await now()).status, 'open')
  })

  test('tells a second press whose it is', async () => {
    const { head, now } = await ticketInChannel(app)
    const before = head()
    const buttons = structuredClone(before)
    await staff.click(before, 'Claim')
    const { version } = await now()
    // Whoever had the channel open sees the old buttons for a moment longer.
    head().components = buttons.components
    assert.equal((await press(staff, head())).content, 'You have claimed this ticket already.')
    assert.equal((await press(admin, head())).content, `<@${STAFF}> has claimed this ticket already.`)
    assert.equal((await now()).version, version)
  })

  async function pressTogether() {
    const { head, now, ticket } = await ticketInChannel(app)
    const answers = await Promise.all([staff, admin].map((person) => press(person, head())))
    const told = answers.filter((answer) => answer.ephemeral).map((answer) => answer.content)
    return { told, claimedBy: (await now()).claimedBy, events: await eventsOf(db, ticket.id, 10) }
  }

  test('is claimed by one of two who press at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { told, claimedBy, events } = await pressTogether()
      assert.deepEqual(told, [`<@${claimedBy}> has claimed this ticket already.`])
      assert.equal(events.filter(({ kind }) => kind === 'claim').length, 1)
    }
  })

  test('calls the escalation role, whose holders are staff of it from then on', async () => {
    const { head, now, said } = await ticketInChannel(app)
    assert.match(
      (await staff.click(head(), 'Escalate')).content,
      /^There is no role to escalate to: .*`\/config set ticketbot\.escalation_role_id`\.$/,
    )
    await configure({ escalation_role_id: calledRole })
    await staff.click(head(), 'Escalate')
    assert.deepEqual(await said(1), [`<@${STAFF}> called <@&${calledRole}> to this ticket.`])
    assert.equal((await guest.click(head(), 'Claim')).content, 'Only the staff of this ticket can do that.')
    simulator.state.guilds.get(DEMO.guild)?.members.get(GUEST)?.roles.push(calledRole)
    await guest.click(head(), 'Claim')
    assert.deepEqual([(await now()).claimedBy, (await now()).escalatedTo], [GUEST, calledRole])
    await guest.click(head(), 'Give back')
    assert.equal((await now()).status, 'escalated')
    await configure({ escalation_role_id: null })
  })

  test('works for nobody in another guild', async () => {
    const { head, now, ticket } = await ticketInChannel(app)
    const elsewhere = simulator.person(DEMO.bot).say(DEMO.channels.otherGeneral, 'x')
    elsewhere.components = head().components
    const { content } = await guest.click(elsewhere, 'Claim')
    assert.equal(content, 'This server has no such ticket.')
    assert.deepEqual(await now(), ticket)
  })
})

describe('each button of the head, for each of those who may press it', async () => {
  const stranger = simulator.person(simulator.createUser({ username: 'passer_by' }).id)
  stranger.join(DEMO.guild)
  const people = { admin, staff, opener: member, other: stranger } as const
  type Who = keyof typeof people

  const standing = (status: Status) => ({
    status,
    claimed_by: status === 'claimed' ? ADMIN : null,
    escalated_to: status === 'escalated' ? calledRole : null,
    closed_at: status === 'closed' || status === 'archived' ? app.clock.now() : null,
    archived_at: status === 'archived' ? app.clock.now() : null,
  })

  /** Also where the button is not shown: an old message may still have it. */
  async function pressIn(status: Status, move: MoveName, who: Who) {
    const ticket = await ticketThere(db, app.clock.now(), {}, { ...standing(status), settled_version: 1_000_000 })
    const message = simulator.person(DEMO.bot).say(DEMO.channels.general, 'x')
    const pressed = { type: 2, style: 2, label: move, custom_id: `tickets:${move}:${ticket.id}` }
    message.components = [{ type: 1, components: [pressed] }]
    const seen = await people[who].click(message, move)
    const { version, status: reached } = await ticketNow(db, ticket)
    if (seen.modal) return 'a form'
    return version > ticket.version ? reached : `${seen.ephemeral ? 'refused' : 'nothing'}: ${seen.content}`
  }

  function wanted(status: Status, move: MoveName, who: Who): RegExp {
    const claimedBy = status === 'claimed' ? UserId.parse(ADMIN) : null
    const escalatedTo = status === 'escalated' ? RoleId.parse(calledRole) : null
    const found = objection(move, { status, claimedBy, escalatedTo }, who)
    if (found === 'standing') return /^refused: Only the staff of this ticket/
    if (found !== null) return /^refused: \S/
    const { to } = moves[move]
    if (move === 'close') return /^a form$/
    if (to === 'under_way' || to === 'given_back') return /^open$/
    return new RegExp(`^${to}$`)
  }

  for (const status of STATUSES)
    test(`does what the table says while the ticket is ${status}`, async () => {
      await configure({ escalation_role_id: calledRole })
      const cells = BUTTON_MOVES.flatMap((move) =>
        (['admin', 'staff', 'opener', 'other'] as const).map((who) => ({ move, who })),
      )
      await Promise.all(
        cells.map(async ({ move, who }) =>
          assert.match(await pressIn(status, move, who), wanted(status, move, who), `${who} ${move}`),
        ),
      )
      await configure({ escalation_role_id: null })
    })
})

describe('the menu of a ticket', () => {
  test('assigns to staff alone, sets priority and labels, and moves it to another panel', async () => {
    await owner.slash('ticket_label add', { name: 'Billing', color: '#3b82f6' })
    const panel = await db
      .insertInto('ticket_panels')
      .values({
        guild_id: DEMO.guild,
        name: 'Shop',
        position: 1,
        created_at: app.clock.now(),
        updated_at: app.clock.now(),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const { head, now, ticket } = await ticketInChannel(app)
    const menu = await staff.click(head(), 'More…')
    assert.equal(menu.ephemeral, true)
    const refused = await staff.select(menu, `tickets:assign:${ticket.id}`, [MEMBER])
    assert.equal(refused.content, 'A ticket can only be given to its staff.')
    await staff.select(menu, `tickets:assign:${ticket.id}`, [ADMIN])
    assert.match(menu.content, new RegExp(`^The ticket was given to <@${ADMIN}>\\.`))
    await staff.select(menu, `tickets:priority:${ticket.id}`, ['urgent'])
    await staff.select(menu, `tickets:labels:${ticket.id}`, ['Billing'])
    const { claimedBy, priority, labels } = await now()
    assert.deepEqual([claimedBy, priority, labels], [ADMIN, 'urgent', ['Billing']])
    await staff.select(menu, `tickets:transfer:${ticket.id}`, [panel.id])
    const moved = await now()
    assert.deepEqual([moved.panelId, moved.status, moved.claimedBy], [panel.id, 'open', null])
    const kinds = (await eventsOf(db, ticket.id, 10)).map(({ kind }) => kind)
    assert.deepEqual(kinds, ['opened', 'assign', 'priority', 'labels', 'transfer'])
  })

  test('says so when Discord does not say who somebody is, and when somebody has it already', async () => {
    const { head, now, ticket } = await ticketInChannel(app)
    const menu = await staff.click(head(), 'More…')
    const assign = async () => (await staff.select(menu, `tickets:assign:${ticket.id}`, [STAFF])).content
    // What was asked of Discord is remembered for a minute.
    await app.moveTo(app.clock.now().add({ minutes: 2 }))
    const end = simulator.faults.on({ method: 'GET', path: `/guilds/${DEMO.guild}/members/*` }, { status: 500 })
    assert.match(await assign(), /Discord/)
    assert.deepEqual(await now(), ticket)
    end()
    assert.match(await assign(), new RegExp(`^The ticket was given to <@${STAFF}>`))
    assert.equal(await assign(), 'That member takes care of this ticket already.')
  })

  test('keeps notes that nobody else sees; their author and admins change them', async () => {
    const { head, ticket, channel } = await ticketInChannel(app)
    const menu = await staff.click(head(), 'More…')
    await staff.submit(await staff.click(menu, 'Add note'), { body: 'Seems upset.' })
    await admin.slash('ticket_note', { text: 'Knows the shop.' }, { channel })
    const [own, other] = await notesOf(db, ticket.id)
    assert.ok(own && other)
    const notes = await staff.click(menu, 'Show notes')
    assert.match(JSON.stringify(notes.embeds), /Seems upset\..*Knows the shop\./)
    const refused = await staff.select(notes, `tickets:note:${ticket.id}`, [other.id])
    assert.equal(refused.content, 'Only whoever wrote the note, or an admin, can change it.')
    const chosen = await staff.select(notes, `tickets:note:${ticket.id}`, [own.id])
    await staff.submit(await staff.click(chosen, 'Change note'), { body: 'Is calm again.' })
    await staff.click(chosen, 'Delete note')
    assert.deepEqual(
      (await notesOf(db, ticket.id)).map(({ id }) => id),
      [other.id],
    )
    assert.doesNotMatch(JSON.stringify(member.reads(channel)), /upset|shop|calm/)
    assert.equal(
      (await member.slash('ticket_note', { text: 'x' }, { channel })).content,
      'Only the staff of this ticket can do that.',
    )
  })
})

describe('a request to close', () => {
  const question = (channel: string) => until('the question', () => simulator.messages(channel)[1])
  const hours = (count: number) => app.moveTo(app.clock.now().add({ hours: count }))

  test('closes when the member agrees, and only once', async () => {
    const { channel, now, ticket } = await ticketInChannel(app)
    await staff.slash('ticket_close_request', { reason: 'It arrived' }, { channel })
    assert.match((await staff.slash('ticket_close_request', {}, { channel })).content, /asked already/)
    const asked = await question(channel)
    assert.equal((await guest.click(asked, 'Yes, close it')).content, 'This is not your ticket.')
    await member.click(asked, 'Yes, close it')
    const { status, closedBy, closeReason } = await now()
    assert.deepEqual([status, closedBy, closeReason], ['closed', MEMBER, 'It arrived'])
    assert.equal(await closeRequestOf(db, ticket.id), null)
  })

  test('closes by itself when nobody answers, however many look, and not before', async () => {
    const { channel, now, ticket } = await ticketInChannel(app)
    await staff.slash('ticket_close_request', { hours: 2 }, { channel })
    await hours(1)
    assert.equal((await now()).status, 'open')
    await hours(1)
    await until('the closing', async () => (await now()).status === 'closed')
    const closings = (await eventsOf(db, ticket.id, 10)).filter(({ kind }) => kind === 'close')
    assert.deepEqual(
      closings.map(({ actorId, details }) => [actorId, details]),
      [[null, { rule: 'close_request' }]],
    )
  })

  test('is taken back by the member and by any move', async () => {
    const { channel, head, now, ticket } = await ticketInChannel(app)
    await staff.slash('ticket_close_request', {}, { channel })
    const asked = await question(channel)
    await member.click(asked, 'Keep it open')
    assert.equal(await closeRequestOf(db, ticket.id), null)
    await staff.slash('ticket_close_request', {}, { channel })
    await staff.click(head(), 'Claim')
    await hours(25)
    const again = await until('the second question', () =>
      simulator.messages(channel).find(({ id, components }) => id !== head().id && components.length > 0),
    )
    assert.equal((await member.click(again, 'Yes, close it')).content, 'This is not asked any more.')
    assert.equal((await now()).status, 'claimed')
  })
})

describe('commands', () => {
  test('/ticket_status moves by the table, names what it refuses, and suggests to staff alone', async () => {
    const { ticket, now } = await ticketInChannel(app)
    const id = String(ticket.number)
    const status = async (wanted: string, more: object = {}) =>
      (await staff.slash('ticket_status', { id, status: wanted, ...more })).content
    assert.equal(await status('claimed'), `Ticket ${id} is claimed now.`)
    assert.equal(await status('archived'), 'This ticket is claimed; nothing makes it archived from there.')
    assert.match(await status('closed', { escalate_to: calledRole }), /^The option escalate_to only goes/)
    assert.equal(await status('escalated', { escalate_to: calledRole }), `Ticket ${id} is escalated now.`)
    assert.deepEqual([(await now()).status, (await now()).escalatedTo], ['escalated', calledRole])
    const unknown = await staff.slash('ticket_status', { id: '99999', status: 'closed' })
    assert.equal(unknown.content, 'This server has no such ticket.')
    const offered = async (person: typeof staff) =>
      (await person.autocomplete('ticket_status', 'id', id)).map(({ value }) => value)
    assert.deepEqual([await offered(staff), await offered(member)], [[id], []])
  })

  test('/ticket_status means the ticket of its own guild, whatever number another has', async () => {
    const { ticket, now } = await ticketInChannel(app)
    const close = async (number: number) => {
      const place = { channel: DEMO.channels.otherGeneral }
      return (await guest.slash('ticket_status', { id: String(number), status: 'closed' }, place)).content
    }
    assert.equal(await close(ticket.number), 'This server has no such ticket.')
    const guildId = GuildId.parse(DEMO.otherGuild)
    const there = await ticketThere(db, app.clock.now(), { guildId }, { number: ticket.number })
    assert.equal(await close(ticket.number), `Ticket ${ticket.number} is closed now.`)
    assert.deepEqual([(await ticketNow(db, there)).status, await now()], ['closed', ticket])
  })

  test('/ticket_add and /ticket_remove keep whom staff let in', async () => {
    const { channel, ticket, now } = await ticketInChannel(app)
    const run = async (name: string, who: string) => (await staff.slash(name, { member: who }, { channel })).content
    assert.equal(await run('ticket_add', GUEST), `<@${GUEST}> is in this ticket now.`)
    assert.equal(await run('ticket_add', GUEST), 'That member is in this ticket already.')
    assert.equal(await run('ticket_add', MEMBER), 'That member is in this ticket already.')
    assert.deepEqual([await peopleOf(db, ticket.id), (await now()).version], [[GUEST], ticket.version + 1])
    assert.equal(await run('ticket_remove', GUEST), `<@${GUEST}> is not in this ticket any more.`)
    assert.equal(await run('ticket_remove', GUEST), 'That member was not added to this ticket.')
  })

  test('/ticket_assign gives it to its staff alone', async () => {
    const { channel, now } = await ticketInChannel(app)
    const run = async (whom: string) => (await staff.slash('ticket_assign', { member: whom }, { channel })).content
    assert.equal(await run(MEMBER), 'A ticket can only be given to its staff.')
    assert.equal(await run(ADMIN), `The ticket was given to <@${ADMIN}>.`)
    assert.deepEqual([(await now()).status, (await now()).claimedBy], ['claimed', ADMIN])
  })

  test('/ticket_transfer takes a panel by its suggestion or its name', async () => {
    const { channel, now } = await ticketInChannel(app)
    const [{ name, value } = assert.fail('no panel')] = await staff.autocomplete(
      'ticket_transfer',
      'panel',
      'sho',
      {},
      { channel },
    )
    const run = async (panel: string) => (await staff.slash('ticket_transfer', { panel }, { channel })).content
    assert.deepEqual([name, await run('Nowhere')], ['Shop', 'This server has no such panel.'])
    assert.equal(await run('shop'), 'The ticket was moved.')
    assert.equal((await now()).panelId, value)
    assert.equal(await run(String(value)), 'The ticket is there already.')
  })

  test('say so where there is no ticket', async () => {
    const { content } = await staff.slash('ticket_close', {}, { channel: DEMO.channels.general })
    assert.equal(content, 'This is not the channel of a ticket; use it there.')
  })
})
