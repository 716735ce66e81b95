import assert from 'node:assert/strict'
import { after, beforeEach, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { startApp } from '../../testing/app.ts'

const app = await startApp()
const { owner, simulator } = app
const { logs: LOGS } = DEMO.channels

after(() => app[Symbol.asyncDispose]())
beforeEach(async () => {
  assert.deepEqual(simulator.violations, [])
  await app.db.deleteFrom('settings_history').execute()
  await app.db.deleteFrom('guild_settings').execute()
})

const textOf = (seen: { content: string; embeds: readonly unknown[] }) =>
  `${seen.content} ${JSON.stringify(seen.embeds)}`
const stored = async () =>
  Object.fromEntries(
    (await app.db.selectFrom('guild_settings').selectAll().execute()).map((row) => [
      `${row.scope}.${row.key}`,
      row.value,
    ]),
  )

describe('/config set', () => {
  test('changes a setting and says what became what', async () => {
    const seen = await owner.slash('config set', { setting: 'system.log_channel_id', value: '#logs' })
    assert.ok(seen.ephemeral)
    assert.equal(seen.content, `Changed: Log channel: not set → <#${LOGS}>`)
    assert.deepEqual(await stored(), { 'system.log_channel_id': LOGS })
  })

  test('shows without a value what it is, and the picker of its type', async () => {
    const shown = await owner.slash('config set', { setting: 'log channel' })
    assert.match(textOf(shown), /Log channel[\s\S]*not set/)
    const seen = await owner.select(shown, 'settings:choose:system.log_channel_id', [LOGS])
    assert.equal(seen.content, `Changed: Log channel: not set → <#${LOGS}>`)
  })
})
