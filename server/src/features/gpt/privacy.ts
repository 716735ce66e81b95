import { personalRows, privacyOfRows } from '../../platform/personal-rows-store.ts'

/** That somebody asked, never what. Calls stay without the name, so that the sums over them stay true. */
export const gptPrivacy = privacyOfRows([
  personalRows('model_calls', {
    person: 'user_id',
    guild: 'guild_id',
    shown: ['asked_at', 'guild_id', 'purpose', 'provider', 'model', 'outcome', 'tokens_read', 'tokens_written'],
    erased: 'made_nameless',
  }),
])
