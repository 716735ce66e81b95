import type { Actor } from '../../kernel/actor.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { GuildId, UserId } from '../../kernel/ids.ts'
import type { Commit, Db } from '../../platform/database/connect.ts'
import { announceChange } from '../../platform/events/data-change.ts'
import { recordEvents } from '../../platform/events/operational-event.ts'
import * as store from './count-store.ts'
import { adjustmentFor, type Figures, type InviterFigures, invitesOf, type Totals } from './figures.ts'

/** A page of those who invited the most. */
export interface Board {
  readonly inviters: readonly InviterFigures[]
  readonly page: number
  readonly pages: number
  readonly total: number
  /** How many are on a page. */
  readonly limit: number
}

export interface CountChange {
  readonly before: number
  readonly now: number
}

export type InviteCounts = ReturnType<typeof inviteCounts>

/** How many somebody has invited, as members and admins ask for it and admins set it. */
export function inviteCounts({ db, clock }: { readonly db: Db; readonly clock: Clock }) {
  return {
    of: (guildId: GuildId, userId: UserId): Promise<Figures> => store.figuresOf(db, guildId, userId),
    totals: (guildId: GuildId): Promise<Totals> => store.totalsOf(db, guildId),
    /** Pages beyond the last are the last. */
    async board(guildId: GuildId, wanted: { readonly limit: number; readonly page: number }): Promise<Board> {
      const { limit } = wanted
      const at = (page: number) => store.rankedInviters(db, guildId, { limit, offset: (page - 1) * limit })
      const first = await at(wanted.page)
      const pages = Math.max(1, Math.ceil(first.total / limit))
      const page = Math.min(wanted.page, pages)
      const { inviters } = page === wanted.page ? first : await at(page)
      return { inviters, page, pages, total: first.total, limit }
    },
    async set(actor: Actor, guildId: GuildId, userId: UserId, count: number): Promise<CountChange> {
      const commit: Commit = (work) => db.transaction().execute(work)
      return commit(async (tx) => {
        await store.lockCount(tx, guildId, userId)
        const figures = await store.figuresOf(tx, guildId, userId)
        const change = { before: invitesOf(figures), now: count }
        await store.setAdjustment(tx, guildId, userId, adjustmentFor(figures, count))
        const details = { changed_by: actor.userId, user_id: userId, old_count: change.before, new_count: count }
        const message = `The invites of a member were set from ${change.before} to ${count}`
        await recordEvents(tx, [{ type: 'INVITES_CHANGED', guildId, message, details }], clock.now())
        await announceChange(tx, { guildId, kind: 'invites', ref: userId }, clock.now())
        return change
      })
    },
  }
}
