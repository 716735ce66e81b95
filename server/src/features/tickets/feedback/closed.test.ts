import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../../../testing/app.ts'
import { panelsOf } from '../../../testing/ticket-panels.ts'
import { until } from '../../../testing/until.ts'

const app = await startApp()
after(() => app[Symbol.asyncDispose]())
const { simulator, db } = app
const staff = simulator.person(DEMO.people.demo_staff)
const desk = await panelsOf(app)
await desk.set({ category_id: DEMO.channels.tickets, staff_role_id: DEMO.roles.staff })
type Person = typeof app.member

/** Opened by command; both have said something, and it is kept. */
async function talked(member: Person, panel?: string) {
  await desk.told(await member.slash('ticket', { description: 'Where is it?', ...(panel && { panel }) }))
  const ticket = (await desk.ticketsOf(member)).at(-1)
  assert.ok(ticket?.channel_id)
  const { id, number, channel_id: channel } = ticket
  member.say(channel, 'It was sent on Monday')
  await app.moveTo(app.clock.now().add({ seconds: 1 }))
  staff.say(channel, 'It comes on Friday')
  await until('both to be kept', async () => {
    const kept = await db.selectFrom('ticket_messages').select('content').where('ticket_id', '=', id).execute()
    return kept.filter(({ content }) => /^It /.test(content)).length === 2
  })
  return { id, number, channel }
}

const told = (member: Person, says: RegExp) =>
  until(`the member to be told ${says}`, () =>
    member.dms().find(({ embeds }) => says.test(embeds[0]?.description ?? '')),
  )

/** As a browser opens it, in which nobody has signed in. */
async function read(text: string) {
  const link = new URL(/https?:\S+/.exec(text)?.[0] ?? assert.fail(`no link in ${text}`))
  const page = await fetch(`${app.alphapy.apiUrl}${link.pathname}${link.search}`)
  return { status: page.status, text: await page.text() }
}

describe('whoever opened a ticket that is closed', () => {
  test('is told why with a link to what was said, which opens without signing in and when the channel is gone', async () => {
    const anna = desk.newcomer()
    const { number, channel } = await talked(anna)
    await staff.slash('ticket_close', { reason: 'It is on the way' }, { channel })
    const message = await told(anna, new RegExp(`ticket ${number} in .* is closed`))
    const text = message.embeds[0]?.description ?? ''
    assert.match(text, /Reason: It is on the way\nWhat was said, to read for 30 days: http/)
    const page = await read(text)
    assert.equal(page.status, 200)
    assert.match(page.text, /It was sent on Monday.*It comes on Friday/s)
    const archived = await until('the transcript to be complete', async () => {
      const { content } = await staff.slash('ticket_status', { id: `${number}`, status: 'archived' })
      return /archived now/.test(content)
    })
    assert.ok(archived)
    await until('the channel to be gone', () => !simulator.state.channels.has(channel))
    await anna.submit(await anna.click(message, '4 ★'), { comment: 'Quick' })
    const thanks = (await told(anna, /You rated ticket/)).embeds[0]?.description ?? ''
    assert.match(thanks, /★★★★☆.*Comment: Quick/s)
    assert.match((await read(thanks)).text, /It comes on Friday/)
  })

  test('is told in their own language', async () => {
    const bram = desk.newcomer('nl')
    const { number, channel } = await talked(bram)
    await staff.slash('ticket_close', {}, { channel })
    const message = await told(bram, new RegExp(`Je ticket ${number} in .* is gesloten`))
    assert.match(message.embeds[0]?.description ?? '', /Wat er gezegd is, 30 dagen te lezen: http.*Hoe was de hulp\?/s)
    await bram.submit(await bram.click(message, '5 ★'), {})
    assert.match((await told(bram, /Bedankt/)).embeds[0]?.description ?? '', /★★★★★/)
  })

  test('is told by which rule where the bot closed it, also away from the server', async () => {
    const panel = await desk.panel('Short', { auto_close_hours: 2 })
    const cleo = desk.newcomer()
    const { id, channel } = await talked(cleo, panel)
    await app.moveTo(app.clock.now().add({ hours: 1 }))
    const reminder = await until('the reminder', () =>
      simulator.messages(channel).find(({ content }) => /closes by itself/.test(content)),
    )
    // Halfway to the closing, since the five days of the server come too late for it.
    assert.match((await cleo.click(reminder, 'Why?')).content, /After 1 hour without a word.* The kind of ticket sets/)
    const { events } = await desk.send('GET', `/api/dashboard/${DEMO.guild}/tickets/${id}`)
    const { details } = events.find(({ kind }: { kind: string }) => kind === 'reminded')
    assert.deepEqual([details.hours, details.of], [1, 'panel'])
    await app.moveTo(app.clock.now().add({ hours: 1 }))
    const message = await told(cleo, /Nobody has said anything for 2 hours/)
    assert.match((await cleo.click(message, 'Why?')).content, /nobody had spoken since .* closes after 2 hours/)
  })
})
