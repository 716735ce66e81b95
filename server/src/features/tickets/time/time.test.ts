import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { REST } from '@discordjs/rest'
import { Routes } from 'discord-api-types/v10'
import { GuildId, UserId } from '../../../kernel/ids.ts'
import { startAgain } from '../../../testing/again.ts'
import { startApp } from '../../../testing/app.ts'
import { sendJson } from '../../../testing/http.ts'
import { ticketNow, ticketThere } from '../../../testing/tickets.ts'
import { until } from '../../../testing/until.ts'
import { moveTicket } from '../desk.ts'
import type { MoveName } from '../moves.ts'
import { noteMessages } from './activity.ts'

const { demo_owner: OWNER, demo_staff: STAFF, demo_member: MEMBER, demo_guest: GUEST } = DEMO.people
const GUILD = GuildId.parse(DEMO.guild)

const app = await startApp()
after(() => app[Symbol.asyncDispose]())
/** Looks at every ticket besides the first. */
const another = await startAgain(app, 'worker')
after(() => another.stop())
const { db, simulator, clock } = app
const [staff, member, guest] = [simulator.person(STAFF), simulator.person(MEMBER), simulator.person(GUEST)]
const rest = new REST({ api: simulator.restUrl, version: '10' }).setToken(simulator.token)
const START = clock.now()
const hours = (count: number) => START.add({ milliseconds: count * 3_600_000 })

async function configure(settings: object, category = 'ticketbot') {
  const path = `${app.alphapy.apiUrl}/api/dashboard/settings/${DEMO.guild}`
  const { status, text } = await sendJson(path, 'POST', { category, settings }, await app.signIn(OWNER))
  assert.equal(status, 200, text)
}
await configure({ staff_role_id: DEMO.roles.staff })
await configure({ log_channel_id: DEMO.channels.logs }, 'system')

async function panel(name: string, terms: object): Promise<string> {
  const now = clock.now()
  const values = {
    guild_id: GUILD,
    name,
    position: 0,
    created_at: now,
    updated_at: now,
    most_per_member: 100,
    ...terms,
  }
  return (await db.insertInto('ticket_panels').values(values).returning('id').executeTakeFirstOrThrow()).id
}

/** Nothing that follows from a change is to be done in Discord: the place is the test's own. */
const SETTLED_FOR_GOOD = 1_000_000

/** In a channel that everybody sees. */
async function opened(panelId: string | null = null, draft: Parameters<typeof ticketThere>[2] = {}) {
  const channel = simulator.createChannel(DEMO.guild, { name: 'ticket' }).id
  const state = { channel_id: channel, settled_version: SETTLED_FOR_GOOD }
  const { id } = await ticketThere(db, clock.now(), { panelId, ...draft }, state)
  return {
    id,
    channel,
    found: () => ticketNow(db, { guildId: GUILD, id }),
    /** What the bot said there. */
    said: () => simulator.messages(channel).filter(({ author_id }) => author_id === DEMO.bot),
  }
}
type Opened = Awaited<ReturnType<typeof opened>>

const move = (ticket: Pick<Opened, 'id'>, name: MoveName) =>
  db
    .transaction()
    .execute((tx) =>
      moveTicket(
        tx,
        { guildId: GUILD, id: ticket.id },
        name,
        { userId: UserId.parse(STAFF), standing: 'staff' },
        {},
        clock.now(),
      ),
    )

/** As recording does it. */
const hears = ({ id: ticketId }: Opened, author: string, at = clock.now()) =>
  db
    .transaction()
    .execute((tx) =>
      noteMessages(
        tx,
        { ticketId, guildId: GUILD, messages: [{ authorId: UserId.parse(author), isBot: false, at }] },
        clock.now(),
      ),
    )

const detail = async ({ id }: Pick<Opened, 'id'>, as: string = OWNER) =>
  (
    await sendJson(
      `${app.alphapy.apiUrl}/api/dashboard/${DEMO.guild}/tickets/${id}`,
      'GET',
      undefined,
      await app.signIn(as),
    )
  ).json

const eventsOf = (type: string) =>
  db
    .selectFrom('operational_events')
    .select(['message', 'details'])
    .where('event_type', '=', type)
    .orderBy('id')
    .execute()

