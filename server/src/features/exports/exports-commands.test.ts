import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { sql } from 'kysely'
import { startApp } from '../../testing/app.ts'
import { readTable } from '../../testing/csv-reader.ts'

const { guild: GUILD, otherGuild: OTHER } = DEMO
const HERE = { channel: DEMO.channels.general }

const app = await startApp()
after(() => app[Symbol.asyncDispose]())
const { simulator, member } = app
const admin = simulator.person(DEMO.people.demo_admin)

const fill = (guild: string, count: number) =>
  sql`
  insert into reminders (guild_id, channel_id, owner_id, name, message, time_zone, send_time, call_time, lead_seconds, days,
    status, paused_reason, created_at, updated_at)
  select ${guild}::bigint, 1, 1, '=Réminder ' || n, repeat('x', 2000), 'UTC', '09:00', '09:00', 0, '{0}', 'paused', 'x',
    now(), now() from generate_series(1, ${count}::int) n`.execute(app.db)
const events = async () => {
  const rows = await app.db
    .selectFrom('operational_events')
    .select('details')
    .where('event_type', '=', 'EXPORT_MADE')
    .orderBy('id')
    .execute()
  return rows.map(({ details }) => details)
}
const ask = async (person: typeof admin, command: string, options = {}) =>
  (await person.slash(command, options, HERE)).settled()

async function fileOf(seen: Awaited<ReturnType<typeof ask>>) {
  const file = seen.message?.attachments[0]
  assert.ok(file, seen.content)
  return { name: file.filename, text: await (await fetch(file.url)).text() }
}

describe('/export_reminders', () => {
  test('gives an admin the file, seen by nobody else, of this guild alone, and is recorded', async () => {
    await fill(GUILD, 2)
    await fill(OTHER, 3)
    const seen = await ask(admin, 'export_reminders')
    assert.ok(seen.ephemeral)
    assert.match(seen.content, /with 2 rows\. It holds personal data/)
    const { name, text } = await fileOf(seen)
    assert.equal(name, 'reminders_2027-03-01.csv')
    assert.deepEqual(
      readTable(text).map((row) => row.name),
      ["'=Réminder 2", "'=Réminder 1"],
    )
    assert.deepEqual(await events(), [
      { export: 'reminders', scope: 'all', rows: 2, user_id: DEMO.people.demo_admin, door: 'discord' },
    ])
  })

  test('is offered to no member', async () => {
    for (const command of ['export_reminders', 'export_tickets', 'export_onboarding'])
      await assert.rejects(ask(member, command), /offers no command/, command)
  })
})

test('/export_tickets takes a time, and says when there is nothing', async () => {
  const seen = await ask(admin, 'export_tickets', { scope: '7d' })
  assert.match(seen.content, /nothing to export yet/)
  assert.equal((await fileOf(seen)).name, 'tickets_7d_2027-03-01.csv')
  assert.match((await fileOf(await ask(admin, 'export_onboarding'))).text, /^\uFEFF?id,user_id,completed_at/)
})

describe('more than Discord takes', () => {
  const ROWS = 6_000
  let link = ''
  const linkFor = async (person: typeof admin) => {
    const seen = await ask(person, 'export_reminders')
    assert.ok(seen.ephemeral)
    assert.equal(seen.message?.attachments.length, 0)
    return /<(http\S+)>/.exec(seen.content)?.[1] ?? assert.fail(seen.content)
  }
  const download = async (address: string) => {
    const { pathname, search } = new URL(address)
    const response = await fetch(`${app.alphapy.apiUrl}${pathname}${search}`)
    return { status: response.status, text: await response.text() }
  }
  const codeOf = async (address: string) => JSON.parse((await download(address)).text).code

  test('is a link instead, which is not recorded before it is used', async () => {
    await fill(GUILD, ROWS)
    const before = (await events()).length
    link = await linkFor(admin)
    assert.equal((await events()).length, before)
  })

  test('arrives whole by the link, without signing in, and is recorded then', async () => {
    const { status, text } = await download(link)
    assert.equal(status, 200, text.slice(0, 200))
    assert.equal(text.split('\r\n').length, ROWS + 4)
    const { rows, user_id } = (await events()).at(-1) as { rows: number; user_id: string }
    assert.deepEqual([rows, user_id], [ROWS + 2, DEMO.people.demo_admin])
  })

  test('is opened by no link that was changed: another guild, another table, a longer time', async () => {
    const changed = [
      link.replace(GUILD, OTHER),
      link.replace('reminders.csv', 'tickets.csv'),
      link.replace(/expires=\d+/, 'expires=9999999999'),
      link.split('?')[0] ?? '',
    ]
    for (const address of changed) assert.equal(await codeOf(address), 'http.link_not_valid', address)
  })

  test('is closed to a link whose admin is none any more, and to every link after an hour', async () => {
    const ofOwner = await linkFor(app.owner)
    admin.leave(GUILD)
    await app.moveTo(app.clock.now().add({ minutes: 59 }))
    assert.equal(await codeOf(link), 'http.not_guild_admin')
    assert.equal((await download(ofOwner)).status, 200)
    await app.moveTo(app.clock.now().add({ minutes: 1 }))
    assert.equal(await codeOf(ofOwner), 'http.link_expired')
  })
})
