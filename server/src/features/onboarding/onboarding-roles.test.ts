import assert from 'node:assert/strict'
import { after, afterEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../../testing/app.ts'
import { onboardingGuild, type Script, walkOn } from '../../testing/onboarding.ts'
import { until } from '../../testing/until.ts'

const { member: MEMBER_ROLE, admin: ADMIN_ROLE, bot: BOT_ROLE } = DEMO.roles
const GUILD = DEMO.guild

const app = await startApp()
after(() => app[Symbol.asyncDispose]())
const joinRole = app.simulator.createRole(GUILD, { name: 'Newcomer' }).id
const goneRole = app.simulator.createRole(GUILD, { name: 'Gone' }).id
const home = await onboardingGuild(
  { simulator: app.simulator, apiUrl: app.alphapy.apiUrl ?? '' },
  { guild: GUILD, admin: DEMO.people.demo_owner, rulesChannel: DEMO.channels.rules },
)
await home.set('system', { rules_channel_id: home.rulesChannel })
await home.set('onboarding', { mode: 'rules_only', completion_role_id: MEMBER_ROLE })
await home.rule('Be kind')
afterEach(() => app.simulator.faults.clear())

const SCRIPT: Script = { Be: ['accept'], 'Is this': ['confirm'] }
type Person = typeof app.member
const rolesOf = ({ id }: Person) => app.simulator.state.guilds.get(GUILD)?.members.get(id)?.roles ?? []
const has = (person: Person, role: string) => until(`the role ${role}`, () => rolesOf(person).includes(role))

let newcomers = 0
function newcomer(): Person {
  newcomers += 1
  const person = app.simulator.person(app.simulator.createUser({ username: `newcomer${newcomers}` }).id)
  person.join(GUILD)
  return person
}
async function complete(person: Person): Promise<Person> {
  await walkOn(person, await person.click(await home.panel(), 'Start'), SCRIPT)
  return person
}
const tasks = () => app.db.selectFrom('onboarding_role_tasks').selectAll().execute()
const idle = () => until('nothing to be done', async () => (await tasks()).length === 0)
/** Errors told since the test began. */
async function errors(): Promise<{ readonly error_type: string; readonly repair: string; readonly user_id: string }[]> {
  const rows = await app.db
    .selectFrom('operational_events')
    .select('details')
    .where('event_type', '=', 'ONBOARDING_ERROR')
    .orderBy('id')
    .execute()
  return rows.map(({ details }) => JSON.parse(JSON.stringify(details)))
}
const forgetEvents = () => app.db.deleteFrom('operational_events').execute()
const tried = (attempts: number) =>
  until(`${attempts} attempts`, async () => (await tasks()).every((task) => task.attempts >= attempts))
/** To when the task that was put off is due. */
async function untilDue(): Promise<void> {
  const [task] = await tasks()
  await app.moveTo((task ?? assert.fail('nothing is to be done')).due_at)
}

describe('the role for joining', () => {
  test('is had from joining to completion', async () => {
    await home.set('onboarding', { join_role_id: joinRole })
    const person = newcomer()
    await has(person, joinRole)
    await complete(person)
    await has(person, MEMBER_ROLE)
    await idle()
    assert.deepEqual(rolesOf(person), [MEMBER_ROLE])
  })

  test('is not given to whoever comes back after completing; the role for that is', async () => {
    const person = await complete(newcomer())
    await idle()
    person.leave(GUILD)
    person.join(GUILD)
    await has(person, MEMBER_ROLE)
    await idle()
    assert.deepEqual(rolesOf(person), [MEMBER_ROLE])
    await home.set('onboarding', { join_role_id: null })
  })
})

describe('a role that Discord refuses', () => {
  test('for being above the bot is told once, with what to click, and given once that is done', async () => {
    await forgetEvents()
    await home.set('onboarding', { completion_role_id: ADMIN_ROLE })
    const people = [await complete(newcomer()), await complete(newcomer())]
    await tried(1)
    await until('the error', async () => (await errors()).length > 0)
    await until('both told', async () => (await tasks()).every(({ is_told }) => is_told))
    const [error = assert.fail('no error'), ...more] = await errors()
    assert.deepEqual(more, [])
    assert.equal(error.error_type, 'role_assignment_failed')
    assert.match(error.repair, /Manage Roles, and drag it above the role/)
    assert.ok(people.some(({ id }) => id === error.user_id))
    await untilDue()
    await tried(2)
    assert.equal((await errors()).length, 1)

    const roles = app.simulator.state.guilds.get(GUILD)?.roles
    const [bot, admin] = [roles?.get(BOT_ROLE), roles?.get(ADMIN_ROLE)]
    assert.ok(bot && admin)
    ;[bot.position, admin.position] = [admin.position, bot.position]
    // Some role was changed; which one does not matter to whoever listens.
    await fetch(`${app.simulator.restUrl}/v10/guilds/${GUILD}/roles/${joinRole}`, {
      method: 'PATCH',
      headers: { authorization: `Bot ${app.simulator.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'New' }),
    })
    for (const person of people) await has(person, ADMIN_ROLE)
    await idle()
  })

  test('for not existing is told, and the next setting is taken at once', async () => {
    await forgetEvents()
    await home.set('onboarding', { completion_role_id: goneRole })
    app.simulator.state.guilds.get(GUILD)?.roles.delete(goneRole)
    const person = await complete(newcomer())
    await until('the error', async () => (await errors()).length === 1)
    const [{ repair } = assert.fail('no error')] = await errors()
    assert.match(repair, /Choose a role that exists/)
    await home.set('onboarding', { completion_role_id: MEMBER_ROLE })
    await has(person, MEMBER_ROLE)
    await idle()
  })

  test('for a while, with 503, is given later; it is told only if it lasts', async () => {
    await forgetEvents()
    const heal = app.simulator.faults.on({ method: 'PUT', path: /\/roles\// }, { status: 503 })
    const person = await complete(newcomer())
    const putOff = async (attempts: number) =>
      until(`attempt ${attempts} to be over`, async () =>
        (await tasks()).some(
          (task) =>
            task.attempts === attempts &&
            Temporal.Instant.compare(task.due_at, app.clock.now().add({ seconds: 100 })) < 0,
        ),
      )
    for (const attempts of [1, 2]) {
      await putOff(attempts)
      assert.deepEqual(await errors(), [])
      await untilDue()
    }
    await until('the error', async () => (await errors()).length === 1)
    heal()
    await putOff(3)
    await untilDue()
    await has(person, MEMBER_ROLE)
    await idle()
  })

  test('because the member left is told, and given when the member is back', async () => {
    await forgetEvents()
    const person = newcomer()
    app.simulator.faults.before({ method: 'PUT', path: /\/roles\// }, () => person.leave(GUILD))
    await complete(person)
    await until('the error', async () => (await errors()).some(({ error_type }) => error_type === 'member_not_found'))
    await idle()
    person.join(GUILD)
    await has(person, MEMBER_ROLE)
    await idle()
  })
})