/** Until nothing more is to be looked at. */
const looked = () =>
  until('every ticket to be looked at', async () => {
    const { count } = await db
      .selectFrom('tickets')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where((where) =>
        where.or([where('checked_version', '<', where.ref('version')), where('next_check_at', '<=', clock.now())]),
      )
      .executeTakeFirstOrThrow()
    const waiting = await db.selectFrom('outgoing_messages').select('id').where('status', '=', 'due').execute()
    return count === '0' && waiting.length === 0
  })
async function moveTo(count: number) {
  await app.moveTo(hours(count))
  await looked()
}

describe('tickets are handed out', () => {
  test('in turn, though twenty open at once and two processes look at them', async () => {
    const others = ['ben', 'eva'].map((username) => simulator.createUser({ username }).id)
    for (const id of others) {
      simulator.person(id).join(DEMO.guild)
      simulator.state.guilds.get(DEMO.guild)?.members.get(id)?.roles.push(DEMO.roles.staff)
    }
    assert.match((await member.slash('ticket_duty on')).content, /Only staff/)
    for (const id of [STAFF, ...others])
      assert.match((await simulator.person(id).slash('ticket_duty on')).content, /on duty/)
    const panelId = await panel('Turns', { assignment: 'round_robin' })
    const tickets = await Promise.all(Array.from({ length: 20 }, () => opened(panelId)))
    const claimed = await until('all to be given', async () => {
      const found = await Promise.all(tickets.map((ticket) => ticket.found()))
      return found.every(({ claimedBy }) => claimedBy !== null) && found
    })
    const counts = [STAFF, ...others].map((id) => claimed.filter(({ claimedBy }) => claimedBy === id).length)
    assert.deepEqual(counts.toSorted(), [6, 7, 7])
    assert.match((await staff.slash('ticket_duty off')).content, /off duty/)
    await db
      .updateTable('tickets')
      .set({ status: 'archived', opener_id: null })
      .where('panel_id', '=', panelId)
      .execute()
  })
})

describe('what is said in a ticket', () => {
  test('tells the first answer, and an answer of the member ends the waiting', async () => {
    const ticket = await opened()
    await hears(ticket, STAFF)
    await move(ticket, 'wait')
    await hears(ticket, MEMBER, clock.now().subtract({ minutes: 5 }))
    assert.equal((await ticket.found()).status, 'waiting_for_user')
    await hears(ticket, MEMBER)
    await hears(ticket, MEMBER)
    assert.equal((await ticket.found()).status, 'open')
    const { time, events } = await detail(ticket)
    assert.deepEqual([time.last_by, time.first_response_at, time.owes], ['opener', '2027-03-01T12:00:00Z', 'staff'])
    assert.deepEqual(events.filter(({ kind }: { kind: string }) => kind === 'answer').length, 1)
    await move(ticket, 'close')
    await move(ticket, 'archive')
  })
})

