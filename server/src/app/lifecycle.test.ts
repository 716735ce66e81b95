import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DEMO, startSimulator } from '@alphapy/simulator'
import { startApp } from '../testing/app.ts'
import { testDatabase } from '../testing/database.ts'
import { Program } from '../testing/program.ts'
import { until } from '../testing/until.ts'

const OWNER = DEMO.people.demo_owner
const GENERAL = DEMO.channels.general
/** A process of its own, on a machine that has more to do. */
const STARTS_WITHIN_MS = 60_000

describe('stopping', () => {
  test('answers the requests under way', async () => {
    const app = await startApp({ roles: ['api'] })
    const asked = Promise.withResolvers<void>()
    app.simulator.faults.before({ method: 'GET', path: `/channels/${GENERAL}` }, asked.resolve)
    const body = { name: 'Tea', channel_id: GENERAL, time: '09:00' }
    const answer = app.send(OWNER, 'POST', '/api/reminders', body)
    await asked.promise
    await app[Symbol.asyncDispose]()
    assert.equal((await answer).status, 200)
  })

  test('records the delivery under way and leaves nothing leased', async () => {
    await using database = await testDatabase()
    await using simulator = await startSimulator({ community: 'demo' })
    const environment = {
      BOT_TOKEN: simulator.token,
      DISCORD_API_URL: simulator.restUrl,
      DATABASE_URL: database.url,
      API_KEY: 'key',
      PORT: '0',
    }
    await using program = new Program(environment)
    await until('the start', () => program.output.includes('is running'), STARTS_WITHIN_MS)
    const begun = Promise.withResolvers<void>()
    simulator.faults.before({ method: 'POST', path: `/channels/${GENERAL}/messages` }, begun.resolve)
    const api = /API +(\S+)/.exec(program.output)?.[1]
    const made = await fetch(`${api}/api/reminders`, {
      method: 'POST',
      headers: { 'x-api-key': 'key', 'x-user-id': OWNER, 'content-type': 'application/json' },
      body: JSON.stringify({
        name: 'Tea',
        channel_id: GENERAL,
        event_time: Temporal.Now.instant().add({ seconds: 5 }).toString(),
      }),
    })
    assert.equal(made.status, 200)
    await begun.promise
    assert.equal(await program.end('SIGTERM'), 0, program.output)
    const lines = await database.db.selectFrom('reminder_deliveries').select(['status', 'lease_until']).execute()
    assert.deepEqual(lines, [{ status: 'sent', lease_until: null }])
  })
})

test('stopping a start that waits for its database ends at once, and well', async () => {
  // With a token: without one it would bring its own Discord, on a port that may be taken.
  await using program = new Program({ BOT_TOKEN: 'none', DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' })
  await until('a wait', () => program.output.includes('Trying again'), STARTS_WITHIN_MS)
  assert.equal(await program.end('SIGINT'), 0, program.output)
  assert.match(program.output, /"msg":"Stopping"\}\n$/)
})

describe('a start that cannot succeed says why in one plain sentence', () => {
  const failing = async (environment: Record<string, string>) => {
    await using program = new Program({ ROLES: 'api', ...environment })
    assert.equal(await program.ended(), 1)
    return program.output
  }

  test('wrong variables are all named', async () => {
    const output = await failing({ PORT: 'eight', ROLES: 'api,cook', BOT_TOKEN: 'secret-token' })
    assert.match(output, /PORT/)
    assert.match(output, /ROLES/)
    assert.doesNotMatch(output, /secret-token|\n +at /)
  })

  test('arguments are none of its ways to be told something', async () => {
    await using program = new Program({}, ['--help'])
    assert.equal(await program.ended(), 1)
    assert.match(program.output, /^Alphapy takes no arguments\..*\.env\.example.*\n$/)
  })

  test('a port that is taken is named', async () => {
    await using database = await testDatabase()
    await using simulator = await startSimulator({ community: 'demo' })
    const port = new URL(simulator.restUrl).port
    const output = await failing({
      BOT_TOKEN: simulator.token,
      DISCORD_API_URL: simulator.restUrl,
      DATABASE_URL: database.url,
      PORT: port,
    })
    assert.match(output, new RegExp(`Port ${port} .*in use`))
  })
})
