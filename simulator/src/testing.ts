/** A simulator with a stock discord.js client on it, for the simulator's own tests. */
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Client, Events, GatewayIntentBits, Partials } from 'discord.js'
import { type Simulator, type SimulatorOptions, startSimulator } from './index.ts'

export interface Connected extends AsyncDisposable {
  readonly simulator: Simulator
  readonly client: Client<true>
  /** Waits for something that follows from what the client does. */
  until(condition: () => boolean): Promise<void>
}

const WAITS_AT_MOST_MS = 60_000
/** Without the five seconds a client leaves between two IDENTIFYs. */
export const AT_ONCE = { buildIdentifyThrottler: async () => ({ waitForIdentify: async () => undefined }) }
const ALL_INTENTS = Object.values(GatewayIntentBits).filter((bit) => typeof bit === 'number')

export async function login(simulator: Simulator, intents: readonly number[] = ALL_INTENTS): Promise<Client<true>> {
  const client = new Client({
    intents: [...intents],
    rest: { api: simulator.restUrl },
    partials: [Partials.Channel, Partials.Message],
    ws: AT_ONCE,
  })
  const ready = once(client, Events.ClientReady)
  await client.login(simulator.token)
  await ready
  assert.ok(client.isReady())
  return client
}

/** Strict: at the end nothing may have violated Discord's description, nothing may have broken. */
export async function connect(options: SimulatorOptions = {}, intents?: readonly number[]): Promise<Connected> {
  const simulator = await startSimulator({ strict: true, ...options })
  const client = await login(simulator, intents)
  return {
    simulator,
    client,
    until: (condition) => until(condition),
    async [Symbol.asyncDispose]() {
      await client.destroy()
      await simulator.stop()
      assert.deepEqual(simulator.violations, [])
      assert.deepEqual(simulator.broken, [])
    },
  }
}

export async function until(condition: () => boolean): Promise<void> {
  const giveUp = AbortSignal.timeout(WAITS_AT_MOST_MS)
  while (!condition()) {
    giveUp.throwIfAborted()
    await new Promise((resolve) => setImmediate(resolve))
  }
}
