import { randomUUID } from 'node:crypto'
import { orNull } from '../../../platform/discord/guild-reader.ts'
import type { Platform } from '../../../platform/feature.ts'
import { repeating, type Worker } from '../../../platform/worker.ts'
import { findMark } from '../gaps/marks-store.ts'
import { claimWanted, endFetching, fetchLater, type KeptAttachment, keepBytes, nextWanted } from './attachment-store.ts'
import type { Cdn, Fetched } from './fetching.ts'
import { kindOf } from './sniff.ts'

type Needs = Pick<Platform, 'db' | 'clock' | 'logger' | 'discord'> & { readonly cdn: Cdn }

const MIB = 1024 * 1024
const MOST_BYTES = { perFile: 8 * MIB, perTicket: 50 * MIB, perGuild: 1024 * MIB } as const
/** Longer than a fetch can take, with asking for a new address and a second fetch. */
const LEASE = { seconds: 120 }
const AT_ONCE = 2
const MOST_ATTEMPTS = 8
const FIRST_PAUSE_S = 10
const LONGEST_IDLE = { seconds: 30 }

/** Fetches the bytes of attachments where a guild keeps them; soon, since Discord's addresses last about a day. */
export function keepingWorker(needs: Needs): Worker {
  const { db, clock, logger } = needs
  return repeating('transcripts.attachments', { clock, logger }, async (signal) => {
    const now = clock.now()
    const lease = randomUUID()
    const claimed = await claimWanted(db, { now, leaseUntil: now.add(LEASE), lease, limit: AT_ONCE })
    await Promise.all(claimed.map((attachment) => keepOne(needs, attachment, lease, signal)))
    if (claimed.length > 0) return { at: clock.now() }
    const [latest, next] = [now.add(LONGEST_IDLE), await nextWanted(db)]
    return { at: next && Temporal.Instant.compare(next, latest) < 0 ? next : latest }
  })
}

async function keepOne(needs: Needs, attachment: KeptAttachment, lease: string, signal: AbortSignal): Promise<void> {
  const { db, clock, logger } = needs
  const { id, size, attempts } = attachment
  if (size > MOST_BYTES.perFile) return void (await endFetching(db, id, lease, 'too_large'))
  const fetched = await fetchFresh(needs, attachment, signal)
  if (fetched.kind === 'bytes') {
    const { bytes } = fetched
    const file = { lease, kind: kindOf(bytes), bytes }
    return db.transaction().execute((tx) => keepBytes(tx, attachment, file, MOST_BYTES))
  }
  if (fetched.kind === 'unavailable' && attempts < MOST_ATTEMPTS) {
    logger.warn({ attachmentId: id, attempts }, 'an attachment could not be fetched; it is tried again')
    return fetchLater(db, id, lease, clock.now().add({ seconds: FIRST_PAUSE_S * 2 ** attempts }))
  }
  await endFetching(db, id, lease, STATES[fetched.kind])
}

const STATES = { too_large: 'too_large', expired: 'gone', refused: 'failed', unavailable: 'failed' } as const

/** An address that has run out is asked for anew. */
async function fetchFresh(
  { cdn, discord, db }: Needs,
  { id, url, messageId, ticketId }: KeptAttachment,
  signal: AbortSignal,
): Promise<Fetched> {
  const first = await cdn.fetch(url, MOST_BYTES.perFile, signal)
  if (first.kind !== 'expired') return first
  const mark = await findMark(db, ticketId)
  const message = mark && (await orNull(discord.message(mark.channelId, messageId)))
  const fresh = message?.attachments.find((attachment) => attachment.id === id)
  return fresh && fresh.url !== url ? cdn.fetch(fresh.url, MOST_BYTES.perFile, signal) : first
}
