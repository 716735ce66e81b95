import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { PermissionFlagsBits as P, Routes } from 'discord-api-types/v10'
import { type GuildId, RoleId } from '../../../kernel/ids.ts'
import { startAgain } from '../../../testing/again.ts'
import { startApp } from '../../../testing/app.ts'
import { isThorough } from '../../../testing/thorough.ts'
import { ticketGuild } from '../../../testing/ticket-places.ts'
import { until } from '../../../testing/until.ts'
import { queuePosition } from './queue-store.ts'

const PLENTY = { limit: 100_000, windowMs: 1_000 }
const buckets = { 'POST /channels/{channel_id}/messages': PLENTY }
// The limit of renaming is Discord's own; nothing else is limited.
const app = await startApp({
  roles: ['gateway', 'worker'],
  simulator: { rateLimits: { buckets, otherwise: PLENTY, global: PLENTY } },
})
after(() => app[Symbol.asyncDispose]())

const { simulator, db } = app
const person = (id: string) => simulator.person(id)
const later = (duration: Temporal.DurationLike) => app.moveTo(app.clock.now().add(duration))
const creating = (guildId: string) => ({ method: 'POST', path: `/guilds/${guildId}/channels` })

/** Once it was heard that there is something to be checked. */
async function checkedLater(guildId: GuildId) {
  const due = db.selectFrom('ticket_guild_checks').select('due_at').where('guild_id', '=', guildId)
  await until('a check to be asked for', async () => (await due.executeTakeFirst())?.due_at)
  await later({ minutes: 2 })
}

async function hallWith(
  settings: Readonly<Record<string, string | null>> = {},
  bot?: Parameters<typeof ticketGuild>[1],
) {
  const hall = ticketGuild(app, bot)
  await hall.set(settings)
  const stranger = simulator.createUser({ username: 'eve' }).id
  person(stranger).join(hall.guildId)
  const told = (id = hall.member) =>
    person(id)
      .dms()
      .map(({ content }) => content)
  /** Opener, staff, somebody else. */
  const seers = (channelId: string) => [hall.member, hall.staff, stranger].map((id) => person(id).sees(channelId))
  const mayTalk = (id: string, channelId: string) => {
    try {
      person(id).say(channelId, 'hello')
      return true
    } catch {
      return false
    }
  }
  return { ...hall, stranger, told, seers, mayTalk }
}

