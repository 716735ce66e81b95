import type { GuildId, UserId } from '../../kernel/ids.ts'
import { instantOfId, isSnowflake } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { ButtonPress } from '../../platform/discord/components.ts'
import type { PersonInGuild } from '../../platform/privacy.ts'
import { gdprWords } from './words.ts'

/** The server in which something is asked, or all of them. */
export type Scope = 'server' | 'everywhere'

export const SCOPES = {
  server: { en: 'This server', nl: 'Deze server' },
  everywhere: { en: 'All servers, and the web', nl: 'Alle servers, en het web' },
} as const satisfies Record<Scope, unknown>

/** The request to erase, as its buttons carry it. */
export interface ErasureRequest {
  readonly scope: Scope
  /** Where it was asked for: what was counted there is erased, and nothing of elsewhere. */
  readonly guildId: GuildId
  readonly userId: UserId
  /** Discord's id of the command with which it began. */
  readonly requestId: string
}

/** What was counted may be another thing after so long. */
const ASKED_FOR = { minutes: 15 }

export function personOf(scope: Scope, userId: UserId, guildId: GuildId): PersonInGuild {
  return { userId, guildId: scope === 'server' ? guildId : null }
}

export function aboutOf({ scope, guildId, userId, requestId }: ErasureRequest): string {
  return `${scope}:${guildId}:${userId}:${requestId}`
}

/** @throws {Refusal} when somebody else presses, or elsewhere, or too late. */
export function requestIn({ about, guildId, actor: { userId } }: ButtonPress, now: Temporal.Instant): ErasureRequest {
  const [scope = '', askedIn, askedBy, requestId = ''] = about.split(':')
  if (askedBy !== userId || askedIn !== guildId)
    throw new Refusal('forbidden', 'gdpr.not_yours', gdprWords.everywhere('not_yours'))
  const isKnown = (scope === 'server' || scope === 'everywhere') && isSnowflake(requestId)
  if (!isKnown || Temporal.Instant.compare(instantOfId(requestId).add(ASKED_FOR), now) < 0)
    throw new Refusal('conflict', 'gdpr.too_old', gdprWords.everywhere('too_old'))
  return { scope, guildId, userId, requestId }
}
