import type { Logger } from 'pino'
import type { OAuthClient } from '../features/auth/index.ts'
import type { Clock } from '../kernel/clock.ts'
import type { GatewayEnded } from '../platform/discord/gateway.ts'
import type { Patience } from '../platform/discord/interactions.ts'

/** What the program needs of whoever starts it. */
export interface Surroundings {
  readonly clock: Clock
  readonly logger: Logger
  /** Plain words for whoever started the program. */
  say(text: string): void
  /** Aborted when the program is asked to stop, which it may be before it has started. */
  readonly stopping?: AbortSignal
  /** Discord ended the connection for good; the process should end too. */
  onEnded(reason: GatewayEnded): void
  /** How long people wait for an answer before it is announced; by default as long as Discord allows. */
  readonly patience?: Patience
}

/** Where Discord is found, and what it knows us by. */
export interface DiscordAddress {
  readonly apiUrl: string
  readonly token: string
  /** What people sign in through; null where the operator has not set it up. */
  readonly client: OAuthClient | null
}
