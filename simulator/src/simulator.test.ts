import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DEMO } from './index.ts'
import { connect } from './testing.ts'

describe('discord.js', () => {
  test('logs in, knows its guilds, and speaks in a channel', async () => {
    await using house = await connect()
    const { client, simulator } = house
    assert.deepEqual([...client.guilds.cache.keys()], [DEMO.guild, DEMO.otherGuild])
    const channel = await client.channels.fetch(DEMO.channels.general)
    assert.ok(channel?.isSendable())
    const sent = await channel.send({ content: 'Hello', embeds: [{ title: 'x', fields: [{ name: 'a', value: 'b' }] }] })
    assert.equal(simulator.messages(DEMO.channels.general).at(-1)?.id, sent.id)
  })
})
