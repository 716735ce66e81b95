import { notify } from '../../../platform/database/listen.ts'
import type { Platform } from '../../../platform/feature.ts'
import type { KnownFile } from './documents-store.ts'

const FILES_CHANNEL = 'knowledge_files'
/** Three looks of another worker. */
const GONE_AFTER = { seconds: 90 }
/** A notice has room for 8000 bytes: https://www.postgresql.org/docs/current/sql-notify.html */
const AT_ONCE = 300

/** At each look workers tell each other which documents their folders hold. */
export function rollCall({ db, clock, notices }: Pick<Platform, 'db' | 'clock' | 'notices'>) {
  const heard = new Map<string, Temporal.Instant>()
  /** Also of what this worker itself told: whoever hears not even that hears nothing. */
  let isHearing = false
  let listening: { readonly since: Temporal.Instant; readonly last: Temporal.Instant } | null = null
  notices.on(
    FILES_CHANNEL,
    (ids) => {
      isHearing = true
      for (const id of ids.split(',')) heard.set(id, clock.now())
    },
    () => {
      listening = null
    },
  )

  /** Since when it has listened without a break. After one others may have been silent only because this one was. */
  function listenedSince(now: Temporal.Instant): Temporal.Instant {
    const isUnbroken = listening && isHearing && isBefore(now.subtract(GONE_AFTER), listening.last)
    if (!isUnbroken) heard.clear()
    isHearing = false
    listening = { since: (isUnbroken && listening?.since) || now, last: now }
    return listening.since
  }

  /** @returns those of the others that no worker has had for a while. */
  return async (present: readonly KnownFile[], others: readonly KnownFile[]): Promise<KnownFile[]> => {
    const now = clock.now()
    const since = listenedSince(now)
    const ids = present.map(({ id }) => id)
    for (let at = 0; at === 0 || at < ids.length; at += AT_ONCE)
      await notify(db, FILES_CHANNEL, ids.slice(at, at + AT_ONCE).join())
    const limit = now.subtract(GONE_AFTER)
    const lastKnown = new Map(others.map(({ id }) => [id, heard.get(id) ?? since]))
    for (const id of heard.keys()) if (!lastKnown.has(id)) heard.delete(id)
    return others.filter(
      ({ id, updated_at }) => isBefore(lastKnown.get(id) ?? since, limit) && isBefore(updated_at, limit),
    )
  }
}

function isBefore(one: Temporal.Instant, other: Temporal.Instant): boolean {
  return Temporal.Instant.compare(one, other) < 0
}
