import type { Retention } from '../../platform/retention.ts'
import { removeChanges, removeEvents } from './store.ts'

export const operationalLogRetention: readonly Retention[] = [
  {
    what: { en: 'The log of what happened', nl: 'Het logboek van wat er gebeurde' },
    why: 'So that admins can see who changed what, and what went wrong.',
    tables: ['operational_events'],
    kept: { hours: 30 * 24, after: 'it happened', sweep: ({ db, before, limit }) => removeEvents(db, before, limit) },
    erasing: 'Stays without the name.',
  },
  {
    what: { en: 'That something changed', nl: 'Dat er iets veranderde' },
    why: 'So that open pages are up to date. It names nobody and says not what changed.',
    tables: ['data_changes'],
    kept: { hours: 24, after: 'the change', sweep: ({ db, before, limit }) => removeChanges(db, before, limit) },
    erasing: 'Stays: it names nobody.',
  },
]
