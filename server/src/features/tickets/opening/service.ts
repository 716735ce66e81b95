import { isSnowflake } from '../../../kernel/ids.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import type { Platform } from '../../../platform/feature.ts'
import { openTicket } from '../desk.ts'
import type { Panel } from '../panels/panel.ts'
import { findPanel, heldPanel } from '../panels/panel-store.ts'
import type { Suggestion, Suggestions } from '../ports.ts'
import { ticketSettings } from '../settings.ts'
import { countDeflection } from '../statistics/stats-store.ts'
import { findTicket, nextNumber } from '../store.ts'
import type { FormAnswer, Ticket } from '../ticket.ts'
import { countedFacts, holdOpenings, ticketOfInteraction } from './limit-store.ts'
import { judgeOpening, type OpeningFacts, opensAgainAt } from './limits.ts'
import { type Asked, type Opener, type Opening, textOf } from './opening.ts'
import * as store from './opening-store.ts'
import { openingWords } from './words-opening.ts'

export type OpeningNeeds = Pick<Platform, 'db' | 'clock' | 'settings' | 'logger'> & {
  readonly suggestions: Suggestions
}

export interface Opened {
  readonly kind: 'opened'
  readonly ticket: Ticket
  /** When somebody will be there, where nobody is now. */
  readonly opensAt: Temporal.Instant | null
}

/** Known answers are shown first. */
export interface Offered {
  readonly kind: 'offered'
  readonly opening: Opening
  readonly suggestions: readonly Suggestion[]
}

/**
 * How tickets open. What a member wrote is kept before anything else is done with it, so that a restart loses nothing;
 * limits are judged under the guild's lock, so that one ticket comes of any number of clicks.
 */
export interface OpeningService {
  /** The panel whose form is to be filled in. @throws {Refusal} where a ticket could not be opened anyway. */
  panelFor(opener: Opener, panelId: string): Promise<Panel>
  /** Keeps what was asked, for later. */
  keep(opener: Opener, asked: Asked): Promise<Opening>
  /** What was kept. @throws {Refusal} where it is nobody's, or somebody else's. */
  kept(opener: Opener, openingId: string): Promise<Opening>
  /** Opens a ticket, or offers known answers first. */
  ask(opener: Opener, asked: Asked): Promise<Opened | Offered>
  /** The same for what was kept, with the form filled in. */
  answer(opener: Opener, openingId: string, answers: readonly FormAnswer[]): Promise<Opened | Offered>
  /** Opens it without offering anything. */
  open(opener: Opener, openingId: string): Promise<Opened>
  /** A known answer was enough. */
  solve(opener: Opener, openingId: string, entryId: string): Promise<void>
}

const KEPT = { hours: 24 }
const MOST_OFFERED = 3

export function openingService(needs: OpeningNeeds): OpeningService {
  const { db, clock } = needs
  const keep = (opener: Opener, asked: Asked) => store.keepOpening(db, opener, asked, clock.now().add(KEPT))
  const kept = async (opener: Opener, id: string) =>
    known(isSnowflake(id) ? await store.findOpening(db, opener, id, clock.now()) : null)
  return {
    keep,
    kept,
    async panelFor(opener, panelId) {
      const facts = await factsNow(needs, opener, isSnowflake(panelId) ? panelId : null)
      if (!facts.panel) throw new Refusal('not_found', 'tickets.panel_gone', openingWords.everywhere('panel_gone'))
      judgeOpening(facts, clock.now())
      return facts.panel
    },
    ask: async (opener, asked) => proceed(needs, opener, await keep(opener, asked)),
    async answer(opener, openingId, answers) {
      const opening = await kept(opener, openingId)
      await store.noteAnswers(db, opening, opening.description, answers)
      return proceed(needs, opener, await kept(opener, openingId))
    },
    open: (opener, openingId) => open(needs, opener, openingId),
    solve: (opener, openingId, entryId) =>
      db.transaction().execute((tx) => solve(needs, tx, opener, openingId, entryId)),
  }
}

async function proceed(needs: OpeningNeeds, opener: Opener, opening: Opening): Promise<Opened | Offered> {
  const suggestions = opening.ticketId === null ? await suggested(needs, opener, opening) : []
  // What opens is judged under the lock, where a repeat of the interaction is known from a second ticket.
  if (suggestions.length === 0) return open(needs, opener, opening.id)
  judgeOpening(await factsNow(needs, opener, opening.panelId), needs.clock.now())
  const entryIds = suggestions.map(({ entryId }) => entryId)
  await store.noteEntries(needs.db, opening, entryIds)
  return { kind: 'offered', opening, suggestions }
}

