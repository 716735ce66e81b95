import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, describe, test } from 'node:test'
import { startDoor } from '../../../testing/supabase/door.ts'
import { until } from '../../../testing/until.ts'

const ID = '1100000000000000101'
/** Also for a busy machine long enough to be answered by whoever does not hang. */
const SOON = 1_500
const LONG = 60_000

describe('the profile of a Supabase user', async () => {
  const door = await startDoor()
  after(() => door[Symbol.asyncDispose]())
  const { project, clock } = door
  const meWith = (...discordIds: readonly unknown[]) => {
    const subject = randomUUID()
    project.setProfile(subject, ...discordIds)
    return door.me(project.token({ subject }))
  }

  test('tells the Discord user to the last digit, written as text or as a number', async () => {
    for (const id of [ID, BigInt(ID), 42, '9223372036854775807'])
      assert.deepEqual((await meWith(id)).json, { user: String(id) })
  })

  test('tells nobody when there is none, or nothing stands in it', async () => {
    for (const ids of [[], [null], ['']])
      assert.deepEqual([(await meWith(...ids)).status, (await meWith(...ids)).json.code], [403, 'test.not_linked'])
  })

  test('is refused when what stands in it is no Discord id', async () => {
    for (const id of [
      'abc',
      '0',
      '-1',
      '12345678901234567890',
      1.5,
      1e21,
      0,
      true,
      {},
      [ID],
      ` ${ID}`,
      `${ID}\n`,
      'nothing',
    ]) {
      const answer = await meWith(id)
      assert.deepEqual([answer.status, answer.json.detail], [403, 'Invalid Discord ID in profile.'], String(id))
    }
  })

  test('is the first one when there are several', async () => {
    assert.deepEqual((await meWith(ID, '1100000000000000102')).json, { user: ID })
    project.profiles.fault = { text: `[{"discord_id":${ID}},{"discord_id":"x"}]` }
    assert.deepEqual((await meWith()).json, { user: ID })
    project.profiles.letGo()
  })

  test('is asked for as documented, by subject and with the service role key', async () => {
    const subject = randomUUID()
    await door.me(project.token({ subject }))
    assert.equal(project.profiles.asked.at(-1), `/rest/v1/profiles?select=discord_id&user_id=eq.${subject}&limit=1`)
    const strange = 'a&user_id=eq.b,or(1.eq.1)%'
    project.setProfile(strange, ID)
    assert.deepEqual((await door.me(project.token({ subject: strange }))).json, { user: ID })
    assert.doesNotMatch(project.profiles.asked.join(), new RegExp(project.serviceRoleKey))
  })

  test('is kept for a minute, and so is that there is none', async () => {
    const subject = randomUUID()
    const asked = project.profiles.asked.length
    const me = () => door.me(project.token({ subject }))
    assert.equal((await me()).status, 403)
    project.setProfile(subject, ID)
    await clock.advance({ seconds: 59 })
    assert.equal((await me()).status, 403)
    await clock.advance({ seconds: 1 })
    assert.equal((await me()).status, 200)
    project.setProfile(subject, 'abc')
    await clock.advance({ seconds: 59 })
    assert.equal((await me()).status, 200)
    await clock.advance({ seconds: 1 })
    assert.equal((await me()).status, 403)
    assert.equal((await me()).status, 403)
    assert.equal(project.profiles.asked.length, asked + 3)
  })

  test('is asked for once by all who need it at the same time', async () => {
    const subject = randomUUID()
    project.setProfile(subject, ID)
    const asked = project.profiles.asked.length
    const answers = await Promise.all(Array.from({ length: 30 }, () => door.me(project.token({ subject }))))
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]))
    assert.equal(project.profiles.asked.length, asked + 1)
  })

  test('of somebody is not that of another', async () => {
    const [one, two] = [randomUUID(), randomUUID()]
    project.setProfile(one, ID)
    project.setProfile(two, '1100000000000000102')
    const users = await Promise.all([one, two, one].map((subject) => door.me(project.token({ subject }))))
    assert.deepEqual(
      users.map(({ json }) => json.user),
      [ID, '1100000000000000102', ID],
    )
  })
})

describe('profiles that Supabase does not tell', () => {
  const faults = [
    'drop',
    'hang',
    { status: 500 },
    { status: 401 },
    { text: '<html>' },
    { text: '{}' },
    { text: '[{"id":1}]' },
    { location: '/elsewhere' },
  ] as const

  test('are a matter of 503, and of nothing else', async () => {
    for (const fault of faults) {
      await using door = await startDoor({ patienceMs: fault === 'hang' ? SOON : LONG })
      const { project } = door
      project.profiles.fault = fault
      const answer = await door.me(project.token())
      assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, '5'], JSON.stringify(fault))
      assert.equal(answer.json.code, 'auth.profiles_unavailable')
      assert.equal((await door.valid(project.token())).status, 200)
      assert.doesNotMatch(door.log.join(), new RegExp(project.serviceRoleKey))
      // The key goes to the project and not to where an answer points.
      assert.deepEqual(project.strayRequests, [])
    }
  })

  test('are not asked for again at once: one request tries whether Supabase is back', async () => {
    await using door = await startDoor()
    const { project, clock } = door
    const storm = () => Promise.all(Array.from({ length: 30 }, () => door.me(project.token())))
    project.profiles.fault = { status: 500 }
    await door.me(project.token())
    for (const { status } of await storm()) assert.equal(status, 503)
    assert.equal(project.profiles.asked.length, 1)
    await clock.advance({ seconds: 5 })
    project.profiles.fault = 'hang'
    const first = door.me(project.token())
    await until('the one that tries', () => project.profiles.hanging === 1)
    for (const { status } of await storm()) assert.equal(status, 503)
    assert.equal(project.profiles.asked.length, 2)
    project.profiles.letGo()
    assert.equal((await first).status, 403)
    for (const { status } of await storm()) assert.equal(status, 403)
  })

  test('hold up a bounded number of requests while Supabase hangs', async () => {
    await using door = await startDoor({ patienceMs: LONG })
    const { project } = door
    const subject = randomUUID()
    project.setProfile(subject, ID)
    assert.equal((await door.me(project.token({ subject }))).status, 200)
    project.profiles.fault = 'hang'
    const statuses: number[] = []
    const storm = Array.from({ length: 100 }, async () => statuses.push((await door.me(project.token())).status))
    await until('those that are refused at once', () => statuses.length === 100 - 64)
    assert.equal((await door.me(project.token({ subject }))).status, 200)
    assert.equal(project.profiles.hanging, 64)
    project.profiles.letGo()
    await Promise.all(storm)
    assert.deepEqual(Map.groupBy(statuses, (status) => status).get(503)?.length, 36)
  })

  test('do not matter to who was told a minute ago', async () => {
    await using door = await startDoor()
    const { project } = door
    const subject = randomUUID()
    project.setProfile(subject, ID)
    assert.equal((await door.me(project.token({ subject }))).status, 200)
    project.profiles.fault = { status: 500 }
    assert.equal((await door.me(project.token())).status, 503)
    assert.deepEqual((await door.me(project.token({ subject }))).json, { user: ID })
  })
})