describe('the channel of a ticket', () => {
  test('of a guild that hangs holds up no other guild', async () => {
    const [stuck, other] = [await hallWith(), await hallWith()]
    const end = simulator.faults.on(creating(stuck.guildId), 'hang')
    const tickets = await Promise.all(Array.from({ length: 30 }, () => stuck.open()))
    await other.channel(await other.open())
    const stuckIds = tickets.map(({ id }) => id)
    const held = db.selectFrom('ticket_places').select('ticket_id').where('lease_until', 'is not', null)
    assert.ok((await held.where('ticket_id', 'in', stuckIds).execute()).length <= 2)
    end()
    for (const ticket of tickets) await stuck.move(ticket, 'close')
  })

  test('is made once in its category, for its opener and the staff alone, with one pinned message that calls them', async () => {
    const hall = await hallWith()
    const channel = await hall.channel(await hall.open())
    assert.deepEqual([channel.name, channel.parent_id], ['ticket-0001', hall.category])
    assert.deepEqual(hall.seers(channel.id), [true, true, false])
    const [message, ...others] = hall.controls(channel.id)
    assert.deepEqual([others, message?.pinned], [[], true])
    assert.match(message?.content ?? '', new RegExp(`<@${hall.member}> <@&${hall.role}>`))
    assert.ok(hall.mayTalk(hall.member, channel.id))
  })

  for (const fault of ['drop_after', { status: 500 }, ...(isThorough ? (['hang_after'] as const) : [])] as const) {
    test(`is the same one where Discord was asked and did not answer (${JSON.stringify(fault)})`, async () => {
      const hall = await hallWith()
      simulator.faults.on(creating(hall.guildId), fault, { times: 1 })
      const ticket = await hall.open()
      await until('the failure', async () => {
        const found = await db.selectFrom('ticket_places').selectAll().where('ticket_id', '=', ticket.id).execute()
        return found[0]?.making_since && found[0].lease_until === null
      })
      await later({ seconds: 10 })
      const channel = await hall.channel(ticket)
      assert.deepEqual(
        hall.channels().map(({ id }) => id),
        [channel.id],
      )
      assert.equal(hall.controls(channel.id).length, 1)
    })
  }

  test('is not made for a ticket that was closed before', async () => {
    const hall = await hallWith()
    simulator.faults.on(creating(hall.guildId), { status: 503 }, { times: 1 })
    const struck = simulator.faults.struck
    const ticket = await hall.open()
    await until('the failure', () => simulator.faults.struck > struck)
    await hall.move(ticket, 'close')
    await hall.settled(ticket)
    assert.deepEqual(hall.channels(), [])
  })

  test('bears another name where Discord refuses the first ones', async () => {
    const hall = await hallWith()
    simulator.refusedNames.push(/billing/, /ticket/)
    const channel = await hall.channel(await hall.open(hall.member, { panelId: await hall.panel({ name: 'Billing' }) }))
    simulator.refusedNames.length = 0
    assert.equal(channel.name, 'desk-0001')
  })

  test('is closed to its opener with the ticket, opened with it again, and deleted once it is archived', async () => {
    const hall = await hallWith()
    const ticket = await hall.open()
    const { id } = await hall.channel(ticket)
    await hall.move(ticket, 'close')
    await hall.settled(ticket)
    assert.deepEqual([hall.seers(id), hall.mayTalk(hall.member, id)], [[true, true, false], false])
    await hall.move(ticket, 'reopen')
    await hall.settled(ticket)
    assert.ok(hall.mayTalk(hall.member, id))
    await hall.move(ticket, 'close')
    await hall.move(ticket, 'archive')
    assert.equal((await hall.settled(ticket)).channelId, null)
    assert.deepEqual(hall.channels(), [])
  })

  test('goes with the ticket to another panel, and is shown to whom it is escalated and who is added', async () => {
    const hall = await hallWith()
    const [theirs, called] = ['Billing crew', 'Second line'].map((name) =>
      RoleId.parse(simulator.createRole(hall.guildId, { name }).id),
    )
    assert.ok(theirs && called)
    const [clerk, chief, friend] = ['carl', 'iris', 'fred'].map((username) => {
      const { id } = simulator.createUser({ username })
      person(id).join(hall.guildId)
      return id
    })
    assert.ok(clerk && chief && friend)
    const members = simulator.state.guilds.get(hall.guildId)?.members
    members?.get(clerk)?.roles.push(theirs)
    members?.get(chief)?.roles.push(called)
    const shop = simulator.createChannel(hall.guildId, { name: 'Shop', type: 4 }).id
    const panelId = await hall.panel({ categoryId: shop, staffRoleIds: [theirs] })
    const ticket = await hall.open()
    const channel = await hall.channel(ticket)
    const seen = () => [hall.member, hall.staff, clerk, chief, friend].map((id) => person(id).sees(channel.id))
    const add = await person(hall.staff).slash('ticket_add', { member: friend }, { channel: channel.id })
    assert.match(add.content, /is in this ticket now/)
    await hall.settled(ticket)
    assert.deepEqual(seen(), [true, true, false, false, true])
    await person(hall.staff).slash('ticket_remove', { member: friend }, { channel: channel.id })
    await hall.move(ticket, 'transfer', { panelId })
    await hall.settled(ticket)
    assert.deepEqual([seen(), channel.parent_id], [[true, false, true, false, false], shop])
    await hall.move(ticket, 'escalate', { role: called })
    await hall.settled(ticket)
    assert.deepEqual(seen(), [true, false, true, true, false])
  })

  test('gets a message with the buttons again where that was deleted, and an edited one where another role is called', async () => {
    const hall = await hallWith()
    const ticket = await hall.open()
    const { id } = await hall.channel(ticket)
    const [message] = hall.controls(id)
    await hall.rest.delete(Routes.channelMessage(id, message?.id ?? ''))
    await until('another', () => hall.controls(id).length === 1)
    const role = simulator.createRole(hall.guildId, { name: 'Other' }).id
    await hall.set({ staff_role_id: role })
    await until('the other role', () => hall.controls(id)[0]?.content.includes(role))
    assert.equal(hall.controls(id).length, 1)
    assert.equal(person(hall.staff).sees(id), false)
  })
})

