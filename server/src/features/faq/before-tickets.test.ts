/** Known answers before a ticket opens, as members and admins meet them, also when the program is started anew. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startAgain } from '../../testing/again.ts'
import { startApp } from '../../testing/app.ts'
import { panelsOf } from '../../testing/ticket-panels.ts'

const app = await startApp({ roles: ['api', 'worker'] })
const panels = await panelsOf(app)
/** What is connected to Discord; tests put another in its place. */
let gateway = await startAgain(app, 'gateway')
after(async () => {
  await gateway.stop()
  await app[Symbol.asyncDispose]()
})
async function startAnew(): Promise<void> {
  await gateway.stop()
  gateway = await startAgain(app, 'gateway')
}

const FAQ = `/api/dashboard/${DEMO.guild}/faq`
const entry = (number: number) => panels.send('GET', `${FAQ}/${number}`)
const solved = async () => [(await entry(1)).solved, (await entry(2)).solved]
const QUESTION = 'Can I have a refund for the cup?'
type Person = ReturnType<typeof panels.newcomer>
const ask = (person: Person, description = QUESTION) => person.slash('ticket', { description })
const labels = ({ components }: { readonly components: readonly unknown[] }) =>
  [...JSON.stringify(components).matchAll(/"label":"([^"]+)"/g)].map(([, label]) => label)

before(async () => {
  await panels.set({ category_id: DEMO.channels.tickets, staff_role_id: DEMO.roles.staff })
  await panels.send('POST', FAQ, { title: 'When does a refund come?', summary: 'Within a week.' })
  await panels.send('POST', FAQ, { title: 'How do I get a refund for a cup?', summary: 'Ask within 14 days.' })
})

describe('who is about to open a ticket', () => {
  test('is shown the best entries first, each with its reason, and no ticket opens', async () => {
    const person = panels.newcomer()
    const seen = await ask(person)
    assert.ok(seen.ephemeral)
    assert.deepEqual(
      seen.embeds.map(({ title }) => title),
      ['1. How do I get a refund for a cup?', '2. When does a refund come?'],
    )
    assert.match(
      seen.embeds[0]?.description ?? '',
      /^Ask within 14 days\.\n\n-# the title has “cup” · the title has “refund”$/,
    )
    assert.deepEqual(labels(seen), ['This solves it: 1', 'This solves it: 2', 'Open the ticket'])
    assert.deepEqual([await panels.ticketsOf(person), await solved()], [[], [0, 0]])
  })

  test('is helped by the entry that he says, which is counted, also when the program was started anew meanwhile', async () => {
    const person = panels.newcomer()
    const seen = await ask(person)
    await startAnew()
    const thanked = await person.click(seen, 'This solves it: 1')
    assert.match(thanked.content, /no ticket/i)
    assert.deepEqual(labels(thanked), [])
    assert.deepEqual([await panels.ticketsOf(person), await solved()], [[], [0, 1]])
    assert.equal((await panels.send('GET', `${FAQ}/figures`)).solved, 1)
  })

  test('counts once for an entry, however often it helps', async () => {
    const person = panels.newcomer()
    const before = await solved()
    for (const _ of [1, 2]) await person.click(await ask(person), 'This solves it: 1')
    assert.deepEqual(await solved(), [before[0], before[1] + 1])
  })

  test('opens the ticket all the same with what he typed, also when the program was started anew, and nothing is counted', async () => {
    const person = panels.newcomer()
    const seen = await ask(person)
    const before = await solved()
    await startAnew()
    await panels.told(await person.click(seen, 'Open the ticket'))
    const tickets = await panels.ticketsOf(person)
    assert.deepEqual(
      tickets.map(({ description }) => description),
      [QUESTION],
    )
    assert.deepEqual(await solved(), before)
  })

  test('leaves word of what nothing is known about, and a ticket opens at once', async () => {
    const person = panels.newcomer()
    await panels.told(await ask(person, 'The hovercraft is full of eels'))
    assert.equal((await panels.ticketsOf(person)).length, 1)
    const [missed] = await panels.send('GET', `${FAQ}/searches`)
    assert.deepEqual([missed.words, missed.asked], ['hovercraft full eels', 1])
  })
})
