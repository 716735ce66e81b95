import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startAgain } from '../../testing/again.ts'
import { startApp } from '../../testing/app.ts'

const app = await startApp({ roles: ['gateway'] })
const { owner, simulator } = app
const admin = simulator.person(DEMO.people.demo_admin)
const { channels, roles } = DEMO

after(() => app[Symbol.asyncDispose]())
beforeEach(async () => {
  assert.deepEqual(simulator.violations, [])
  await app.db.deleteFrom('settings_history').execute()
  await app.db.deleteFrom('guild_settings').execute()
})

type Shown = Awaited<ReturnType<typeof owner.slash>>
const textOf = (seen: Shown) => `${seen.content} ${JSON.stringify(seen.embeds)}`
const titleOf = (seen: Shown) => String(seen.embeds[0]?.title)
const choose = (seen: Shown, setting: string, value: string, by = owner) =>
  by.select(seen, `settings:setup_choose:${setting}:${DEMO.people.demo_owner}`, [value])

async function stored(): Promise<Record<string, unknown>> {
  const rows = await app.db.selectFrom('guild_settings').selectAll().orderBy('scope').orderBy('key').execute()
  return Object.fromEntries(rows.map(({ scope, key, value }) => [`${scope}.${key}`, value]))
}

const STEPS = [
  ['system.log_channel_id', channels.logs],
  ['system.rules_channel_id', channels.rules],
  ['embedwatcher.announcements_channel_id', channels.announcements],
  ['invites.announcement_channel_id', channels.general],
  ['gdpr.channel_id', channels.rules],
  ['ticketbot.category_id', channels.tickets],
  ['ticketbot.staff_role_id', roles.staff],
] as const

describe('/config start', () => {
  test('asks in seven steps, saves each choice at once, and ends with what is set', async () => {
    let seen = await owner.slash('config start')
    assert.ok(seen.ephemeral)
    for (const [index, [setting, value]] of STEPS.entries()) {
      assert.match(titleOf(seen), new RegExp(`${index + 1} of 7`))
      seen = await choose(seen, setting, value)
      assert.match(seen.content, /^Saved: /)
      assert.equal(Object.keys(await stored()).length, index + 1)
    }
    assert.deepEqual(await stored(), Object.fromEntries([...STEPS].sort()))
    assert.match(titleOf(seen), /everything is set/)
    assert.match(
      textOf(seen),
      new RegExp(`✅ Staff role: <@&${roles.staff}>[\\s\\S]*/doctor[\\s\\S]*/gdpr post[\\s\\S]*/config show`),
    )
  })

  test('lets steps be skipped and gone back to, and says what is not set', async () => {
    let seen = await owner.click(await owner.slash('config start'), 'Skip')
    assert.match(titleOf(seen), /2 of 7 · Rules channel/)
    seen = await owner.click(seen, 'Back')
    assert.match(titleOf(seen), /1 of 7/)
    for (let step = 1; step <= 7; step++) seen = await owner.click(seen, 'Skip')
    assert.match(titleOf(seen), /0 of 7 set/)
    assert.match(textOf(seen), /Not set[\s\S]*Log channel/)
    assert.deepEqual(await stored(), {})
    assert.match(titleOf(await owner.click(seen, 'Set the rest')), /1 of 7/)
  })

  test('shows what is set already, chosen beforehand, and goes on at the first open step', async () => {
    const second = await choose(await owner.slash('config start'), 'system.log_channel_id', channels.logs)
    assert.match(titleOf(second), /2 of 7/)
    const again = await owner.slash('config start')
    assert.match(titleOf(again), /2 of 7/)
    const first = await owner.click(again, 'Back')
    assert.match(JSON.stringify(first.components), new RegExp(`"default_values":\\[\\{"id":"${channels.logs}"`))
    assert.match(titleOf(await owner.click(first, 'Next')), /2 of 7/)
  })

  test('offers for each step only what fits it', async () => {
    const first = await owner.slash('config start')
    await assert.rejects(choose(first, 'system.log_channel_id', channels.tickets), /another type of channel/)
    const picker = JSON.stringify((await owner.click(first, 'Skip')).components)
    assert.match(picker, /"channel_types":\[0,5\]/)
  })

  test('is gone on with by the admin who began it alone', async () => {
    const begun = await owner.slash('config start')
    const others = await admin.slash('config scopes')
    assert.ok(begun.message && others.message)
    others.message.components = begun.message.components
    for (const act of [admin.click(others, 'Skip'), choose(others, 'system.log_channel_id', channels.logs, admin)])
      assert.match((await act).content, /Only the admin who began this set-up/)
    assert.deepEqual(await stored(), {})
  })

  test('goes on after a restart of the program, half an hour later (R-18)', async () => {
    const second = await choose(await owner.slash('config start'), 'system.log_channel_id', channels.logs)
    await app.alphapy.stop()
    await app.moveTo(app.clock.now().add({ minutes: 30 }))
    const again = await startAgain(app, 'gateway')
    const third = await choose(second, 'system.rules_channel_id', channels.rules)
    assert.match(titleOf(third), /3 of 7/)
    assert.equal(Object.keys(await stored()).length, 2)
    await again.stop()
  })
})
