import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { DEMO } from '@alphapy/simulator'
import { sql } from 'kysely'
import { startAgain } from '../../testing/again.ts'
import { startApp } from '../../testing/app.ts'
import { sendJson } from '../../testing/http.ts'
import { until } from '../../testing/until.ts'

/** Members come and go as in Discord; what is concluded from it. */

const GUILD = DEMO.guild
const OTHER = DEMO.otherGuild
const { general, announcements, otherGeneral } = DEMO.channels
const { demo_owner: OWNER, demo_admin: ADMIN, demo_guest: GUEST } = DEMO.people

const app = await startApp()
after(() => app[Symbol.asyncDispose]())
const owner = app.simulator.person(OWNER)
const admin = app.simulator.person(ADMIN)
const guest = app.simulator.person(GUEST)

/** Everybody may make invites. */
const everyone = app.simulator.state.guilds.get(GUILD)?.roles.get(GUILD)
assert.ok(everyone)
everyone.permissions = String(BigInt(everyone.permissions) | 1n)

let names = 0
const stranger = (name = `stranger_${++names}`, bot = false) =>
  app.simulator.person(app.simulator.createUser({ username: name, bot }).id)
const staysOf = (userId: string) =>
  app.db.selectFrom('invite_joins').selectAll().where('user_id', '=', userId).orderBy('id').execute()
const stayOf = (userId: string, which = 0) => until(`the stay of ${userId}`, async () => (await staysOf(userId))[which])
const concluded = async (userId: string, which = 0) => {
  const { confidence, inviter_id, code } = await stayOf(userId, which)
  return [confidence, inviter_id, code]
}
const looksOf = (guildId: string) =>
  app.db.selectFrom('invite_watches').select('looked_at').where('guild_id', '=', guildId).executeTakeFirst()
const said = (channelId: string) => app.simulator.messages(channelId).map(({ content }) => content)
const eventsOf = (type: string) =>
  app.db.selectFrom('operational_events').selectAll().where('event_type', '=', type).orderBy('id').execute()
const figuresOf = async (userId: string) => {
  const path = `/api/dashboard/${GUILD}/invites?limit=100`
  const headers = { ...(await app.signIn(OWNER)), prefer: 'snowflakes=string' }
  const { json } = await sendJson(`${app.alphapy.apiUrl}${path}`, 'GET', undefined, headers)
  const found = json.inviters.find((one: { user_id: string }) => one.user_id === userId)
  return found && [found.invites, found.joins, found.left, found.rejoins]
}
const changes = async () =>
  (await app.db.selectFrom('data_changes').select('id').where('kind', '=', 'invites').execute()).length
const pass = (duration: Temporal.DurationLike) => app.moveTo(app.clock.now().add(duration))

async function choose(category: string, settings: object): Promise<void> {
  const address = `${app.alphapy.apiUrl}/api/dashboard/settings/${GUILD}`
  const { status, text } = await sendJson(address, 'POST', { category, settings }, await app.signIn(OWNER))
  assert.equal(status, 200, text)
}

/** What the program thinks went wrong with itself. */
const faults = () => app.log.filter((line) => JSON.parse(line).level >= 50)

before(async () => {
  for (const guildId of [GUILD, OTHER])
    await until('a first look', async () => (await looksOf(guildId))?.looked_at ?? null)
})

