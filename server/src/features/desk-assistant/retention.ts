import { removeOlder } from '../../platform/database/remove-older.ts'
import type { Retention } from '../../platform/retention.ts'
import { DRAFTS_KEPT_HOURS } from './drafting.ts'

export const assistantRetention: readonly Retention[] = [
  {
    what: {
      en: 'What your tickets came to, in a few sentences',
      nl: 'Waar je tickets op uitkwamen, in een paar zinnen',
    },
    why: 'So that staff need not read the whole ticket again, and the FAQ learns from it.',
    tables: ['ticket_summaries', 'ticket_closings'],
    kept: { until: 'the ticket is forgotten' },
    erasing: 'Goes.',
  },
  {
    what: { en: 'Replies that were drafted for staff', nl: 'Antwoorden die voor medewerkers opgesteld zijn' },
    why: 'So that a draft can be changed and sent.',
    tables: ['ticket_reply_drafts'],
    kept: {
      hours: DRAFTS_KEPT_HOURS,
      after: 'it was drafted',
      sweep: ({ db, ...old }) => removeOlder(db, 'ticket_reply_drafts', 'created_at', old),
    },
    erasing: 'Goes.',
  },
]
