import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { sql } from 'kysely'
import { GuildId } from '../../kernel/ids.ts'
import { announceChange } from '../../platform/events/data-change.ts'
import { recordEvents } from '../../platform/events/operational-event.ts'
import { startApp } from '../../testing/app.ts'
import { sendJson } from '../../testing/http.ts'
import { LiveReader } from '../../testing/live.ts'
import { synced } from '../../testing/live-api.ts'
import { until } from '../../testing/until.ts'

const GUILD = GuildId.parse(DEMO.guild)
const OTHER = GuildId.parse(DEMO.otherGuild)

const app = await startApp()
after(() => app[Symbol.asyncDispose]())
const signedIn = await app.signIn(DEMO.people.demo_owner)

const ask = (query: string, headers = signedIn) =>
  sendJson(`${app.alphapy.apiUrl}/api/dashboard/logs?${query}`, 'GET', undefined, headers)
const entries = async (query = '') => (await ask(`guild_id=${GUILD}&limit=100${query}`)).json.logs
const entriesOf = (type: string, count: number) =>
  until(`${count} of ${type}`, async () => {
    const found = await entries(`&event_types=${type}`)
    return found.length >= count && found
  })
const record = (guildId: GuildId | null, ...some: number[]) =>
  app.db.transaction().execute((tx) =>
    recordEvents(
      tx,
      some.map((number) => synced(guildId, number)),
      app.clock.now(),
    ),
  )
// biome-ignore lint/suspicious/noExplicitAny: whatever the API answers
const countOf = ({ details }: any): number => details.count ?? 1
// biome-ignore lint/suspicious/noExplicitAny: whatever the API answers
const numbersOf = (logs: any[]) => logs.map(({ details }) => details.number)

describe('what happens to the bot', () => {
  test('is in the log: that it is ready, and the commands of each guild', async () => {
    const [ready] = await entriesOf('BOT_READY', 1)
    assert.deepEqual([ready.guild_id, ready.details], [null, {}])
    const answer = await ask(`guild_id=${GUILD}&event_types=GUILD_SYNC`)
    assert.match(answer.text, /"guild_id":1100000000000000001,/)
    const [guild] = answer.json.logs
    assert.deepEqual(Object.keys(guild.details).sort(), ['command_count', 'sync_type'])
    assert.equal(guild.details.sync_type, 'startup')
    assert.ok(guild.details.command_count > 0)
  })

  test('R-29: is in the log when a command breaks off, with who and what but nothing of our insides', async () => {
    await app.member.slash('add_reminder', { name: 'Tea', when: 'never ever' })
    await sql`alter table reminders rename to hidden`.execute(app.db)
    await app.member.slash('reminder_list')
    await sql`alter table hidden rename to reminders`.execute(app.db)
    const errors = await entriesOf('COG_ERROR', 1)
    assert.equal(errors.length, 1, 'a refusal is no error')
    const [{ message, details }] = errors
    assert.equal(message, '/reminder_list broke off')
    const { error_type, ...rest } = details
    assert.equal(typeof error_type, 'string')
    assert.deepEqual(rest, {
      command: 'reminder_list',
      user_id: DEMO.people.demo_member,
      error: "A fault of the bot; its operator's log has the details.",
    })
  })

  test('is in the log when a button breaks off, by the name of its handler, and is no run of a command', async () => {
    const list = await app.member.slash('reminder_list')
    assert.ok(list.message)
    const next = { type: 2, style: 2, label: 'Next', custom_id: 'reminders:list:' }
    list.message.components = [{ type: 1, components: [next] }]
    await sql`alter table reminders rename to hidden`.execute(app.db)
    const answer = await app.member.click(list, 'Next')
    await sql`alter table hidden rename to reminders`.execute(app.db)
    assert.match(answer.followUps()[0]?.content ?? answer.content, new RegExp(answer.interaction.id))
    const [{ message, details }] = await entriesOf('COG_ERROR', 2)
    assert.equal(message, 'A button or form (reminders:list) broke off')
    assert.deepEqual([details.command, details.user_id], ['reminders:list', DEMO.people.demo_member])
    await app.clock.advance({ seconds: 5 })
    const failed = app.db.selectFrom('command_runs').select('command').where('error_class', '=', 'error')
    await until('the run to be written', async () => (await failed.execute()).length > 0)
    assert.deepEqual(await failed.execute(), [{ command: 'reminder_list' }])
  })

  test('R-33: does not flood the log while the connection flaps, and is counted', async () => {
    for (let drop = 1; drop <= 4; drop += 1) {
      const { gateway } = app.simulator
      const [before] = gateway.connections
      gateway.close(4000)
      await until('a new connection', () => [...gateway.connections].some((one) => one !== before && one.session))
    }
    for (const type of ['BOT_DISCONNECT', 'BOT_RECONNECT']) {
      // Whatever is heard after a minute is over is told when the next one is.
      const counts = await until(`4 of ${type}`, async () => {
        await app.clock.advance({ minutes: 1 })
        const found = (await entries(`&event_types=${type}`)).map(countOf)
        return found.reduce((sum: number, count: number) => sum + count, 0) === 4 && found
      })
      assert.ok(counts.length < 4, `${type}: ${counts}`)
    }
    const first = (await entries('&event_types=BOT_RECONNECT')).at(-1)
    assert.deepEqual(Object.keys(first.details).sort(), ['skipped', 'synced'])
  })
})

