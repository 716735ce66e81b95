import type { ChannelId, GuildId, MessageId } from '../../kernel/ids.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { ChannelMessage } from '../../platform/discord/channel-message.ts'
import { Turns } from '../../platform/turns.ts'
import { askedModel } from './asking-model.ts'
import { remove } from './cancelling.ts'
import { makeOrChange, newEvent, ownerOf, type WatcherNeeds } from './making.ts'
import { isWritten, mayBeNews } from './own-messages.ts'
import { type Reading, readingOf, type Verdict, verdictOf } from './reading.ts'
import { revise } from './revising.ts'
import { type Setup, setupOf } from './setup.ts'
import { type AnnouncedStatus, countOfAuthor, findByMessage, findStanding, insertAnnounced } from './store.ts'
import { askAbout, refusalOf, tellMade } from './telling.ts'

export type Watcher = ReturnType<typeof watcher>

/** Announcements of a guild's own posting by the bot, an hour: more than a guild has news, and the end of any loop. */
const MOST_OWN_PER_HOUR = 20

/** What becomes of messages in announcement channels. Hearing of one twice, or in two processes, is hearing of it once. */
export function watcher(needs: WatcherNeeds) {
  // Listeners and whoever catches up may read one message at the same time; the language model is asked once.
  const turns = new Turns<MessageId>()
  return {
    /** A message was written or edited. */
    async attend(guildId: GuildId, message: ChannelMessage): Promise<void> {
      const setup = await setupOf(needs, guildId)
      if (setup.channelId !== message.channelId || !(await isNews(needs, setup, message))) return
      const reading = readingOf(message, { ...setup, now: needs.clock.now() })
      if (reading) await turns.take(message.id, () => heed(needs, setup, message, reading))
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

async function heed(needs: WatcherNeeds, setup: Setup, message: ChannelMessage, reading: Reading): Promise<void> {
  const known = await findByMessage(needs.db, message.id)
  if (known) return revise(needs, setup, known, message, reading)
  const full = await askedModel(needs, setup, message, reading)
  const verdict = verdictOf(full, setup.thresholdPercent)
  if (verdict === 'nothing' || verdict === 'off' || (await begin(needs, setup, message, full, verdict))) return
  const other = await findByMessage(needs.db, message.id)
  if (other) await revise(needs, setup, other, message, reading)
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
  const make = async () => {
    await needs.reminders.check(newEvent(announced, content, ownerId))
    await store('made', null)
  }
  const refusal = verdict === 'make' ? await refusalOf(make()) : null
  if (refusal || verdict !== 'make') await store(refusal ? 'refused' : 'unsure', refusal)
  return isNew
}

const isByPerson = ({ isOfBot, isOfWebhook }: ChannelMessage) => !isOfBot && !isOfWebhook
