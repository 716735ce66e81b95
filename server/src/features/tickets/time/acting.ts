import type { UserId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { answered } from '../../../platform/discord/answered.ts'
import { DiscordFailure } from '../../../platform/discord/failure.ts'
import { post } from '../../../platform/discord/outbox.ts'
import { recordEvents } from '../../../platform/events/operational-event.ts'
import type { Platform } from '../../../platform/feature.ts'
import { moveTicket, tell } from '../desk.ts'
import { askForRating, type RatingFacts, ratingFacts } from '../feedback/asking.ts'
import type { Recordings } from '../ports.ts'
import { appendEvent } from '../store.ts'
import { type Terms, termsOf } from '../terms.ts'
import { isUnsolved, type Ticket } from '../ticket.ts'
import { noteMessages } from './activity.ts'
import { assign, candidatesFor } from './assignment.ts'
import { type Action, dueActions, type TimeRules } from './due.ts'
import { lastsWords, reminderMessage, targetMessage } from './messages.ts'
import { aboutReminder, noteShown, REMINDER } from './reminder.ts'
import { timeRules } from './rules.ts'
import { remindAfterHours, reminderIsOfPanel, type Silence, silenceOf } from './silence.ts'
import type { Timed } from './time.ts'
import { findTimed, lockTimed, noteTime, type ToCheck } from './time-store.ts'
import { timeWords } from './words-time.ts'

export type TimeNeeds = Pick<
  Platform,
  'db' | 'clock' | 'logger' | 'discord' | 'settings' | 'notices' | 'guilds' | 'guildAccess'
> & { readonly recordings: Pick<Recordings, 'link'> }

/** Discord has so many at once: https://discord.com/developers/docs/resources/message#get-channel-messages */
const PAGE = 100

/** Does what is due for a ticket. What Discord has to be asked for comes first; then the ticket's lock decides. */
export async function lookAt(needs: TimeNeeds, which: ToCheck): Promise<void> {
  const { db, clock, settings } = needs
  const found = await findTimed(db, which)
  if (!found) return
  const terms = await termsOf(db, settings, found.ticket)
  const rules = await timeRules(settings, found.ticket.guildId, terms)
  await noteShown(db, found)
  const seen = (await findTimed(db, which)) ?? found
  const now = clock.now()
  const planned = dueActions(seen, rules, now).actions
  const isPlanned = (kind: Action['kind']) => planned.some((action) => action.kind === kind)
  // What was said while nobody listened is in the channel.
  if (isPlanned('remind') || isPlanned('close')) await noteUnheard(needs, seen)
  const prepared: Prepared = {
    terms,
    rules,
    candidates: isPlanned('assign') ? await candidatesFor(needs, seen.ticket, terms) : [],
    rating: isPlanned('ask_rating') ? await ratingFacts(needs, seen.ticket) : null,
  }
  await db.transaction().execute((tx) => act(tx, seen, prepared, now))
}

interface Prepared {
  readonly terms: Terms
  readonly rules: TimeRules
  readonly candidates: readonly UserId[]
  readonly rating: RatingFacts | null
}

/** A ticket that was moved in between is left for another look. */
async function act(tx: Tx, seen: Timed, prepared: Prepared, now: Temporal.Instant): Promise<void> {
  const timed = await lockTimed(tx, seen.ticket)
  if (!timed || timed.ticket.version !== seen.ticket.version) return
  const { actions, nextAt } = dueActions(timed, prepared.rules, now)
  await noteTime(tx, timed.ticket, { checked_version: timed.ticket.version, next_check_at: nextAt })
  for (const action of actions) await doOne(tx, timed, action, prepared, now)
}

async function doOne(tx: Tx, timed: Timed, action: Action, prepared: Prepared, now: Temporal.Instant): Promise<void> {
  const { terms, rules } = prepared
  switch (action.kind) {
    case 'assign':
      return assign(tx, timed.ticket, terms, prepared.candidates, now)
    case 'remind':
      return remind(tx, timed, prepared, silenceOf(timed, rules), now)
    case 'close':
      return closeSilent(tx, timed, terms, silenceOf(timed, rules), now)
    case 'warn':
      return warn(tx, timed, terms, action, now)
    case 'miss':
      return miss(tx, timed, terms, action, now)
    case 'ask_rating':
      return prepared.rating ? askForRating(tx, timed.ticket, prepared.rating, now) : undefined
  }
}

/** @throws {DiscordFailure} where the channel cannot be looked into; then nobody is reminded and nothing closes. */
async function noteUnheard({ db, clock, discord }: TimeNeeds, { ticket }: Timed): Promise<void> {
  const { id: ticketId, guildId, channelId } = ticket
  if (channelId === null) return
  const page = await answered(discord.recentMessages(channelId, { limit: PAGE }))
  if (page instanceof DiscordFailure) throw page
  const messages = page.map(({ authorId, isOfBot, isOfWebhook, createdAt }) => ({
    authorId,
    isBot: isOfBot || isOfWebhook,
    at: createdAt,
  }))
  await db.transaction().execute((tx) => noteMessages(tx, { ticketId, guildId, messages }, clock.now()))
}

/** What is kept of the rule that reminded or closed, for whoever asks why. */
function silenceFacts({ since, owes, closeAt }: Silence, hours: number, isOfPanel: boolean) {
  return {
    silent_since: since.toString(),
    hours,
    of: isOfPanel ? 'panel' : 'guild',
    owes,
    closes_at: closeAt?.toString() ?? null,
  }
}

async function remind(
  tx: Tx,
  { ticket }: Timed,
  { terms, rules }: Prepared,
  silence: Silence,
  now: Temporal.Instant,
): Promise<void> {
  const { id, guildId, channelId, status } = ticket
  if (channelId === null) return
  await noteTime(tx, ticket, { reminded_at: now })
  const hours = remindAfterHours(rules)
  const isOfPanel = reminderIsOfPanel(terms)
  const details = { rule: 'silence', ...silenceFacts(silence, hours, isOfPanel) }
  await appendEvent(tx, ticket, { kind: 'reminded', from: status, to: status, actorId: null, details }, now)
  const message = reminderMessage(ticket, terms, silence)
  await post(tx, { guildId, to: { channelId }, purpose: REMINDER, about: aboutReminder(id, now), message }, now)
}

async function closeSilent(tx: Tx, timed: Timed, terms: Terms, silence: Silence, now: Temporal.Instant): Promise<void> {
  const { ticket } = timed
  const reason = timeWords(ticket.language)('closed_reason', {
    time: lastsWords(terms.autoCloseHours, ticket.language),
  })
  const because = silenceFacts(silence, terms.autoCloseHours, terms.panel?.autoCloseHours != null)
  const details = { rule: 'silence', reason, because }
  await moveTicket(tx, ticket, 'close', { userId: null, standing: 'system' }, details, now)
}

type TargetAction = Extract<Action, { target: unknown }>
const COLUMNS = { first_response: 'response', resolution: 'resolution' } as const

async function warn(tx: Tx, { ticket }: Timed, terms: Terms, action: TargetAction, now: Temporal.Instant) {
  await noteTime(tx, ticket, { [`${COLUMNS[action.target]}_warned_at`]: now })
  await callStaff(tx, ticket, terms, 'warn', action, now)
}

async function miss(tx: Tx, { ticket }: Timed, terms: Terms, action: TargetAction, now: Temporal.Instant) {
  const { id, guildId, number, status, claimedBy } = ticket
  const { target, dueAt } = action
  await noteTime(tx, ticket, { [`${COLUMNS[target]}_missed_at`]: now })
  const details = { target, due_at: dueAt?.toString() ?? null }
  await tell(tx, ticket, { kind: 'target_missed', from: status, actorId: null, details }, now)
  const message = `Ticket ${number} missed its target for ${target === 'resolution' ? 'the resolution' : 'the first response'}`
  const about = { ticket_id: id, number, user_id: claimedBy, ...details }
  await recordEvents(tx, [{ type: 'TICKET_TARGET_MISSED', guildId, message, details: about }], now)
  // Of what is closed there is nothing left to hurry for.
  if (isUnsolved(ticket)) await callStaff(tx, ticket, terms, 'missed', action, now)
}

/** In the channel of the ticket. */
async function callStaff(
  tx: Tx,
  ticket: Ticket,
  terms: Terms,
  about: 'warn' | 'missed',
  { target, dueAt }: TargetAction,
  now: Temporal.Instant,
): Promise<void> {
  const { id, guildId, channelId } = ticket
  if (channelId === null || dueAt === null) return
  const message = targetMessage(ticket, terms, about, target, dueAt)
  await post(tx, { guildId, to: { channelId }, purpose: 'tickets.target', about: id, message }, now)
}
