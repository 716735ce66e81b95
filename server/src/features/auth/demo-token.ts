import type { UserId } from '../../kernel/ids.ts'
import type { Platform } from '../../platform/feature.ts'
import { Unauthenticated } from '../../platform/http/caller.ts'
import { links } from './links.ts'
import { ownTokens } from './own-tokens.ts'
import { sessions } from './sessions.ts'

const LIFETIME = { hours: 7 * 24 }
const RENEWED_BEFORE = { hours: 24 }

/**
 * A token for somebody who exists in the demo community alone: there he is whoever says so. `known`, the token that was
 * made for him before, goes on while it is good for another day.
 */
export async function demoToken(platform: Platform, userId: UserId, known: string): Promise<string> {
  const { db, clock } = platform
  const [people, tokens, accounts] = [sessions(platform), ownTokens(platform), links(platform)]

  async function isGood(): Promise<boolean> {
    try {
      const { sessionId, expiresAt } = await tokens.verify(known)
      const session = sessionId === null ? null : await people.byId(sessionId)
      return session?.userId === userId && Temporal.Instant.compare(clock.now().add(RENEWED_BEFORE), expiresAt) < 0
    } catch (error) {
      if (error instanceof Unauthenticated) return false
      throw error
    }
  }

  if (await isGood()) return known
  const { session } = await db
    .transaction()
    .execute(async (tx) => people.open(tx, { subject: await accounts.ownSubject(tx, userId), userId }))
  return (await tokens.issue(session, LIFETIME)).token
}
