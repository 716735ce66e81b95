import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { GatewayDispatchEvents, type GatewayDispatchPayload } from 'discord-api-types/v10'
import { pino } from 'pino'
import { defineListener, earsOf } from './listeners.ts'

/** As much of an event as listeners look at. */
function said(guildId: string, content: string): GatewayDispatchPayload {
  return { t: GatewayDispatchEvents.MessageCreate, d: { guild_id: guildId, content } } as GatewayDispatchPayload
}

function startEars() {
  const heard: string[] = []
  const log: string[] = []
  const gates = new Map<string, PromiseWithResolvers<void>>()
  const gate = (content: string) => {
    const found = gates.get(content) ?? Promise.withResolvers<void>()
    gates.set(content, found)
    return found
  }
  const listener = defineListener('test.hear', GatewayDispatchEvents.MessageCreate, async ({ content }) => {
    if (content.startsWith('slow')) await gate(content).promise
    if (content === 'bad') throw new Error('cannot hear')
    heard.push(content)
  })
  const ears = earsOf([listener], pino({ level: 'info' }, { write: (line) => void log.push(line) }))
  return { ears, heard, log, release: (content: string) => gate(content).resolve() }
}

describe('a listener', () => {
  test('hears the events of a guild one after another, and those of others meanwhile', async () => {
    const { ears, heard, release } = startEars()
    for (const [guild, content] of [
      ['1', 'slow'],
      ['1', 'next'],
      ['2', 'other'],
    ] as const)
      ears.receive(said(guild, content))
    await new Promise(setImmediate)
    assert.deepEqual(heard, ['other'])
    release('slow')
    await ears.settled()
    assert.deepEqual(heard, ['other', 'slow', 'next'])
  })

  test('hears no other events, and goes on after one it failed at', async () => {
    const { ears, heard, log } = startEars()
    ears.receive({ ...said('1', 'typing'), t: GatewayDispatchEvents.TypingStart } as GatewayDispatchPayload)
    ears.receive(said('1', 'bad'))
    ears.receive(said('1', 'good'))
    await ears.settled()
    assert.deepEqual([heard, log.length], [['good'], 1])
    assert.match(log[0] ?? '', /cannot hear/)
  })

  test('that does not keep up with a guild loses what is beyond a thousand events, and says so', async () => {
    const { ears, heard, log, release } = startEars()
    ears.receive(said('1', 'slow'))
    for (let n = 0; n < 1_005; n += 1) ears.receive(said('1', String(n)))
    release('slow')
    await ears.settled()
    assert.deepEqual([heard.length, log.length], [1_000, 6])
  })
})
