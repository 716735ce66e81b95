import { removeOlder } from '../../platform/database/remove-older.ts'
import type { Retention } from '../../platform/retention.ts'

export const faqRetention: readonly Retention[] = [
  {
    what: { en: 'Questions and answers', nl: 'Vragen en antwoorden' },
    why: 'Members find answers in them. They name nobody.',
    tables: ['faq_entries', 'faq_guilds', 'faq_synonyms', 'faq_vocabulary'],
    kept: { until: 'the server does without the bot' },
    erasing: 'Stays: it names nobody.',
  },
  {
    what: { en: 'Versions of questions and answers', nl: 'Versies van vragen en antwoorden' },
    why: 'So that staff see who changed what, and can bring back any version.',
    tables: ['faq_versions'],
    kept: { until: 'the server does without the bot' },
    erasing: 'Stays, without the name.',
  },
  {
    what: { en: 'Searches that found nothing', nl: 'Zoekopdrachten zonder resultaat' },
    why: 'So that staff know which answers are missing. The words alone are kept, without who used them.',
    tables: ['faq_searches'],
    kept: {
      hours: 90 * 24,
      after: 'they were last asked',
      sweep: ({ db, ...old }) => removeOlder(db, 'faq_searches', 'last_asked_at', old),
    },
    erasing: 'Stays: it names nobody.',
  },
  {
    what: { en: 'Whom an answer helped', nl: 'Wie door een antwoord geholpen is' },
    why: 'So that nobody counts twice.',
    tables: ['faq_solutions'],
    kept: {
      hours: 30 * 24,
      after: 'it helped',
      sweep: ({ db, ...old }) => removeOlder(db, 'faq_solutions', 'solved_at', old),
    },
    erasing: 'Removed.',
  },
]
