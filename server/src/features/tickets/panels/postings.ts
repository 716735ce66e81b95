import { nonceOf } from '../../../kernel/nonce.ts'
import { DiscordFailure, UNKNOWN_MESSAGE } from '../../../platform/discord/failure.ts'
import type { OutgoingMessage } from '../../../platform/discord/message.ts'
import { recordEvents } from '../../../platform/events/operational-event.ts'
import type { Platform } from '../../../platform/feature.ts'
import { guildLanguage } from '../../../platform/settings/guild-language.ts'
import { repeating, type Worker } from '../../../platform/worker.ts'
import type { Panel } from './panel.ts'
import { listPanels } from './panel-store.ts'
import { postingMessage } from './posting-message.ts'
import * as store from './posting-store.ts'

type Needs = Pick<Platform, 'db' | 'clock' | 'discord' | 'settings' | 'notices' | 'logger'>
type Standing = Pick<store.Posting, 'messageId' | 'fingerprint' | 'generation'>
type Posted = Omit<Standing, 'fingerprint'>

/** Longer than Discord may take over the two calls of a turn. */
const LEASE = { seconds: 60 }
const AFTER_FAILURE = { minutes: 1 }
const AFTER_REFUSAL = { minutes: 15 }
const LONGEST_IDLE = { seconds: 30 }
const SEARCHED = 100

/** Has the messages with panels stand as they should. Discord is asked outside of transactions, under a lease. */
export function postingsWorker(needs: Needs): Worker {
  const { db, clock, notices } = needs
  let woken = new AbortController()
  const wake = () => woken.abort()
  notices.on(store.POSTINGS_CHANNEL, wake, wake)
  return repeating('tickets.postings', needs, async (signal) => {
    woken = new AbortController()
    while (!signal.aborted && (await putNextRight(needs)));
    const [latest, next] = [clock.now().add(LONGEST_IDLE), await store.nextDuePosting(db)]
    return { at: next && Temporal.Instant.compare(next, latest) < 0 ? next : latest, sooner: woken.signal }
  })
}

/** @returns whether there may be more. */
async function putNextRight(needs: Needs): Promise<boolean> {
  const { db, clock } = needs
  const now = clock.now()
  const posting = await store.claimPosting(db, now, now.add(LEASE))
  if (!posting) return false
  try {
    await finish(needs, posting, await putRight(needs, posting))
  } catch (error) {
    if (!(error instanceof DiscordFailure)) throw error
    await note(needs, posting, error)
  }
  return true
}

/** Null: it is over. */
async function putRight(needs: Needs, posting: store.Posting): Promise<Standing | null> {
  const wished = await wishedMessage(needs, posting)
  if (!wished) return takeDown(needs, posting)
  const fingerprint = nonceOf(JSON.stringify(wished))
  if (posting.messageId !== null) {
    if (posting.fingerprint === fingerprint && !posting.isAsked) return posting
    const isThere = await edited(needs, posting, posting.messageId, wished)
    if (isThere) return { ...posting, fingerprint }
    // Whoever deletes the message wants none.
    if (!posting.isAsked) return null
  }
  return { fingerprint, ...(await posted(needs, posting, wished)) }
}

async function wishedMessage({ db, settings }: Needs, posting: store.Posting): Promise<OutgoingMessage | null> {
  const offered = offeredBy(posting, await listPanels(db, posting.guildId))
  if (offered.length === 0) return null
  return postingMessage(offered, posting.style, await guildLanguage(settings, posting.guildId))
}

function offeredBy({ panelIds }: store.Posting, all: readonly Panel[]): Panel[] {
  const enabled = all.filter(({ isEnabled }) => isEnabled)
  if (panelIds === null) return enabled
  return panelIds.flatMap((id) => enabled.filter((panel) => panel.id === id))
}

