import { randomUUID } from 'node:crypto'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import type { UserId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Commit, Db, Tx } from '../../platform/database/connect.ts'
import { type Notices, notify } from '../../platform/database/listen.ts'
import { Remembered } from '../../platform/database/remembered.ts'
import { Unauthenticated } from '../../platform/http/caller.ts'
import { hashOf, newSecret } from './secrets.ts'
import * as store from './session-store.ts'
import type { SignedIn } from './signed-in.ts'

export type { Session } from './session-store.ts'

type Session = store.Session

interface SessionsNeeds {
  readonly db: Db
  readonly clock: Clock
  readonly logger: Logger
  readonly notices: Notices
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
export const SESSIONS_CHANNEL = 'auth_sessions'
const DAY_HOURS = 24
/** A session ends after so long without use, and after so long in any case. */
const UNUSED = { hours: 30 * DAY_HOURS }
const LONGEST = { hours: 90 * DAY_HOURS }
/** How exactly the last use is known. */
const USE_RECORDED_EVERY = { minutes: 5 }

/** Who is signed in here. A session that ends is known in all processes at once, and with it end the tokens made of it. */
export interface Sessions {
  /** In place of the one that this browser had. @returns what the browser keeps; nobody else knows it. */
  open(tx: Tx, person: Pick<Session, 'subject' | 'userId'>, replacing?: string): Promise<OpenedSession>
  bySecret(secret: string): Promise<Session | null>
  byId(id: string): Promise<Session | null>
  /** The session that a token may be made of: a token that was found somewhere does not beget others. */
  forToken(person: SignedIn): Promise<Session>
  listOf(userId: UserId): Promise<Session[]>
  end(userId: UserId, id: string, commit: Commit): Promise<void>
  /** @returns how many there were. */
  endAll(userId: UserId, commit: Commit): Promise<number>
}

export interface OpenedSession {
  readonly session: Session
  readonly secret: string
}

async function opened(
  tx: Tx,
  person: Pick<Session, 'subject' | 'userId'>,
  now: Temporal.Instant,
): Promise<OpenedSession> {
  const session = { ...person, id: randomUUID(), createdAt: now, lastSeenAt: now, expiresAt: expiryOf(now, now) }
  const secret = newSecret()
  await store.insertSession(tx, session, hashOf(secret))
  return { session, secret }
}

export function sessions(needs: SessionsNeeds): Sessions {
  const { db, clock, notices } = needs
  const remembered = new Remembered<Session>(SESSIONS_CHANNEL, { clock, notices })

  /** Forgets here what all others are told to forget. */
  async function ending<Result>(commit: Commit, end: (tx: Tx) => Promise<Result>): Promise<Result> {
    const result = await commit(async (tx) => {
      const ended = await end(tx)
      await notify(tx, SESSIONS_CHANNEL, '')
      return ended
    })
    remembered.forget()
    return result
  }

  /** A token may name what is no id at all. */
  const byId = async (id: string) =>
    UUID.test(id) ? remembered.get(id, async () => used(needs, await store.findById(db, id, clock.now()))) : null

  return {
    async open(tx, { subject, userId }, replacing) {
      if (replacing) {
        await store.removeBySecret(tx, hashOf(replacing))
        await notify(tx, SESSIONS_CHANNEL, '')
      }
      return opened(tx, { subject, userId }, clock.now().round('millisecond'))
    },
    bySecret(secret) {
      const hash = hashOf(secret)
      return remembered.get(hash.toString('base64url'), async () =>
        used(needs, await store.findBySecret(db, hash, clock.now())),
      )
    },
    byId,
    async forToken({ via, sessionId }) {
      if (via !== 'session' || sessionId === null) throw new Refusal('forbidden', 'auth.no_session', NO_COOKIE)
      const session = await byId(sessionId)
      if (!session) throw new Unauthenticated('The session has ended; sign in again.')
      return session
    },
    listOf: (userId) => store.listOfUser(db, userId, clock.now()),
    end: (userId, id, commit) =>
      ending(commit, async (tx) => {
        if (!(await store.removeSession(tx, userId, id)))
          throw new Refusal('not_found', 'auth.session_not_found', `You have no session ${id}.`)
      }),
    endAll: (userId, commit) => ending(commit, (tx) => store.removeAllOf(tx, userId)),
  }
}

/** The session with this use of it, which is written down every now and then. */
async function used({ db, clock, logger }: SessionsNeeds, found: Session | null): Promise<Session | null> {
  const now = clock.now()
  const before = now.subtract(USE_RECORDED_EVERY)
  if (!found || Temporal.Instant.compare(found.lastSeenAt, before) > 0) return found
  const session = { ...found, lastSeenAt: now, expiresAt: expiryOf(found.createdAt, now) }
  // Nobody waits for it: it says no more than when the session was last used.
  store
    .recordUse(db, session, before)
    .catch((err: unknown) => logger.warn({ err }, 'The last use of a session was not recorded'))
  return session
}

const NO_COOKIE = 'A token is made from the session cookie that a sign-in with Discord leaves, not from another token.'

function expiryOf(createdAt: Temporal.Instant, lastSeenAt: Temporal.Instant): Temporal.Instant {
  const [unused, longest] = [lastSeenAt.add(UNUSED), createdAt.add(LONGEST)]
  return Temporal.Instant.compare(unused, longest) < 0 ? unused : longest
}

/** The session of ours that the caller has, whether by its cookie or by a token made of it. */
export function ownSessionOf({ isOwn, sessionId }: SignedIn): string {
  if (isOwn && sessionId !== null) return sessionId
  throw new Refusal('invalid', 'auth.no_session', 'You signed in at Supabase; there is no session here.')
}
