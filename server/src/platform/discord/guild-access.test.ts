import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO, type Simulator, startSimulator } from '@alphapy/simulator'
import { REST } from '@discordjs/rest'
import { PermissionFlagsBits, Routes } from 'discord-api-types/v10'
import { pino } from 'pino'
import { systemClock } from '../../kernel/clock.ts'
import { ChannelId, GuildId, UserId } from '../../kernel/ids.ts'
import { TestClock } from '../../testing/clock.ts'
import { testDatabase } from '../../testing/database.ts'
import { until } from '../../testing/until.ts'
import { listenToDatabase } from '../database/listen.ts'
import { accessReader } from './channel-access.ts'
import { DiscordFailure } from './failure.ts'
import { discordGateway } from './gateway.ts'
import { guildAccess } from './guild-access.ts'
import { hearGuildChanges } from './guild-change.ts'
import { guildKeeper } from './guild-keeper.ts'
import { guildReader } from './guild-reader.ts'
import { presentGuilds } from './guilds-store.ts'
import { discordRest } from './rest.ts'

const logger = pino({ level: 'silent' })
const HOME = GuildId.parse(DEMO.guild)
const OTHER = GuildId.parse(DEMO.otherGuild)
const OWNER = UserId.parse(DEMO.people.demo_owner)
const ADMIN = UserId.parse(DEMO.people.demo_admin)
const STAFF = UserId.parse(DEMO.people.demo_staff)
const MEMBER = UserId.parse(DEMO.people.demo_member)
const GUEST = UserId.parse(DEMO.people.demo_guest)
const DEVELOPER = UserId.parse(DEMO.applicationOwner)

const database = await testDatabase()
const { db } = database
after(() => database[Symbol.asyncDispose]())

/** A process without a gateway, as far as guilds concern it. */
async function start(ownerIds: readonly UserId[] = []) {
  await db.deleteFrom('guilds').execute()
  const started = new AsyncDisposableStack()
  const simulator = started.use(await startSimulator({ strict: true }))
  const clock = new TestClock(Temporal.Instant.from('2027-03-01T12:00:00Z'))
  const discord = discordRest({
    apiUrl: simulator.restUrl,
    token: simulator.token,
    requestsPerSecond: 1_000,
    logger,
    clock,
  })
  const guilds = guildReader(discord, clock)
  const access = guildAccess({ db, guilds, ownerIds })
  return {
    simulator,
    clock,
    discord,
    guilds,
    access,
    /** A process with a gateway, on the same database. */
    async connect() {
      const notices = started.use(await listenToDatabase({ url: database.url, clock, logger }))
      hearGuildChanges(notices, guilds.forget)
      await startGateway(simulator, started)
    },
    async [Symbol.asyncDispose]() {
      await started.disposeAsync()
      assert.deepEqual(simulator.violations, [])
    },
  }
}

async function startGateway(simulator: Simulator, started: AsyncDisposableStack): Promise<void> {
  const keeper = guildKeeper({ db, clock: systemClock, logger })
  const stopping = new AbortController()
  const keeping = keeper.run(stopping.signal)
  const gateway = discordGateway({
    token: simulator.token,
    apiUrl: simulator.restUrl,
    logger,
    clock: systemClock,
    onInteraction: () => undefined,
    onDispatch: keeper.receive,
    onEnded: assert.fail,
  })
  started.defer(async () => {
    await gateway.stop()
    stopping.abort()
    await keeping
  })
  await gateway.connect()
  await until('the guilds', async () => (await presentGuilds(db)).length === simulator.state.guilds.size)
}

/** How often Discord was asked for something. */
function countOf(simulator: Simulator, path: string): () => number {
  let count = 0
  simulator.faults.before({ path }, () => (count += 1), Number.POSITIVE_INFINITY)
  return () => count
}

