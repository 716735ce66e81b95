import type { FastifyRequest } from 'fastify'
import type { Actor } from '../../kernel/actor.ts'
import type { GuildId, UserId } from '../../kernel/ids.ts'
import type { GuildRank } from './staff.ts'

/** What an API key may open besides being valid. */
export const KEY_SCOPES = ['reminders', 'metrics', 'exports'] as const
export type KeyScope = (typeof KEY_SCOPES)[number]

/** Credentials that verified: who holds them, before it is known which Discord user that is. */
export interface Credentials {
  readonly via: 'token' | 'session' | 'key'
  /** Names the holder for limits, idempotency keys and the log: a token's subject, or which key it is. */
  readonly subject: string
  /** What an API key opens; tokens and sessions open everything that their person may do. */
  readonly scopes?: ReadonlySet<KeyScope>
  /** An API key that was made for one guild opens only that. */
  readonly onlyGuild?: GuildId
}

/** How the HTTP edge learns who is calling; the feature `auth` knows how. */
export interface Authentication {
  /** @throws {Unauthenticated} without credentials, or with credentials that do not verify. */
  verify(request: FastifyRequest): Promise<Credentials>
  /** @throws {Refusal} `forbidden` where no Discord account is linked, `unavailable` where that cannot be told now. */
  userOf(credentials: Credentials, request: FastifyRequest): Promise<UserId>
}

/** Who calls a guarded route. */
export interface Caller extends Credentials {
  readonly actor: Actor
  /** On routes of a guild: what the caller is in it. */
  readonly rank?: GuildRank
}

/** No credentials, or credentials that do not verify. */
export class Unauthenticated extends Error {
  override readonly name = 'Unauthenticated'
  /** What the header WWW-Authenticate asks for. */
  readonly challenge: string

  constructor(sentence: string, challenge = 'Bearer realm="alphapy"') {
    super(sentence)
    this.challenge = challenge
  }
}
