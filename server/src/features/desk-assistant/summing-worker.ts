import { post } from '../../platform/discord/outbox.ts'
import { announceChange } from '../../platform/events/data-change.ts'
import type { Platform } from '../../platform/feature.ts'
import { ModelFailure } from '../../platform/language-model/failure.ts'
import { repeating, type Worker } from '../../platform/worker.ts'
import { closingMessage } from './messages.ts'
import type { AssistantPorts, AssistedTicket } from './ports.ts'
import { dataOf, MOST_LINES, MOST_TOKENS, plainEntry, SUMMARY_INSTRUCTIONS, summingOf } from './prompts.ts'
import { claimDue, type DueSummary, delaySummary, endSummary, nextDue, wantSummary } from './summary-store.ts'

type Needs = Pick<Platform, 'config' | 'db' | 'clock' | 'logger'> & AssistantPorts

const AT_ONCE = 4
/** A language model may be asked twice, and another one after it; a dead worker's work comes back then. */
const leaseOf = ({ config }: Needs) => ({ seconds: 15 + 4 * config.languageModel.timeoutSeconds })
const LONGEST_IDLE = { seconds: 30 }
const MOST_ATTEMPTS = 5
const FIRST_PAUSE_S = 20
/** So long a summary waits for what was said while nobody listened. */
const WAITS_FOR_TALK = { minutes: 5 }
const ASKED_AGAIN_AFTER = { seconds: 1 }
/** Another attempt may end otherwise. */
const PASSING: ReadonlySet<string> = new Set(['unavailable', 'rate_limited', 'nonsense'])

/** Sums up tickets that were closed, and offers to make FAQ entries of them; without a language model it only offers. */
export function summingWorker(needs: Needs): Worker {
  const { db, clock } = needs
  let changed = new AbortController()
  needs.tickets.onChange(() => changed.abort())
  return repeating('desk_assistant.summaries', needs, async () => {
    changed = new AbortController()
    const now = clock.now()
    const taken = await takeClosings(needs, now)
    const due = await claimDue(db, { now, leaseUntil: now.add(leaseOf(needs)), limit: AT_ONCE })
    await Promise.all(due.map((one) => sumUp(needs, one)))
    if (taken > 0 || due.length > 0) return { at: clock.now() }
    const [latest, next] = [now.add(LONGEST_IDLE), await nextDue(db)]
    const isSooner = next && Temporal.Instant.compare(next, latest) < 0
    return { at: isSooner ? next : latest, sooner: changed.signal }
  })
}

async function takeClosings({ db, tickets }: Needs, now: Temporal.Instant): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const closed = await tickets.takeClosings(tx, AT_ONCE)
    for (const { guildId, ticketId } of closed) {
      const ticket = await tickets.find(tx, guildId, ticketId)
      if (ticket) await wantSummary(tx, ticket, now)
    }
    return closed.length
  })
}

async function sumUp(needs: Needs, due: DueSummary): Promise<void> {
  const { db, clock, tickets, talk } = needs
  const ticket = await tickets.find(db, due.guildId, due.ticketId)
  const now = clock.now()
  if (!ticket) return
  const waitsUntil = due.wantedAt.add(WAITS_FOR_TALK)
  if (Temporal.Instant.compare(now, waitsUntil) < 0 && !(await talk.isComplete(ticket)))
    return delaySummary(db, due, { at: now.add(ASKED_AGAIN_AFTER), countsAsAttempt: false })
  const ended = await summed(needs, ticket).catch((error: unknown) => {
    if (error instanceof ModelFailure) return error
    throw error
  })
  if (!(ended instanceof ModelFailure)) return conclude(needs, due, ticket, ended)
  if (PASSING.has(ended.kind) && due.attempts < MOST_ATTEMPTS)
    return delaySummary(db, due, { at: retryAt(ended, due, clock.now()), countsAsAttempt: true })
  const lines = await talk.lines(ticket, MOST_LINES)
  return conclude(needs, due, ticket, { entry: plainEntry(ticket, lines), without: ended.kind })
}

type Ended = Parameters<typeof endSummary>[2]

async function summed({ model, talk }: Needs, ticket: AssistedTicket): Promise<Ended> {
  const { guildId } = ticket
  const lines = await talk.lines(ticket, MOST_LINES)
  if (lines.length === 0) return { entry: null, without: 'nothing_said' }
  const readiness = await model.readiness(guildId)
  if (readiness !== 'ready') return { entry: plainEntry(ticket, lines), without: readiness }
  const question = { instructions: SUMMARY_INSTRUCTIONS, data: dataOf(ticket, lines), mostTokens: MOST_TOKENS }
  return summingOf(await model.askForObject({ guildId, userId: null, purpose: 'ticket_summary' }, question))
}

function retryAt({ resetsAt }: ModelFailure, { attempts }: DueSummary, now: Temporal.Instant): Temporal.Instant {
  const paused = now.add({ seconds: FIRST_PAUSE_S * 4 ** (attempts - 1) })
  return resetsAt && Temporal.Instant.compare(resetsAt, paused) > 0 ? resetsAt : paused
}

/** What was found out, with the message that tells of it. */
async function conclude({ db, clock, faq }: Needs, due: DueSummary, ticket: AssistedTicket, ended: Ended) {
  const { guildId, id, channelId } = ticket
  const isOffered = ended.entry !== null && (await faq.isOn(guildId))
  const message = closingMessage(ticket, 'summary' in ended ? ended.summary : null, isOffered)
  await db.transaction().execute(async (tx) => {
    if (!(await endSummary(tx, due, ended))) return
    const now = clock.now()
    await announceChange(tx, { guildId, kind: 'ticket_summaries', ref: id }, now)
    if (message && channelId)
      await post(tx, { guildId, to: { channelId }, purpose: 'desk_assistant.summary', about: id, message }, now)
  })
}