/** It comes back once there is something to offer again, unless all that it offered was deleted. */
async function takeDown({ discord }: Needs, posting: store.Posting): Promise<Standing | null> {
  const { channelId, messageId, panelIds, generation } = posting
  if (messageId !== null) await unlessGone(discord.deleteMessage(channelId, messageId, 'It offers nothing any more'))
  return panelIds?.length === 0 ? null : { messageId: null, fingerprint: null, generation }
}

async function edited(
  { discord }: Needs,
  { channelId }: store.Posting,
  id: NonNullable<store.Posting['messageId']>,
  message: OutgoingMessage,
) {
  return (await unlessGone(discord.editMessage(channelId, id, message).then(() => true))) ?? false
}

/** One that a process posted which died before it could say so is found again. */
async function posted({ discord }: Needs, posting: store.Posting, message: OutgoingMessage): Promise<Posted> {
  const { channelId, generation } = posting
  const self = await discord.self()
  const recent = await discord.recentMessages(channelId, { limit: SEARCHED })
  const found = recent.find(
    ({ authorId, components }) => authorId === self && /"tickets:(open|pick):/.test(JSON.stringify(components)),
  )
  if (found) {
    await discord.editMessage(channelId, found.id, message)
    return { messageId: found.id, generation }
  }
  return sent(discord, posting, message)
}

async function sent(discord: Needs['discord'], posting: store.Posting, message: OutgoingMessage): Promise<Posted> {
  const { id, channelId, generation } = posting
  const nonce = nonceOf('ticket-posting', id, String(generation))
  const next = { generation: generation + 1 }
  try {
    return { ...next, messageId: (await discord.sendMessage(channelId, message, { nonce })).id }
  } catch (error) {
    // It was posted, nobody heard so, and it was deleted since.
    if (error instanceof DiscordFailure && error.code === UNKNOWN_MESSAGE)
      return sent(discord, { ...posting, ...next }, message)
    throw error
  }
}

async function finish({ db, clock }: Needs, posting: store.Posting, standing: Standing | null): Promise<void> {
  await db.transaction().execute(async (tx) => {
    if (!standing) {
      if (await store.removePosting(tx, posting)) await recordEvents(tx, [eventOf(posting, 'taken_down')], clock.now())
      return
    }
    await store.recordPosting(tx, posting, {
      message_id: standing.messageId,
      fingerprint: standing.fingerprint,
      generation: standing.generation,
      trouble: null,
      settled_version: posting.version,
    })
  })
}

/** What Discord refuses is told once, and tried again now and then. */
async function note({ db, clock }: Needs, posting: store.Posting, failure: DiscordFailure): Promise<void> {
  const now = clock.now()
  await db.transaction().execute(async (tx) => {
    // The channel is gone.
    if (failure.kind === 'gone') {
      if (await store.removePosting(tx, posting)) await recordEvents(tx, [eventOf(posting, 'taken_down')], now)
      return
    }
    const isRefused = failure.kind === 'forbidden' || failure.kind === 'invalid'
    const isNoted = await store.recordPosting(tx, posting, {
      due_at: now.add(isRefused ? AFTER_REFUSAL : AFTER_FAILURE),
      ...(isRefused && { trouble: failure.kind }),
    })
    if (isNoted && isRefused && posting.trouble === null)
      await recordEvents(tx, [eventOf(posting, 'not_posted', failure.message)], now)
  })
}

function eventOf({ guildId, channelId }: store.Posting, action: 'taken_down' | 'not_posted', reason = '') {
  const details = { action, channel_id: channelId, ...(reason && { reason }) }
  return {
    type: 'TICKET_PANEL_CHANGED' as const,
    guildId,
    message: `The message with ticket panels ${action === 'taken_down' ? 'was taken down' : 'could not be posted'}`,
    details,
  }
}

async function unlessGone<Value>(call: Promise<Value>): Promise<Value | null> {
  return call.catch((error: unknown) => {
    if (error instanceof DiscordFailure && error.kind === 'gone') return null
    throw error
  })
}
