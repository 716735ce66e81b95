import { randomUUID } from 'node:crypto'
import type { Clock } from '../../kernel/clock.ts'
import type { UserId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Commit, Db, Tx } from '../../platform/database/connect.ts'
import { type Notices, notify } from '../../platform/database/listen.ts'
import { Remembered } from '../../platform/database/remembered.ts'
import * as store from './link-store.ts'
import type { SignedIn } from './signed-in.ts'

interface LinksNeeds {
  readonly db: Db
  readonly clock: Clock
  readonly notices: Notices
}

export const LINKS_CHANNEL = 'auth_links'

/** Which Discord user a subject is. Only Discord's own answer to a sign-in makes a link. */
export interface Links {
  userOf(subject: string, isOwn: boolean): Promise<UserId | null>
  /** The subject of our own tokens for this user. */
  ownSubject(tx: Tx, userId: UserId): Promise<string>
  /** @throws {Refusal} `conflict` when the subject is somebody else already. */
  link(tx: Tx, subject: string, userId: UserId): Promise<void>
  unlink(subject: string, commit: Commit): Promise<void>
}

export function links({ db, clock, notices }: LinksNeeds): Links {
  const remembered = new Remembered<UserId>(LINKS_CHANNEL, { clock, notices })
  return {
    userOf: (subject, isOwn) => remembered.get(`${isOwn} ${subject}`, () => store.findUser(db, subject, isOwn)),
    ownSubject: (tx, userId) => store.ownSubjectOf(tx, userId, randomUUID(), clock.now()),
    async link(tx, subject, userId) {
      await store.insertLink(tx, subject, userId, clock.now())
      if ((await store.findUser(tx, subject, false)) !== userId) throw linkedElsewhere()
    },
    async unlink(subject, commit) {
      await commit(async (tx) => {
        if (!(await store.removeLink(tx, subject))) throw new Refusal('not_found', 'auth.not_linked', NOT_LINKED)
        await notify(tx, LINKS_CHANNEL, '')
      })
      remembered.forget()
    },
  }
}

/** Of an account that can be linked: whoever signed in with Discord is a Discord user already. */
export function linkableSubject({ isOwn, subject }: SignedIn): string {
  if (!isOwn) return subject
  const sentence = 'You signed in with Discord itself; only a Supabase account is linked to a Discord account.'
  throw new Refusal('invalid', 'auth.nothing_to_link', sentence)
}

const NOT_LINKED = 'No Discord account was linked here; one in your Supabase profile is removed in Supabase.'

function linkedElsewhere(): Refusal {
  const sentence =
    'Your account is linked to another Discord user already; remove that link first, with DELETE /api/auth/link.'
  return new Refusal('conflict', 'auth.linked_elsewhere', sentence)
}