describe('whoever joins', () => {
  test('by an invite is certainly brought by whoever made it', async () => {
    const { code } = owner.invite(general)
    const one = stranger()
    one.join(GUILD, { invite: code })
    assert.deepEqual(await concluded(one.id), ['certain', OWNER, code])
  })

  test('counts without an announcement channel, and is told where there is one (R-31)', async () => {
    const { code } = admin.invite(general)
    stranger().join(GUILD, { invite: code })
    await until('the count', async () => (await figuresOf(ADMIN))?.[0] === 1)
    await choose('invites', { announcement_channel_id: announcements })
    const two = stranger()
    two.join(GUILD, { invite: code })
    const expected = `<@${two.id}> joined! <@${ADMIN}> now has 2 invites.`
    await until('the announcement', () => said(announcements).includes(expected))
    assert.deepEqual(app.simulator.messages(announcements).at(-1)?.mentions, [])
  })

  test('by an invite of one use, which is gone then, is certain whichever is heard first', async () => {
    for (const isSwapped of [false, true]) {
      const { code } = owner.invite(general, { maxUses: 1 })
      if (isSwapped) app.simulator.gateway.faults.swapNext('GUILD_MEMBER_ADD')
      const one = stranger()
      one.join(GUILD, { invite: code })
      assert.deepEqual(await concluded(one.id), ['certain', OWNER, code])
      await pass({ seconds: 10 })
    }
  })

  test('by an invite whose making was not heard of is certain', async () => {
    app.simulator.gateway.faults.dropNext('INVITE_CREATE')
    const { code } = admin.invite(general)
    const one = stranger()
    one.join(GUILD, { invite: code })
    assert.deepEqual(await concluded(one.id), ['certain', ADMIN, code])
  })

  test("by the guild's own address is certainly brought by nobody", async () => {
    Object.assign(app.simulator.state.guilds.get(OTHER) ?? {}, { vanity_url_code: 'games', vanity_uses: 7 })
    await pass({ seconds: 61 })
    const first = stranger()
    first.join(OTHER, { invite: guest.invite(otherGeneral).code })
    await stayOf(first.id)
    await pass({ seconds: 10 })
    const one = stranger()
    one.join(OTHER, { invite: 'games' })
    assert.deepEqual(await concluded(one.id), ['certain', null, 'games'])
  })

  test('without any invite is brought by nobody known, and bots are not counted', async () => {
    const bot = stranger('helper', true)
    bot.join(GUILD)
    const one = stranger()
    one.join(GUILD)
    assert.deepEqual(await concluded(one.id), ['unknown', null, null])
    assert.deepEqual(await staysOf(bot.id), [])
    await until('the announcement', () =>
      said(announcements).includes(`<@${one.id}> joined, but no inviter data found.`),
    )
  })

  test('by an own invite counts for nobody', async () => {
    const { code } = owner.invite(general)
    const one = stranger()
    one.join(GUILD, { invite: code })
    const own = one.invite(general).code
    await stayOf(one.id)
    one.leave(GUILD)
    await until('leaving', async () => (await stayOf(one.id)).left_at)
    await pass({ seconds: 10 })
    one.join(GUILD, { invite: own })
    assert.deepEqual(await concluded(one.id, 1), ['certain', one.id, own])
    assert.equal(await figuresOf(one.id), undefined)
  })

  test('at the same time as another, by another inviter, is not guessed at', async () => {
    await pass({ seconds: 10 })
    const codes = [owner.invite(general).code, admin.invite(general).code]
    const both = codes.map((invite) => {
      const one = stranger()
      one.join(GUILD, { invite })
      return one
    })
    assert.deepEqual(await Promise.all(both.map(({ id }) => concluded(id))), [
      ['unknown', null, null],
      ['unknown', null, null],
    ])
    await pass({ seconds: 10 })
    const later = stranger()
    later.join(GUILD, { invite: codes[1] ?? '' })
    assert.deepEqual(await concluded(later.id), ['certain', ADMIN, codes[1]])
  })

  test('is counted once, though heard of twice', async () => {
    await pass({ seconds: 10 })
    app.simulator.gateway.faults.duplicateNext('GUILD_MEMBER_ADD')
    const { code } = owner.invite(general)
    const [one, two] = [stranger(), stranger()]
    one.join(GUILD, { invite: code })
    await stayOf(one.id)
    two.join(GUILD, { invite: code })
    assert.deepEqual(await concluded(two.id), ['certain', OWNER, code])
    assert.equal((await staysOf(one.id)).length, 1)
    await until('both told', () => said(announcements).some((content) => content.includes(two.id)))
    assert.equal(said(announcements).filter((content) => content.includes(one.id)).length, 1)
  })

  test('by an invite that Discord does not show just then is unknown, and confuses nobody later', async () => {
    await pass({ seconds: 10 })
    const { code } = owner.invite(general)
    app.simulator.faults.on({ method: 'GET', path: `/guilds/${GUILD}/invites` }, { status: 503 }, { times: 2 })
    const one = stranger()
    one.join(GUILD, { invite: code })
    assert.deepEqual(await concluded(one.id), ['unknown', null, null])
    await pass({ seconds: 10 })
    const two = stranger()
    two.join(GUILD, { invite: code })
    assert.equal((await concluded(two.id))[0], 'certain')
  })

  test('is judged by a look that came later, even if Discord shows nothing any more', async () => {
    await pass({ seconds: 10 })
    const { code } = owner.invite(general)
    const [late, one] = [stranger(), stranger()]
    app.simulator.gateway.faults.delayNext('GUILD_MEMBER_ADD', 5_000)
    late.join(GUILD, { invite: code })
    await pass({ seconds: 3 })
    one.join(GUILD, { invite: code })
    assert.equal((await concluded(one.id))[0], 'certain')
    const shows = app.simulator.faults.on({ method: 'GET', path: `/guilds/${GUILD}/invites` }, { status: 503 })
    await pass({ seconds: 2 })
    assert.deepEqual(await concluded(late.id), ['certain', OWNER, code])
    shows()
  })

  test('where it is not wanted is not counted', async () => {
    await choose('invites', { enabled: false })
    const [one, two] = [stranger(), stranger()]
    one.join(GUILD)
    await pass({ seconds: 10 })
    await choose('invites', { enabled: true })
    two.join(GUILD)
    await stayOf(two.id)
    assert.deepEqual(await staysOf(one.id), [])
  })

  test('is told with names that mention nobody and link nowhere', async () => {
    await pass({ seconds: 10 })
    await choose('invites', { with_inviter_template: '{member_name} by {inviter_name}, {count}: {member_name}' })
    const user = app.simulator.createUser({ username: 'plain' })
    user.global_name = '@everyone [x](http://evil.example) {count}'
    app.simulator.person(user.id).join(GUILD, { invite: admin.invite(general).code })
    const told = await until('the announcement', () => said(announcements).find((content) => content.includes('evil')))
    assert.ok(!/@everyone|\]\(http/.test(told), told)
    assert.match(told, /by demo\\?_admin, \d+: /)
    assert.match(told, /\{count\}$/)
    await choose('invites', { with_inviter_template: null })
  })

  test('is told in the language of the guild unless it has words of its own', async () => {
    await pass({ seconds: 10 })
    await choose('system', { locale: 'nl' })
    const one = stranger()
    one.join(GUILD)
    await until('the announcement', () =>
      said(announcements).includes(`<@${one.id}> is erbij gekomen, maar we weten niet via wie.`),
    )
  })
})

