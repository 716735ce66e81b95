import type { ChannelId, GuildId, MessageId } from '../../kernel/ids.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { ChannelMessage } from '../../platform/discord/message-calls.ts'
import { lastEvent } from './event-time.ts'
import { makeOrChange, ownerOf, type WatcherNeeds } from './making.ts'
import { isWritten, mayBeNews } from './own-messages.ts'
import { changesIn, isSameReading, type Reading, readingOf, type Verdict, verdictOf } from './reading.ts'
import { type Setup, setupOf } from './setup.ts'
import {
  type Announced,
  type AnnouncedStatus,
  changeAnnounced,
  countOfAuthor,
  findByMessage,
  findStanding,
  insertAnnounced,
  lockAnnounced,
} from './store.ts'
import { askAbout, refusalOf, type Telling, tellCancelled, tellMade } from './telling.ts'

export type Watcher = ReturnType<typeof watcher>

/** Announcements of a guild's own posting by the bot, an hour: more than a guild has news, and the end of any loop. */
const MOST_OWN_PER_HOUR = 20

/** What becomes of messages in announcement channels. Hearing of one twice, or in two processes, is hearing of it once. */
export function watcher(needs: WatcherNeeds) {
  return {
    /** A message was written or edited. */
    async attend(guildId: GuildId, message: ChannelMessage): Promise<void> {
      const setup = await setupOf(needs, guildId)
      if (setup.channelId !== message.channelId || !(await isNews(needs, setup, message))) return
      const reading = readingOf(message, { ...setup, now: needs.clock.now() })
      if (!reading) return
      const known = await findByMessage(needs.db, message.id)
      if (known) return revise(needs, setup, known.id, message, reading)
      const verdict = verdictOf(reading, setup.thresholdPercent)
      if (verdict === 'nothing' || verdict === 'off' || (await begin(needs, setup, message, reading, verdict))) return
      const other = await findByMessage(needs.db, message.id)
      if (other) await revise(needs, setup, other.id, message, reading)
    },

    /** Messages are gone. */
    async deleted(guildId: GuildId, messageIds: readonly MessageId[]): Promise<void> {
      const standing = await findStanding(needs.db, guildId, { messageIds })
      if (standing.length === 0) return
      const setup = await setupOf(needs, guildId)
      for (const { id } of standing) await remove(needs, setup, id)
    },

    /** A channel is gone, with everything that stood in it. */
    async channelDeleted(guildId: GuildId, channelId: ChannelId): Promise<void> {
      const standing = await findStanding(needs.db, guildId, { channelId })
      if (standing.length === 0) return
      const setup = await setupOf(needs, guildId)
      for (const { id } of standing) await remove(needs, setup, id)
    },

    /** Whether announcements are read there. */
    isWatched: async (guildId: GuildId, channelId: ChannelId): Promise<boolean> =>
      (await setupOf(needs, guildId)).channelId === channelId,
  }
}

async function isNews(needs: WatcherNeeds, setup: Setup, message: ChannelMessage): Promise<boolean> {
  if (!isWritten(message)) return false
  if (message.isOfWebhook || message.authorId !== (await needs.discord.self())) return true
  if (!setup.ownMessages || !mayBeNews(message, [setup.logChannelId, setup.questionChannelId])) return false
  if (await needs.reminders.isReminder(message)) return false
  const since = needs.clock.now().subtract({ hours: 1 })
  if ((await countOfAuthor(needs.db, setup.guildId, message.authorId, since)) < MOST_OWN_PER_HOUR) return true
  needs.logger.warn({ guildId: setup.guildId }, 'too many announcements of the bot itself: this one is not read')
  return false
}

/** @returns whether it was the first time that the message was heard of. */
async function begin(
  needs: WatcherNeeds,
  setup: Setup,
  message: ChannelMessage,
  reading: Reading,
  verdict: Verdict,
): Promise<boolean> {
  const { guildId, leadMinutes } = setup
  const { id: messageId, channelId, authorId, editedAt } = message
  const announced = { guildId, channelId, messageId, authorId, isByPerson: isByPerson(message), reading, editedAt }
  const ownerId = await ownerOf(needs, guildId, announced)
  const content = { ...reading, leadMinutes }
  let isNew = false
  const store = async (status: AnnouncedStatus, refusal: Refusal | null) =>
    needs.db.transaction().execute(async (tx) => {
      const telling = { tx, setup, now: needs.clock.now() }
      const row = await insertAnnounced(tx, { ...announced, status }, telling.now)
      isNew = row !== null
      if (!row) return
      if (status !== 'made' || !content.when) return askAbout(telling, row, refusal)
      const made = await makeOrChange(needs, tx, row, { content, change: {}, ownerId }, telling.now)
      await tellMade(telling, made, { ...content, when: content.when }, { isChange: false, isReplied: true })
    })
  const make = () => checkedThen(needs, setup, message, () => store('made', null))
  const refusal = verdict === 'make' ? await refusalOf(make()) : null
  if (refusal || verdict !== 'make') await store(refusal ? 'refused' : 'unsure', refusal)
  return isNew
}

