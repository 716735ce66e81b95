import type { GuildId } from '../../kernel/ids.ts'
import type { Platform } from '../../platform/feature.ts'
import { guildOf } from '../../platform/http/guards.ts'
import type { Http } from '../../platform/http/http.ts'
import { type Amount, dayOf, nextDay } from './budget.ts'
import { GuildPath, UsageOut, UsageQuery } from './contract.ts'
import { readDay } from './days-store.ts'
import { dollarsOf, limitsOf } from './limits.ts'
import { isPurpose } from './purpose.ts'
import { readDays, readMembers, readPurposes } from './usage-store.ts'

const TOP = 10

/** What a guild used the language model for, and what is left of today's budget, for its admins. */
export function gptRoutes(http: Http, platform: Platform): void {
  const config = { access: 'guild_admin', limit: 'dashboard' } as const
  const schema = {
    operationId: 'getModelUsage',
    summary: 'What the language model was used for, by day, purpose and member',
    tags: ['Language model'],
    params: GuildPath,
    querystring: UsageQuery,
    response: { 200: UsageOut },
  }
  http.get('/api/dashboard/:guild_id/gpt/usage', { config, schema }, (request) =>
    usageOf(platform, guildOf(request), request.query.days ?? 30),
  )
}

async function usageOf({ db, clock, settings }: Platform, guildId: GuildId, days: number) {
  const today = dayOf(clock.now())
  const question = { guildId, since: today.subtract({ hours: 24 * (days - 1) }) }
  const { spent, reserved } = await readDay(db, { guildId, day: today })
  const limits = await limitsOf(settings, guildId)
  const purposes = await readPurposes(db, question)
  return {
    period_days: days,
    days: (await readDays(db, question)).map(({ day, ...used }) => ({
      day: day.toZonedDateTimeISO('UTC').toPlainDate().toString(),
      ...priced(used),
    })),
    purposes: purposes.flatMap(({ purpose, ...used }) => (isPurpose(purpose) ? [{ purpose, ...priced(used) }] : [])),
    members: (await readMembers(db, question, TOP)).map(({ userId, ...used }) => ({
      user_id: BigInt(userId),
      ...priced(used),
    })),
    today: {
      resets_at: nextDay(today).toString(),
      tokens: budget(limits.tokens, spent.tokens, reserved.tokens),
      money_usd: budget(dollarsOf(limits.nanoDollars), dollarsOf(spent.nanoDollars), dollarsOf(reserved.nanoDollars)),
      member_questions: limits.memberQuestions || null,
    },
  }
}

function priced<Used extends Amount>({ nanoDollars, ...used }: Used) {
  return { ...used, cost_usd: dollarsOf(nanoDollars) }
}

function budget(limit: number, spent: number, reserved: number) {
  if (limit === 0) return { limit: null, spent, reserved, left: null }
  return { limit, spent, reserved, left: Math.max(0, limit - spent - reserved) }
}