describe('whoever leaves', () => {
  test('counts no longer, and on coming back counts again, once, for the first inviter', async () => {
    await pass({ seconds: 10 })
    const inviter = stranger('inviter')
    inviter.join(GUILD)
    await stayOf(inviter.id)
    await pass({ seconds: 10 })
    const one = stranger()
    one.join(GUILD, { invite: inviter.invite(general).code })
    await stayOf(one.id)
    assert.deepEqual(await figuresOf(inviter.id), [1, 1, 0, 0])
    one.leave(GUILD)
    await until('leaving', async () => (await stayOf(one.id)).left_at)
    assert.equal(await figuresOf(inviter.id), undefined)
    await pass({ minutes: 1 })
    one.join(GUILD, { invite: owner.invite(general).code })
    assert.equal((await concluded(one.id, 1))[1], OWNER)
    assert.deepEqual(await figuresOf(inviter.id), [1, 1, 0, 0])
    await pass({ minutes: 1 })
  })
})

describe('a guild that does not show its invites to the bot', () => {
  test('is told so once a day, and its joins are by nobody known', async () => {
    const role = app.simulator.state.guilds.get(OTHER)?.roles.get(DEMO.roles.otherBot)
    assert.ok(role)
    const had = role.permissions
    role.permissions = String(BigInt(had) & ~(1n << 5n))
    const { code } = guest.invite(otherGeneral)
    for (const day of [1, 1, 2]) {
      if (day === 2) await pass({ hours: 25 })
      const one = stranger()
      one.join(OTHER, { invite: code })
      assert.deepEqual(await concluded(one.id), ['unknown', null, null])
      const told = (await eventsOf('INVITES_NOT_READ')).map(({ guild_id, details }) => [guild_id, details])
      assert.deepEqual(told, Array(day).fill([OTHER, { permission: 'MANAGE_GUILD' }]))
    }
    role.permissions = had
    await pass({ minutes: 1 })
  })
})

