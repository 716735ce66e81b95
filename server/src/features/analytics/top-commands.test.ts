import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { firstMessageIdAt, GuildId, UserId } from '../../kernel/ids.ts'
import { startApp } from '../../testing/app.ts'
import { sendJson } from '../../testing/http.ts'
import { insertRuns } from './run-store.ts'

const app = await startApp({ roles: ['api'] })
after(() => app[Symbol.asyncDispose]())
const NOW = app.clock.now()
let made = 0n

/** Runs of so many hours ago. */
async function ran(guild: string, command: string, times: number, hoursAgo = 0) {
  const ranAt = NOW.subtract({ hours: hoursAgo })
  const runs = [...Array(times)].map((_, index) => ({
    interactionId: String(BigInt(firstMessageIdAt(ranAt)) + ++made),
    guildId: GuildId.parse(guild),
    userId: UserId.parse(DEMO.people.demo_member),
    command,
    ranAt,
    durationMs: 5,
    error: index % 2 ? { kind: 'refused' as const, errorClass: 'test.no', message: 'No' } : null,
  }))
  await insertRuns(app.db, runs)
}

const get = (query = '', url = app.alphapy.apiUrl) => sendJson(`${url}/top-commands${query}`, 'GET')

describe('top commands', async () => {
  await ran(DEMO.guild, 'faq search', 3)
  await ran(DEMO.guild, 'add_reminder', 5, 24 * 6)
  await ran(DEMO.guild, 'zebra', 3, 24 * 7)
  await ran(DEMO.guild, 'long_ago', 9, 24 * 200)
  await ran(DEMO.otherGuild, 'faq search', 4)

  test('are those of the last seven days, of all guilds, for anybody', async () => {
    const { status, json } = await get()
    assert.equal(status, 200)
    assert.deepEqual(json, {
      commands: { 'faq search': 7, add_reminder: 5, zebra: 3 },
      period_days: 7,
      guild_id: null,
      total_commands: 3,
    })
  })

  test('of a guild are those of that guild alone, ordered by count and then by name', async () => {
    const { text } = await get(`?guild_id=${DEMO.guild}`)
    assert.equal(
      text,
      `{"commands":{"add_reminder":5,"faq search":3,"zebra":3},"period_days":7,"guild_id":${DEMO.guild},"total_commands":3}`,
    )
    assert.deepEqual((await get(`?guild_id=${DEMO.otherGuild}`)).json.commands, { 'faq search': 4 })
    assert.deepEqual((await get('?guild_id=1100000000000000999')).json.commands, {})
  })

  test('reach back as far, and are as many, as was asked for', async () => {
    assert.deepEqual((await get('?days=1&limit=1')).json.commands, { 'faq search': 7 })
    assert.deepEqual((await get('?days=200&limit=1')).json.commands, { long_ago: 9 })
    assert.equal((await get('?days=199')).json.commands.long_ago, undefined)
  })

  test('are those of MAIN_GUILD_ID where the request names no guild', async () => {
    await using main = await startApp({ roles: ['api'], environment: { MAIN_GUILD_ID: DEMO.otherGuild } })
    const { text } = await get('', main.alphapy.apiUrl)
    assert.match(text, new RegExp(`"guild_id":${DEMO.otherGuild},`))
    assert.match((await get(`?guild_id=${DEMO.guild}`, main.alphapy.apiUrl)).text, new RegExp(`:${DEMO.guild},`))
  })

  test('tell names and counts and nothing of people (S-18)', async () => {
    assert.doesNotMatch((await get('?days=365&limit=100')).text, new RegExp(DEMO.people.demo_member))
  })

  test('are refused out of bounds, with the rule (R-35, R-36)', async () => {
    for (const [query, name] of [
      ['days=0', 'days'],
      ['days=366', 'days'],
      ['days=-1', 'days'],
      ['limit=0', 'limit'],
      ['limit=101', 'limit'],
      ['limit=99999999999999999999', 'limit'],
      ['guild_id=nowhere', 'guild_id'],
    ] as const) {
      const { status, json } = await get(`?${query}`)
      assert.deepEqual([status, json.errors?.[0].path], [400, name], query)
    }
  })
})
