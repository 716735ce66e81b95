/** What the language model reads of a ticket, and what becomes of what it writes. */
import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../../testing/app.ts'
import { startModelServer } from '../../testing/model-server.ts'
import { panelsOf } from '../../testing/ticket-panels.ts'
import { until } from '../../testing/until.ts'
import { SUMMARY_INSTRUCTIONS } from './prompts.ts'

const server = await startModelServer()
const app = await startApp({ environment: { LLM_BASE_URL: server.url } })
after(async () => {
  await app[Symbol.asyncDispose]()
  await server[Symbol.asyncDispose]()
})
const { db, simulator } = app
const panels = await panelsOf(app)
await panels.set({ category_id: DEMO.channels.tickets, staff_role_id: DEMO.roles.staff })
const staff = simulator.person(DEMO.people.demo_staff)
const headers = await app.signIn(DEMO.people.demo_staff)
beforeEach(() => server.asked.splice(0))

type Seen = Awaited<ReturnType<typeof staff.click>>
const has = (label: string) => (one: { readonly components: readonly unknown[] }) =>
  JSON.stringify(one.components).includes(`"label":"${label}"`)
const drafted = async (seen: Seen) => {
  await until('the draft', () => has('Send')(seen))
  return seen
}
const lastData = () => JSON.parse(server.asked.at(-1)?.body.messages[1]?.content ?? 'null')

async function openTicket(description = 'My lamp is dark') {
  const member = panels.newcomer()
  await member.slash('ticket', { description })
  const { id, channel } = await panels.placed(member)
  const head = await until('the head of the ticket', () => simulator.messages(channel).find(has('More…')))
  const kept = (messageId: string) =>
    until('the message to be kept', () =>
      db.selectFrom('ticket_messages').select('message_id').where('message_id', '=', messageId).executeTakeFirst(),
    )
  await kept(head.id)
  const summary = () =>
    app.send(staff.id, 'GET', `/api/dashboard/${DEMO.guild}/tickets/${id}/summary`, undefined, headers)
  return {
    id,
    member,
    head,
    messages: () => simulator.messages(channel),
    say: async (person: typeof staff, text: string) => kept(person.say(channel, text).id),
    /** What the bot says, once it is kept. */
    async heard(text: string) {
      const said = await until(text, () => simulator.messages(channel).find(({ content }) => content.includes(text)))
      await kept(said.id)
      return said
    },
    draft: async () => drafted(await staff.click(head, 'Draft a reply')),
    close: async () => staff.submit(await staff.click(head, 'Close'), { reason: 'Solved' }),
    /** Once it has ended. */
    summed: () =>
      until('the summary', async () => {
        const { status, json } = await summary()
        return status === 200 && json.status !== 'wanted' && json
      }),
    offer: () => until('the offer', () => simulator.messages(channel).find(has('Make it an FAQ entry'))),
  }
}

describe('the language model', () => {
  test('reads what people said, and of the bot what staff had it say', async () => {
    const ticket = await openTicket()
    await ticket.say(ticket.member, 'It is the red one')
    server.answers({ says: 'Restart it.' })
    await staff.click(await ticket.draft(), 'Send')
    await ticket.heard('Restart it.')
    await ticket.draft()
    assert.deepEqual(lastData().talk, [
      { by: 'member', text: 'It is the red one' },
      { by: 'staff', text: 'Restart it.' },
    ])
  })
})

