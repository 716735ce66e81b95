import { personalRows, privacyOfRows } from '../../platform/personal-rows-store.ts'

/** That somebody asked, and what only of a question that was not answered. Calls stay without the name, so that the sums over them stay true. */
export const gptPrivacy = privacyOfRows([
  personalRows('model_calls', {
    person: 'user_id',
    guild: 'guild_id',
    shown: ['asked_at', 'guild_id', 'purpose', 'provider', 'model', 'outcome', 'tokens_read', 'tokens_written'],
    erased: 'made_nameless',
  }),
  personalRows('failed_questions', {
    person: 'user_id',
    guild: 'guild_id',
    shown: ['asked_at', 'guild_id', 'question'],
    erased: 'removed',
  }),
  personalRows('knowledge_documents', {
    person: 'updated_by',
    guild: 'guild_id',
    shown: ['updated_at', 'guild_id', 'name', 'version', 'bytes'],
    erased: 'made_nameless',
  }),
])
