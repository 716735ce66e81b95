import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { REST } from '@discordjs/rest'
import { Routes } from 'discord-api-types/v10'
import { startApp } from '../../../testing/app.ts'
import { sendJson } from '../../../testing/http.ts'
import { panelsOf } from '../../../testing/ticket-panels.ts'
import { until } from '../../../testing/until.ts'

const { general: GENERAL, announcements: NEWS } = DEMO.channels
const { demo_guest: GUEST } = DEMO.people

const app = await startApp()
after(() => app[Symbol.asyncDispose]())
const rest = new REST({ api: app.simulator.restUrl, version: '10' }).setToken(app.simulator.token)
/** Has room for nothing more. */
const full = app.simulator.createChannel(DEMO.guild, { name: 'Full', type: 4 }).id
const [first] = Array.from({ length: 50 }, (_, n) =>
  app.simulator.createChannel(DEMO.guild, { name: `old-${n}`, parent_id: full }),
)
const desk = await panelsOf(app)
await desk.set({ category_id: DEMO.channels.tickets, staff_role_id: DEMO.roles.staff })
const plainPanel = await desk.panel('Help', { cooldown_seconds: 0 })
const billing = await desk.panel('Billing', {
  questions: [
    { label: 'Which order?', kind: 'short' },
    { label: 'Which kind?', kind: 'select', options: ['Refund', 'Question'], most: 2 },
    { label: 'Anything else?', kind: 'long', required: false },
  ],
})
const buttons = await desk.posted(GENERAL, [plainPanel, billing])
const menu = await desk.posted(NEWS, [plainPanel, billing], 'menu')
const open = (id: string) => `tickets:open:${id}`
type Person = typeof app.member

/** Presses the button of the panel and writes what it is about. */
async function askBy(person: Person, description = 'My order is *late* @everyone', panelId = plainPanel) {
  return person.submit(await person.click(buttons, open(panelId)), { description })
}
const closeAll = () => app.db.updateTable('tickets').set({ status: 'closed' }).execute()

