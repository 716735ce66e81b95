import assert from 'node:assert/strict'
import { after, describe, test } from 'node:test'
import { DEMO, startSimulator } from '@alphapy/simulator'
import { pino } from 'pino'
import { Type } from 'typebox'
import { RoleId } from '../../kernel/ids.ts'
import { TestClock } from '../../testing/clock.ts'
import { as, startHttp } from '../../testing/http.ts'
import { absentDatabase } from '../database/absent.ts'
import { guildAccess } from '../discord/guild-access.ts'
import { guildReader } from '../discord/guild-reader.ts'
import { discordRest } from '../discord/rest.ts'
import { guildOf, rankOf } from './guards.ts'

const { demo_owner: OWNER, demo_admin: ADMIN, demo_staff: STAFF, demo_member: MEMBER, demo_guest: GUEST } = DEMO.people
const logger = pino({ level: 'silent' })
const staffOf = new Map<string, string>([[DEMO.guild, DEMO.roles.staff]])

const simulator = await startSimulator({ strict: true })
const clock = new TestClock(Temporal.Instant.from('2027-03-01T12:00:00Z'))
const discord = discordRest({ apiUrl: simulator.restUrl, token: simulator.token, logger, clock })
const access = guildAccess({ db: absentDatabase(), guilds: guildReader(discord, clock), ownerIds: [] })
const server = await startHttp(
  (http) => {
    http.get(
      '/desk/:guild_id',
      {
        config: { access: 'guild_staff', scope: 'metrics', limit: 'none' },
        schema: {
          operationId: 'desk',
          summary: 'The desk',
          tags: ['test'],
          params: Type.Object({ guild_id: Type.String() }),
          response: { 200: Type.Object({ guild: Type.String(), rank: Type.String() }) },
        },
      },
      async (request) => ({ guild: guildOf(request), rank: rankOf(request) }),
    )
  },
  {
    guildAccess: access,
    staffRoles: async (guildId) => [staffOf.get(guildId) ?? []].flat().map((role) => RoleId.parse(role)),
  },
)
after(async () => {
  await server[Symbol.asyncDispose]()
  await simulator.stop()
})
const ask = (user: string, guild: string) => server.send('GET', `/desk/${guild}`, { headers: as(user) })

describe('a path for the staff of a guild', () => {
  test('lets in its admins and whoever has a staff role, and tells them apart', async () => {
    for (const user of [OWNER, ADMIN]) assert.equal((await ask(user, DEMO.guild)).json.rank, 'admin')
    const answer = await ask(STAFF, DEMO.guild)
    assert.deepEqual([answer.status, answer.json], [200, { guild: DEMO.guild, rank: 'staff' }])
  })

  test('refuses members without the role, and everybody where no role is staff', async () => {
    const refused = await ask(MEMBER, DEMO.guild)
    assert.deepEqual([refused.status, refused.json.code], [403, 'http.not_guild_staff'])
    staffOf.delete(DEMO.guild)
    assert.equal((await ask(STAFF, DEMO.guild)).status, 403)
    staffOf.set(DEMO.guild, DEMO.roles.staff)
  })

  test('refuses the staff of another guild', async () => {
    assert.equal((await ask(STAFF, DEMO.otherGuild)).status, 403)
    assert.equal((await ask(GUEST, DEMO.guild)).status, 403)
    assert.equal((await ask(STAFF, '1100000000000000999')).status, 404)
  })

  test('does not take the role that everybody has for one of staff', async () => {
    staffOf.set(DEMO.guild, DEMO.guild)
    assert.equal((await ask(MEMBER, DEMO.guild)).status, 403)
    staffOf.set(DEMO.guild, DEMO.roles.staff)
  })
})