describe('standing in a guild', () => {
  test('is admin by ownership, by the permission, and by owning the bot', async () => {
    await using discord = await start([STAFF])
    const { standing } = discord.access
    const inHome = async (userId: UserId) => standing(HOME, userId)
    assert.deepEqual(await Promise.all([OWNER, ADMIN, STAFF, DEVELOPER].map(inHome)), Array(4).fill('admin'))
    assert.deepEqual([await inHome(MEMBER), await inHome(GUEST)], ['member', 'member'])
    assert.deepEqual([await standing(OTHER, OWNER), await standing(OTHER, ADMIN)], ['stranger', 'stranger'])
    assert.deepEqual([await standing(OTHER, GUEST), await standing(OTHER, DEVELOPER)], ['admin', 'admin'])
    assert.equal(await standing(GuildId.parse('1100000000000000999'), OWNER), null)
  })

  test('is not raised by rights that fall short of Administrator', async () => {
    await using discord = await start()
    const role = discord.simulator.state.guilds.get(HOME)?.roles.get(DEMO.roles.staff)
    assert.ok(role)
    role.permissions = String(PermissionFlagsBits.ManageGuild | PermissionFlagsBits.ManageRoles)
    assert.equal(await discord.access.standing(HOME, STAFF), 'member')
  })

  test('keeps an administrator in a time-out', async () => {
    await using discord = await start()
    const member = discord.simulator.state.guilds.get(HOME)?.members.get(ADMIN)
    assert.ok(member)
    member.communication_disabled_until = '2027-03-01T13:00:00.000000+00:00'
    assert.equal(await discord.access.standing(HOME, ADMIN), 'admin')
  })

  test('is admin for the owner and the admins of a team that owns the bot', async () => {
    await using discord = await start()
    discord.simulator.state.application.team = {
      id: '1100000000000000950',
      name: 'Builders',
      owner_user_id: STAFF,
      members: [
        { user_id: STAFF, membership_state: 2, role: 'admin' },
        { user_id: MEMBER, membership_state: 2, role: 'admin' },
        { user_id: GUEST, membership_state: 1, role: 'admin' },
        { user_id: OWNER, membership_state: 2, role: 'developer' },
      ],
    }
    const owners = await Promise.all([STAFF, MEMBER, GUEST, OWNER, DEVELOPER].map(discord.access.isBotOwner))
    assert.deepEqual(owners, [true, true, false, false, false])
  })
})

describe('an answer of Discord', () => {
  test('serves everybody who asks within a minute, and no longer', async () => {
    await using discord = await start()
    const asked = countOf(discord.simulator, `/guilds/${HOME}/members/${MEMBER}`)
    const ask = () => discord.access.standing(HOME, MEMBER)
    await Promise.all([ask(), ask(), ask()])
    await ask()
    assert.equal(asked(), 1)
    await discord.clock.advance({ seconds: 59 })
    await ask()
    assert.equal(asked(), 1)
    await discord.clock.advance({ seconds: 2 })
    await ask()
    assert.equal(asked(), 2)
  })

  test('that is a failure is told, and not remembered', async () => {
    await using discord = await start()
    discord.simulator.faults.on({ path: `/guilds/${HOME}` }, { status: 503 }, { times: 2 })
    const unavailable = (error: unknown) => error instanceof DiscordFailure && error.kind === 'unavailable'
    await assert.rejects(discord.access.standing(HOME, ADMIN), unavailable)
    assert.equal(await discord.access.standing(HOME, ADMIN), 'admin')
  })

  test('that does not come is a failure within seconds', async () => {
    await using discord = await start()
    discord.simulator.faults.on({ path: `/guilds/${HOME}*` }, 'hang')
    await assert.rejects(
      discord.access.standing(HOME, ADMIN),
      (error) => error instanceof DiscordFailure && error.message === 'Discord did not answer within 4000 ms',
    )
    discord.simulator.faults.clear()
  })

  test('that comes after the change is given to nobody who asks later', async () => {
    await using discord = await start()
    const held = Promise.withResolvers<void>()
    const reader = guildReader(
      {
        ...discord.discord,
        member: async (...asked) => {
          const member = await discord.discord.member(...asked)
          await held.promise
          return member
        },
      },
      discord.clock,
    )
    const before = reader.member(HOME, ADMIN)
    reader.forget({ of: 'member', guildId: HOME, userId: ADMIN })
    const member = discord.simulator.state.guilds.get(HOME)?.members.get(ADMIN)
    assert.ok(member)
    const after = reader.member(HOME, ADMIN)
    assert.notEqual(before, after)
    held.resolve()
    await before
    assert.equal(await reader.member(HOME, ADMIN), await after)
  })
})

