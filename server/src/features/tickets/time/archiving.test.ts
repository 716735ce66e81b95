import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { sql } from 'kysely'
import { GuildId } from '../../../kernel/ids.ts'
import { startAgain } from '../../../testing/again.ts'
import { startApp } from '../../../testing/app.ts'
import { sendJson } from '../../../testing/http.ts'
import { panelsOf } from '../../../testing/ticket-panels.ts'
import { ticketNow } from '../../../testing/tickets.ts'
import { until } from '../../../testing/until.ts'

const { demo_owner: OWNER, demo_staff: STAFF } = DEMO.people
const GUILD = GuildId.parse(DEMO.guild)

const app = await startApp()
after(() => app[Symbol.asyncDispose]())
/** Archives as well. */
const logOfAnother: string[] = []
const another = await startAgain(app, 'worker', {}, logOfAnother)
after(() => another.stop())
const { db, simulator, clock, owner } = app
const staff = simulator.person(STAFF)
const desk = await panelsOf(app)
await desk.set({ category_id: DEMO.channels.tickets, staff_role_id: DEMO.roles.staff })

const archiveAfter = (hours: number) =>
  owner.slash('config set', { setting: 'ticketbot.archive_after_hours', value: `${hours}` })
const wait = (duration: Temporal.DurationLike) => app.moveTo(clock.now().add(duration))

/** A ticket with a channel in which somebody spoke, closed by its staff. */
async function closedTicket(locale?: string) {
  const member = desk.newcomer(locale)
  await member.slash('ticket', { description: 'Where is it?' })
  const ticket = await until('its channel', async () => {
    const found = (await desk.ticketsOf(member)).at(-1)
    return found?.channel_id ? { ...found, channel: found.channel_id } : null
  })
  const { id, number, channel } = ticket
  member.say(channel, 'It was sent on Monday')
  await staff.slash('ticket_close', {}, { channel })
  const closing = /closed this ticket|heeft dit ticket gesloten/
  const line = await until('the line', () => simulator.messages(channel).find(({ content }) => closing.test(content)))
  const now = () => ticketNow(db, { guildId: GUILD, id })
  return {
    member,
    id,
    number,
    channel,
    status: async () => (await now()).status,
    /** Which tells the channel that it is closed. */
    line,
    head: () => simulator.messages(channel).find(({ pinned }) => pinned) ?? assert.fail('no head'),
    settled: () =>
      until('the ticket to be settled', async () => {
        const found = await now()
        return found.settledVersion === found.version
      }),
    /** Of those that it has had so far. */
    archivings: () =>
      db
        .selectFrom('ticket_events')
        .select(['actor_id', 'details'])
        .where('ticket_id', '=', id)
        .where('kind', '=', 'archive')
        .execute(),
  }
}
type Closed = Awaited<ReturnType<typeof closedTicket>>

/** What is missing of its transcript is read first, then somebody looks again. */
const archived = (ticket: Pick<Closed, 'number' | 'status'>) =>
  until(`ticket ${ticket.number} to be archived`, async () => {
    if ((await ticket.status()) === 'archived') return true
    await wait({ minutes: 1 })
    return false
  })
const fieldOf = ({ head }: Closed, name: string) => head().embeds[0]?.fields?.find((field) => field.name === name)
const detail = async ({ id }: Closed) => {
  const path = `${app.alphapy.apiUrl}/api/dashboard/${DEMO.guild}/tickets/${id}`
  return (await sendJson(path, 'GET', undefined, await app.signIn(OWNER))).json
}

const transcript = async ({ id }: Closed) => {
  const path = `${app.alphapy.apiUrl}/api/dashboard/${DEMO.guild}/tickets/${id}/transcript.json`
  return (await sendJson(path, 'GET', undefined, await app.signIn(OWNER))).json
}
/** How many connections wait for the lock of a ticket. */
async function waitingForTickets(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock' and query like '%from "tickets"%for update%'`.execute(
    db,
  )
  return rows[0]?.count ?? 0
}

