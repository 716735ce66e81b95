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
]
