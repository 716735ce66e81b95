import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../../testing/app.ts'
import { sendJson } from '../../testing/http.ts'
import { until } from '../../testing/until.ts'

const app = await startApp()
const { owner, simulator } = app
const { logs: LOGS, staff: STAFF } = DEMO.channels
const LOG_CHANNEL = 'system.log_channel_id'

after(() => app[Symbol.asyncDispose]())
beforeEach(async () => {
  assert.deepEqual(simulator.violations, [])
  await everythingTold()
  await app.db.deleteFrom('settings_history').execute()
  await app.db.deleteFrom('guild_settings').execute()
})

const said = (channel: string) =>
  simulator.messages(channel).flatMap(({ embeds }) => (embeds[0]?.title === 'Settings changed' ? [embeds[0]] : []))
const linesSince = (before: number, channel: string = LOGS) =>
  said(channel)
    .slice(before)
    .map(({ description }) => String(description))
    .join('\n')
const set = (setting: string, value: string) => owner.slash('config set', { setting, value })

async function everythingTold(): Promise<void> {
  await until('everything told', async () => {
    const untold = await app.db.selectFrom('settings_history').select('id').where('told_at', 'is', null).execute()
    return untold.length === 0 || undefined
  })
}

describe('the log channel', () => {
  test('is told in orange of each change, by whom and what became what, and mentions nobody', async () => {
    await set(LOG_CHANNEL, LOGS)
    await set('gpt.model', '@everyone')
    await everythingTold()
    const embeds = said(LOGS)
    assert.ok(embeds.every(({ color }) => color === 0xe67e22))
    const lines = linesSince(0)
    assert.match(lines, new RegExp(`Log channel: not set → <#${LOGS}>\n-# by <@${DEMO.people.demo_owner}> <t:`))
    assert.match(lines, /Model: `grok-3` \(default\) → `@everyone`/)
    assert.ok(simulator.messages(LOGS).every((message) => !message.mention_everyone && message.mentions.length === 0))
  })

  test('is told of what was changed through the API', async () => {
    await set(LOG_CHANNEL, LOGS)
    await everythingTold()
    const before = said(LOGS).length
    const path = `${app.alphapy.apiUrl}/api/dashboard/settings/${DEMO.guild}`
    const body = { category: 'reminders', settings: { enabled: false, max_per_member: 7 } }
    const key = { ...(await app.signIn(DEMO.people.demo_admin)), 'idempotency-key': 'once' }
    for (const _ of [1, 2]) assert.equal((await sendJson(path, 'POST', body, key)).status, 200)
    await everythingTold()
    const lines = linesSince(before)
    assert.match(
      lines,
      new RegExp(`Reminders: on \\(default\\) → off\n-# by <@${DEMO.people.demo_admin}>, through the API`),
    )
    assert.equal(lines.match(/Reminders per member/g)?.length, 1)
  })

  test('that is replaced hears of that, and the new one too', async () => {
    await set(LOG_CHANNEL, LOGS)
    await everythingTold()
    const before = said(LOGS).length
    await set(LOG_CHANNEL, STAFF)
    await everythingTold()
    assert.match(linesSince(before), new RegExp(`<#${LOGS}> → <#${STAFF}>`))
    assert.match(linesSince(0, STAFF), new RegExp(`<#${LOGS}> → <#${STAFF}>`))
  })

  test('of a guild that wants to hear of failures only stays silent', async () => {
    await set(LOG_CHANNEL, LOGS)
    await set('system.log_level', 'critical')
    await everythingTold()
    const before = said(LOGS).length
    await set('gpt.temperature', '1')
    await everythingTold()
    assert.equal(linesSince(before), '')
  })

  test('is told once when Discord takes the message and the answer is lost', async () => {
    await set(LOG_CHANNEL, LOGS)
    await everythingTold()
    const before = said(LOGS).length
    const lost = simulator.faults.on({ method: 'POST', path: `/channels/${LOGS}/messages` }, 'drop_after')
    await set('gpt.temperature', '1')
    await until('the message', () => said(LOGS).length > before)
    lost()
    await app.moveTo(app.clock.now().add({ seconds: 1 }))
    await set('gpt.model', 'grok-9')
    await everythingTold()
    assert.equal(linesSince(before).match(/Temperature/g)?.length, 1)
    assert.equal(linesSince(before).match(/Model/g)?.length, 1)
  })

  test('hears later when Discord was down, but not of what is an hour old', async () => {
    await set(LOG_CHANNEL, LOGS)
    await everythingTold()
    const before = said(LOGS).length
    const down = simulator.faults.on({ method: 'POST', path: `/channels/${LOGS}/messages` }, { status: 503 })
    const fail = async (setting: string, value: string) => {
      const failed = simulator.rest.count(503)
      await set(setting, value)
      await until('a try', () => simulator.rest.count(503) > failed)
    }
    await fail('gpt.temperature', '1')
    await app.moveTo(app.clock.now().add({ minutes: 59 }))
    await fail('gpt.model', 'grok-9')
    await app.moveTo(app.clock.now().add({ minutes: 2 }))
    down()
    await set('reminders.enabled', 'off')
    await everythingTold()
    assert.doesNotMatch(linesSince(before), /Temperature/)
    assert.match(linesSince(before), /Model[\s\S]*Reminders: on/)
  })

  test('that is gone breaks no change and is tried no more', async () => {
    await set(LOG_CHANNEL, STAFF)
    await everythingTold()
    simulator.state.channels.delete(STAFF)
    assert.match((await set('gpt.temperature', '1')).content, /^Changed/)
    await everythingTold()
    assert.ok(app.log.some((line) => line.includes('could not be told of changed settings')))
  })
})
