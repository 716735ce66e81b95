import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import type { GuildId } from '../../kernel/ids.ts'
import { repeating, type Worker } from '../../platform/worker.ts'

interface Needs {
  readonly clock: Clock
  readonly logger: Logger
  refresh(guildId: GuildId): Promise<void>
}

interface LookWorker extends Worker {
  /** Has the guilds looked at soon. */
  ask(guildIds: readonly GuildId[]): void
}

/** Two requests each: a small part of the 50 a second that Discord allows. */
const AT_ONCE = 4
const PAUSE = { seconds: 1 }
const IDLE = { hours: 1 }

/** Looks at the invites of guilds whose events may have been missed, some at a time. */
export function lookWorker(needs: Needs): LookWorker {
  const { clock, logger, refresh } = needs
  const waiting = new Set<GuildId>()
  let wake = new AbortController()
  const worker = repeating('invites.look', needs, async () => {
    wake = new AbortController()
    const some = [...waiting].slice(0, AT_ONCE)
    for (const guildId of some) waiting.delete(guildId)
    for (const result of await Promise.allSettled(some.map(refresh)))
      if (result.status === 'rejected') logger.error({ err: result.reason }, 'the invites of a guild were not read')
    const now = clock.now()
    return waiting.size > 0 ? { at: now.add(PAUSE) } : { at: now.add(IDLE), sooner: wake.signal }
  })
  return {
    ...worker,
    ask(guildIds) {
      for (const guildId of guildIds) waiting.add(guildId)
      wake.abort()
    },
  }
}
