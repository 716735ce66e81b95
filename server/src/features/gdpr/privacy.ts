import { removeOlder } from '../../platform/database/remove-older.ts'
import { personalRows, privacyOfRows } from '../../platform/personal-rows-store.ts'
import type { Privacy } from '../../platform/privacy.ts'
import type { Retention } from '../../platform/retention.ts'

const RECEIPTS = 'privacy_receipts'
const receipts = personalRows(RECEIPTS, {
  person: 'user_id',
  guild: 'scope_guild_id',
  shown: ['id', 'scope_guild_id', 'counts', 'erased_at'],
  erased: 'removed',
})

const exports = personalRows('gdpr_exports', {
  person: 'user_id',
  guild: null,
  shown: ['asked_at'],
  erased: 'removed',
})

export const gdprPrivacy: Privacy = {
  ...privacyOfRows([
    personalRows('gdpr_acceptances', {
      person: 'user_id',
      guild: 'guild_id',
      shown: ['id', 'guild_id', 'version', 'language', 'accepted_at', 'withdrawn_at'],
      erased: 'removed',
    }),
    // The file that it is about has the moment in its name.
    { ...exports, export: async () => [] },
    // It proves that the rest is gone, and is all that the person has for it.
    { ...receipts, erase: async () => 0 },
  ]),
  stays: [RECEIPTS],
}

export const gdprRetention: readonly Retention[] = [
  {
    what: { en: 'Consents', nl: 'Toestemmingen' },
    why: 'To show that a member agreed to the privacy notice, to which wording, and until when.',
    tables: ['gdpr_acceptances'],
    kept: { until: 'the server does without the bot' },
    erasing: 'Removed.',
  },
  {
    what: { en: 'Exports asked for', nl: 'Gevraagde exports' },
    why: 'So that a member asks for everything once a minute, whichever process answers.',
    tables: ['gdpr_exports'],
    kept: {
      hours: 1,
      after: 'the export',
      sweep: ({ db, ...old }) => removeOlder(db, 'gdpr_exports', 'asked_at', old),
    },
    erasing: 'Removed, where everything is erased.',
  },
  {
    what: { en: 'Receipts of erasures', nl: 'Bewijzen van wissen' },
    why: 'So that a member can prove that, and when, everything was erased.',
    tables: [RECEIPTS],
    kept: {
      hours: 365 * 24,
      after: 'the erasure',
      sweep: ({ db, ...old }) => removeOlder(db, RECEIPTS, 'erased_at', old),
    },
    erasing: 'Stays: it is the proof.',
  },
  {
    what: { en: 'Wordings of the privacy notice', nl: 'Teksten van de privacyverklaring' },
    why: 'To show what a consent was given to. They name nobody.',
    tables: ['gdpr_texts'],
    kept: { until: 'the end of the database' },
    erasing: 'Stays: it names nobody.',
  },
]