/** Whoever asks for help gets a ticket, also where known answers cannot be looked for. */
async function suggested(
  { db, settings, suggestions, logger }: OpeningNeeds,
  { guildId, language }: Opener,
  opening: Opening,
): Promise<readonly Suggestion[]> {
  const { panelId } = opening
  const [isWished, panel] = await Promise.all([
    settings.read(ticketSettings.suggestions, guildId),
    panelId === null ? null : findPanel(db, guildId, panelId),
  ])
  const text = textOf(opening)
  if (!isWished || panel?.offersAnswers === false || text.trim() === '') return []
  return suggestions.suggest(guildId, text, language, MOST_OFFERED).catch((err: unknown) => {
    logger.error({ err, guildId }, 'known answers could not be looked for; the ticket opens without')
    return []
  })
}

async function open(needs: OpeningNeeds, opener: Opener, openingId: string): Promise<Opened> {
  // Not within the transaction: one that holds the lock must not wait for a second connection.
  const rules = await rulesOf(needs, opener)
  return needs.db.transaction().execute((tx) => openWithin(needs, tx, opener, openingId, rules))
}

async function openWithin(
  { clock }: OpeningNeeds,
  tx: Tx,
  opener: Opener,
  openingId: string,
  rules: GuildRules,
): Promise<Opened> {
  const { guildId, userId } = opener
  const opening = known(isSnowflake(openingId) ? await store.lockOpening(tx, opener, openingId, clock.now()) : null)
  if (opening.isSolved)
    throw new Refusal('conflict', 'tickets.solved_already', openingWords.everywhere('solved_already'))
  await holdOpenings(tx, guildId)
  const { interactionId, panelId, username, language, description, answers } = opening
  const earlier = opening.ticketId === null ? null : await findTicket(tx, guildId, opening.ticketId)
  const repeated = earlier ?? (await ticketOfInteraction(tx, guildId, interactionId))
  if (repeated) return { kind: 'opened', ticket: repeated, opensAt: null }
  const panel = panelId === null ? null : await heldPanel(tx, guildId, panelId)
  const now = clock.now()
  judgeOpening({ ...rules, ...(await countedFacts(tx, guildId, userId, panelId)), panel }, now)
  const draft = { guildId, panelId, openerId: userId, username, language, description, answers, interactionId }
  const ticket = await openTicket(tx, draft, await nextNumber(tx, guildId), now)
  await store.endOpening(tx, opening, { ticket_id: ticket.id })
  return { kind: 'opened', ticket, opensAt: opensAgainAt(panel, now) }
}

async function solve({ clock, suggestions }: OpeningNeeds, tx: Tx, opener: Opener, openingId: string, entryId: string) {
  const { guildId, userId } = opener
  const opening = known(isSnowflake(openingId) ? await store.lockOpening(tx, opener, openingId, clock.now()) : null)
  if (opening.isSolved) return
  if (opening.ticketId !== null || !opening.entryIds.includes(entryId))
    throw new Refusal('conflict', 'tickets.opened_already', openingWords.everywhere('opened_already'))
  await suggestions.solved(tx, { guildId, entryId, userId }, clock.now())
  await countDeflection(tx, guildId, clock.now())
  await store.endOpening(tx, opening, { solved_at: clock.now() })
}

/** Before anybody writes anything; judged again under the lock. */
async function factsNow(needs: OpeningNeeds, opener: Opener, panelId: string | null): Promise<OpeningFacts> {
  const { db } = needs
  const { guildId, userId } = opener
  const [panel, rules, counted] = await Promise.all([
    panelId === null ? null : findPanel(db, guildId, panelId),
    rulesOf(needs, opener),
    countedFacts(db, guildId, userId, panelId),
  ])
  return { ...rules, ...counted, panel }
}

type GuildRules = Pick<OpeningFacts, 'isEnabled' | 'mostPerMember' | 'roleIds'>

async function rulesOf({ settings }: OpeningNeeds, { guildId, roleIds }: Opener): Promise<GuildRules> {
  const [isEnabled, mostPerMember] = await Promise.all([
    settings.read(ticketSettings.enabled, guildId),
    settings.read(ticketSettings.mostPerMember, guildId),
  ])
  return { isEnabled, mostPerMember, roleIds }
}

function known(opening: Opening | null): Opening {
  if (!opening) throw new Refusal('not_found', 'tickets.opening_gone', openingWords.everywhere('opening_gone'))
  return opening
}
