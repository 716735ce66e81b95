import { removeOlder } from '../../platform/database/remove-older.ts'
import type { Retention } from '../../platform/retention.ts'
import { PREVIEWS_KEPT } from './previews.ts'
import { ONE_OFF_STAYS_LISTED } from './rules.ts'

export const reminderRetention: readonly Retention[] = [
  {
    what: { en: 'Reminders', nl: 'Herinneringen' },
    why: 'So that a reminder speaks when its maker wanted it to, and its maker can change it.',
    tables: ['reminders'],
    kept: {
      hours: ONE_OFF_STAYS_LISTED.hours,
      after: 'the last message of a reminder that comes to an end; others until they are deleted',
      sweep: ({ db, ...old }) => removeOlder(db, 'reminders', 'completed_at', old),
    },
    erasing: 'Removed, with what they were still going to say. What they have said stays in its channel.',
  },
  {
    what: { en: 'What reminders sent', nl: 'Wat herinneringen verstuurden' },
    why: 'So that each message is sent once, and its maker can see what became of it.',
    tables: ['reminder_deliveries'],
    kept: {
      hours: 90 * 24,
      after: 'it was sent or given up',
      sweep: ({ db, ...old }) => removeOlder(db, 'reminder_deliveries', 'finished_at', old),
    },
    erasing: 'Removed with its reminder.',
  },
  {
    what: { en: 'Reminders that were not saved', nl: 'Herinneringen die niet bewaard werden' },
    why: 'So that a member can look at a reminder before saving it.',
    tables: ['reminder_previews'],
    kept: {
      hours: PREVIEWS_KEPT.hours,
      after: 'they were shown',
      sweep: ({ db, ...old }) => removeOlder(db, 'reminder_previews', 'created_at', old),
    },
    erasing: 'Removed.',
  },
]
