import type { Platform } from '../../platform/feature.ts'
import { ModelFailure } from '../../platform/language-model/failure.ts'
import type { Spending } from '../../platform/language-model/prices.ts'
import type { Books, Course } from '../../platform/language-model/question.ts'
import { amountOf, dayOf, NO_AMOUNT, nextDay } from './budget.ts'
import type { Outcome } from './calls-store.ts'
import { type Denial, type Entry, modelLedger, type OpenCall } from './ledger.ts'

interface BooksOfCall extends Books {
  /** What came of the call. A question that the guild allows no more is none. */
  close(course: Course<unknown>): Promise<void>
}

/** Keeps the books of single calls in the ledger. */
export function bookkeeping(platform: Pick<Platform, 'db' | 'clock' | 'settings'>) {
  const { clock } = platform
  const ledger = modelLedger(platform)
  return (call: OpenCall): BooksOfCall => {
    let entry: Entry | null = null
    return {
      async cover(most: Spending) {
        const verdict = await ledger.reserve(call, entry, amountOf(most))
        if ('denial' in verdict) throw denied(verdict.denial, nextDay(dayOf(clock.now())))
        entry = verdict.entry
      },
      async close(course) {
        const outcome = course.ended instanceof ModelFailure ? outcomeOf(course.ended) : 'answered'
        if (outcome === null) return
        const endedAt = clock.now()
        const latencyMs = Math.max(0, Math.round(endedAt.since(call.begunAt).total('milliseconds')))
        const ended = { ...course, outcome, latencyMs, endedAt }
        if (entry) return ledger.settle(null, entry, ended)
        // Nobody was asked, because every service is left alone: that is a failure as well.
        const unasked = { guildId: call.guildId, day: dayOf(endedAt), id: '', reserved: NO_AMOUNT }
        return ledger.settle(call, unasked, ended)
      },
    }
  }
}

function denied(denial: Denial, tomorrow: Temporal.Instant): ModelFailure {
  if (denial === 'over_quota')
    return new ModelFailure(denial, 'the member has asked enough for today', { resetsAt: tomorrow })
  // What questions under way do not need is free again as soon as they have ended.
  const resetsAt = denial === 'spent' ? tomorrow : null
  return new ModelFailure('over_budget', 'the budget of the day does not suffice', { resetsAt })
}

function outcomeOf({ kind }: ModelFailure): Outcome | null {
  return kind === 'over_budget' || kind === 'over_quota' || kind === 'off' || kind === 'not_configured' ? null : kind
}
