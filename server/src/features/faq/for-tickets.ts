import type { GuildId, UserId } from '../../kernel/ids.ts'
import { inEach, type Language, type Localised } from '../../kernel/language.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { cut } from '../../platform/discord/text.ts'
import { announceChange } from '../../platform/events/data-change.ts'
import { systemSettings } from '../../platform/settings/system.ts'
import { addEntry, publishEntry } from './editing.ts'
import { entryLanguage } from './entry.ts'
import { faqLookup, type LookupNeeds, SUGGESTED_FROM } from './lookup.ts'
import { reasonsIn } from './reasons.ts'
import { faqSettings } from './settings.ts'
import { countSolution } from './solutions-store.ts'
import { findEntry, findOfTicket, holdGuild } from './store.ts'

/** An entry that may answer what somebody asked. */
export interface Suggestion {
  readonly entryId: number
  /** What people call the entry by, in its guild. */
  readonly number: number
  readonly title: string
  readonly answer: string
  /** From 0 to 1. */
  readonly score: number
  /** Why it is shown, as a sentence; what members typed is escaped in it. */
  readonly reason: Localised
}

interface Solved {
  readonly guildId: GuildId
  readonly entryId: number
  readonly userId: UserId
}

interface TicketDraft {
  readonly guildId: GuildId
  readonly ticketId: bigint | number
  readonly title: string
  readonly answer: string
  readonly keywords: readonly string[]
  /** Null: a language model wrote it. */
  readonly by: UserId | null
}

interface Publishing {
  readonly guildId: GuildId
  readonly entryId: number
  readonly by: UserId
  readonly title?: string
  readonly answer?: string
  readonly keywords?: readonly string[]
}

/** What an answer may be taken from, and be cited by. */
export interface Passage {
  readonly entryId: number
  readonly number: number
  readonly title: string
  readonly text: string
}

/** An entry, published or not, with the ticket that it was made from. */
export interface FaqEntry {
  readonly entryId: number
  readonly number: number
  readonly ticketId: string | null
  readonly title: string
  readonly answer: string
  readonly keywords: readonly string[]
}

/** What the FAQ does for features that answer members. */
export interface FaqForTickets {
  /** Best first, only those good enough to be shown; [] where the FAQ is off. Records a search without a hit. */
  suggest(guildId: GuildId, text: string, language: Language, most: number): Promise<readonly Suggestion[]>
  /** Counts once for each member in a month. */
  solved(tx: Tx, solved: Solved, now: Temporal.Instant): Promise<void>
  /** A draft entry; staff publish it. Once for each ticket: a second call gives the first draft. */
  draft(tx: Tx, draft: TicketDraft, now: Temporal.Instant): Promise<{ entryId: number; number: number }>
  /** With other words, where they are given. @throws {Refusal} where that guild has no such entry, or it is deleted. */
  publish(tx: Tx, publishing: Publishing, now: Temporal.Instant): Promise<void>
  /** Drafts too; null where that guild has no such entry, or it is deleted. */
  find(guildId: GuildId, entryId: string): Promise<FaqEntry | null>
  isOn(guildId: GuildId): Promise<boolean>
  /** For answering questions with citations; [] where the FAQ is off. Records nothing. */
  passages(guildId: GuildId, question: string, language: Language, most: number): Promise<readonly Passage[]>
}

/** Of a passage a language model is told no more. */
const LONGEST_PASSAGE = 1_500
/** A model can tell what does not fit, so more is given to it than is shown to members. */
const PASSAGES_FROM = 0.2

export function faqForTickets(platform: LookupNeeds): FaqForTickets {
  const { settings } = platform
  const lookup = faqLookup(platform)
  return {
    async suggest(guildId, text, language, most) {
      const [isOn, isSuggesting] = await Promise.all([
        lookup.isOn(guildId),
        settings.read(faqSettings.suggestBeforeTicket, guildId),
      ])
      if (!isOn || !isSuggesting) return []
      const { hits, plan } = await lookup.answers({ guildId, language }, text, { most, from: SUGGESTED_FROM })
      if (hits.length === 0) await lookup.miss(guildId, plan)
      return hits.map(({ id, number, title, answer, score, reasons }) => {
        return {
          entryId: Number(id),
          number,
          title,
          answer,
          score,
          reason: inEach((reader) => reasonsIn(reasons, reader)),
        }
      })
    },
    async solved(tx, solved, now) {
      if (await countSolution(tx, solved, now))
        await announceChange(tx, { guildId: solved.guildId, kind: 'faq', ref: String(solved.entryId) }, now)
    },
    draft: (tx, draft, now) => draftOf(tx, settings, draft, now),
    async publish(tx, { guildId, entryId, by, ...words }, now) {
      await publishEntry(tx, { guildId, key: { id: entryId } }, words, { userId: by, source: 'ticket' }, now)
    },
    isOn: lookup.isOn,
    async find(guildId, entryId) {
      const entry = /^[1-9]\d{0,14}$/.test(entryId)
        ? await findEntry(platform.db, guildId, { id: Number(entryId) })
        : null
      if (!entry || entry.state === 'deleted') return null
      const { id, number, ticketId, title, answer, keywords } = entry
      return { entryId: id, number, ticketId, title, answer, keywords }
    },
    async passages(guildId, question, language, most) {
      if (!(await lookup.isOn(guildId))) return []
      const { hits } = await lookup.answers({ guildId, language }, question, { most, from: PASSAGES_FROM })
      return hits.map(({ id, number, title, answer }) => {
        return { entryId: Number(id), number, title, text: cut(answer, LONGEST_PASSAGE) }
      })
    },
  }
}

async function draftOf(
  tx: Tx,
  settings: LookupNeeds['settings'],
  { guildId, ticketId, title, answer, keywords, by }: TicketDraft,
  now: Temporal.Instant,
): Promise<{ entryId: number; number: number }> {
  const language = entryLanguage(await settings.read(systemSettings.locale, guildId))
  // Held before it is looked for, so that of two calls at once the second finds the draft of the first.
  await holdGuild(tx, guildId)
  const ofTicket = String(ticketId)
  const known = await findOfTicket(tx, guildId, ofTicket)
  if (known) return { entryId: known.id, number: known.number }
  const content = { title, answer, keywords, category: null, language }
  const author = { userId: by, source: 'ticket' } as const
  const { id, number } = await addEntry(tx, guildId, { ...content, state: 'draft', ticketId: ofTicket }, author, now)
  return { entryId: id, number }
}