describe('the head of a ticket of which Discord did not say that it posted it', () => {
  /** More than Discord takes in one text. */
  const manyRoles = Array.from({ length: 90 }, (_, index) => `11000000000000${10_000 + index}`)

  async function lostHead() {
    const hall = await hallWith()
    const panelId = await hall.panel({ staffRoleIds: [hall.role, ...manyRoles] })
    const ticket = await hall.open(hall.member, { panelId })
    const { id } = await hall.channel(ticket)
    const [first] = hall.controls(id)
    for (let count = 0; count < 120; count += 1) person(hall.owner).say(id, `${count}`)
    simulator.faults.on({ method: 'POST', path: `/channels/${id}/messages` }, 'drop_after', { times: 1 })
    await hall.rest.delete(Routes.channelMessage(id, first?.id ?? ''))
    await until('it to stand', () => hall.controls(id).length === 1)
    const place = () =>
      db.selectFrom('ticket_places').selectAll().where('ticket_id', '=', ticket.id).executeTakeFirstOrThrow()
    await until('the failure', async () => (await place()).lease_until === null)
    assert.equal((await place()).control_message_id, null)
    const known = () =>
      until('it to be known', async () => {
        const { control_message_id: head, lease_until } = await place()
        return lease_until === null && head
      })
    return { ...hall, id, panelId, head: hall.controls(id)[0] ?? assert.fail('no head'), known }
  }

  test('is found beneath hundreds of others, though its text was cut and its panel has another name by now', async () => {
    const { id, head, known, controls, panelId } = await lostHead()
    await db.updateTable('ticket_panels').set({ name: 'Invoices' }).where('id', '=', panelId).execute()
    // No nonce holds for as long.
    await later({ minutes: 20 })
    assert.equal(await known(), head.id)
    const [shown, ...others] = controls(id)
    assert.deepEqual(others, [])
    assert.match(shown?.embeds[0]?.title ?? '', /Invoices/)
  })

  test('is posted anew where it was deleted since', async () => {
    const { id, head, known, controls } = await lostHead()
    simulator.state.messages.get(id)?.delete(head.id)
    await later({ seconds: 30 })
    assert.notEqual(await known(), head.id)
    assert.equal(controls(id).length, 1)
  })
})

describe('names, of which Discord allows two in ten minutes', () => {
  test('hold up no closing: the channel is closed at once and renamed later', async () => {
    const hall = await hallWith()
    const ticket = await hall.open()
    const channel = await hall.channel(ticket)
    for (const move of ['close', 'reopen', 'close'] as const) {
      await hall.move(ticket, move)
      await hall.settled(ticket)
    }
    assert.deepEqual([channel.name, hall.mayTalk(hall.member, channel.id)], ['ticket-0001', false])
    await later({ minutes: 10 })
    await until('the name', () => channel.name === 'closed-0001')
  })

  test('that somebody else used up are waited for without asking again and again', async () => {
    const hall = await hallWith()
    const ticket = await hall.open()
    const channel = await hall.channel(ticket)
    for (const name of ['one', 'two']) await hall.rest.patch(Routes.channel(channel.id), { body: { name } })
    await hall.move(ticket, 'close')
    await hall.settled(ticket)
    assert.equal(hall.mayTalk(hall.member, channel.id), false)
    const { attempts } = await db
      .selectFrom('ticket_places')
      .select('attempts')
      .where('ticket_id', '=', ticket.id)
      .executeTakeFirstOrThrow()
    assert.deepEqual([attempts, channel.name], [0, 'two'])
    await later({ minutes: 11 })
    await until('the name', () => channel.name === 'closed-0001')
  })
})

