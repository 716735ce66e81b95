import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { REST } from '@discordjs/rest'
import { Routes } from 'discord-api-types/v10'
import { startApp } from '../../../testing/app.ts'
import { panelsOf } from '../../../testing/ticket-panels.ts'
import { until } from '../../../testing/until.ts'

const { demo_staff: STAFF } = DEMO.people

const app = await startApp()
after(() => app[Symbol.asyncDispose]())
const { simulator, db } = app
const rest = new REST({ api: simulator.restUrl, version: '10' }).setToken(simulator.token)
const desk = await panelsOf(app)
await desk.set({ category_id: DEMO.channels.tickets, staff_role_id: DEMO.roles.staff })
const least = await desk.panel('Least', { assignment: 'least_loaded' })
const plain = await desk.panel('Plain')
type Person = typeof app.member

const staff = simulator.person(STAFF)
const [ben, eva] = [newStaff('ben'), newStaff('eva')]
const everybody = [staff, ben, eva]
for (const person of everybody) await duty(person, 'on')

function newStaff(username: string): Person {
  const person = simulator.person(simulator.createUser({ username }).id)
  person.join(DEMO.guild)
  simulator.state.guilds.get(DEMO.guild)?.members.get(person.id)?.roles.push(DEMO.roles.staff)
  return person
}

async function duty(person: Person, state: 'on' | 'off') {
  assert.match((await person.slash(`ticket_duty ${state}`)).content, new RegExp(`${state} duty`))
}

const find = (id: string) => db.selectFrom('tickets').selectAll().where('id', '=', id).executeTakeFirstOrThrow()

/** Opened by command, with its channel and its buttons. */
async function opened(panel: string, by: Person = desk.newcomer()) {
  await desk.told(await by.slash('ticket', { panel, description: 'Help!' }))
  const form = await until('the ticket', async () => (await desk.ticketsOf(by)).at(-1))
  const head = await until('its buttons', () =>
    simulator.messages(form.channel_id ?? '').find(({ components }) => components.length > 0),
  )
  return { id: form.id, channel: form.channel_id ?? '', head }
}
type Opened = Awaited<ReturnType<typeof opened>>

const givenTo = ({ id }: Opened) => until('it to be given to somebody', async () => (await find(id)).claimed_by)

/** Once its time was looked at. */
async function leftAlone({ id }: Opened): Promise<boolean> {
  const looked = await until('it to be looked at', async () => {
    const ticket = await find(id)
    return ticket.checked_version === ticket.version && ticket.settled_version === ticket.version && ticket
  })
  return looked.claimed_by === null
}

describe('a ticket of a panel that hands out to whoever has fewest', () => {
  test('goes to them, and of those who have as few to whoever waited longest', async () => {
    for (const person of [staff, staff, eva]) await person.click((await opened(plain)).head, 'Claim')
    const given: (string | null)[] = []
    for (let count = 0; count < 3; count += 1) given.push(await givenTo(await opened(least)))
    assert.deepEqual(given, [ben.id, eva.id, ben.id])
  })

  test('that comes from another panel is handed out there, though it was claimed before', async () => {
    const ticket = await opened(plain)
    await staff.click(ticket.head, 'Claim')
    const moved = await staff.slash('ticket_transfer', { panel: 'Least' }, { channel: ticket.channel })
    assert.equal(moved.content, 'The ticket was moved.')
    await givenTo(ticket)
    const events = await db.selectFrom('ticket_events').select('kind').where('ticket_id', '=', ticket.id).execute()
    assert.deepEqual(
      events.map(({ kind }) => kind),
      ['opened', 'claim', 'transfer', 'assign'],
    )
  })

  test('waits while there is only who opened it, is off duty, or has lost the role; then somebody comes', async () => {
    await duty(ben, 'off')
    await rest.delete(Routes.guildMemberRole(DEMO.guild, eva.id, DEMO.roles.staff))
    const ticket = await opened(least, staff)
    assert.ok(await leftAlone(ticket))
    await duty(ben, 'on')
    await app.moveTo(app.clock.now().add({ minutes: 16 }))
    assert.equal(await givenTo(ticket), ben.id)
  })
})

describe('somebody of the staff who has everything erased', () => {
  test('has no duty any more, has nothing that was handed out, and gets nothing', async () => {
    const theirs = await db.selectFrom('tickets').select('id').where('claimed_by', '=', ben.id).execute()
    assert.ok(theirs.length > 0)
    const question = await ben.slash('my_data delete', { scope: 'server' }, { channel: DEMO.channels.general })
    assert.match(question.content, /on duty: 1/)
    await ben.click(await ben.click(question, 'Erase…'), 'Yes, erase')
    const left = await db.selectFrom('ticket_duty').select('user_id').orderBy('user_id').execute()
    assert.deepEqual(
      left.map(({ user_id }) => user_id),
      [STAFF, eva.id],
    )
    for (const { id } of theirs) {
      const { claimed_by, status } = await find(id)
      assert.deepEqual([claimed_by, status], [null, 'open'])
    }
    assert.equal(await givenTo(await opened(least)), STAFF)
  })
})
