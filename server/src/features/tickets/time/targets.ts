import { openStretches, type Stretch } from '../panels/hours.ts'
import type { OpeningHours } from '../panels/panel.ts'
import { isUnsolved } from '../ticket.ts'
import { isBefore, type Passage, type TargetKind, type Timed } from './time.ts'

/**
 * By when a ticket should have its first answer and its solution. Minutes count while the staff is there; of the
 * resolution also not while the member is waited for, or the ticket is closed. Pure.
 */

export interface TargetRules {
  readonly firstResponseMinutes: number | null
  readonly resolutionMinutes: number | null
  /** Null: always. */
  readonly hours: OpeningHours | null
}

export interface Target {
  readonly kind: TargetKind
  readonly minutes: number
  /** `paused`: it does not count on at the moment. */
  readonly state: 'running' | 'paused' | 'met' | 'missed'
  /** When it is or was to be met; null where that cannot be said now. */
  readonly dueAt: Temporal.Instant | null
  readonly warnAt: Temporal.Instant | null
}

/** Whoever is warned has a fifth of the time left. */
const WARNED_AT = 0.8
const MINUTE_MS = 60_000
/** Of at most so many steps of ten weeks: opening hours repeat weekly, and may be such that nobody is ever there. */
const STEP = { hours: 10 * 7 * 24 }
const MOST_STEPS = 30

export function targetsOf(timed: Timed, rules: TargetRules, now: Temporal.Instant): Target[] {
  const { ticket, time } = timed
  const isSolved = !isUnsolved(ticket)
  const closedAt = isSolved ? ticket.closedAt : null
  const isWaiting = ticket.status === 'waiting_for_user'
  const pauses = pausesOf(timed.history, now).filter(({ from }) => !closedAt || isBefore(from, closedAt))
  const found: Target[] = []
  // What is closed without an answer is not waited for any more.
  if (rules.firstResponseMinutes !== null && (time.firstResponseAt !== null || !isSolved)) {
    const span = { from: ticket.createdAt, to: time.firstResponseAt, pauses: [], isWaiting: false }
    found.push(targetOf('first_response', rules.firstResponseMinutes, span, rules.hours, now))
  }
  if (rules.resolutionMinutes !== null) {
    const span = { from: ticket.createdAt, to: closedAt, pauses, isWaiting }
    found.push(targetOf('resolution', rules.resolutionMinutes, span, rules.hours, now))
  }
  return found
}

interface Span {
  readonly from: Temporal.Instant
  /** Null: it still runs. */
  readonly to: Temporal.Instant | null
  readonly pauses: readonly Stretch[]
  /** Whether a pause goes on. */
  readonly isWaiting: boolean
}

function targetOf(
  kind: TargetKind,
  minutes: number,
  { from, to, pauses, isWaiting }: Span,
  hours: OpeningHours | null,
  now: Temporal.Instant,
): Target {
  const dueAt = reachedAt(hours, pauses, from, minutes * MINUTE_MS)
  if (dueAt !== null && !isBefore(to ?? now, dueAt)) return { kind, minutes, state: 'missed', dueAt, warnAt: null }
  if (to) return { kind, minutes, state: 'met', dueAt, warnAt: null }
  if (isWaiting) return { kind, minutes, state: 'paused', dueAt: null, warnAt: null }
  const warnAt = reachedAt(hours, pauses, from, minutes * MINUTE_MS * WARNED_AT)
  return { kind, minutes, state: 'running', dueAt, warnAt }
}

/** The stretches in which nothing counts: the member is waited for, or it was closed. One that goes on ends now. */
export function pausesOf(history: readonly Passage[], now: Temporal.Instant): Stretch[] {
  const pauses: Stretch[] = []
  let since: Temporal.Instant | null = null
  for (const { to, at } of history) {
    if (to === 'waiting_for_user' || to === 'closed' || to === 'archived') since ??= at
    else if (since && to !== null) {
      pauses.push({ from: since, to: at })
      since = null
    }
  }
  return since ? [...pauses, { from: since, to: now }] : pauses
}

/** How much counted between the two instants, in milliseconds. */
export function countedMs(
  hours: OpeningHours | null,
  pauses: readonly Stretch[],
  from: Temporal.Instant,
  to: Temporal.Instant,
): number {
  return countedStretches(hours, pauses, from, to).reduce((sum, stretch) => sum + lengthMs(stretch), 0)
}

/** The first instant at which so much has counted since then; null: never. */
export function reachedAt(
  hours: OpeningHours | null,
  pauses: readonly Stretch[],
  from: Temporal.Instant,
  wantedMs: number,
): Temporal.Instant | null {
  let [left, begin] = [wantedMs, from]
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const end = begin.add(STEP)
    for (const stretch of countedStretches(hours, pauses, begin, end)) {
      const length = lengthMs(stretch)
      if (length >= left) return stretch.from.add({ milliseconds: left })
      left -= length
    }
    begin = end
  }
  return null
}

function countedStretches(
  hours: OpeningHours | null,
  pauses: readonly Stretch[],
  from: Temporal.Instant,
  to: Temporal.Instant,
): Stretch[] {
  if (!isBefore(from, to)) return []
  const open = hours ? openStretches(hours, from, to) : [{ from, to }]
  return pauses.reduce<Stretch[]>((left, pause) => left.flatMap((stretch) => without(stretch, pause)), open)
}

function without(stretch: Stretch, pause: Stretch): Stretch[] {
  if (!isBefore(pause.from, stretch.to) || !isBefore(stretch.from, pause.to)) return [stretch]
  const before = { from: stretch.from, to: pause.from }
  const after = { from: pause.to, to: stretch.to }
  return [before, after].filter(({ from, to }) => isBefore(from, to))
}

function lengthMs({ from, to }: Stretch): number {
  return to.epochMilliseconds - from.epochMilliseconds
}
