import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startAgain } from '../../testing/again.ts'
import { startApp } from '../../testing/app.ts'
import { onboardingGuild } from '../../testing/onboarding.ts'
import { until } from '../../testing/until.ts'

const GUILD = DEMO.guild
const LISTS = { method: 'GET', path: `/guilds/${GUILD}/members` }
const LONG_AGO = '2026-01-01T00:00:00+00:00'

const app = await startApp()
after(() => app[Symbol.asyncDispose]())
const { simulator, db } = app
const role = simulator.createRole(GUILD, { name: 'Newcomer' }).id
const home = await onboardingGuild(
  { simulator, apiUrl: app.alphapy.apiUrl ?? '' },
  { guild: GUILD, admin: DEMO.people.demo_owner, rulesChannel: DEMO.channels.rules },
)
await home.set('onboarding', { mode: 'rules_only' })

let users = 0
const newPerson = () => simulator.person(simulator.createUser({ username: `newcomer${users++}` }).id)
function newcomer() {
  const person = newPerson()
  return { id: person.id, member: person.join(GUILD) }
}
const members = () => simulator.state.guilds.get(GUILD)?.members ?? assert.fail('no guild')
const bearers = () => [...members().values()].filter(({ roles }) => roles.includes(role)).map(({ user_id }) => user_id)
const marks = () => db.selectFrom('onboarding_arrival_marks').selectAll().orderBy('guild_id').execute()
const markedAt = (instant: Temporal.Instant) =>
  until('the guild to be looked through', async () =>
    (await marks()).some((mark) => mark.guild_id === GUILD && Temporal.Instant.compare(mark.known_until, instant) >= 0),
  )
const idle = () =>
  until(
    'nothing to be done',
    async () => !(await db.selectFrom('onboarding_role_tasks').selectAll().executeTakeFirst()),
  )
const later = (duration: Temporal.DurationLike) => app.moveTo(app.clock.now().add(duration))

let running: { stop(): Promise<void> } = app.alphapy
/** Stops the program, lets time go by, and starts it anew. @returns once the guild was looked through. */
async function away(meanwhile: () => void): Promise<void> {
  await running.stop()
  await later({ hours: 3 })
  meanwhile()
  running = await startAgain(app, 'gateway,worker')
}
after(() => running.stop())
const lookedThrough = async () => {
  await markedAt(app.clock.now())
  await idle()
}

beforeEach(() => simulator.faults.clear())

describe('who joins while nobody is connected', () => {
  test('gets nothing where no role is set, nor later for having been there when one is', async () => {
    await markedAt(app.clock.now())
    await later({ hours: 1 })
    await home.set('onboarding', { join_role_id: role })
    await away(() => undefined)
    await lookedThrough()
    assert.deepEqual(bearers(), [])
  })

  test('gets the role for joining once somebody is, and those who were there before do not', async () => {
    const joined: string[] = []
    await away(() => joined.push(newcomer().id))
    await until('the role', () => bearers().length > 0)
    await lookedThrough()
    assert.deepEqual(bearers(), joined)
  })

  test('is found among more members than Discord lists at once, also after Discord was out of reach', async () => {
    const before = bearers()
    let last = ''
    simulator.faults.on(LISTS, { status: 503 }, { times: 2 })
    await away(() => {
      for (let count = 0; count < 1000; count += 1) newcomer().member.joined_at = LONG_AGO
      last = newcomer().id
    })
    await until('the role', async () => {
      await later({ seconds: 31 })
      return bearers().includes(last)
    })
    await idle()
    assert.deepEqual(bearers(), [...before, last])
  })

  test('gets it by being heard while somebody is, and the mark moves along', async () => {
    const { id } = newcomer()
    await until('the role', () => bearers().includes(id))
    await later({ minutes: 2 })
    await markedAt(app.clock.now())
  })
})
