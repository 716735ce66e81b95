import { removeOlder } from '../../platform/database/remove-older.ts'
import type { Retention, Sweeping } from '../../platform/retention.ts'
import { forgetRuns } from './run-store.ts'

export const analyticsRetention: readonly Retention[] = [
  {
    what: { en: 'Commands you ran', nl: 'Commando’s die je gebruikte' },
    why: 'To find out what goes wrong for whom.',
    tables: ['command_runs'],
    kept: {
      hours: 90 * 24,
      after: 'the command',
      sweep: ({ db, before, limit }) => forgetRuns(db, before, limit),
    },
    erasing: 'Stays without the name, so that the sums over it stay true.',
  },
  {
    what: { en: 'How often commands were run', nl: 'Hoe vaak commando’s gebruikt werden' },
    why: 'To show which commands are used. It names nobody.',
    tables: ['command_usage_hourly', 'command_usage_daily'],
    // More than the year that can be asked for.
    kept: { hours: 400 * 24, after: 'the day', sweep: forgetUsage },
    erasing: 'Stays: it names nobody.',
  },
]

async function forgetUsage({ db, ...old }: Sweeping): Promise<number> {
  const hours = await removeOlder(db, 'command_usage_hourly', 'hour', old)
  return Math.max(hours, await removeOlder(db, 'command_usage_daily', 'day', old))
}