describe('a category that is full', () => {
  test('has the overflow category take the ticket, and then a queue whose first comes in when there is room', async () => {
    const hall = await hallWith()
    const overflow = simulator.createChannel(hall.guildId, { name: 'More', type: 4 }).id
    await hall.set({ overflow_category_id: overflow })
    await hall.fill(hall.category, 50)
    const [old] = await hall.fill(overflow, 49)
    assert.equal((await hall.channel(await hall.open())).parent_id, overflow)

    const [second, third] = [await hall.open(), await hall.open(hall.stranger)]
    await until('both to be told', () => [hall.member, hall.stranger].every((id) => hall.told(id).length === 1))
    assert.match(hall.told()[0] ?? '', /ticket 2 .* number 1 in the queue/)
    assert.match(hall.told(hall.stranger)[0] ?? '', /ticket 3 .* number 2 in the queue/)
    assert.deepEqual([await queuePosition(db, second), await queuePosition(db, third)], [1, 2])
    assert.match((await hall.troubles())[0] ?? '', /full.*overflow category/)

    await hall.remove(old?.id ?? '')
    await hall.channel(second)
    await until('the next to be first', async () => (await queuePosition(db, third)) === 1)
    await hall.move(second, 'close')
    await hall.move(second, 'archive')
    await hall.channel(third)
    assert.equal(await queuePosition(db, third), null)
    assert.equal(hall.told().filter((text) => text.includes('queue')).length, 1)
  })

  test('of a panel has its own second category take the ticket', async () => {
    const hall = await hallWith()
    const [own, second] = ['Shop', 'More of it'].map(
      (name) => simulator.createChannel(hall.guildId, { name, type: 4 }).id,
    )
    assert.ok(own && second)
    hall.fill(own, 50)
    const panelId = await hall.panel({ categoryId: own, overflowCategoryId: second })
    assert.equal((await hall.channel(await hall.open(hall.member, { panelId }))).parent_id, second)
  })

  test('is waited for no longer by a ticket that is closed, and by an urgent one before the others', async () => {
    const hall = await hallWith()
    await hall.fill(hall.category, 50)
    const [first, second] = [await hall.open(), await hall.open()]
    await until('both to wait', async () => (await queuePosition(db, second)) === 2)
    await hall.move(first, 'close')
    assert.equal(await queuePosition(db, second), 1)
    await hall.settled(first)
    const third = await hall.open()
    await until('the third to wait', async () => (await queuePosition(db, third)) === 2)
    await db.updateTable('tickets').set({ priority: 'urgent' }).where('id', '=', third.id).execute()
    assert.deepEqual([await queuePosition(db, second), await queuePosition(db, third)], [2, 1])
  })

  test('as a guild of 500 channels is waited for, also where nobody hears of the room', async () => {
    const hall = await hallWith({ category_id: null })
    const there = simulator.state.channelsOf(hall.guildId).length
    const [old] = Array.from(
      { length: 500 - there },
      (_, n) => simulator.createChannel(hall.guildId, { name: `c-${n}` }).id,
    )
    const ticket = await hall.open()
    await until('it to wait', async () => (await queuePosition(db, ticket)) === 1)
    simulator.state.channels.delete(old ?? '')
    await later({ minutes: 5 })
    await hall.channel(ticket)
  })
})

