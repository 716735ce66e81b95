import { removeOlder } from '../../platform/database/remove-older.ts'
import type { Retention } from '../../platform/retention.ts'
import { forgetCalls } from './calls-store.ts'

export const gptRetention: readonly Retention[] = [
  {
    what: { en: 'That you asked the language model, without what', nl: 'Dat je het taalmodel iets vroeg, zonder wat' },
    why: 'To hold budgets and quotas, and to show admins what the model is used for.',
    tables: ['model_calls'],
    kept: { hours: 90 * 24, after: 'the question', sweep: ({ db, before, limit }) => forgetCalls(db, before, limit) },
    erasing: 'Stays without the name, so that the sums over it stay true.',
  },
  {
    what: { en: 'What the language model cost a server each day', nl: 'Wat het taalmodel een server elke dag kostte' },
    why: 'To show what it costs. It names nobody.',
    tables: ['model_days'],
    kept: { hours: 400 * 24, after: 'the day', sweep: ({ db, ...old }) => removeOlder(db, 'model_days', 'day', old) },
    erasing: 'Stays: it names nobody.',
  },
  {
    what: {
      en: 'A question to the language model that it did not answer',
      nl: 'Een vraag aan het taalmodel die het niet beantwoordde',
    },
    why: 'So that you can have it asked again by a button. It is gone as soon as it is answered; answers are not kept.',
    tables: ['failed_questions'],
    kept: {
      hours: 24,
      after: 'the question',
      sweep: ({ db, ...old }) => removeOlder(db, 'failed_questions', 'asked_at', old),
    },
    erasing: 'Goes with you.',
  },
  {
    what: {
      en: 'Which document of a server you uploaded last',
      nl: 'Welk document van een server je het laatst hebt geüpload',
    },
    why: 'So that admins know whom to ask about it.',
    tables: ['knowledge_documents', 'knowledge_passages'],
    kept: { until: 'the document is removed, or another admin replaces it' },
    erasing: 'The document stays without your name.',
  },
]
