import type { Retention } from '../../platform/retention.ts'
import { forgetAnnounced } from './store.ts'

export const announcementRetention: readonly Retention[] = [
  {
    what: { en: 'Announcements and what was read in them', nl: 'Aankondigingen en wat erin gelezen is' },
    why: 'So that reminders follow when an announcement is edited or deleted, and admins see what was understood.',
    tables: ['announcements'],
    kept: {
      hours: 400 * 24,
      after: 'the last event; otherwise after the last change',
      sweep: ({ db, before, limit }) => forgetAnnounced(db, before, limit),
    },
    erasing: 'Removed.',
  },
  {
    what: { en: 'Up to where announcements are read', nl: 'Tot waar aankondigingen gelezen zijn' },
    why: 'So that what is announced while the bot is away is read afterwards. It names nobody.',
    tables: ['announcement_marks'],
    kept: { until: 'the server does without the bot' },
    erasing: 'Stays: it names nobody.',
  },
]