describe('a look while a join is being counted', () => {
  test('waits for it, and finds no use of it left over', async () => {
    await pass({ minutes: 1 })
    const { code } = owner.invite(general)
    const one = stranger()
    const waiting = (count: number) =>
      until(`${count} to wait`, async () => {
        const { rows } = await sql<{ waiting: number }>`
          select count(*)::integer as waiting from pg_locks where not granted`.execute(app.db)
        return (rows[0]?.waiting ?? 0) >= count
      })
    await app.db.transaction().execute(async (tx) => {
      await sql`lock table outgoing_messages in exclusive mode`.execute(tx)
      one.join(GUILD, { invite: code })
      await waiting(1)
      app.simulator.gateway.reconnect()
      await waiting(2)
    })
    assert.deepEqual(await concluded(one.id), ['certain', OWNER, code])
    const two = stranger()
    two.join(GUILD)
    assert.deepEqual(await concluded(two.id), ['unknown', null, null])
  })
})

describe('two processes that hear the same', () => {
  test('count each join once, and compare in turns', async () => {
    await using processes = new AsyncDisposableStack()
    const another = await startAgain(app, 'gateway')
    processes.defer(() => another.stop())
    await pass({ minutes: 1 })
    const codes = [owner.invite(general).code, owner.invite(general, { maxUses: 3 }).code, owner.invite(general).code]
    const many = Array.from({ length: 9 }, (_, n) => {
      const one = stranger()
      one.join(GUILD, { invite: codes[n % 3] ?? '' })
      return one
    })
    const told = () => many.filter(({ id }) => said(announcements).some((content) => content.includes(id)))
    await until('all told', () => told().length === many.length)
    assert.deepEqual(
      (await Promise.all(many.map(({ id }) => concluded(id)))).map(([confidence, inviter]) => [confidence, inviter]),
      many.map(() => ['certain', OWNER]),
    )
    await processes.disposeAsync()
    for (const { id } of many) {
      assert.equal((await staysOf(id)).length, 1)
      assert.equal(said(announcements).filter((content) => content.includes(id)).length, 1)
    }
    await pass({ minutes: 1 })
    const last = stranger()
    const { code } = admin.invite(general)
    last.join(GUILD, { invite: code })
    assert.deepEqual(await concluded(last.id), ['certain', ADMIN, code])
  })
})

describe('while the bot is away', () => {
  test('whoever joins is nobody’s, whoever leaves is noticed later, and what follows is right', async () => {
    const inviter = stranger('while_away')
    inviter.join(GUILD)
    await stayOf(inviter.id)
    await pass({ minutes: 1 })
    const code = inviter.invite(general).code
    const [leaving, returning] = [stranger(), stranger()]
    for (const one of [leaving, returning]) {
      one.join(GUILD, { invite: code })
      await stayOf(one.id)
    }
    await app.alphapy.stop()
    const missed = stranger()
    missed.join(GUILD, { invite: code })
    leaving.leave(GUILD)
    returning.leave(GUILD)
    await pass({ minutes: 10 })
    returning.join(GUILD)
    const before = app.clock.now()
    await using processes = new AsyncDisposableStack()
    const again = await startAgain(app, 'gateway,worker')
    processes.defer(() => again.stop())
    await until('a look', async () => {
      const looked = (await looksOf(GUILD))?.looked_at
      return looked && Temporal.Instant.compare(looked, before) >= 0
    })
    await pass({ minutes: 1 })
    const next = stranger()
    const other = admin.invite(general).code
    next.join(GUILD, { invite: other })
    assert.deepEqual(await concluded(next.id), ['certain', ADMIN, other])
    assert.deepEqual(await staysOf(missed.id), [])
    const known = await changes()
    await until('the leaving to be noticed', async () => {
      await app.clock.advance({ minutes: 1 })
      return (await stayOf(leaving.id)).is_away && (await staysOf(returning.id)).length === 2
    })
    const [first, second] = await staysOf(returning.id)
    assert.deepEqual([first?.is_away, second?.is_rejoin, second?.confidence], [false, true, 'unknown'])
    assert.ok(first?.left_at)
    assert.equal(second?.left_at, null)
    assert.equal((await changes()) - known, 2, 'what was noticed is told to open pages')
    assert.deepEqual(faults(), [])
  })
})
