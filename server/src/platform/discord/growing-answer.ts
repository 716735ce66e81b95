import type { Logger } from 'pino'
import type { OutgoingMessage } from './message.ts'

/** What a slow answer has so far, shown where the answer will stand. */
export interface GrowingAnswer {
  /** Replaces what was shown before; of several within a second the last. */
  show(message: OutgoingMessage): void
  /** From now on there is something to be replaced: the answer was announced. */
  begin(): void
  /** Resolves when no edit is under way that could come after the answer itself. */
  end(): Promise<void>
}

/** Discord limits edits of one answer to 5 in 5 s, with which the answer itself has to get through. */
const PAUSE_MS = 1_000

export function growingAnswer(edit: (message: OutgoingMessage) => Promise<void>, log: Logger): GrowingAnswer {
  const ending = Promise.withResolvers<void>()
  let latest: OutgoingMessage | null = null
  let state: 'before' | 'shown' | 'over' = 'before'
  let showing: Promise<void> | null = null

  async function showAll(): Promise<void> {
    while (latest !== null && state === 'shown') {
      const message = latest
      latest = null
      await edit(message).catch((err: unknown) => log.warn({ err }, 'a part of an answer could not be shown'))
      await pause(ending.promise)
    }
    showing = null
  }

  const next = () => {
    if (state === 'shown' && latest !== null) showing ??= showAll()
  }
  return {
    show(message) {
      latest = message
      next()
    },
    begin() {
      state = 'shown'
      next()
    },
    async end() {
      state = 'over'
      ending.resolve()
      await showing
    },
  }
}

async function pause(ending: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PAUSE_MS)
  })
  await Promise.race([patience, ending]).finally(() => clearTimeout(timer))
}