describe('a silent ticket', () => {
  const short = { idle_hours: 24, auto_close_hours: 48 }

  test('is reminded of once and closed once, by the time of its panel or its guild, and tells why', async () => {
    const panelId = await panel('Short', short)
    const [ofGuild, silent, spoken, excluded, unanswered] = [
      await opened(),
      await opened(panelId),
      await opened(panelId),
      await opened(panelId),
      await opened(panelId),
    ] as const
    for (const { channel } of [ofGuild, silent, spoken, excluded]) staff.say(channel, 'Did that help?')
    assert.match(
      (await staff.slash('ticket_autoclose exclude', {}, { channel: excluded.channel })).content,
      /not remind/,
    )
    assert.match(
      (await member.slash('ticket_autoclose include', {}, { channel: excluded.channel })).content,
      /Only the staff/,
    )
    await moveTo(24)
    const counts = () => [ofGuild, silent, spoken, excluded, unanswered].map(({ said }) => said().length)
    assert.deepEqual(counts(), [0, 1, 1, 0, 1])
    const [reminder] = silent.said()
    assert.ok(reminder)
    assert.match(reminder.content, new RegExp(`^<@${MEMBER}> the staff has waited.*closes by itself`))
    assert.match(
      unanswered.said()[0]?.content ?? '',
      new RegExp(`^<@&${DEMO.roles.staff}> the member waits for an answer`),
    )
    const why = await member.click(reminder, 'Why?')
    assert.ok(why.ephemeral)
    assert.match(
      why.content,
      /Nobody has spoken here since .*After 1 day .*kind of ticket sets .*After 2 days it closes/s,
    )
    assert.match(
      (await staff.click(unanswered.said()[0] ?? reminder, 'Why?')).content,
      /the member waits for the staff/,
    )

    await moveTo(30)
    member.say(spoken.channel, 'Not yet.')
    await moveTo(48)
    assert.deepEqual(counts(), [0, 2, 1, 0, 1])
    assert.deepEqual(
      (await Promise.all([silent, spoken, excluded, unanswered].map(({ found }) => found()))).map(
        ({ status }) => status,
      ),
      ['closed', 'open', 'open', 'open'],
    )
    const closing = silent.said()[1]
    assert.ok(closing)
    assert.match(closing.content, /The bot closed this ticket\.\nReason: Nobody has said anything for 2 days\./)
    assert.match((await member.click(closing, 'Why?')).content, /closes after 2 days, with a reminder before.*Reopen/s)
    assert.equal((await detail(excluded)).time.excluded, true)
    const put = `${app.alphapy.apiUrl}/api/dashboard/${DEMO.guild}/tickets/${excluded.id}/auto-close`
    const included = await sendJson(put, 'PUT', { excluded: false }, await app.signIn(OWNER))
    assert.deepEqual([included.status, included.json], [200, { excluded: false }])
    for (const ticket of [spoken, excluded, unanswered]) await move(ticket, 'close')

    // Nobody looked for weeks: the guild's fourteen days are long over, and still the member is reminded first.
    await moveTo(20 * 24)
    assert.deepEqual([(await ofGuild.found()).status, ofGuild.said().length], ['open', 1])
    await configure({ auto_close: false })
    await moveTo(20 * 24 + 0.02)
    await moveTo(29 * 24)
    assert.deepEqual([(await ofGuild.found()).status, ofGuild.said().length], ['open', 1])
    await configure({ auto_close: true })
    await moveTo(29 * 24 + 0.25)
    assert.deepEqual([(await ofGuild.found()).status, ofGuild.said().length], ['closed', 2])
  })

  test('stays open when its member says so', async () => {
    const ticket = await opened(await panel('Still needed', short))
    staff.say(ticket.channel, 'Did that help?')
    await moveTo(30.25 * 24)
    const [reminder] = ticket.said()
    assert.ok(reminder)
    assert.equal((await member.click(reminder, 'I still need this')).content, `<@${MEMBER}> keeps the ticket open.`)
    await moveTo(31.2 * 24)
    assert.deepEqual([(await ticket.found()).status, ticket.said().length], ['open', 1])
    await move(ticket, 'close')
  })

  test('is not closed while Discord does not say what was said', async () => {
    const ticket = await opened(await panel('Unheard', short))
    staff.say(ticket.channel, 'Did that help?')
    await moveTo(32.25 * 24)
    member.say(ticket.channel, 'No!')
    simulator.faults.on({ method: 'GET', path: `/channels/${ticket.channel}/messages` }, { status: 500 })
    await app.moveTo(hours(33.25 * 24))
    assert.equal((await ticket.found()).status, 'open')
    simulator.faults.clear()
    await moveTo(33.25 * 24 + 1)
    assert.equal((await ticket.found()).status, 'open')
    await move(ticket, 'close')
  })
})

