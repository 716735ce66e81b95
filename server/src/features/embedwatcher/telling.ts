import type { Localised } from '../../kernel/language.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { notify } from '../../platform/database/listen.ts'
import { post } from '../../platform/discord/outbox.ts'
import { announceChange } from '../../platform/events/data-change.ts'
import { type EventType, recordEvents } from '../../platform/events/operational-event.ts'
import { cancelledNote, confirmation, linkOf, question } from './messages.ts'
import type { EventContent, EventTime } from './ports.ts'
import type { Setup } from './setup.ts'
import { type Announced, changeAnnounced } from './store.ts'

/** What is said about an announcement, stored with what it is said about. */

/** On this channel processes hear that something is to be shown beside an announcement. */
export const MARKS_CHANNEL = 'announcement_marks'
export const REPLY = 'embedwatcher.reply'
const QUESTION = 'embedwatcher.question'
const NOTE = 'embedwatcher.note'
/** A reply in the channel is for its author; everybody else has it before them for as long as this. */
const REPLY_STANDS = { minutes: 15 }

export interface Telling {
  readonly tx: Tx
  readonly setup: Setup
  readonly now: Temporal.Instant
}

interface Told {
  readonly isChange: boolean
  /** Not where somebody who pressed a button is answered. */
  readonly isReplied: boolean
}

/** A reaction for everybody, and a reply that goes away for the author. @returns the announcement as it is then. */
export async function tellMade(
  { tx, setup, now }: Telling,
  announced: Announced,
  event: Pick<EventContent, 'name' | 'leadMinutes'> & { readonly when: EventTime },
  { isChange, isReplied }: Told,
): Promise<Announced> {
  const goesAt = now.add(REPLY_STANDS)
  const marks = { reaction: 'wanted', ...(isReplied && { replyExpiresAt: goesAt }) } as const
  const marked = await changeAnnounced(tx, announced.id, marks, now)
  const { id, guildId, channelId, messageId } = announced
  if (isReplied) {
    const message = confirmation(marked, event, { now, language: setup.language, isChange, goesAt })
    const reply = { guildId, to: { channelId }, purpose: REPLY, about: id, message, replyTo: messageId }
    await post(tx, { ...reply, worthFor: REPLY_STANDS }, now)
  }
  await record(tx, 'ANNOUNCEMENT_READ', marked, isChange ? 'changed its reminder' : 'became a reminder', now)
  await notify(tx, MARKS_CHANNEL, '')
  return marked
}

/** Somebody has to decide. */
export async function askAbout(
  { tx, setup, now }: Telling,
  announced: Announced,
  refusal: Refusal | null,
): Promise<void> {
  const { guildId } = announced
  if (setup.questionChannelId) {
    const said: Localised | null = refusal && { en: refusal.sentenceIn('en'), nl: refusal.sentenceIn('nl') }
    const { language, thresholdPercent } = setup
    const message = question(announced, { now, language, thresholdPercent, refusal: said })
    const to = { channelId: setup.questionChannelId }
    await post(tx, { guildId, to, purpose: QUESTION, about: announced.id, message }, now)
  }
  const what = refusal ? `makes no reminder: ${refusal.message}` : 'could not be read for certain'
  await record(tx, 'ANNOUNCEMENT_UNSURE', announced, what, now)
}

export type CancelReason = 'deleted' | 'off' | 'by_hand'

/** The log channel hears of what no person decided. */
export async function tellCancelled(
  { tx, setup, now }: Telling,
  announced: Announced,
  why: CancelReason,
): Promise<void> {
  const { guildId } = announced
  if (why !== 'by_hand' && setup.logChannelId) {
    const message = cancelledNote(announced, why, setup.language)
    await post(tx, { guildId, to: { channelId: setup.logChannelId }, purpose: NOTE, about: announced.id, message }, now)
  }
  const how = { deleted: 'it was deleted', off: 'it says that it is off', by_hand: 'somebody cancelled it' }[why]
  await record(tx, 'ANNOUNCEMENT_CANCELLED', announced, `lost its reminder: ${how}`, now)
}

export async function record(
  tx: Tx,
  type: EventType,
  announced: Announced,
  what: string,
  now: Temporal.Instant,
): Promise<void> {
  const { id, guildId, channelId, messageId, authorId, reading, reminderId, status } = announced
  const details = {
    announcement_id: id,
    channel_id: channelId,
    message_id: messageId,
    author_id: authorId,
    reminder_id: reminderId,
    status,
    confidence: reading.confidence,
    event_at: announced.eventAt?.toString() ?? null,
    link: linkOf(announced),
  }
  const message = `The announcement "${reading.name}" ${what}`
  await recordEvents(tx, [{ type, guildId, message, details }], now)
  await announceChange(tx, { guildId, kind: 'announcements', ref: id }, now)
}

/** What a "no" of the rules was, or null; everything else that goes wrong is thrown on. */
export async function refusalOf(work: Promise<unknown>): Promise<Refusal | null> {
  return work.then(
    () => null,
    (error: unknown) => {
      if (error instanceof Refusal) return error
      throw error
    },
  )
}
