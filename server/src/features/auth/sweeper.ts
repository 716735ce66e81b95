import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import { repeating, type Worker } from '../../platform/worker.ts'
import type { ApiKeys } from './api-keys.ts'
import type { Sessions } from './sessions.ts'
import type { SignIn } from './sign-in.ts'

interface SweeperNeeds {
  readonly sessions: Sessions
  readonly signIn: SignIn
  readonly keys: ApiKeys
  readonly clock: Clock
  readonly logger: Logger
}

const EVERY = { minutes: 10 }

/** Removes what opens nothing any more; whether it does is never asked of this worker. */
export function authSweeper({ sessions, signIn, keys, clock, logger }: SweeperNeeds): Worker {
  return repeating('auth.sweep', { clock, logger }, async () => {
    await signIn.removeExpired()
    await sessions.removeExpired()
    await keys.removeDead()
    return { at: clock.now().add(EVERY) }
  })
}
