import { personalRows, privacyOfRows } from '../../platform/personal-rows-store.ts'
import type { Privacy } from '../../platform/privacy.ts'

/** Entries are the guild's; who wrote which version, and whom one helped, goes with the person. */
export const faqPrivacy: Privacy = privacyOfRows([
  personalRows('faq_versions', {
    person: 'changed_by',
    guild: 'guild_id',
    shown: ['entry_id', 'guild_id', 'version', 'act', 'title', 'answer', 'changed_at'],
    erased: 'made_nameless',
  }),
  personalRows('faq_solutions', {
    person: 'user_id',
    guild: 'guild_id',
    shown: ['entry_id', 'guild_id', 'solved_at'],
    erased: 'removed',
  }),
])
