import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../../testing/app.ts'
import { forged } from '../../testing/forged.ts'

const app = await startApp({ roles: ['gateway'] })
const { owner, member, simulator } = app
const stranger = simulator.person(DEMO.people.demo_guest)
const THERE = { guild: DEMO.otherGuild }
const LOG_CHANNEL = 'system.log_channel_id'
const { logs: LOGS, otherGeneral: ELSEWHERE } = DEMO.channels

after(() => app[Symbol.asyncDispose]())
beforeEach(async () => {
  assert.deepEqual(simulator.violations, [])
  await app.db.deleteFrom('settings_history').execute()
  await app.db.deleteFrom('guild_settings').execute()
})

const stored = () => app.db.selectFrom('guild_settings').select(['guild_id', 'key', 'value']).execute()

async function changeOfOwner(): Promise<string> {
  await owner.slash('config set', { setting: LOG_CHANNEL, value: LOGS })
  const { id } = await app.db.selectFrom('settings_history').select('id').executeTakeFirstOrThrow()
  return id
}

describe('a member', () => {
  test('is not offered /config by Discord', () => {
    assert.ok(owner.offered().some(({ name }) => name === 'config'))
    assert.ok(!member.offered().some(({ name }) => name === 'config'))
  })

  test('to whom the guild opened the command is refused by every sub-command, and is suggested nothing', async () => {
    await changeOfOwner()
    const opened = [...simulator.state.commands.values()].find(({ name }) => name === 'config')
    assert.ok(opened)
    const asked = opened.default_member_permissions
    opened.default_member_permissions = null
    const given: Record<string, Record<string, string>> = {
      set: { setting: LOG_CHANNEL, value: LOGS },
      reset: { setting: LOG_CHANNEL },
      rollback: { change: '1' },
    }
    for (const { name } of opened.options)
      assert.match((await member.slash(`config ${name}`, given[name])).content, /^Only admins of this server/, name)
    assert.deepEqual(await member.autocomplete('config set', 'setting', 'log'), [])
    assert.deepEqual(await member.autocomplete('config set', 'value', '', { setting: LOG_CHANNEL }), [])
    assert.deepEqual(await member.autocomplete('config rollback', 'change', ''), [])
    opened.default_member_permissions = asked
    assert.equal((await stored()).length, 1)
  })

  test('is refused by every button, select and form', async () => {
    const id = await changeOfOwner()
    const own = await member.slash('reminder_list')
    const buttons = [
      `setup:${LOG_CHANNEL}:${member.id}`,
      `setup_end::${member.id}`,
      'show:0:',
      `edit:${LOG_CHANNEL}`,
      `reset:${LOG_CHANNEL}`,
      'history::',
      `undo:${id}`,
      `rollback:${id}:1`,
      'keep:',
      `changes:${LOG_CHANNEL}`,
    ]
    for (const act of buttons)
      assert.match((await member.click(forged(own, `settings:${act}`), 'Forged')).content, /^Only admins/, act)
    const selects = [
      [`choose:${LOG_CHANNEL}`, ELSEWHERE],
      [`setup_choose:${LOG_CHANNEL}:${member.id}`, LOGS],
      ['open:', LOG_CHANNEL],
      ['preview:', id],
    ] as const
    for (const [act, value] of selects)
      assert.match(
        (await member.select(forged(own, `settings:${act}`, [value]), `settings:${act}`, [value])).content,
        /^Only admins/,
        act,
      )
    assert.deepEqual(
      (await stored()).map(({ value }) => value),
      [LOGS],
    )
  })
})

test('an admin who lost the role meanwhile is refused with the form still open', async () => {
  const admin = simulator.person(DEMO.people.demo_admin)
  const form = await admin.click(await admin.slash('config set', { setting: 'gpt.model' }), 'Change…')
  const membership = simulator.state.guilds.get(DEMO.guild)?.members.get(admin.id)
  assert.ok(membership)
  const { roles } = membership
  membership.roles = []
  assert.match((await admin.submit(form, { value: 'mine' })).content, /^Only admins/)
  membership.roles = roles
  assert.deepEqual(await stored(), [])
})

describe('an admin of another guild', () => {
  test('reads and changes nothing but what is of that guild', async () => {
    await changeOfOwner()
    const seen = await stranger.slash('config set', { setting: LOG_CHANNEL, value: ELSEWHERE }, THERE)
    assert.equal(seen.content, `Changed: Log channel: not set → <#${ELSEWHERE}>`)
    assert.deepEqual((await stored()).map(({ guild_id, value }) => [guild_id, value]).sort(), [
      [DEMO.guild, LOGS],
      [DEMO.otherGuild, ELSEWHERE],
    ])
    assert.doesNotMatch(JSON.stringify((await stranger.slash('config history', {}, THERE)).embeds), new RegExp(LOGS))
    assert.equal((await stranger.autocomplete('config rollback', 'change', '', {}, THERE)).length, 1)
  })

  test('cannot name a channel or role of this one', async () => {
    for (const [setting, value] of [
      [LOG_CHANNEL, LOGS],
      ['ticketbot.staff_role_id', DEMO.roles.staff],
    ] as const) {
      const seen = await stranger.slash('config set', { setting, value }, THERE)
      assert.match(seen.content, /of this server\.$/)
    }
    assert.deepEqual(await stored(), [])
  })

  test('cannot roll back a change of this one, with whatever custom id', async () => {
    const id = await changeOfOwner()
    const own = await stranger.slash('config scopes', {}, THERE)
    for (const act of [`undo:${id}`, `rollback:${id}:0`, `rollback:${id}:1`])
      assert.match((await stranger.click(forged(own, `settings:${act}`), 'Forged')).content, /not found/, act)
    assert.match((await stranger.slash('config rollback', { change: id }, THERE)).content, /not found/)
    assert.equal((await stored()).length, 1)
  })
})