describe('what is gone', () => {
  test('a member who left does not see the channel, which the staff reads, and sees it when they come back', async () => {
    const hall = await hallWith()
    const ticket = await hall.open()
    const { id } = await hall.channel(ticket)
    const said = () => simulator.messages(id).map(({ content }) => content)
    person(hall.member).leave(hall.guildId)
    await until('it to be said', () => said().some((content) => content.includes('has left the server')))
    const overwrites = () => simulator.state.channels.get(id)?.permission_overwrites.map((one) => one.id) ?? []
    assert.equal(overwrites().includes(hall.member), false)
    person(hall.member).join(hall.guildId)
    await until('the member to see it', () => person(hall.member).sees(id))
    await until('it to be said', () => said().some((content) => content.includes('is back')))
    assert.equal((await hall.find(ticket)).status, 'open')
  })

  test('a staff role: the channel is made and shown to nobody else, and the admins are told once', async () => {
    const hall = await hallWith()
    await hall.rest.delete(Routes.guildRole(hall.guildId, hall.role))
    const channel = await hall.channel(await hall.open())
    assert.deepEqual(hall.seers(channel.id), [true, false, false])
    await until('the admins to be told', async () => (await hall.troubles()).length > 0)
    assert.match((await hall.troubles()).join(), /^Ticket 1: A role of the staff does not exist any more/)
    const role = simulator.createRole(hall.guildId, { name: 'Crew' }).id
    simulator.state.guilds.get(hall.guildId)?.members.get(hall.staff)?.roles.push(role)
    await hall.set({ staff_role_id: role })
    await until('the staff to see it', () => person(hall.staff).sees(channel.id))
    assert.equal((await hall.troubles()).length, 1)
  })

  test('a channel that somebody deletes closes the ticket, which has a new one when it is opened again', async () => {
    const hall = await hallWith()
    const ticket = await hall.open()
    const { id } = await hall.channel(ticket)
    await hall.remove(id)
    await until('it to be closed', async () => (await hall.find(ticket)).status === 'closed')
    const { closeReason, closedBy, channelId } = await hall.settled(ticket)
    assert.deepEqual([closeReason, closedBy, channelId], ['The channel was deleted.', null, null])
    await until('the opener to be told', () => hall.told().length === 1)
    await hall.move(ticket, 'reopen')
    const again = await hall.channel(ticket)
    assert.notEqual(again.id, id)
    assert.equal(hall.controls(again.id).length, 1)
  })

  test('the bot itself: no ticket is closed because it sees no channel any more', async () => {
    const hall = await hallWith()
    const ticket = await hall.open()
    const { id } = await hall.channel(ticket)
    await hall.rest.delete(Routes.userGuild(hall.guildId))
    simulator.state.channels.delete(id)
    await hall.move(ticket, 'claim')
    await until('it to be known', async () => (await hall.troubles()).length === 1)
    const { status, channelId } = await hall.find(ticket)
    assert.deepEqual([status, channelId !== null], ['claimed', true])
  })

  test('a category: the member and the admins are told, and the channel is made once another is chosen', async () => {
    const hall = await hallWith()
    await hall.remove(hall.category)
    const ticket = await hall.open()
    await until('the member to be told', () => hall.told().length === 1)
    assert.match(hall.told()[0] ?? '', /ticket 1 is noted/)
    assert.match((await hall.troubles()).join(), /category for tickets is gone.*Choose another one/)
    const other = simulator.createChannel(hall.guildId, { name: 'Desk', type: 4 }).id
    await hall.set({ category_id: other })
    assert.equal((await hall.channel(ticket)).parent_id, other)
  })

  test('a permission: the channel is made as soon as the bot has it', async () => {
    const hall = await hallWith({}, ['ViewChannel', 'SendMessages', 'ReadMessageHistory', 'ManageRoles'])
    const ticket = await hall.open()
    await until('the admins to be told', async () => (await hall.troubles()).join().includes('/doctor'))
    await later({ seconds: 30 })
    assert.equal((await hall.troubles()).length, 1)
    const bot = [...(simulator.state.guilds.get(hall.guildId)?.roles.values() ?? [])].find(({ managed }) => managed)
    assert.ok(bot)
    bot.permissions = String(P.Administrator)
    await hall.rest.patch(Routes.guildRole(hall.guildId, hall.role), { body: { name: 'Helpers' } })
    await hall.channel(ticket)
  })
})

