import { DiscordFailure } from '../../platform/discord/failure.ts'
import { posted } from '../../platform/discord/outbox.ts'
import type { Platform } from '../../platform/feature.ts'
import { repeating, type Worker } from '../../platform/worker.ts'
import {
  expiredReplies,
  nextExpiry,
  noteReaction,
  noteRepliesGone,
  type Reaction,
  reactionsToSet,
} from './marks-store.ts'
import { MARKS_CHANNEL, REPLY } from './telling.ts'

type Needs = Pick<Platform, 'db' | 'clock' | 'logger' | 'discord' | 'notices'>

const EMOJI = '⏰'
const BATCH = 50
const LONGEST_IDLE = { seconds: 30 }
const TRIED_AGAIN_AFTER = { seconds: 5 }

/** Sets and takes away the reactions on announcements, and takes replies away in time. */
export function marksWorker(needs: Needs): Worker {
  const { db, clock, notices, logger } = needs
  let changed = new AbortController()
  const wake = () => changed.abort()
  notices.on(MARKS_CHANNEL, wake, wake)
  return repeating('embedwatcher.marks', { clock, logger }, async () => {
    changed = new AbortController()
    const now = clock.now()
    const reactions = await reactionsToSet(db, BATCH)
    const replies = await expiredReplies(db, now, BATCH)
    const settled = [
      ...(await Promise.all(reactions.map((reaction) => set(needs, reaction)))),
      ...(await Promise.all(replies.map((reply) => takeAway(needs, reply)))),
    ]
    if (settled.includes(false)) return { at: now.add(TRIED_AGAIN_AFTER), sooner: changed.signal }
    if (settled.length > 0) return { at: now }
    const [latest, next] = [now.add(LONGEST_IDLE), await nextExpiry(db)]
    const isSooner = next && Temporal.Instant.compare(next, latest) < 0
    return { at: isSooner ? next : latest, sooner: changed.signal }
  })
}

/** @returns whether no more can be done about it. */
async function set({ db, discord }: Needs, wanted: Reaction): Promise<boolean> {
  const { channelId, messageId, reaction } = wanted
  const isWanted = reaction === 'wanted'
  const isDone = await settled(
    isWanted ? discord.react(channelId, messageId, EMOJI) : discord.unreact(channelId, messageId, EMOJI),
  )
  if (isDone) await noteReaction(db, wanted, isWanted ? 'shown' : 'none')
  return isDone
}

async function takeAway({ db, discord }: Needs, reply: Parameters<typeof noteRepliesGone>[1]): Promise<boolean> {
  const sent = await posted(db, { guildId: reply.guildId, purpose: REPLY, about: reply.id })
  if (sent.some(({ status }) => status === 'due')) return false
  const gone = await Promise.all(
    sent.map(async ({ sent: place }) => !place || settled(discord.deleteMessage(place.channelId, place.messageId))),
  )
  if (gone.includes(false)) return false
  await noteRepliesGone(db, reply)
  return true
}

/** What Discord refuses, because it is gone or the bot may not, is settled; what it could not do is tried again. */
async function settled(work: Promise<void>): Promise<boolean> {
  return work.then(
    () => true,
    (error: unknown) => {
      if (!(error instanceof DiscordFailure)) throw error
      return error.kind !== 'unavailable' && error.kind !== 'unauthorized'
    },
  )
}