describe('a closed ticket', () => {
  test('is left alone unless the guild says after how many hours it is archived', async () => {
    const ticket = await closedTicket()
    await wait({ hours: 100 * 24 })
    await wait({ minutes: 2 })
    assert.equal(await ticket.status(), 'closed')
    assert.equal(fieldOf(ticket, 'Archived by itself'), undefined)
    const why = await ticket.member.click(ticket.line, 'Why?')
    assert.match(why.content, /closed by people, not by the bot\.\nTime does nothing to it any more\.\n.*“Reopen”/)
    // Closed long ago, it is archived once that is wished for.
    assert.match((await archiveAfter(24)).content, /Hours until archiving: 0 \(default\) → 24/)
    await archived(ticket)
  })

  test('is archived once at its time with its channel, and tells before and after why', async () => {
    await archiveAfter(24)
    const ticket = await closedTicket()
    const closedAt = clock.now()
    await ticket.settled()
    const after = (hours: number) => `<t:${closedAt.add({ hours }).epochMilliseconds / 1000}:R>`
    const due = after(24)
    assert.equal(fieldOf(ticket, 'Archived by itself')?.value, due)
    for (const hours of [48, 24]) {
      await archiveAfter(hours)
      await until('the head to follow', () => fieldOf(ticket, 'Archived by itself')?.value === after(hours))
    }
    const why = (await ticket.member.click(ticket.line, 'Why?')).content
    assert.ok(why.includes(`It is archived ${due}, after 1 day, once its transcript is complete`), why)
    assert.match(why, /settings of this server set that time\.\n.*“Reopen”.*`\/ticket_autoclose exclude`/)
    assert.equal((await detail(ticket)).time.archives_at, closedAt.add({ hours: 24 }).toString())
    await wait({ hours: 23, minutes: 58 })
    assert.equal(await ticket.status(), 'closed')
    await archived(ticket)
    await until('the channel to be gone', () => !simulator.state.channels.has(ticket.channel))
    assert.deepEqual(
      (await ticket.archivings()).map(({ actor_id, details }) => [actor_id, details]),
      [[null, { rule: 'closed', because: { closed_at: closedAt.toString(), hours: 24, of: 'guild' } }]],
    )
    const told = ticket.member.dms()[0] ?? assert.fail('the member was told nothing')
    assert.match(
      (await ticket.member.click(told, 'Why?')).content,
      /archived because it had been closed for 1 day\..*The settings of this server set that time\.$/s,
    )
    const { messages } = await transcript(ticket)
    assert.match(JSON.stringify(messages), /It was sent on Monday/)
  })

  test('is not archived before its transcript is complete', async () => {
    await archiveAfter(24)
    const path = /^\/channels\/\d+\/messages$/
    simulator.faults.on({ method: 'GET', path }, { status: 500 })
    const ticket = await closedTicket()
    await wait({ hours: 25 })
    for (const _ of [1, 2, 3]) await wait({ minutes: 1 })
    assert.equal(await ticket.status(), 'closed')
    simulator.faults.clear()
    await archived(ticket)
  })

  test('that is opened again stays, and closed anew has all its time', async () => {
    await archiveAfter(24)
    const ticket = await closedTicket()
    await wait({ hours: 20 })
    await ticket.settled()
    await ticket.member.click(ticket.head(), 'Reopen')
    await wait({ hours: 5 })
    await wait({ minutes: 2 })
    assert.equal(await ticket.status(), 'open')
    await staff.slash('ticket_close', {}, { channel: ticket.channel })
    await wait({ hours: 23 })
    await wait({ minutes: 2 })
    assert.equal(await ticket.status(), 'closed')
    await wait({ hours: 1 })
    await archived(ticket)
  })

  test('that staff excluded stays until they include it, and says so in Dutch', async () => {
    await archiveAfter(24)
    const ticket = await closedTicket('nl')
    await ticket.settled()
    assert.ok(fieldOf(ticket, 'Vanzelf gearchiveerd'))
    await staff.slash('ticket_autoclose exclude', {}, { channel: ticket.channel })
    await ticket.settled()
    assert.equal(fieldOf(ticket, 'Vanzelf gearchiveerd'), undefined)
    await wait({ hours: 48 })
    await wait({ minutes: 2 })
    assert.equal(await ticket.status(), 'closed')
    const why = async () => (await ticket.member.click(ticket.line, 'Waarom?')).content
    assert.match(await why(), /Mensen hebben dit ticket gesloten.*hebben dit ticket uitgezonderd/s)
    await staff.slash('ticket_autoclose include', {}, { channel: ticket.channel })
    assert.match(await why(), /gearchiveerd, na 1 dag, zodra het transcript compleet is/)
    await archived(ticket)
  })

  test('is archived once, though two processes look at the same time', async () => {
    await archiveAfter(0)
    const ticket = await closedTicket()
    await ticket.settled()
    await wait({ hours: 25 })
    await until('its transcript to be complete', async () => {
      if ((await transcript(ticket)).extent === 'complete') return true
      await wait({ minutes: 1 })
      return false
    })
    await db.transaction().execute(async (tx) => {
      await tx.selectFrom('tickets').select('id').where('id', '=', ticket.id).forUpdate().execute()
      await archiveAfter(24)
      await wait({ minutes: 1 })
      await until('both to have found it', async () => (await waitingForTickets()) >= 2)
    })
    await archived(ticket)
    await until('nobody to wait', async () => (await waitingForTickets()) === 0)
    await wait({ minutes: 1 })
    assert.equal((await ticket.archivings()).length, 1)
    assert.deepEqual(
      [...app.log, ...logOfAnother].filter((line) => line.includes('could not be archived')),
      [],
    )
  })
})
