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

export const gdprPrivacy: Privacy = {
  ...privacyOfRows([
    personalRows('gdpr_acceptances', {
      person: 'user_id',
      guild: 'guild_id',
      shown: ['id', 'guild_id', 'version', 'language', 'accepted_at', 'withdrawn_at'],
      erased: 'removed',
    }),
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