/** A guild in which the bot may do everything, with an admin by role, in a process that heard of it over the database. */
async function startWithHall() {
  const discord = await start()
  const { simulator } = discord
  const hall = simulator.createGuild({ name: 'Hall', owner: OWNER, members: [ADMIN, MEMBER] })
  const id = GuildId.parse(hall.id)
  const keys = simulator.createRole(hall.id, { name: 'Keys', permissions: String(PermissionFlagsBits.Administrator) })
  const rest = new REST({ api: simulator.restUrl, retries: 0 }).setToken(simulator.token)
  const keysOf = Routes.guildMemberRole(hall.id, ADMIN, keys.id)
  await rest.put(keysOf)
  await discord.connect()
  const standing = (userId: UserId) => discord.access.standing(id, userId)
  assert.deepEqual([await standing(ADMIN), await standing(MEMBER)], ['admin', 'member'])
  const becomes = (userId: UserId, expected: string | null) =>
    until(`${userId} to be ${expected}`, async () => (await standing(userId)) === expected)
  return { ...discord, id, keys, keysOf, rest, becomes, [Symbol.asyncDispose]: discord[Symbol.asyncDispose] }
}

describe('a change in Discord counts at once in a process without a gateway', () => {
  test('where a member gains or loses a role', async () => {
    await using hall = await startWithHall()
    await hall.rest.delete(hall.keysOf)
    await hall.becomes(ADMIN, 'member')
    await hall.rest.put(hall.keysOf)
    await hall.becomes(ADMIN, 'admin')
  })

  test('where a role gains or loses a permission, or is deleted', async () => {
    await using hall = await startWithHall()
    await hall.rest.patch(Routes.guildRole(hall.id, hall.keys.id), { body: { permissions: '0' } })
    await hall.becomes(ADMIN, 'member')
    const body = { permissions: String(PermissionFlagsBits.Administrator) }
    await hall.rest.patch(Routes.guildRole(hall.id, hall.keys.id), { body })
    await hall.becomes(ADMIN, 'admin')
    await hall.rest.delete(Routes.guildRole(hall.id, hall.keys.id))
    await hall.becomes(ADMIN, 'member')
  })

  test('where a member leaves, and where one joins', async () => {
    await using hall = await startWithHall()
    hall.simulator.person(ADMIN).leave(hall.id)
    await hall.becomes(ADMIN, 'stranger')
    hall.simulator.person(ADMIN).join(hall.id)
    await hall.becomes(ADMIN, 'member')
  })

  test('where the bot leaves', async () => {
    await using hall = await startWithHall()
    await hall.rest.delete(Routes.userGuild(hall.id))
    await hall.becomes(ADMIN, null)
  })

  test('where a channel is made or deleted', async () => {
    await using hall = await startWithHall()
    const names = async () => (await hall.access.contents(hall.id))?.channels.map(({ name }) => name).join()
    assert.equal(await names(), 'general')
    hall.simulator.createChannel(hall.id, { name: 'attic' })
    await until('the channel', async () => (await names())?.includes('attic'))
  })

  test('where everybody loses a right, the bot too, for reminders', async () => {
    await using discord = await start()
    const cellar = discord.simulator.createGuild({ name: 'Cellar', owner: OWNER, bot: ['ManageRoles'] })
    await discord.connect()
    const [general] = discord.simulator.state.channelsOf(cellar.id)
    const reader = accessReader(discord.discord, discord.guilds, discord.clock)
    const canSend = async () => (await reader.channelAccess(ChannelId.parse(general?.id ?? ''), OWNER))?.bot.canSend
    assert.equal(await canSend(), true)
    const rest = new REST({ api: discord.simulator.restUrl, retries: 0 }).setToken(discord.simulator.token)
    const permissions = String(PermissionFlagsBits.ViewChannel)
    await rest.patch(Routes.guildRole(cellar.id, cellar.id), { body: { permissions } })
    await until('the right to be gone', async () => (await canSend()) === false)
  })
})

