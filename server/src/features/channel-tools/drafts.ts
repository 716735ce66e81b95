import { firstMessageIdAt, type MessageId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { NO_MENTIONS } from '../../platform/discord/message.ts'
import { recordEvents } from '../../platform/events/operational-event.ts'
import type { Platform } from '../../platform/feature.ts'
import * as store from './draft-store.ts'
import { type EmbedFields, readEmbed } from './embed.ts'
import { type Speaking, type Speech, spokenEvent } from './speaking.ts'
import { embedWords } from './words-embed.ts'

type Draft = store.Draft
type OwnDraft = store.OwnDraft

/** A draft that nobody sent for so long is forgotten. */
export const KEPT = { hours: 24 }
/** Discord's clock is not ours. */
const CLOCKS_DIFFER = { seconds: 10 }

type DraftNeeds = Pick<Platform, 'db' | 'clock' | 'discord'> & { readonly speaking: Speaking }

export type Drafts = ReturnType<typeof drafts>

/** Embeds between being written and being sent. They are kept in the database, so that buttons work after a restart. */
export function drafts({ db, clock, discord, speaking }: DraftNeeds) {
  /** @throws {Refusal} when it is not there any more, or somebody else's. */
  async function own(which: OwnDraft): Promise<Draft> {
    const isId = /^\d{1,18}$/.test(which.id)
    const draft = isId && (await store.findDraft(db, which, clock.now().subtract(KEPT)))
    if (!draft) throw refusal('not_found', 'gone')
    return draft
  }

  async function deliver(draft: Draft): Promise<MessageId> {
    const reading = readEmbed(draft.fields)
    if ('problems' in reading) throw refusal('invalid', 'not_ready')
    await speaking.requirePlace(draft, true)
    const earlier = draft.sendingAt && (await findSent(discord, draft, draft.sendingAt))
    if (earlier) return earlier
    if (!draft.sendingAt) await store.noteSending(db, draft.id, clock.now())
    const message = { embeds: [reading.embed], allowed_mentions: NO_MENTIONS }
    return speaking.send(draft, message, `embed:${draft.id}`).catch(async (error: unknown) => {
      // Whatever was refused for good can be changed and tried again.
      if (error instanceof Refusal && error.kind !== 'unavailable') await store.noteSending(db, draft.id, null)
      throw error
    })
  }

  return {
    own,
    write: (speech: Speech, fields: EmbedFields) => store.insertDraft(db, { ...speech, fields }, clock.now()),

    async change(which: OwnDraft, fields: EmbedFields): Promise<Draft> {
      const draft = await own(which)
      const changed = await store.changeDraft(db, draft.id, fields)
      if (!changed) throw refusal('conflict', 'sent_already')
      return changed
    },

    /** Pressed any number of times it is sent once; rights are checked again. */
    async send(which: OwnDraft): Promise<{ readonly draft: Draft; readonly messageId: MessageId }> {
      const draft = await own(which)
      if (draft.messageId) return { draft, messageId: draft.messageId }
      const messageId = await deliver(draft)
      await db.transaction().execute(async (tx) => {
        const isNews = await store.noteSent(tx, draft.id, messageId)
        if (isNews) await recordEvents(tx, [spokenEvent(draft, messageId, 'embed')], clock.now())
      })
      return { draft, messageId }
    },

    async discard(which: OwnDraft): Promise<void> {
      const { id } = await own(which)
      if (!(await store.removeDraft(db, id))) throw refusal('conflict', 'sent_already')
    },
  }
}

/** What a process that died sent, without having been told so. */
async function findSent(
  discord: Platform['discord'],
  draft: Draft,
  since: Temporal.Instant,
): Promise<MessageId | null> {
  const after = firstMessageIdAt(since.subtract(CLOCKS_DIFFER))
  const [messages, self] = await Promise.all([
    discord.recentMessages(draft.channelId, { limit: 100, after }),
    discord.self(),
  ])
  const { title, description } = draft.fields
  const isIt = ([embed]: (typeof messages)[number]['embeds']) =>
    (embed?.title ?? '') === title.trim() && (embed?.description ?? '') === description.trim()
  return messages.find(({ authorId, embeds }) => authorId === self && isIt(embeds))?.id ?? null
}

function refusal(kind: 'not_found' | 'conflict' | 'invalid', reason: 'gone' | 'sent_already' | 'not_ready'): Refusal {
  return new Refusal(kind, `channel_tools.draft_${reason}`, embedWords.everywhere(reason))
}
