import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { startApp } from '../../../testing/app.ts'
import { ticketGuild } from '../../../testing/ticket-places.ts'
import { until } from '../../../testing/until.ts'

const app = await startApp({ roles: ['gateway', 'worker'] })
after(() => app[Symbol.asyncDispose]())

const person = (id: string | undefined) => app.simulator.person(id ?? '')

describe('the channel of a ticket', () => {
  test('is made once in its category, for its opener and the staff alone, with one pinned message that calls them', async () => {
    const hall = ticketGuild(app)
    await hall.set()
    const channel = await hall.channel(await hall.open())
    assert.deepEqual([channel.name, channel.parent_id], ['ticket-0001', hall.category])
    const stranger = app.simulator.createUser({ username: 'eve' }).id
    person(stranger).join(hall.guildId)
    const seen = [hall.member, hall.staff, stranger].map((id) => person(id).sees(channel.id))
    assert.deepEqual(seen, [true, true, false])
    const [message, ...others] = hall.controls(channel.id)
    assert.deepEqual(others, [])
    assert.equal(message?.pinned, true)
    assert.match(message?.content ?? '', new RegExp(`<@${hall.member}> <@&${hall.role}>`))
    person(hall.member).say(channel.id, 'I am here')
  })
})
after(async () => {
  const { writeFileSync } = await import('node:fs')
  writeFileSync('/tmp/places-log.txt', app.log.join('').slice(-20000))
})
