import { ChannelId, type GuildId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { post } from '../../platform/discord/outbox.ts'
import { recordEvents } from '../../platform/events/operational-event.ts'
import { guildLanguage } from '../../platform/settings/guild-language.ts'
import type { Settings } from '../../platform/settings/settings.ts'
import { systemSettings } from '../../platform/settings/system.ts'
import { type Day, type Limits, nextDay, noticeDue, percentSpent } from './budget.ts'
import { type DayKey, markDay } from './days-store.ts'
import { dollarsOf } from './limits.ts'
import { budgetMessage } from './replies.ts'

const EVENTS = { warned: 'MODEL_BUDGET_WARNED', stopped: 'MODEL_BUDGET_SPENT' } as const

/** What admins are told of a budget, once a day each: as an event, and in the log channel. */
export function budgetNotices(settings: Settings) {
  return {
    /** What is needed to tell it, read before the transaction in which it is told. */
    async prepare(guildId: GuildId) {
      const language = await guildLanguage(settings, guildId)
      const log = await settings.read(systemSettings.logChannel, guildId)

      async function tell(
        tx: Tx,
        key: DayKey,
        notice: 'warned' | 'stopped',
        day: Day,
        limits: Limits,
        now: Temporal.Instant,
      ): Promise<void> {
        await markDay(tx, key, notice, now)
        const { spent } = day
        const details = {
          day: key.day.toString(),
          spent_tokens: spent.tokens,
          token_budget: limits.tokens,
          spent_dollars: dollarsOf(spent.nanoDollars),
          money_budget: dollarsOf(limits.nanoDollars),
        }
        const message =
          notice === 'warned'
            ? `The language model has spent ${percentSpent(spent, limits)} % of the budget of the day`
            : 'What is left of the budget of the day is too little for another answer of the language model'
        await recordEvents(tx, [{ type: EVENTS[notice], guildId, message, details }], now)
        if (log === null) return
        const shown = budgetMessage(notice, { spent, limits, resetsAt: nextDay(key.day) }, language)
        const to = { channelId: ChannelId.parse(log) }
        await post(tx, { guildId, to, purpose: `gpt.budget_${notice}`, message: shown }, now)
      }

      return {
        /** A question was refused because the day's budget does not suffice any more. */
        async stopped(tx: Tx, key: DayKey, day: Day, limits: Limits, now: Temporal.Instant): Promise<void> {
          if (!day.isStopped) await tell(tx, key, 'stopped', day, limits, now)
        },
        async afterSpending(tx: Tx, key: DayKey, day: Day, limits: Limits, now: Temporal.Instant): Promise<void> {
          const notice = noticeDue(day, limits)
          if (notice) await tell(tx, key, notice, day, limits, now)
        },
      }
    },
  }
}
