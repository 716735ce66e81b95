import { LRUCache } from 'lru-cache'
import type { Logger } from 'pino'
import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Clock } from '../../../kernel/clock.ts'
import { isSnowflake, UserId } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Secret } from '../../../platform/config/secret.ts'
import { answerOf, jsonOf, SupabaseFailure } from './answer.ts'
import { Breaker } from './breaker.ts'

interface ProfilesNeeds {
  readonly clock: Clock
  readonly logger: Logger
  readonly patienceMs: number
}

/** What stands in a profile: a Discord id, nothing, or something else. */
type Found = UserId | 'nothing' | 'invalid'

const KEPT = { seconds: 60 }
const MOST_KEPT = 10_000

const someRows = Compile(Type.Array(Type.Object({ discord_id: Type.Unknown() })))

/** The Discord id in the profile of a subject, which only the service role writes: never what users say of themselves. */
export function profiles(projectUrl: string, serviceRoleKey: Secret, { clock, logger, patienceMs }: ProfilesNeeds) {
  const kept = new LRUCache<string, { readonly found: Found; readonly until: Temporal.Instant }>({ max: MOST_KEPT })
  const underWay = new Map<string, Promise<Found>>()
  const breaker = new Breaker(clock, logger)

  async function read(subject: string): Promise<Found> {
    const query = new URLSearchParams({ select: 'discord_id', user_id: `eq.${subject}`, limit: '1' })
    const key = serviceRoleKey.reveal()
    const headers = { apikey: key, authorization: `Bearer ${key}` }
    const found = await breaker.attempt(async () =>
      foundIn(jsonOf(await answerOf(`${projectUrl}/rest/v1/profiles?${query}`, patienceMs, headers))),
    )
    kept.set(subject, { found, until: clock.now().add(KEPT) })
    return found
  }

  function find(subject: string): Promise<Found> {
    const known = kept.get(subject)
    if (known && Temporal.Instant.compare(clock.now(), known.until) < 0) return Promise.resolve(known.found)
    const asked = underWay.get(subject) ?? read(subject).finally(() => underWay.delete(subject))
    underWay.set(subject, asked)
    return asked
  }

  return async (subject: string): Promise<UserId | null> => {
    const found = await find(subject)
    if (found === 'invalid') throw new Refusal('forbidden', 'auth.invalid_profile', 'Invalid Discord ID in profile.')
    return found === 'nothing' ? null : found
  }
}

/** Columns of text and of bigint are both in use; a number comes as it was written, with all its digits. */
function foundIn(rows: unknown): Found {
  if (!someRows.Check(rows)) throw new SupabaseFailure('Supabase answered what are no profiles')
  const id = rows[0]?.discord_id ?? ''
  if (id === '') return 'nothing'
  return typeof id === 'string' && isSnowflake(id) ? UserId.parse(id) : 'invalid'
}