describe('targets', () => {
  test('warn the staff and are missed once each, counting the hours in which somebody is there', async () => {
    const windows = [0, 1, 2, 3, 4].map((day) => ({ day, from: '09:00', to: '17:00' }))
    const panelId = await panel('Fast', {
      first_response_minutes: 60,
      hours: JSON.stringify({ zone: 'UTC', windows }),
    })
    const friday = clock.now().toZonedDateTimeISO('UTC').add({ days: 7 })
    const opens = friday.add({ days: (12 - friday.dayOfWeek) % 7 }).with({ hour: 16, minute: 30, second: 0 })
    await app.moveTo(opens.toInstant())
    const { id } = await ticketThere(db, clock.now(), { panelId })
    const placed = await until('the channel of the ticket', async () => {
      const found = await ticketNow(db, { guildId: GUILD, id })
      return found.settledVersion === found.version && found.channelId
    })
    const ticket = { id, said: () => simulator.messages(placed).slice(1) }
    const due = opens.add({ days: 3 }).with({ hour: 9, minute: 30 })
    const { targets } = (await detail(ticket)).time
    assert.deepEqual(targets, [
      { kind: 'first_response', minutes: 60, state: 'running', due_at: due.toInstant().toString() },
    ])
    const head = simulator.messages(placed)[0]
    assert.match(JSON.stringify(head?.embeds[0]?.fields), /First answer due/)
    const at = async (instant: Temporal.ZonedDateTime) => {
      await app.moveTo(instant.toInstant())
      await looked()
      return [ticket.said().length, (await eventsOf('TICKET_TARGET_MISSED')).length]
    }
    assert.deepEqual(await at(due.subtract({ minutes: 13 })), [0, 0])
    assert.deepEqual(await at(due.subtract({ minutes: 12 })), [1, 0])
    assert.match(ticket.said()[0]?.content ?? '', new RegExp(`^<@&${DEMO.roles.staff}> the first answer .* is due`))
    assert.deepEqual(await at(due), [2, 1])
    const missed = ticket.said()[1]
    assert.match(missed?.content ?? '', new RegExp(`^<@&${DEMO.roles.staff}> the first answer .* was due .* is missed`))
    assert.deepEqual(missed?.mention_roles, [DEMO.roles.staff])
    assert.deepEqual(await at(due.add({ hours: 2 })), [2, 1])
    assert.equal((await detail(ticket)).time.targets[0].state, 'missed')
    await move(ticket, 'close')
  })
})

describe('the target of a solution', () => {
  test('does not count while the member is waited for, warns the staff and is missed once each', async () => {
    const ticket = await opened(await panel('Solved soon', { resolution_minutes: 100 }), { language: 'nl' })
    await move(ticket, 'claim')
    const begun = clock.now()
    const told = () => ticket.said().filter(({ content }) => content.includes('doel is gemist'))
    const at = async (minutes: number) => {
      await app.moveTo(begun.add({ minutes }))
      await looked()
      const warned = ticket.said().filter(({ content }) => content.includes('de oplossing van dit ticket moet er'))
      const missed = (await eventsOf('TICKET_TARGET_MISSED')).filter(({ message }) => message.includes('resolution'))
      return [(await detail(ticket)).time.targets[0].state, warned.length, missed.length, told().length]
    }
    assert.deepEqual(await at(40), ['running', 0, 0, 0])
    await move(ticket, 'wait')
    assert.deepEqual(await at(440), ['paused', 0, 0, 0])
    await move(ticket, 'resume')
    // Sixty of the hundred minutes are left.
    assert.deepEqual(await at(479), ['running', 0, 0, 0])
    assert.deepEqual(await at(480), ['running', 1, 0, 0])
    assert.deepEqual(await at(499), ['running', 1, 0, 0])
    assert.deepEqual(await at(500), ['missed', 1, 1, 1])
    assert.deepEqual(await at(700), ['missed', 1, 1, 1])
    assert.match(told()[0]?.content ?? '', new RegExp(`^<@${STAFF}> de oplossing van dit ticket had er .* moeten zijn`))
    assert.deepEqual(told()[0]?.mentions, [STAFF])
    const kinds = (await detail(ticket)).events.map(({ kind }: { kind: string }) => kind)
    assert.deepEqual(kinds.filter((kind: string) => kind === 'target_missed').length, 1)
    await move(ticket, 'close')
  })

  test('calls nobody where the ticket was closed before anybody saw that it was missed', async () => {
    const ticket = await opened(await panel('Closed late', { resolution_minutes: 60 }))
    const [{ version }, missedAt] = [await ticket.found(), clock.now().add({ minutes: 61 })]
    await db
      .updateTable('tickets')
      .set({ status: 'closed', closed_at: missedAt, version: version + 1, closed_by: STAFF })
      .where('id', '=', ticket.id)
      .execute()
    const about = ({ details }: { details: unknown }) => JSON.stringify(details).includes(`"ticket_id":"${ticket.id}"`)
    await app.moveTo(clock.now().add({ minutes: 62 }))
    await until('the event', async () => (await eventsOf('TICKET_TARGET_MISSED')).some(about))
    await looked()
    assert.deepEqual(ticket.said(), [])
  })
})