describe('what happens while no process is connected', () => {
  test('is found when the bot is ready: a channel that is gone, and a member who is', async () => {
    const [hall, other] = [await hallWith(), await hallWith()]
    const [lost, left] = [await hall.open(), await other.open()]
    const [gone, { id }] = [await hall.channel(lost), await other.channel(left)]
    simulator.state.channels.delete(gone.id)
    simulator.state.guilds.get(other.guildId)?.members.delete(other.member)
    const gateway = await startAgain(app, 'gateway')
    await until('the ticket to be closed', async () => (await hall.find(lost)).status === 'closed')
    await until('the staff to read it', () =>
      simulator.messages(id).some(({ content }) => content.includes('has left the server')),
    )
    assert.equal((await other.find(left)).status, 'open')
    await gateway.stop()
  })
})

describe('a channel with the mark of a ticket that is elsewhere', () => {
  test('is deleted where nobody wrote in it, and left and told of once where somebody did', async () => {
    const hall = await hallWith()
    const { topic, id } = await hall.channel(await hall.open())
    const [empty, used] = ['copy', 'used'].map((name) => simulator.createChannel(hall.guildId, { name, topic }).id)
    person(hall.owner).say(used ?? '', 'mine')
    await checkedLater(hall.guildId)
    await until('the copy to be gone', () => !hall.channels().some((channel) => channel.id === empty))
    await until('the other to be told of', async () => (await hall.troubles()).length === 2)
    assert.deepEqual(
      hall
        .channels()
        .map((channel) => channel.id)
        .toSorted(),
      [id, used].toSorted(),
    )
    await db.updateTable('ticket_guild_checks').set({ due_at: null }).where('guild_id', '=', hall.guildId).execute()
    simulator.createChannel(hall.guildId, { name: 'again', topic })
    await checkedLater(hall.guildId)
    await until('the third to be gone', () => hall.channels().length === 2)
    assert.equal((await hall.troubles()).filter((message) => message.includes('used')).length, 1)
  })
})

describe('a ticket of a panel with threads', () => {
  test('has a private thread with its opener, locked with it, opened with it, and archived in the end', async () => {
    const hall = await hallWith()
    const parent = simulator.createChannel(hall.guildId, { name: 'help' }).id
    const ticket = await hall.open(hall.member, {
      panelId: await hall.panel({ threadChannelId: parent }),
    })
    const { thread, parent_id, type, name, id } = await hall.channel(ticket)
    assert.deepEqual([parent_id, type, name], [parent, 12, 'billing-0001'])
    assert.ok(thread?.members.has(hall.member))
    assert.equal(hall.controls(id).length, 1)
    const state = async () => {
      await hall.settled(ticket)
      return [thread?.metadata.locked, thread?.metadata.archived]
    }
    await hall.move(ticket, 'close')
    assert.deepEqual(await state(), [true, false])
    await hall.move(ticket, 'reopen')
    assert.deepEqual(await state(), [false, false])
    await hall.move(ticket, 'close')
    await hall.move(ticket, 'archive')
    assert.deepEqual(await state(), [true, true])
  })

  test('has one where Discord was asked and did not answer, and is told of where its channel is missing', async () => {
    const hall = await hallWith()
    const parent = simulator.createChannel(hall.guildId, { name: 'help' }).id
    const panelId = await hall.panel({ threadChannelId: parent })
    simulator.faults.on({ method: 'POST', path: `/channels/${parent}/threads` }, 'drop_after', { times: 1 })
    const struck = simulator.faults.struck
    const ticket = await hall.open(hall.member, { panelId })
    await until('the failure', () => simulator.faults.struck > struck)
    await until('the pause', async () => {
      const row = await db.selectFrom('ticket_places').selectAll().where('ticket_id', '=', ticket.id).executeTakeFirst()
      return row?.lease_until === null
    })
    await later({ seconds: 10 })
    await hall.channel(ticket)
    const threads = simulator.state.channelsOf(hall.guildId).filter(({ thread }) => thread)
    assert.equal(threads.length, 1)
    await hall.remove(parent)
    await hall.open(hall.member, { panelId })
    await until('the admins to be told', async () => (await hall.troubles()).join().includes('threads of tickets'))
  })
})
