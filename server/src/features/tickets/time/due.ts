import { isUnsolved } from '../ticket.ts'
import { type SilenceRules, silenceOf } from './silence.ts'
import { type TargetRules, targetsOf } from './targets.ts'
import { earliest, isBefore, type TargetKind, type Timed } from './time.ts'

/** What is to be done with a ticket because of the time that it is, and when to look again. Pure. */

export interface TimeRules extends SilenceRules, TargetRules {
  readonly assigns: boolean
  readonly archiveHours: number | null
  readonly asksForRating: boolean
}

export type Action =
  | { readonly kind: 'remind' | 'close' | 'assign' | 'ask_rating' }
  | { readonly kind: 'warn' | 'miss'; readonly target: TargetKind; readonly dueAt: Temporal.Instant | null }

export interface Due {
  readonly actions: readonly Action[]
  /** Null: nothing more comes of time alone. */
  readonly nextAt: Temporal.Instant | null
}

/** Settings and panels change in between; what follows from that is seen at the latest then. */
const LOOKED_AGAIN = { minutes: 15 }
/** Whether a reminder stands in the channel is known for a day. */
const REMINDER_SHOWN = { minutes: 1 }
/** After a downtime nobody is asked about a closing of long ago. */
const ASKED_WITHIN = { hours: 24 }

export function dueActions(timed: Timed, rules: TimeRules, now: Temporal.Instant): Due {
  const { ticket } = timed
  if (!isUnsolved(ticket))
    return { actions: [...missed(timed, rules, now), ...rating(timed, rules, now)], nextAt: null }
  const silence = silenceOf(timed, rules)
  const targets = targetsOf(timed, rules, now)
  const isDue = (at: Temporal.Instant | null) => at !== null && !isBefore(now, at)
  const actions: Action[] = [
    ...(isToBeGiven(timed, rules) ? [{ kind: 'assign' as const }] : []),
    ...missed(timed, rules, now),
    ...targets.flatMap(({ kind, state, warnAt, dueAt }) => {
      const isWorthIt = state === 'running' && isDue(warnAt) && timed.time.told[kind].warnedAt === null
      return isWorthIt ? [{ kind: 'warn' as const, target: kind, dueAt }] : []
    }),
    ...(isDue(silence.closeAt) ? [{ kind: 'close' as const }] : []),
    ...(!isDue(silence.closeAt) && isDue(silence.remindAt) ? [{ kind: 'remind' as const }] : []),
  ]
  const coming = [silence.remindAt, silence.closeAt, ...targets.flatMap(({ warnAt, dueAt }) => [warnAt, dueAt])]
  const later = coming.filter((at) => at !== null && isBefore(now, at))
  const isUnseen = silence.isUnseen || actions.some(({ kind }) => kind === 'remind')
  return { actions, nextAt: earliest([...later, now.add(isUnseen ? REMINDER_SHOWN : LOOKED_AGAIN)]) }
}

/** Also of what was closed in the meantime: it was missed all the same. */
function missed(timed: Timed, rules: TimeRules, now: Temporal.Instant): Action[] {
  return targetsOf(timed, rules, now).flatMap(({ kind, state, dueAt }) =>
    state === 'missed' && timed.time.told[kind].missedAt === null ? [{ kind: 'miss', target: kind, dueAt }] : [],
  )
}

/** Once in each panel: what somebody gave back is for people to hand on. Not before there is a place to tell it. */
function isToBeGiven({ ticket, history }: Timed, { assigns }: TimeRules): boolean {
  const inThisPanel = history.slice(history.findLastIndex(({ kind }) => kind === 'transfer') + 1)
  const wasGiven = inThisPanel.some(({ kind }) => kind === 'claim' || kind === 'assign')
  return assigns && ticket.claimedBy === null && ticket.status === 'open' && ticket.channelId !== null && !wasGiven
}

function rating({ ticket, time }: Timed, { asksForRating }: TimeRules, now: Temporal.Instant): Action[] {
  const { closedAt, openerId } = ticket
  if (!asksForRating || openerId === null || closedAt === null) return []
  const wasAsked = time.ratingAskedFor?.equals(closedAt) ?? false
  return wasAsked || isBefore(closedAt.add(ASKED_WITHIN), now) ? [] : [{ kind: 'ask_rating' }]
}
