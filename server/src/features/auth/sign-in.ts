import type { Clock } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Db } from '../../platform/database/connect.ts'
import * as store from './attempt-store.ts'
import type { DiscordOAuth } from './discord-oauth.ts'
import type { Links } from './links.ts'
import { hashOf, newSecret } from './secrets.ts'
import type { OpenedSession, Sessions } from './sessions.ts'

interface SignInNeeds {
  readonly db: Db
  readonly clock: Clock
  /** Null where the operator has not set it up. */
  readonly discord: DiscordOAuth | null
  readonly links: Links
  readonly sessions: Sessions
}

/** Where the browser is, and what it kept of us. */
export interface Browser {
  /** Its secret of the sign-ins that it began. */
  readonly secret: string
  readonly redirectUri: string
}

export interface Begun {
  readonly returnTo: string
  /** Of the account from elsewhere to which a Discord account is to be linked. */
  readonly subject: string | null
}

/** What Discord sent the browser back with. */
export interface Returned {
  readonly state: string
  readonly code: string | undefined
  /** The session that the browser had before. */
  readonly replacing: string | undefined
}

export interface Completed {
  readonly returnTo: string
  /** Null when an account was linked: whoever did that was signed in already. */
  readonly opened: OpenedSession | null
}

/** Signing in with Discord: authorization code, PKCE, and a state that one browser can use once. */
export interface SignIn {
  /** @returns the page of Discord where the person agrees. */
  begin(browser: Browser, begun: Begun): Promise<string>
  complete(browser: Browser, returned: Returned): Promise<Completed>
}

/** How long somebody may take to agree. */
export const ATTEMPT_MINUTES = 10

export function signIn({ db, clock, discord, links, sessions }: SignInNeeds): SignIn {
  return {
    async begin({ secret, redirectUri }, begun) {
      const [state, codeVerifier] = [newSecret(), newSecret()]
      const address = required(discord).addressFor({ state, codeVerifier, redirectUri })
      const attempt = { ...begun, codeVerifier, stateHash: hashOf(state), browserHash: hashOf(secret) }
      await store.insertAttempt(db, attempt, clock.now().add({ minutes: ATTEMPT_MINUTES }))
      return address
    },
    async complete({ secret, redirectUri }, { state, code, replacing }) {
      const key = { stateHash: hashOf(state), browserHash: hashOf(secret) }
      const attempt = await store.takeAttempt(db, key, clock.now())
      if (!attempt) throw unknownAttempt()
      if (code === undefined) throw disagreed()
      const { codeVerifier, returnTo, subject } = attempt
      const userId = await required(discord).userOf(code, { state, codeVerifier, redirectUri })
      const opened = await db.transaction().execute(async (tx) => {
        if (subject !== null) return links.link(tx, subject, userId).then(() => null)
        return sessions.open(tx, { subject: await links.ownSubject(tx, userId), userId }, replacing)
      })
      return { returnTo, opened }
    },
  }
}

function required(discord: DiscordOAuth | null): DiscordOAuth {
  if (discord) return discord
  const sentence =
    'Signing in with Discord is not set up on this server: its operator must set DISCORD_CLIENT_ID and DISCORD_CLIENT_SECRET.'
  throw new Refusal('not_found', 'auth.not_set_up', sentence)
}

function unknownAttempt(): Refusal {
  const sentence = `This sign-in was not begun in this browser within the last ${ATTEMPT_MINUTES} minutes, or was used already; begin again.`
  return new Refusal('invalid', 'auth.unknown_attempt', sentence)
}

function disagreed(): Refusal {
  return new Refusal(
    'forbidden',
    'auth.disagreed',
    'Discord was not allowed to say who you are, so nobody is signed in.',
  )
}
