import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startTalking } from '../../testing/transcripts.ts'
import { until } from '../../testing/until.ts'
import { lines } from './for-assistant.ts'

const { demo_staff: STAFF } = DEMO.people

const app = await startTalking()
after(() => app[Symbol.asyncDispose]())
const { simulator, db, clock } = app

test('the last lines of a ticket are there for whoever sums it up, without what was deleted', async () => {
  const { ticket, memberSays, staffSays, listedLike } = await app.open()
  memberSays('one')
  const gone = staffSays('two')
  memberSays('three')
  staffSays('four')
  await listedLike('four messages', ({ length }) => length === 4)
  simulator.person(STAFF).delete(gone)
  await listedLike('the deletion', (messages) => messages[1].deleted_at !== null)
  const last = await lines(db, ticket.guildId, ticket.id, 2)
  assert.deepEqual(
    last.map(({ text }) => text),
    ['three', 'four'],
  )
  assert.deepEqual(
    (await lines(db, ticket.guildId, ticket.id, 9)).slice(1).map(({ text }) => text),
    ['one', 'three', 'four'],
  )
})

test('a file whose address has run out is fetched from a new one', async () => {
  await app.configure({ keep_attachments: true })
  const { ticket, memberSays, listedLike, readToEnd } = await app.open()
  await readToEnd()
  memberSays('Look', { files: [{ name: 'note.txt', bytes: Buffer.from('hello'), contentType: 'text/plain' }] })
  const [message] = await listedLike('the file', ([one]) => one?.attachments.length === 1)
  const url = `${simulator.restUrl.replace(/\/api$/, '')}/attachments/1/2/expired`
  await db
    .updateTable('ticket_attachments')
    .set({ url, state: 'wanted', lease: null, due_at: clock.now() })
    .where('ticket_id', '=', ticket.id)
    .execute()
  await db.deleteFrom('ticket_attachment_bytes').execute()
  await until('the bytes', async () => {
    await app.moveTo(clock.now().add({ seconds: 31 }))
    const [{ attachments } = { attachments: [] }] = await listedLike('the file', ({ length }) => length === 1)
    return attachments[0]?.state === 'kept'
  })
  const [row] = await db.selectFrom('ticket_attachment_bytes').selectAll().execute()
  assert.deepEqual([row?.attachment_id, String(row?.bytes)], [message.attachments[0].id, 'hello'])
})

test('a transcript goes so many days after archiving as the guild says, and is not read again', async () => {
  const kept = await app.open()
  kept.memberSays('of a ticket that is open')
  const over = await app.open()
  over.memberSays('of an archived one')
  await over.listedLike('the message', ({ length }) => length === 1)
  await kept.listedLike('the message', ({ length }) => length === 1)
  await over.move('close')
  await over.move('archive')
  await app.configure({ transcript_kept_days: 30 })
  const isThere = async ({ listed }: typeof kept, text: string) =>
    (await listed()).some(({ content }: { content: string }) => content === text)
  await app.moveTo(clock.now().add({ hours: 29 * 24 }))
  assert.equal(await isThere(over, 'of an archived one'), true)
  await app.moveTo(clock.now().add({ hours: 25 }))
  await until('the removal', async () => !(await isThere(over, 'of an archived one')))
  simulator.gateway.reconnect()
  await kept.readToEnd()
  assert.equal(await isThere(over, 'of an archived one'), false)
  assert.equal(await isThere(kept, 'of a ticket that is open'), true)
})
