import type { Notices } from '../../platform/database/listen.ts'

/** Waits for the next notice of the channel about this guild; ends as soon as the signal aborts. */
export type NextNotice = (guildId: string, patience: AbortSignal) => Promise<void>

/** For answers that wait a few seconds for a worker. Ask before looking, or what happens in between is missed. */
export function nextNoticeOn(notices: Notices, channel: string): NextNotice {
  const waiting = new Set<(guildId: string | null) => void>()
  const wake = (guildId: string | null) => {
    for (const hear of waiting) hear(guildId)
  }
  notices.on(channel, wake, () => wake(null))
  return (guildId, patience) =>
    new Promise((resolve) => {
      const done = () => {
        waiting.delete(hear)
        patience.removeEventListener('abort', done)
        resolve()
      }
      const hear = (heard: string | null) => {
        if (heard === null || heard === guildId) done()
      }
      waiting.add(hear)
      patience.addEventListener('abort', done, { once: true })
      if (patience.aborted) done()
    })
}
