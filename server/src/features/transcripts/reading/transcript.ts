import type { GuildId, MessageId } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import { DiscordFailure } from '../../../platform/discord/failure.ts'
import type { Platform } from '../../../platform/feature.ts'
import { systemSettings } from '../../../platform/settings/system.ts'
import { isComplete } from '../gaps/completeness.ts'
import { findMark } from '../gaps/marks-store.ts'
import type { TicketRooms, TicketSketch } from '../ports.ts'
import type { Entry } from './entry.ts'
import { authorsOf, countEntries, entriesAfter, type Wanted } from './entry-store.ts'
import type { KnownNames } from './references.ts'

type Needs = Pick<Platform, 'db' | 'clock' | 'guilds' | 'settings'> & { readonly rooms: TicketRooms }

/** How much of the channel the transcript holds. */
export type Extent = 'complete' | 'not_complete' | 'gone' | 'closed_to_bot'

/** What was said in a ticket, with all that its readers need to understand it. */
export interface Transcript {
  readonly ticket: TicketSketch
  readonly ticketId: string
  readonly guildId: GuildId
  readonly guildName: string
  readonly extent: Extent
  /** Of those that are wanted. */
  readonly count: number
  readonly language: Language
  readonly zone: string
  readonly madeAt: Temporal.Instant
  readonly names: KnownNames
  /** In their order, some hundred of them in memory at a time. */
  entries(): AsyncGenerator<Entry>
}

const PAGE = 200

/** Null: the guild has no such ticket. */
export async function openTranscript(needs: Needs, wanted: Wanted, language: Language): Promise<Transcript | null> {
  const { db, clock, settings, rooms } = needs
  const { guildId, ticketId } = wanted
  const ticket = await rooms.describe(db, guildId, ticketId)
  if (!ticket) return null
  const { guildName, names } = await namesOf(needs, guildId)
  const authors = await authorsOf(db, wanted)
  return {
    ticket,
    ticketId,
    guildId,
    guildName,
    extent: await extentOf(needs, wanted, ticket),
    count: await countEntries(db, wanted),
    language,
    zone: await settings.read(systemSettings.timeZone, guildId),
    madeAt: clock.now(),
    names: { ...names, user: (id) => authors.get(id) ?? (id === ticket.openerId ? ticket.username : null) },
    async *entries() {
      let after: MessageId | null = null
      for (;;) {
        const page: Entry[] = await entriesAfter(db, wanted, after, PAGE)
        yield* page
        after = page.at(-1)?.message.messageId ?? null
        if (page.length < PAGE) return
      }
    },
  }
}

async function extentOf({ db, clock }: Needs, { ticketId }: Wanted, { closedAt }: TicketSketch): Promise<Extent> {
  const mark = await findMark(db, ticketId)
  if (!mark) return 'complete'
  const { goneAt, closedToBotAt, endReadAt, wholeReadAt, isDoubted } = mark
  const wasReadSince = wholeReadAt && closedAt && Temporal.Instant.compare(wholeReadAt, closedAt) >= 0
  if (goneAt) return wasReadSince ? 'complete' : 'gone'
  if (closedToBotAt) return 'closed_to_bot'
  if (closedAt) return isComplete(mark, closedAt, clock.now()) ? 'complete' : 'not_complete'
  return endReadAt && !isDoubted ? 'complete' : 'not_complete'
}

/** Without Discord a transcript is read all the same. */
async function namesOf({ guilds }: Needs, guildId: GuildId) {
  const [sketch, channels] = await Promise.all([known(guilds.guild(guildId)), known(guilds.channels(guildId))])
  const roles = new Map<string, string>(sketch?.roles.map(({ id, name }) => [id, name]))
  const rooms = new Map<string, string>(channels?.map(({ id, name }) => [id, name]))
  return {
    guildName: sketch?.guild.name ?? guildId,
    names: {
      role: (id: string) => roles.get(id) ?? null,
      channel: (id: string) => rooms.get(id) ?? null,
    },
  }
}

async function known<Answer>(asked: Promise<Answer | null>): Promise<Answer | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof DiscordFailure) return null
    throw error
  }
}
