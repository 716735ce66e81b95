import { removeOlder } from '../../platform/database/remove-older.ts'
import type { Retention, Sweeping } from '../../platform/retention.ts'
import { ATTEMPT_MINUTES } from './sign-in.ts'

/** They open nothing any more; whether they do is never asked of what removes them. */
export const authRetention: readonly Retention[] = [
  {
    what: { en: 'Sessions on the web', nl: 'Sessies op het web' },
    why: 'So that whoever signed in stays signed in: 30 days without use, 90 days at most.',
    tables: ['sessions'],
    kept: { hours: 0, after: 'they end', sweep: ({ db, ...old }) => removeOlder(db, 'sessions', 'expires_at', old) },
    erasing: 'Ended and removed, where everything is erased.',
  },
  {
    what: { en: 'Sign-ins under way', nl: 'Aanmeldingen onderweg' },
    why: `So that only the browser that began a sign-in ends it, within ${ATTEMPT_MINUTES} minutes.`,
    tables: ['sign_in_attempts'],
    kept: {
      hours: 0,
      after: 'they end',
      sweep: ({ db, ...old }) => removeOlder(db, 'sign_in_attempts', 'expires_at', old),
    },
    erasing: 'Removed, where everything is erased.',
  },
  {
    what: { en: 'Accounts on the web', nl: 'Accounts op het web' },
    why: 'So that it is known which Discord user signed in.',
    tables: ['account_links'],
    kept: { until: 'they are unlinked or erased' },
    erasing: 'Removed, where everything is erased.',
  },
  {
    what: { en: 'API keys', nl: 'API-sleutels' },
    why: 'So that programs can do what an admin lets them; kept as hashes, with who made them.',
    tables: ['api_keys'],
    kept: { hours: 30 * 24, after: 'they are revoked or expire', sweep: removeDeadKeys },
    erasing: 'Revoked and removed: a key opens nothing without somebody who answers for it.',
  },
  {
    what: { en: 'Keys that sign tokens and links', nl: 'Sleutels die tokens en links ondertekenen' },
    why: 'So that every process knows the tokens and links of all others. They name nobody.',
    tables: ['signing_keys'],
    kept: { until: 'the operator removes them' },
    erasing: 'Stays: they name nobody.',
  },
]

async function removeDeadKeys({ db, ...old }: Sweeping): Promise<number> {
  const revoked = await removeOlder(db, 'api_keys', 'revoked_at', old)
  return Math.max(revoked, await removeOlder(db, 'api_keys', 'expires_at', old))
}
