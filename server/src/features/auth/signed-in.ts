import type { Credentials } from '../../platform/http/caller.ts'

/** Somebody who signed in, here or at Supabase. */
export interface SignedIn extends Credentials {
  readonly via: 'token' | 'session'
  /** Whether we made the token or session ourselves. */
  readonly isOwn: boolean
  readonly sessionId: string | null
  readonly expiresAt: Temporal.Instant
}
