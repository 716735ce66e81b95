import type { Tx } from '../../platform/database/connect.ts'
import { reachMilestone } from '../../platform/events/milestones.ts'
import type { Platform } from '../../platform/feature.ts'
import { type Amount, amountOf, type Day, dayOf, difference, type Limits, NO_AMOUNT, roomFor, sum } from './budget.ts'
import { budgetNotices } from './budget-notices.ts'
import { type CallEnd, countQuestions, endCall, insertCall, reserveMore } from './calls-store.ts'
import { addToDay, type DayKey, lockDay } from './days-store.ts'
import { limitsOf } from './limits.ts'
import { type Asking, QUOTA_PURPOSE } from './purpose.ts'

/** A call from before its first attempt to after its last. */
export interface OpenCall extends Asking {
  readonly provider: string
  readonly model: string
  readonly begunAt: Temporal.Instant
}

export interface Entry extends DayKey {
  readonly id: string
  readonly reserved: Amount
}

export type Denial = 'crowded' | 'spent' | 'over_quota'
type Verdict = { readonly entry: Entry } | { readonly denial: Denial }

/**
 * The books of what guilds spend: before anything is asked, the most that it can cost is reserved, and afterwards that
 * is replaced by what it did. A call whose process ended stays counted with all that was reserved, since it may have
 * been made. The sums of a guild's day are changed under the lock of its row alone.
 */
export function modelLedger({ db, clock, settings }: Pick<Platform, 'db' | 'clock' | 'settings'>) {
  const notices = budgetNotices(settings)

  /** One transaction: what is left, and that it is taken. */
  async function reserve(call: OpenCall, entry: Entry | null, most: Amount): Promise<Verdict> {
    const limits = await limitsOf(settings, call.guildId)
    const now = clock.now()
    const key = entry ?? { guildId: call.guildId, day: dayOf(now) }
    const told = await notices.prepare(call.guildId)
    return db.transaction().execute(async (tx) => {
      const day = await lockDay(tx, key)
      if (!entry && (await isOverQuota(tx, key, call, limits))) return { denial: 'over_quota' }
      const more = difference(most, entry?.reserved ?? NO_AMOUNT)
      const room = roomFor(more, day, limits)
      if (room === 'spent') await told.stopped(tx, key, day, limits, now)
      if (room !== 'fits') return { denial: room }
      const id = entry?.id ?? (await insertCall(tx, { ...call, ...key, askedAt: now, reserved: most }))
      // A call that was taken for lost is one: what it is to cost from now on would count in no book.
      if (entry && !(await reserveMore(tx, id, most))) return { denial: 'crowded' }
      await addToDay(tx, key, { spent: NO_AMOUNT, reserved: more })
      return { entry: { ...key, id, reserved: most } }
    })
  }

  /** One transaction: what it did cost takes the place of what was reserved. An entry without an id is written now. */
  async function settle(call: OpenCall | null, entry: Entry, ended: CallEnd): Promise<void> {
    const limits = await limitsOf(settings, entry.guildId)
    const told = await notices.prepare(entry.guildId)
    const spent = amountOf(ended.spent)
    await db.transaction().execute(async (tx) => {
      const before = await lockDay(tx, entry)
      const id = call ? await insertCall(tx, { ...call, ...entry, askedAt: call.begunAt }) : entry.id
      if (!(await endCall(tx, id, ended))) return
      const isAnswer = ended.outcome === 'answered'
      const reserved = difference(NO_AMOUNT, entry.reserved)
      await addToDay(tx, entry, { spent, reserved, answers: Number(isAnswer), failures: Number(!isAnswer) })
      if (isAnswer) await reachMilestone(tx, entry.guildId, 'first_gpt', ended.endedAt)
      const day: Day = { ...before, spent: sum(before.spent, spent), reserved: sum(before.reserved, reserved) }
      await told.afterSpending(tx, entry, day, limits, ended.endedAt)
    })
  }

  return { reserve, settle }
}

function isOverQuota(tx: Tx, key: DayKey, { userId, purpose }: OpenCall, { memberQuestions }: Limits) {
  if (userId === null || memberQuestions === 0 || purpose !== QUOTA_PURPOSE) return false
  return countQuestions(tx, key, userId, purpose).then((count) => count >= memberQuestions)
}
