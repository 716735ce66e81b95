import type { Tx } from '../../../platform/database/connect.ts'
import type { DiscordFailure } from '../../../platform/discord/failure.ts'
import { NO_MENTIONS } from '../../../platform/discord/message.ts'
import { post } from '../../../platform/discord/outbox.ts'
import { recordEvents } from '../../../platform/events/operational-event.ts'
import { lockedTicket } from '../desk.ts'
import { isUnsolved, type Ticket } from '../ticket.ts'
import type { NoRoom } from './making.ts'
import { letGo, note, settleUpTo } from './place-store.ts'
import { queuePosition } from './queue-store.ts'
import type { Rest } from './taking.ts'
import { type NotPlaced, type Trouble, verdictOn } from './trouble.ts'
import { rolesOf } from './wanted.ts'
import { placesWords } from './words-places.ts'
import { type Standing, termsKey, type Work } from './work.ts'

/** In case it is not heard that there is room again. */
const IN_LINE_AGAIN = { minutes: 5 }
/** What Discord does late must be there when it is looked for. */
const MADE_BY_THEN_S = 5
const TRANSCRIPT_AGAIN = { seconds: 30 }
/** An archived channel stays as long as its transcript lacks something; after this long the admins are told. */
const TRANSCRIPT_PATIENCE = { hours: 1 }

/** Everything is done, but for the rest. */
export async function finish(work: Work, standing: Standing, rest: Rest): Promise<void> {
  const { db, clock } = work.needs
  const now = clock.now()
  const { ticket } = standing
  if (rest?.kind === 'transcript') return awaitTranscript(work, standing)
  await db.transaction().execute(async (tx) => {
    await tellOfOpener(tx, work, standing, now)
    const known = { opener_is_gone: isGone(standing), terms_key: termsKey(standing.terms), attempts: 0 }
    const settled = { waiting_for: null, waiting_since: null, making_since: null, tried_version: ticket.version }
    // What is left is a look that is due later.
    const settledLooks = rest ? work.looks - 1 : work.looks
    const next = { at: rest?.at ?? now, looks: work.looks, now }
    work.place = await letGo(tx, work.place, next, { ...known, ...settled, settled_looks: settledLooks })
    await settleUpTo(tx, work.place, ticket.version)
    await tellTrouble(tx, work, ticket, vanishedRole(standing) ? 'role_gone' : null, now)
  })
}

/** There is no room; the member is told which place in the queue it is. */
export async function standInLine(work: Work, { queue, trouble }: NoRoom): Promise<void> {
  const { db, clock } = work.needs
  const { guildId, ticketId, waitingFor } = work.place
  const now = clock.now()
  await db.transaction().execute(async (tx) => {
    const ticket = await lockedTicket(tx, guildId, ticketId)
    const waiting = { waiting_for: queue, ...(waitingFor === null && { waiting_since: now }) }
    await putBack(tx, work, { now, at: now.add(IN_LINE_AGAIN) }, { ...waiting, attempts: 0 })
    await tellTrouble(tx, work, ticket, trouble, now)
    const position = await queuePosition(tx, ticket)
    if (waitingFor !== null || position === null) return
    await tellOpener(tx, ticket, placesWords(ticket.language)('in_line', { number: ticket.number, position }), now)
  })
}

/** Discord did not do it, or something is missing there; it is tried again. */
export async function putOff(work: Work, failure: DiscordFailure | NotPlaced): Promise<void> {
  const { db, clock, logger } = work.needs
  const { guildId, ticketId, attempts, trouble: before, makingSince } = work.place
  const now = clock.now()
  const { pauseS: pause, trouble } = verdictOn(failure, attempts)
  const pauseS = makingSince === null ? pause : Math.max(pause, MADE_BY_THEN_S)
  logger.warn({ ticket: ticketId, guildId, reason: failure.message, pauseS }, 'A ticket is not settled in Discord')
  await db.transaction().execute(async (tx) => {
    const ticket = await lockedTicket(tx, guildId, ticketId)
    // Whoever is in trouble holds up nobody in the queue.
    const left = trouble === null ? {} : { waiting_for: null, waiting_since: null }
    await putBack(tx, work, { now, at: now.add({ seconds: pauseS }) }, left)
    if (trouble === null) return
    await tellTrouble(tx, work, ticket, trouble, now)
    if (before !== null || ticket.channelId !== null || !isUnsolved(ticket)) return
    await tellOpener(tx, ticket, placesWords(ticket.language)('no_place_yet', { number: ticket.number }), now)
  })
}

async function awaitTranscript(work: Work, { ticket }: Standing): Promise<void> {
  const { db, clock } = work.needs
  const now = clock.now()
  const isLate =
    ticket.archivedAt !== null && Temporal.Instant.compare(ticket.archivedAt.add(TRANSCRIPT_PATIENCE), now) <= 0
  await db.transaction().execute(async (tx) => {
    await putBack(tx, work, { now, at: now.add(TRANSCRIPT_AGAIN) }, { attempts: 0 })
    if (isLate) await tellTrouble(tx, work, ticket, 'transcript_missing', now)
  })
}

interface Later {
  readonly now: Temporal.Instant
  readonly at: Temporal.Instant
}

/** A change of the ticket since it was read makes it due at once. */
async function putBack(tx: Tx, work: Work, later: Later, change: Parameters<typeof note>[2]) {
  const next = { ...later, looks: work.looks }
  work.place = await letGo(tx, work.place, next, { ...change, tried_version: work.version })
}

function isGone({ ticket, facts }: Standing): boolean {
  return ticket.openerId !== null && !facts.openerIsThere
}

function vanishedRole({ ticket, terms, facts, found }: Standing): boolean {
  return found !== null && rolesOf(ticket, terms).some((id) => !facts.roles.has(id))
}

/** Once for each trouble; `null` where there is none any more. */
async function tellTrouble(tx: Tx, work: Work, ticket: Ticket, trouble: Trouble | null, now: Temporal.Instant) {
  if (trouble === work.place.trouble) return
  await note(tx, work.place, { trouble, troubled_since: trouble === null ? null : now })
  if (trouble === null) return
  const say = placesWords('en')
  const { guildId, id, number } = ticket
  const [cause, repair] = [say(trouble), say(`${trouble}_repair`)]
  const message = say('not_settled', { number, cause, repair })
  const details = { ticket_id: id, number, trouble, cause, repair }
  await recordEvents(tx, [{ type: 'TICKET_NOT_SETTLED', guildId, message, details }], now)
}

/** Whoever leaves keeps the ticket; the staff reads it in the channel. */
async function tellOfOpener(tx: Tx, work: Work, standing: Standing, now: Temporal.Instant): Promise<void> {
  const { ticket, found } = standing
  if (isGone(standing) === work.place.openerIsGone || !found || ticket.channelId === null) return
  const content = placesWords(ticket.language)(isGone(standing) ? 'opener_left' : 'opener_back')
  const message = { content, allowed_mentions: NO_MENTIONS }
  const to = { channelId: ticket.channelId }
  await post(tx, { guildId: ticket.guildId, to, purpose: 'tickets.place', about: ticket.id, message }, now)
}

async function tellOpener(tx: Tx, { guildId, id, openerId }: Ticket, content: string, now: Temporal.Instant) {
  if (openerId === null) return
  const message = { content, allowed_mentions: NO_MENTIONS }
  await post(tx, { guildId, to: { userId: openerId }, purpose: 'tickets.place', about: id, message }, now)
}
