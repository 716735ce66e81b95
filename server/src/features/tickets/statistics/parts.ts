import { Refusal } from '../../../kernel/refusal.ts'
import { defineCommand } from '../../../platform/discord/commands.ts'
import { defineButton } from '../../../platform/discord/components.ts'
import { boolean, choice } from '../../../platform/discord/options.ts'
import type { FeatureParts, Platform } from '../../../platform/feature.ts'
import { guildOf } from '../../../platform/http/guards.ts'
import { GuildPath } from '../contract.ts'
import { doerOf } from '../desk/at-the-desk.ts'
import { config, TICKETS, tags } from '../routes.ts'
import { timeWords } from '../time/words-time.ts'
import { StatsOut, StatsQuery, statsOut } from './contract.ts'
import { readPeriod, statsReply } from './replies.ts'
import type { isStaffOfAny } from './staff.ts'
import { ticketStats } from './stats.ts'
import { statsWords } from './words.ts'

const PERIOD_NAMES = {
  '7': statsWords.everywhere('period_days', { days: '7' }),
  '30': statsWords.everywhere('period_days', { days: '30' }),
  all: statsWords.everywhere('period_all'),
}

/** The figures of a guild, for its staff. */
export function statsParts(platform: Pick<Platform, 'db' | 'clock'>, isStaff: ReturnType<typeof isStaffOfAny>) {
  const stats = ticketStats(platform)
  const shown = async (invocation: Parameters<typeof doerOf>[0] & { language: 'en' | 'nl' }, about: string) => {
    const doer = doerOf(invocation)
    if (!(await isStaff(doer))) throw new Refusal('forbidden', 'tickets.staff_only', timeWords.everywhere('staff_only'))
    return statsReply(await stats(doer.guildId, readPeriod(about)), invocation.language)
  }
  const command = defineCommand({
    name: 'ticket_stats',
    description: statsWords.everywhere('description'),
    options: {
      days: choice(statsWords.everywhere('days'), PERIOD_NAMES),
      public: boolean(statsWords.everywhere('public')),
    },
    answers: 'message',
    isPublic: (given) => given.public ?? false,
    handle: async ({ days }, invocation) => ({ kind: 'message', message: await shown(invocation, days ?? '30') }),
  })
  const again = defineButton({
    feature: 'tickets',
    act: 'stats',
    answers: 'update',
    run: async (press) => ({ kind: 'update', message: await shown(press, press.about) }),
  })
  const schema = {
    operationId: 'getTicketStats',
    summary: 'The figures of the tickets of a guild',
    tags,
    params: GuildPath,
    querystring: StatsQuery,
    response: { 200: StatsOut },
  }
  return {
    commands: [command],
    buttons: [again],
    routes(http) {
      http.get(`${TICKETS}/stats`, { config: { ...config, access: 'guild_staff' }, schema }, async (request) =>
        statsOut(await stats(guildOf(request), request.query.days ?? '30')),
      )
    },
  } satisfies FeatureParts
}
