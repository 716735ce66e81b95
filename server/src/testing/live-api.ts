import { pino } from 'pino'
import { operationalLogRoutes } from '../features/operational-logs/routes.ts'
import { GuildId, UserId } from '../kernel/ids.ts'
import { listenToDatabase } from '../platform/database/listen.ts'
import { type OperationalEvent, recordEvents } from '../platform/events/operational-event.ts'
import { type Authentication, Unauthenticated } from '../platform/http/caller.ts'
import { TestClock } from './clock.ts'
import type { TestDatabase } from './database.ts'
import { startHttp } from './http.ts'
import { LiveReader } from './live.ts'

/** API processes whose rights a test gives and takes, for what streams do when they change. */

export const GUILD = GuildId.parse('1100000000000000001')
export const OTHER = GuildId.parse('1100000000000000002')
export const ADMIN = UserId.parse('1100000000000000101')
export const START = Temporal.Instant.from('2027-03-01T12:00:00Z')
export const LOGS = `/api/dashboard/logs/stream?guild_id=${GUILD}`
export const CHANGES = `/api/dashboard/${GUILD}/stream`

export const synced = (guildId: GuildId | null, number: number): OperationalEvent => ({
  type: guildId === null ? 'BOT_RECONNECT' : 'GUILD_SYNC',
  guildId,
  message: `Event ${number}`,
  details: { number },
})

export const numbers = ({ events }: LiveReader) => events.map(({ data }) => data.details?.number)

/** Writes to the log of a database. */
export function logOf({ db }: TestDatabase) {
  return {
    record: (...events: OperationalEvent[]) => db.transaction().execute((tx) => recordEvents(tx, events, START)),
    async latestId(): Promise<number> {
      const row = await db.selectFrom('operational_events').select('id').orderBy('id', 'desc').executeTakeFirst()
      return Number(row?.id ?? 0)
    },
  }
}

/** An API process; whoever is in `admins` is admin of GUILD, and `Bearer user:<id>` says who asks. */
export async function startLiveApi({ db, url }: TestDatabase) {
  await using started = new AsyncDisposableStack()
  const clock = new TestClock(START)
  const logger = pino({ level: 'silent' })
  const notices = started.use(await listenToDatabase({ url, clock, logger }))
  const rights = { admins: new Set<string>([ADMIN]), signedOut: new Set<string>(), outage: false }
  const server = started.use(
    await startHttp((http) => operationalLogRoutes(http, { db, notices, clock, logger }), {
      authentication: authenticationBy(rights.signedOut),
      guildAccess: {
        async standing(guildId, userId) {
          if (rights.outage) throw new Error('Discord is away')
          return guildId === GUILD && rights.admins.has(userId) ? 'admin' : 'member'
        },
        membership: async () => null,
        isBotOwner: async () => false,
        administered: async () => [],
        contents: async () => null,
        isMember: async () => true,
      },
    }),
  )
  const everything = started.move()
  return {
    ...server,
    clock,
    rights,
    follow: (path: string, headers: Record<string, string> = {}) =>
      LiveReader.open(`${server.address}${path}`, { authorization: `Bearer user:${ADMIN}`, ...headers }),
    [Symbol.asyncDispose]: () => everything.disposeAsync(),
  }
}

function authenticationBy(signedOut: ReadonlySet<string>): Authentication {
  return {
    async verify({ headers }) {
      const subject = /^Bearer user:(\d+)$/.exec(headers.authorization ?? '')?.[1]
      if (!subject || signedOut.has(subject)) throw new Unauthenticated('Not signed in.')
      return { via: 'token', subject }
    },
    userOf: async ({ subject }) => UserId.parse(subject),
  }
}
