import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startTalking } from '../../../testing/transcripts.ts'
import { until } from '../../../testing/until.ts'

const app = await startTalking()
after(() => app[Symbol.asyncDispose]())
const { simulator } = app

test('a channel that vanishes while a command in it is answered is no error; what was asked for is done', async () => {
  const { channel, ticket } = await app.open()
  const begun = app.log.length
  simulator.faults.before({ method: 'POST', path: /\/callback$/ }, () => simulator.state.channels.delete(channel))
  const staff = simulator.person(DEMO.people.demo_staff)
  const unanswered = assert.rejects(staff.slash('ticket_note', { text: 'Called them' }, { channel }), /did not answer/)
  const told = await until('the log', () => app.log.slice(begun).find((line) => line.includes('"ticket_note"')))
  assert.match(told, /"level":30.*"code":"discord\.channel_gone"/)
  await app.moveTo(app.clock.now().add({ seconds: 4 }))
  await unanswered
  const notes = await app.db.selectFrom('ticket_notes').select('body').where('ticket_id', '=', ticket.id).execute()
  assert.deepEqual(notes, [{ body: 'Called them' }])
})
