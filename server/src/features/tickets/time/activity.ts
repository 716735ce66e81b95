import type { GuildId, UserId } from '../../../kernel/ids.ts'
import type { Tx } from '../../../platform/database/connect.ts'
import { cancelCloseRequest } from '../desk/close-request-store.ts'
import { moveTicket, tell } from '../desk.ts'
import { isUnsolved, type Ticket } from '../ticket.ts'
import { isBefore, latest, type TicketTime, type Timed } from './time.ts'
import { askedAt, guestsOf, lockTimed, noteTime } from './time-store.ts'

/** One message in the channel of a ticket, live or read later. */
export interface Spoken {
  readonly authorId: UserId
  readonly isBot: boolean
  readonly at: Temporal.Instant
}

export interface Said {
  readonly ticketId: string
  readonly guildId: GuildId
  readonly messages: readonly Spoken[]
}

/**
 * Notes who spoke, in the transaction that records it. Noting a message twice, late or out of order changes nothing that
 * later messages said. When the member speaks who was waited for, the ticket goes on.
 */
export async function noteMessages(
  tx: Tx,
  { ticketId, guildId, messages }: Said,
  now: Temporal.Instant,
): Promise<void> {
  const spoken = messages.filter(({ isBot }) => !isBot)
  if (spoken.length === 0) return
  const timed = await lockTimed(tx, { id: ticketId, guildId })
  if (!timed) return
  const { ticket } = timed
  const words = partsIn(ticket, await guestsOf(tx, ticketId), spoken)
  const heard = heardOf(timed.time, words)
  await noteTime(tx, ticket, {
    last_message_at: heard.lastMessageAt,
    last_by: heard.lastBy,
    ...(heard.firstResponse && {
      first_response_at: heard.firstResponse.at,
      first_response_by: heard.firstResponse.authorId,
    }),
  })
  const answers = words.filter(({ part }) => part === 'opener').map(({ at }) => at)
  if (answers.length > 0) await goOn(tx, timed, answers, now)
}

export interface Word extends Spoken {
  readonly part: 'opener' | 'guest' | 'staff'
}

/** In a ticket's channel are its member, those whom staff let in, and staff: whoever is neither of the first is staff. */
export function partsIn(
  { openerId }: Pick<Ticket, 'openerId'>,
  guests: ReadonlySet<UserId>,
  spoken: readonly Spoken[],
): Word[] {
  const partOf = (authorId: UserId) => (authorId === openerId ? 'opener' : guests.has(authorId) ? 'guest' : 'staff')
  return spoken.map((one) => ({ ...one, part: partOf(one.authorId) }))
}

/** What is known of the times once these words are known as well; in whatever order they come. Pure. */
export function heardOf(
  time: Pick<TicketTime, 'lastMessageAt' | 'lastBy' | 'firstResponseAt'>,
  words: readonly Word[],
) {
  const inOrder = words.toSorted((one, other) => Temporal.Instant.compare(one.at, other.at))
  const [first, ...others] = inOrder.map(({ at }) => at)
  const lastMessageAt = first ? latest(first, time.lastMessageAt, ...others) : time.lastMessageAt
  const sides = inOrder.filter(({ part }) => part !== 'guest')
  const last = sides.at(-1)
  const isNews = last && (time.lastMessageAt === null || !isBefore(last.at, time.lastMessageAt))
  const lastBy = isNews ? (last.part === 'opener' ? ('opener' as const) : ('staff' as const)) : time.lastBy
  const answer = inOrder.find(({ part }) => part === 'staff')
  const isFirst = answer && (time.firstResponseAt === null || isBefore(answer.at, time.firstResponseAt))
  return { lastMessageAt, lastBy, firstResponse: isFirst ? answer : null }
}

/** What was said before the member was asked is no answer. */
async function goOn(
  tx: Tx,
  { ticket }: Timed,
  answers: readonly Temporal.Instant[],
  now: Temporal.Instant,
): Promise<void> {
  const since = await askedAt(tx, ticket.id)
  if (!isUnsolved(ticket) || since === null || answers.every((at) => isBefore(at, since))) return
  const { openerId: actorId } = ticket
  if (ticket.status === 'waiting_for_user') {
    await moveTicket(tx, ticket, 'answer', { userId: actorId, standing: 'system' }, { rule: 'spoke' }, now)
  } else if (await cancelCloseRequest(tx, ticket.id)) {
    await tell(tx, ticket, { kind: 'kept_open', from: ticket.status, actorId, details: { rule: 'spoke' } }, now)
  }
}