describe('the guilds of the bot', () => {
  const rowOf = (guildId: string) =>
    db.selectFrom('guilds').selectAll().where('guild_id', '=', guildId).executeTakeFirstOrThrow()

  test('are kept with their names, owners and about how many members', async () => {
    await using hall = await startWithHall()
    const before = await rowOf(hall.id)
    assert.deepEqual([before.name, before.owner_id, before.member_count, before.left_at], ['Hall', OWNER, 4, null])
    hall.simulator.person(STAFF).join(hall.id)
    hall.simulator.person(MEMBER).leave(hall.id)
    hall.simulator.person(ADMIN).leave(hall.id)
    await hall.rest.patch(Routes.guild(hall.id), { body: { name: 'Great Hall' } })
    await until('the name', async () => (await rowOf(hall.id)).name === 'Great Hall')
    assert.equal((await rowOf(hall.id)).member_count, 3)
  })

  test('do not lose one by an outage, but by leaving', async () => {
    await using hall = await startWithHall()
    hall.simulator.gateway.guildOutage(hall.id)
    await hall.rest.delete(Routes.userGuild(HOME))
    await until('the loss', async () => (await rowOf(HOME)).left_at !== null)
    assert.equal((await rowOf(hall.id)).left_at, null)
  })

  test('do not include those that were lost while nobody listened', async () => {
    await using discord = await start()
    const at = discord.clock.now()
    const lost = { guild_id: '1100000000000000777', name: 'Gone', owner_id: OWNER, updated_at: at }
    await db
      .insertInto('guilds')
      .values({ ...lost, left_at: null })
      .execute()
    await db
      .insertInto('guilds')
      .values({ ...lost, guild_id: HOME, left_at: at })
      .execute()
    await discord.connect()
    await until('the loss', async () => (await rowOf(lost.guild_id)).left_at !== null)
    assert.equal((await rowOf(HOME)).left_at, null)
  })

  test('are listed to whoever administers them', async () => {
    await using hall = await startWithHall()
    const named = async (userId: UserId) => (await hall.access.administered(userId)).map(({ name }) => name)
    assert.deepEqual(await named(ADMIN), ['Alphapy Demo', 'Hall'])
    assert.deepEqual(await named(OWNER), ['Alphapy Demo', 'Hall'])
    assert.deepEqual(await named(GUEST), ['Other Guild'])
    assert.deepEqual(await named(MEMBER), [])
    assert.deepEqual(await named(DEVELOPER), ['Alphapy Demo', 'Hall', 'Other Guild'])
  })

  test("are looked into for a few hundred at most, one's own first", async () => {
    await using discord = await start()
    await discord.connect()
    const at = discord.clock.now()
    const strangers = Array.from({ length: 300 }, (_, index) => ({
      guild_id: String(1_200_000_000_000_000_000n + BigInt(index)),
      name: `A ${index}`,
      owner_id: DEVELOPER,
      updated_at: at,
    }))
    await db.insertInto('guilds').values(strangers).execute()
    const asked = countOf(discord.simulator, '/guilds/12*')
    assert.deepEqual(
      (await discord.access.administered(GUEST)).map(({ name }) => name),
      ['Other Guild'],
    )
    assert.equal(asked(), 199)
  })
})
