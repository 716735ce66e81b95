import { removeOlder } from '../../platform/database/remove-older.ts'
import type { Retention } from '../../platform/retention.ts'

export const healthRetention: readonly Retention[] = [
  {
    what: { en: 'How the program fared', nl: 'Hoe het met het programma ging' },
    why: 'To see when something was broken. It names nobody.',
    tables: ['health_samples'],
    kept: {
      hours: 30 * 24,
      after: 'the minute',
      sweep: ({ db, ...old }) => removeOlder(db, 'health_samples', 'checked_at', old),
    },
    erasing: 'Stays: it names nobody.',
  },
]