/** The message may say something else than when it was read. */
async function revise(
  needs: WatcherNeeds,
  setup: Setup,
  id: string,
  message: ChannelMessage,
  reading: Reading,
): Promise<void> {
  const store = (refusal: Refusal | null) =>
    needs.db.transaction().execute(async (tx) => {
      const before = await lockAnnounced(tx, id)
      const now = needs.clock.now()
      if (!before || isOlder(message, before) || isSameReading(before.reading, reading)) return
      if (!reading.when && isOver(before, now)) return
      const after = await changeAnnounced(tx, id, { reading, editedAt: message.editedAt }, now)
      if (isClosed(before)) return
      await follow(needs, { tx, setup, now }, before, after, refusal)
    })
  const isMade = verdictOf(reading, setup.thresholdPercent) === 'make'
  const refusal = await refusalOf(isMade ? checkedThen(needs, setup, message, () => store(null)) : store(null))
  if (refusal) await store(refusal)
}

/** @throws {Refusal} where no reminder may be made of the message. */
async function checkedThen(
  needs: WatcherNeeds,
  { guildId }: Setup,
  message: ChannelMessage,
  work: () => Promise<void>,
): Promise<void> {
  const { id: messageId, channelId, authorId } = message
  const ownerId = await ownerOf(needs, guildId, { authorId, isByPerson: isByPerson(message) })
  await needs.reminders.check({ guildId, ownerId, origin: { channelId, messageId } })
  await work()
}

const isByPerson = ({ isOfBot, isOfWebhook }: ChannelMessage) => !isOfBot && !isOfWebhook

/** Does what a changed announcement says. */
async function follow(
  needs: WatcherNeeds,
  telling: Telling,
  before: Announced,
  after: Announced,
  refusal: Refusal | null,
): Promise<void> {
  const { tx, setup, now } = telling
  const { reading, id } = after
  const verdict = verdictOf(reading, setup.thresholdPercent)
  if (verdict === 'off') return cancel(needs, telling, after, 'off')
  if (verdict !== 'make' || !reading.when || refusal) {
    const asked = await changeAnnounced(tx, id, { status: refusal ? 'refused' : 'unsure' }, now)
    if (verdict !== 'nothing' || after.reminderId) await askAbout(telling, asked, refusal)
    return
  }
  const content = { ...reading, when: reading.when, leadMinutes: setup.leadMinutes }
  const change = changesIn(before.reading, reading)
  const ownerId = await ownerOf(needs, after.guildId, after)
  const made = await makeOrChange(needs, tx, after, { content, change, ownerId }, now)
  await tellMade(telling, made, content, { isChange: before.reminderId !== null, isReplied: true })
}

/** Takes back what was made of it. */
export async function cancel(
  { reminders }: Pick<WatcherNeeds, 'reminders'>,
  telling: Telling,
  announced: Announced,
  why: 'deleted' | 'off' | 'by_hand',
): Promise<void> {
  const { tx, now } = telling
  const { id, reminderId, eventAt } = announced
  const had = reminderId !== null && (await reminders.cancel(tx, reminderId))
  const status = why === 'deleted' ? 'deleted' : 'cancelled'
  const after = await changeAnnounced(
    tx,
    id,
    { status, reminderId: null, reaction: 'unwanted', ...(why !== 'by_hand' && { replyExpiresAt: now }) },
    now,
  )
  const isNews = had && !(eventAt && Temporal.Instant.compare(eventAt, now) <= 0)
  if (isNews) await tellCancelled(telling, after, why)
}

async function remove(needs: WatcherNeeds, setup: Setup, id: string): Promise<void> {
  await needs.db.transaction().execute(async (tx) => {
    const announced = await lockAnnounced(tx, id)
    if (!announced || announced.status === 'deleted') return
    await cancel(needs, { tx, setup, now: needs.clock.now() }, announced, 'deleted')
  })
}

/** Nothing changes without an edit, and an edit may be heard of before what it edits. */
function isOlder({ editedAt }: ChannelMessage, known: Announced): boolean {
  return !editedAt || (known.editedAt !== null && Temporal.Instant.compare(editedAt, known.editedAt) < 0)
}

/** A person has decided, or the message is gone; one that said by itself that it is off may say that it is on again. */
function isClosed({ status, reading }: Announced): boolean {
  if (status === 'cancelled') return !reading.reasons.some(({ code }) => code === 'cancelled')
  return status === 'ignored' || status === 'deleted'
}

function isOver({ eventAt, reading }: Announced, now: Temporal.Instant): boolean {
  const last = eventAt ?? (reading.when && lastEvent(reading.when))
  return last !== null && Temporal.Instant.compare(last, now) <= 0
}
