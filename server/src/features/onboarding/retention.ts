import { removeOlder } from '../../platform/database/remove-older.ts'
import type { Retention } from '../../platform/retention.ts'
import { removeOpen } from './progress-store.ts'

export const onboardingRetention: readonly Retention[] = [
  {
    what: { en: 'How far members have come in the onboarding', nl: 'Hoe ver leden zijn in de onboarding' },
    why: 'So that a member goes on where he was, after a restart of the bot as after a week.',
    tables: ['onboarding_progress'],
    kept: {
      hours: 365 * 24,
      after: 'the last step of a member who did not come to the end; otherwise until the server does without the bot',
      sweep: ({ db, ...sweeping }) => removeOpen(db, sweeping),
    },
    erasing: 'Removed.',
  },
  {
    what: { en: 'Answers of the onboarding', nl: 'Antwoorden bij de onboarding' },
    why: 'So that admins know whom they have before them. They stand in no channel and in no log.',
    tables: ['onboarding_responses'],
    kept: { until: 'the server does without the bot' },
    erasing: 'Removed.',
  },
  {
    what: { en: 'Roles that are still to be given', nl: 'Rollen die nog gegeven moeten worden' },
    why: 'So that a role that Discord refused at first is given later.',
    tables: ['onboarding_role_tasks'],
    kept: { until: 'the role is given, or the member is known to be gone' },
    erasing: 'Removed.',
  },
  {
    what: { en: 'How many came how far in the onboarding', nl: 'Hoevelen hoe ver kwamen in de onboarding' },
    why: 'Figures for admins. They name nobody.',
    tables: ['onboarding_runs', 'onboarding_run_steps'],
    // A little longer than the longest time that figures are asked for.
    kept: {
      hours: 400 * 24,
      after: 'it was begun',
      sweep: ({ db, ...sweeping }) => removeOlder(db, 'onboarding_runs', 'started_at', sweeping),
    },
    erasing: 'Stays: it names nobody.',
  },
]
