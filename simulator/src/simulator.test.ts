import assert from 'node:assert/strict'
import { once } from 'node:events'
import { describe, test } from 'node:test'
import { Client, Events, GatewayIntentBits } from 'discord.js'
import { DEMO, type Simulator, startSimulator } from './index.ts'

async function login(simulator: Simulator, intents = [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages]) {
  const client = new Client({ intents, rest: { api: simulator.restUrl } })
  const ready = once(client, Events.ClientReady)
  await client.login(simulator.token)
  await ready
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.destroy() })
}

describe('discord.js', () => {
  test('logs in, knows its guild, and speaks in a channel', async () => {
    await using simulator = await startSimulator({ strict: true })
    await using client = await login(simulator)
    assert.equal(client.guilds.cache.size, 2)
    const channel = await client.channels.fetch(DEMO.channels.general)
    assert.ok(channel?.isSendable())
    const sent = await channel.send({
      content: 'Hello <@1100000000000000101>',
      embeds: [{ title: 'x', fields: [{ name: 'a', value: 'b' }] }],
    })
    assert.equal(simulator.messages(DEMO.channels.general).at(-1)?.id, sent.id)
    assert.deepEqual(simulator.violations, [])
    assert.deepEqual(simulator.broken, [])
  })
})
