import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startAgain } from '../../../testing/again.ts'
import { startApp } from '../../../testing/app.ts'
import { panelsOf } from '../../../testing/ticket-panels.ts'
import { until } from '../../../testing/until.ts'

/** Two processes on one database, both connected to Discord. */
const app = await startApp()
after(() => app[Symbol.asyncDispose]())
let gateway = await startAgain(app, 'gateway')
after(() => gateway.stop())
const desk = await panelsOf(app)
const panel = await desk.panel('Help', { cooldown_seconds: 0 })
const asking = await desk.panel('Billing', { cooldown_seconds: 0, questions: [{ label: 'Which?', kind: 'short' }] })
const two = await desk.panel('Two', { cooldown_seconds: 0, most_per_member: 2 })
const few = await desk.panel('Few', { cooldown_seconds: 0, most_open: 3 })
const buttons = await desk.posted(DEMO.channels.general, [panel, asking, two, few])
const TWENTY = Array.from({ length: 20 }, (_, index) => index)
type Person = typeof app.member

const pressed = (person: Person, panelId: string) => person.click(buttons, `tickets:open:${panelId}`)
const numbers = () => app.db.selectFrom('tickets').select('number').where('guild_id', '=', DEMO.guild).execute()
const answered = (seen: readonly { content: string }[]) =>
  until('every answer', () => seen.every(({ content }) => /is here|is stored|already/.test(content)))

describe('twenty clicks at once', () => {
  test('and twenty forms after them make one ticket', async () => {
    const anna = desk.newcomer()
    const forms = await Promise.all(TWENTY.map(() => pressed(anna, panel)))
    const seen = await Promise.all(forms.map((form, n) => anna.submit(form, { description: `Help ${n}` })))
    await answered(seen)
    assert.equal((await desk.ticketsOf(anna)).length, 1)
    assert.equal(seen.filter(({ content }) => content.includes('open ticket already')).length, 19)
  })

  test('on what was kept make one ticket, and all of them are told where it is', async () => {
    const ben = desk.newcomer()
    const kept = await ben.slash('ticket', { description: 'Broken', panel: asking })
    const forms = await Promise.all(TWENTY.map(() => ben.click(kept, 'Fill in the form')))
    await Promise.all(forms.map((form, n) => ben.submit(form, { 'q0:Which?': `${n}` })))
    await until('the link', () => /is here: <#\d+>/.test(kept.content))
    assert.equal((await desk.ticketsOf(ben)).length, 1)
  })

  test('of a command make one ticket', async () => {
    const cleo = desk.newcomer()
    await answered(await Promise.all(TWENTY.map((n) => cleo.slash('ticket', { description: `Help ${n}` }))))
    assert.equal((await desk.ticketsOf(cleo)).length, 1)
  })

  test('make as many as a panel allows, of one member and of all', async () => {
    const dan = desk.newcomer()
    const forms = await Promise.all(TWENTY.map(() => pressed(dan, two)))
    await answered(await Promise.all(forms.map((form) => dan.submit(form, { description: 'x' }))))
    assert.equal((await desk.ticketsOf(dan)).length, 2)
    const many = TWENTY.slice(0, 8).map(() => desk.newcomer())
    const theirs = await Promise.all(many.map((person) => pressed(person, few)))
    await Promise.all(theirs.map((form, n) => many[n]?.submit(form, { description: 'x' })))
    await until('three of them', async () => (await ofPanel(few)).length >= 3)
    assert.equal((await ofPanel(few)).length, 3)
  })

  test('leave no gap in the numbers', async () => {
    const given = (await numbers()).map(({ number }) => number).toSorted((one, other) => one - other)
    assert.deepEqual(
      given,
      given.map((_, index) => index + 1),
    )
  })
})

const ofPanel = (id: string) => app.db.selectFrom('tickets').select('id').where('panel_id', '=', id).execute()

describe('an interaction', () => {
  test('that both processes hear opens one ticket', async () => {
    const rows = await app.db.selectFrom('ticket_openings').select('interaction_id').execute()
    assert.equal(new Set(rows.map(({ interaction_id }) => interaction_id)).size, rows.length)
  })
})

describe('a restart', () => {
  test('leaves buttons and what was typed as they were', async () => {
    const eve = desk.newcomer()
    const kept = await eve.slash('ticket', { description: 'Before', panel: asking })
    await app.alphapy.stop()
    await gateway.stop()
    gateway = await startAgain(app, 'gateway,worker')
    await eve.submit(await eve.click(kept, 'Fill in the form'), { 'q0:Which?': 'This' })
    await until('the link', () => /is here: <#\d+>/.test(kept.content))
    assert.equal((await desk.ticketsOf(eve))[0]?.description, 'Before')
    assert.notEqual((await pressed(desk.newcomer(), panel)).modal, null)
  })
})