describe('the member of a closed ticket', () => {
  test('is asked once how it was, and answers by direct message when the channel is gone', async () => {
    const ticket = await opened()
    const { number } = await ticket.found()
    const questions = () => member.dms().filter(({ embeds }) => embeds[0]?.description?.includes(`ticket ${number} `))
    await move(ticket, 'close')
    const asked = await until('the question', () => questions()[0])
    assert.match(asked.embeds[0]?.description ?? '', /Your ticket \d+ in .* is closed\./)
    await move(ticket, 'archive')
    await rest.delete(Routes.channel(ticket.channel))
    const form = await member.click(asked, '4 ★')
    assert.equal((await detail(ticket)).rating.score, 4)
    await member.submit(form, { comment: 'Fast, <@&1> thanks' })
    const changed = await member.submit(await member.click(asked, '5 ★'), {})
    assert.match(changed.embeds[0]?.description ?? '', /★★★★★/)
    assert.deepEqual((await detail(ticket)).rating, {
      score: 5,
      comment: 'Fast, <@&1> thanks',
      rated_at: clock.now().toString({ smallestUnit: 'second' }),
    })
    const told = (await eventsOf('TICKET_RATED')).map(({ message }) => message.replace(/\d+/, 'N'))
    assert.deepEqual(
      told.slice(-3),
      [4, 4, 5].map((score) => `Ticket N was rated ${score} of 5`),
    )
    const logged = await until('the log channel to be told', () => {
      const texts = simulator.messages(DEMO.channels.logs).flatMap(({ embeds }) => embeds[0]?.description ?? [])
      return texts.filter((text) => text.includes(`rated ticket ${number} `)).length === 3 && texts.at(-1)
    })
    assert.match(logged, /★★★★★\.\nComment: Fast, <\u200b@&1\\> thanks$/)
    assert.equal(questions().length, 1)
    await app.moveTo(clock.now().add({ hours: 7 * 24 + 1 }))
    assert.match((await member.click(asked, '1 ★')).content, /more than seven days ago/)
  })

  test('is asked in the channel when no direct message is taken; nobody else rates', async () => {
    member.acceptDms(false)
    const ticket = await opened()
    await move(ticket, 'close')
    const asked = await until('the question', () => ticket.said().find(({ embeds }) => embeds.length > 0))
    assert.match((await staff.click(asked, '1 ★')).content, /nothing here for you to rate/)
    await member.click(asked, '2 ★')
    assert.equal((await detail(ticket)).rating.score, 2)
    await member
      .click(ticket.said().find(({ content }) => content.includes('closed')) ?? asked, '2 ★')
      .catch(() => null)
    await move(ticket, 'reopen')
    assert.match((await member.click(asked, '3 ★')).content, /open again/)
    member.acceptDms(true)
    await move(ticket, 'close')
  })
})

test('the buttons of a ticket tell and do nothing in another guild', async () => {
  const ticket = await opened()
  for (const act of ['why', 'stay', 'auto_close', 'rate']) {
    const about = act === 'rate' ? `${ticket.id}-1` : ticket.id
    const body = {
      content: act,
      components: [
        { type: 1, components: [{ type: 2, style: 2, label: 'Press', custom_id: `tickets:${act}:${about}` }] },
      ],
    }
    await rest.post(Routes.channelMessages(DEMO.channels.otherGeneral), { body })
    const message = simulator.messages(DEMO.channels.otherGeneral).find(({ content }) => content === act)
    assert.ok(message)
    assert.match((await guest.click(message, 'Press')).content, /no such ticket|nothing here for you/, act)
  }
  assert.deepEqual((await detail(ticket)).time.excluded, false)
})