describe('the list', () => {
  test('has the newest first, page by page, with what concerns all guilds and nothing of others', async () => {
    await record(GUILD, 1, 2)
    await record(null, 3)
    await record(OTHER, 4)
    await record(GUILD, 5)
    const page = async (before: string) => (await ask(`guild_id=${GUILD}&limit=2${before}`)).json.logs
    const first = await page('')
    const second = await page(`&before=${first[1].id}`)
    assert.deepEqual(
      [numbersOf(first), numbersOf(second)],
      [
        [5, 3],
        [2, 1],
      ],
    )
  })

  test('is filtered by the types that are known; nothing fits a list of unknown ones, everything an empty one', async () => {
    const all = await entries()
    assert.deepEqual(await entries('&event_types=,'), all)
    assert.deepEqual(await entries('&event_types='), all)
    assert.deepEqual(await entries('&event_types=NONSENSE'), [])
    const some = await entries('&event_types=NONSENSE,%20BOT_READY,COG_ERROR')
    assert.deepEqual(
      new Set(some.map(({ event_type }: { event_type: string }) => event_type)),
      new Set(['BOT_READY', 'COG_ERROR']),
    )
  })

  test('S-01: opens to admins of that guild alone', async () => {
    const guest = await app.signIn(DEMO.people.demo_guest)
    assert.deepEqual(numbersOf((await ask(`guild_id=${OTHER}&limit=1&event_types=GUILD_SYNC`, guest)).json.logs), [4])
    for (const [query, headers, status] of [
      [`guild_id=${OTHER}`, signedIn, 403],
      [`guild_id=${GUILD}`, guest, 403],
      [`guild_id=${GUILD}`, {}, 401],
      ['guild_id=1100000000000000009', signedIn, 404],
      ['', signedIn, 400],
      [`guild_id=${GUILD}&limit=0`, signedIn, 400],
      [`guild_id=${GUILD}&limit=101`, signedIn, 400],
    ] as const)
      assert.equal((await ask(query, headers)).status, status, query)
  })

  test('R-33: keeps what a noisy guild would have driven out, for thirty days, and changes for one', async () => {
    await record(GUILD, 77)
    await record(OTHER, ...Array(1500).keys())
    await app.db.transaction().execute((tx) => announceChange(tx, { guildId: GUILD, kind: 'x' }, app.clock.now()))
    await app.clock.advance({ hours: 23 })
    const changes = () => app.db.selectFrom('data_changes').select('id').execute()
    assert.ok((await changes()).length > 0)
    await app.clock.advance({ hours: 2 })
    await until('changes to be gone', async () => (await changes()).length === 0)
    await app.clock.advance({ hours: 29 * 24 - 3 })
    // The token is good for an hour.
    const [newest] = await app.db
      .selectFrom('operational_events')
      .select('details')
      .where('guild_id', '=', GUILD)
      .orderBy('id', 'desc')
      .limit(1)
      .execute()
    assert.deepEqual(newest?.details, { number: 77 })
    await app.clock.advance({ hours: 5 })
    await until('events to be gone', async () => {
      const old = await app.db.selectFrom('operational_events').select('id').where('guild_id', '=', OTHER).execute()
      return old.length === 0
    })
    const [{ removed_up_to } = assert.fail()] = await app.db
      .selectFrom('live_horizons')
      .select('removed_up_to')
      .where('table_name', '=', 'operational_events')
      .execute()
    assert.ok(Number(removed_up_to) > 1500)
  })
})

describe('the program', () => {
  test('tells a change of settings live, on both streams, and ends them when it stops', async () => {
    await using other = await startApp({ roles: ['api'] })
    const headers = await other.signIn(DEMO.people.demo_owner)
    const url = other.alphapy.apiUrl
    await using logs = await LiveReader.open(`${url}/api/dashboard/logs/stream?guild_id=${GUILD}`, headers)
    await using changes = await LiveReader.open(`${url}/api/dashboard/${GUILD}/stream`, headers)
    const body = { category: 'gpt', settings: { temperature: 0.7 } }
    await sendJson(`${url}/api/dashboard/settings/${GUILD}`, 'POST', body, headers)
    const [event = assert.fail()] = await logs.atLeast(1)
    assert.equal(event.event, 'SETTINGS_CHANGED')
    const kinds = () => changes.events.map(({ data }) => data.kind)
    await until('both kinds', () => kinds().includes('settings') && kinds().includes('logs'))
    await other.alphapy.stop()
    assert.deepEqual([await logs.end(), await changes.end()], ['done', 'done'])
  })

  test('tells live that a reminder was made, said and removed', async () => {
    await using other = await startApp()
    const { demo_owner: owner } = DEMO.people
    const path = `${other.alphapy.apiUrl}/api/dashboard/${GUILD}/stream`
    await using changes = await LiveReader.open(path, await other.signIn(owner))
    const about = (ref: string) => changes.events.filter(({ data }) => data.kind === 'reminders' && data.ref === ref)
    const event_time = other.clock.now().add({ minutes: 5 }).toString()
    const body = { name: 'Tea', channel_id: DEMO.channels.general, event_time }
    const { id } = (await other.send(owner, 'POST', '/api/reminders', body)).json
    await until('the reminder to be made', () => about(String(id)).length === 1)
    await other.moveTo(other.clock.now().add({ minutes: 5 }))
    await until('the reminder to be said', async () => {
      await other.moveTo(other.clock.now().add({ seconds: 1 }))
      return about(String(id)).length > 1
    })
    const said = about(String(id)).length
    await other.send(owner, 'DELETE', `/api/reminders/${id}/${owner}`)
    await until('the reminder to be removed', () => about(String(id)).length === said + 1)
  })
})