describe('what it writes', () => {
  const ODD = 'Ask @everyone \u202Eat [our shop](https://shop.example/x) or https://other.example.'
  const SHOWN = 'Ask @\u200beveryone at [our shop] (`https://shop.example/x`) or `https://other.example`.'

  test('shows whoever reads a draft where its links lead, and mentions nobody', async () => {
    const ticket = await openTicket()
    server.answers({ says: ODD })
    const seen = await ticket.draft()
    assert.equal(seen.content.split('\n> ')[1], SHOWN)
    await staff.click(seen, 'Send')
    const { content } = await ticket.heard('our shop')
    assert.match(content, /@\u200beveryone at \[our shop\] \(https:\/\/shop\.example\/x\) or/)
  })

  test('stands in the summary and the proposed entry with links as text', async () => {
    const ticket = await openTicket()
    await ticket.say(staff, 'Look at the shop')
    server.answers({ says: { summary: ODD, entry: { title: 'Where?', answer: ODD, keywords: [] } } })
    await ticket.close()
    const offer = await ticket.offer()
    assert.equal(offer.embeds[0]?.description, SHOWN)
    const proposed = await (await staff.click(offer, 'Make it an FAQ entry')).settled()
    assert.equal(proposed.embeds[0]?.description, SHOWN)
  })

  test('is an entry once somebody has read and changed it', async () => {
    const ticket = await openTicket()
    await ticket.say(staff, 'In the shed')
    const entry = { title: 'Ladder?', answer: 'In it.', keywords: ['ladder', 'Ladder', 'high'] }
    server.answers({ says: { summary: 'It was far.', entry } })
    await ticket.close()
    const proposed = await (await staff.click(await ticket.offer(), 'Make it an FAQ entry')).settled()
    const stored = () =>
      db
        .selectFrom('faq_entries')
        .select(['title', 'answer', 'keywords', 'state', 'source'])
        .where('ticket_id', '=', ticket.id)
        .executeTakeFirstOrThrow()
    const draft = { ...entry, keywords: ['ladder', 'high'], state: 'draft', source: 'ticket' }
    assert.deepEqual(await stored(), draft)
    const form = await staff.click(proposed, 'Change and publish')
    for (const filled of ['Ladder?', 'In it.', 'ladder, high'])
      assert.match(JSON.stringify(form.modal), new RegExp(`"value":"${filled.replace('?', '\\?')}"`))
    const words = { title: 'Where is the ladder?', answer: 'In the shed.', keywords: 'ladder' }
    assert.match((await staff.submit(form, words)).content, /is published\.$/)
    assert.deepEqual(await stored(), { ...draft, ...words, keywords: ['ladder'], state: 'published' })
  })
})

describe('a summary that the model does not write', () => {
  const entry = { title: 'My lamp is dark', answer: 'Turn the switch', keywords: [] }
  const asked = () => server.asked.filter(({ body }) => body.messages[0]?.content === SUMMARY_INSTRUCTIONS).length

  test('because it refuses is none: nothing that it said is kept, and what the staff said is offered', async () => {
    const ticket = await openTicket()
    await ticket.say(staff, 'Turn the switch')
    server.answers({ says: 'I am sorry, I cannot help with that.', finish: 'content_filter' })
    await ticket.close()
    assert.deepEqual(await ticket.summed(), { status: 'without', reason: 'refused', summary: null, entry })
    assert.deepEqual((await ticket.offer()).embeds, [])
    assert.equal(asked(), 1)
    assert.ok(!JSON.stringify(ticket.messages()).includes('I am sorry'))
  })

  test('because it talks nonsense is asked for again later, five times in all', async () => {
    const ticket = await openTicket()
    await ticket.say(staff, 'Turn the switch')
    server.answers({ says: 'I am sorry, I cannot help with that.' })
    await ticket.close()
    for (let times = 1; times < 5; times += 1) {
      await until('a question', () => asked() === times)
      await until('a pause', async () => {
        const row = await db
          .selectFrom('ticket_summaries')
          .select('due_at')
          .where('ticket_id', '=', ticket.id)
          .execute()
        const due = row[0]?.due_at
        if (!due || due.since(app.clock.now()).total('seconds') !== 20 * 4 ** (times - 1)) return false
        await app.moveTo(due)
        return true
      })
    }
    assert.deepEqual(await ticket.summed(), { status: 'without', reason: 'nonsense', summary: null, entry })
    assert.equal(asked(), 5)
  })

  test('because the service is down is made when that is back', async () => {
    const ticket = await openTicket()
    await ticket.say(staff, 'Turn the switch')
    server.answers({ status: 503, headers: { 'retry-after': '5' } })
    await ticket.close()
    await until('a question', () => asked() === 1)
    server.answers({ says: { summary: 'It was off.', entry: null } })
    await until('another question', async () => {
      await app.clock.advance({ seconds: 5 })
      return asked() === 2
    })
    const made = await ticket.summed()
    assert.deepEqual([made.status, made.summary], ['made', 'It was off.'])
  })
})
