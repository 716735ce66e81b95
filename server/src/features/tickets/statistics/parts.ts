import { Refusal } from '../../../kernel/refusal.ts'
import { defineCommand } from '../../../platform/discord/commands.ts'
import { defineButton } from '../../../platform/discord/components.ts'
import { boolean, choice } from '../../../platform/discord/options.ts'
import type { FeatureParts, Platform } from '../../../platform/feature.ts'
import { doerOf } from '../desk/at-the-desk.ts'
import { timeWords } from '../time/words-time.ts'
import { readPeriod, statsReply } from './replies.ts'
import { statsRoute } from './routes.ts'
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
  return {
    commands: [command],
    buttons: [again],
    routes: (http) => statsRoute(http, stats),
  } satisfies FeatureParts
}