describe('a member', () => {
  test('opens a ticket from a button, and is given the link to its channel', async () => {
    const anna = desk.newcomer()
    const seen = await askBy(anna)
    assert.ok(seen.ephemeral)
    const [ticket] = await desk.ticketsOf(anna)
    assert.match(await desk.told(seen), new RegExp(`#${ticket?.number}\\*\\* is here: <#(\\d+)>`))
    const channel = (await desk.ticketsOf(anna))[0]?.channel_id ?? ''
    assert.ok(anna.sees(channel))
    assert.deepEqual([ticket?.panel_id, ticket?.description], [plainPanel, 'My order is *late* @everyone'])
    await until('what was written to be shown', () =>
      app.simulator.messages(channel).some(({ embeds }) => JSON.stringify(embeds).includes('late')),
    )
    assert.doesNotMatch(JSON.stringify(app.simulator.messages(channel)[0]?.embeds), /@everyone/)
  })

  test('opens one from a menu, answering its form, selects too', async () => {
    const ben = desk.newcomer('nl')
    const form = await ben.select(menu, 'tickets:pick:', [billing])
    const names = ['q0:Which order?', 'q1:Which kind?', 'q2:Anything else?']
    for (const name of names) assert.ok(JSON.stringify(form.modal).includes(name), name)
    const seen = await ben.submit(form, { 'q0:Which order?': 'A-1', 'q1:Which kind?': ['Refund', 'Question'] })
    assert.match(await desk.told(seen), /Je ticket/)
    const [ticket] = await desk.ticketsOf(ben)
    assert.deepEqual(ticket?.answers, [
      { question: 'Which order?', answer: 'A-1' },
      { question: 'Which kind?', answer: 'Refund, Question' },
    ])
    assert.equal(ticket?.language, 'nl')
  })

  test('opens one by command; a second one answers with the link to the first', async () => {
    const cleo = desk.newcomer()
    await desk.told(await cleo.slash('ticket', { description: 'Help!' }))
    const [ticket] = await desk.ticketsOf(cleo)
    assert.deepEqual([ticket?.panel_id, ticket?.description], [null, 'Help!'])
    const again = await cleo.slash('ticket', { description: 'Help again!' })
    assert.equal(again.content, `You have an open ticket already: <#${ticket?.channel_id}>`)
    assert.equal((await desk.ticketsOf(cleo)).length, 1)
  })

  test('names a panel with the command; what was typed is kept while its form is filled in', async () => {
    const dan = desk.newcomer()
    assert.deepEqual(
      (await dan.autocomplete('ticket', 'panel', 'bill', { description: 'x' })).map(({ name }) => name),
      ['Billing'],
    )
    const kept = await dan.slash('ticket', { description: 'It broke', panel: billing })
    assert.deepEqual(await desk.ticketsOf(dan), [])
    const form = await dan.click(kept, 'Fill in the form')
    await dan.submit(form, { 'q0:Which order?': 'B-2', 'q1:Which kind?': ['Refund'] })
    await desk.told(kept)
    const [ticket] = await desk.ticketsOf(dan)
    assert.deepEqual([ticket?.description, ticket?.panel_id], ['It broke', billing])
    assert.deepEqual(ticket?.answers, [
      { question: 'Which order?', answer: 'B-2' },
      { question: 'Which kind?', answer: 'Refund' },
    ])
    const unknown = await dan.slash('ticket', { description: 'x', panel: 'Nonsense' })
    assert.match(unknown.content, /not offered any more/)
  })

  test('keeps the question that was asked, though the panel has changed meanwhile', async () => {
    const panel = await desk.panel('Changing', { questions: [{ label: 'Old question', kind: 'short' }] })
    const eve = desk.newcomer()
    const form = await eve.submit.bind(
      eve,
      await eve.click(await desk.posted(GENERAL, [plainPanel, billing, panel]), open(panel)),
    )
    await desk.change(panel, { questions: [{ label: 'New question', kind: 'short' }] })
    await desk.told(await form({ 'q0:Old question': 'Yes' }))
    assert.deepEqual((await desk.ticketsOf(eve))[0]?.answers, [{ question: 'Old question', answer: 'Yes' }])
  })

  test('has as many tickets as panel and server allow', async () => {
    const finn = desk.newcomer()
    await desk.told(await askBy(finn))
    assert.match((await finn.click(buttons, open(plainPanel))).content, /You have an open ticket already: <#\d+>/)
    await desk.set({ most_per_member: 1 })
    assert.match((await finn.select(menu, 'tickets:pick:', [billing])).content, /You have an open ticket already/)
    await desk.set({ most_per_member: null })
    assert.notEqual((await finn.select(menu, 'tickets:pick:', [billing])).modal, null)
    assert.equal((await desk.ticketsOf(finn)).length, 1)
    await closeAll()
  })

  test('needs a required role and none that is refused, and is told which, also after the form was opened', async () => {
    const { member: MEMBER, admin: ADMIN } = DEMO.roles
    const kim = desk.newcomer()
    const roles = app.simulator.state.guilds.get(DEMO.guild)?.members.get(kim.id)?.roles ?? []
    await desk.change(plainPanel, { required_role_ids: [MEMBER], refused_role_ids: [ADMIN] })
    const press = () => kim.click(buttons, open(plainPanel))
    assert.equal((await press()).content, `You need <@&${MEMBER}> to open a ticket of this kind.`)
    roles.push(MEMBER)
    const form = await press()
    assert.notEqual(form.modal, null)
    roles.push(ADMIN)
    assert.equal((await press()).content, `Members with <@&${ADMIN}> do not open tickets of this kind.`)
    assert.match((await kim.submit(form, { description: 'x' })).content, /do not open tickets of this kind/)
    assert.deepEqual(await desk.ticketsOf(kim), [])
    await desk.change(plainPanel, { required_role_ids: [], refused_role_ids: [] })
  })

  test('is told when a panel has as many tickets as it takes', async () => {
    await desk.change(plainPanel, { most_open: 1 })
    await desk.told(await askBy(desk.newcomer()))
    assert.match((await desk.newcomer().click(buttons, open(plainPanel))).content, /too many open tickets of this kind/)
    await desk.change(plainPanel, { most_open: null })
    await closeAll()
  })

  test('is told which place in the queue it is while all places are taken, and then finds the channel', async () => {
    const panel = await desk.panel('Full', { category_id: full })
    const [lea, max] = [desk.newcomer(), desk.newcomer('nl')]
    const told = async (person: Person, says: RegExp) => {
      const seen = await person.slash('ticket', { description: 'x', panel })
      await until(`${says}`, () => says.test(seen.content))
    }
    await told(lea, /is stored\. All places are taken.* number 1 in the queue/)
    await told(max, /Alle plaatsen zijn nu bezet; je bent nummer 2 in de rij/)
    await rest.delete(Routes.channel(first?.id ?? ''))
    await until('the channel', async () => (await desk.ticketsOf(lea))[0]?.channel_id)
    assert.equal((await desk.ticketsOf(max))[0]?.channel_id, null)
    await closeAll()
  })

  test('waits between two tickets, by what is stored', async () => {
    const gus = desk.newcomer()
    await desk.change(plainPanel, { cooldown_seconds: 60 })
    await desk.told(await askBy(gus))
    await closeAll()
    assert.match((await gus.click(buttons, open(plainPanel))).content, /just opened a ticket.*<t:\d+:R>/)
    await app.moveTo(app.clock.now().add({ seconds: 60 }))
    await desk.told(await askBy(gus))
    assert.equal((await desk.ticketsOf(gus)).length, 2)
    await desk.change(plainPanel, { cooldown_seconds: 0 })
    await closeAll()
  })

  test('is told when somebody will be there, or refused until then', async () => {
    const hal = desk.newcomer()
    const hours = { zone: 'UTC', windows: [{ day: 2, from: '09:00', to: '17:00' }] }
    await desk.change(plainPanel, { hours, outside_hours: 'warn' })
    assert.match(await desk.told(await askBy(hal)), /Nobody is there at the moment. Expect an answer from <t:\d+:F>/)
    await closeAll()
    await desk.change(plainPanel, { outside_hours: 'refuse' })
    assert.match((await hal.click(buttons, open(plainPanel))).content, /open again <t:\d+:F> \(<t:\d+:R>\)/)
    await desk.change(plainPanel, { hours: null })
  })

  test('who is blocked is refused, until an admin takes it back', async () => {
    const ida = desk.newcomer()
    const blocked = await app.owner.slash('ticket_block', { member: ida.id, reason: 'Spam' })
    assert.match(blocked.content, /can open no more tickets/)
    assert.match((await ida.click(buttons, open(plainPanel))).content, /may not open tickets/)
    assert.match((await ida.slash('ticket', { description: 'x' })).content, /may not open tickets/)
    const blocks = `/api/dashboard/${DEMO.guild}/ticket-blocks`
    assert.deepEqual(
      (await desk.send('GET', blocks)).map(({ user_id, reason }: Record<string, string>) => [user_id, reason]),
      [[ida.id, 'Spam']],
    )
    await app.owner.slash('ticket_unblock', { member: ida.id })
    assert.match((await app.owner.slash('ticket_unblock', { member: ida.id })).content, /was not blocked/)
    assert.notEqual((await ida.click(buttons, open(plainPanel))).modal, null)
    await desk.send('PUT', `${blocks}/${ida.id}`, {})
    await desk.send('DELETE', `${blocks}/${ida.id}`)
  })

  test('is refused where tickets or the panel are off, also after the form was opened', async () => {
    const jan = desk.newcomer()
    const form = await jan.click(buttons, open(plainPanel))
    await desk.set({ enabled: false })
    assert.match((await jan.submit(form, { description: 'x' })).content, /switched off/)
    await desk.set({ enabled: null })
    assert.deepEqual(await desk.ticketsOf(jan), [])
  })

  test('of another guild opens nothing by the panels of this one', async () => {
    const { panel } = (
      await sendJson(
        `${app.alphapy.apiUrl}/api/dashboard/${DEMO.otherGuild}/ticket-panels`,
        'POST',
        { name: 'Theirs' },
        await app.signIn(GUEST),
      )
    ).json
    const form = await desk.newcomer().slash('ticket', { description: 'x', panel: panel.id })
    assert.match(form.content, /not offered any more/)
  })
})
