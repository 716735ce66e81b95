import { removeOlder } from './database/remove-older.ts'
import type { Feature } from './feature.ts'
import { keptAnswers, outgoingMessages, ownedGuilds } from './foundation-privacy-store.ts'
import { privacyOfRows } from './personal-rows-store.ts'
import type { Retention } from './retention.ts'

const retention: readonly Retention[] = [
  {
    what: { en: 'Messages on their way', nl: 'Berichten onderweg' },
    why: 'So that a message that follows from something stored is sent once, whatever breaks.',
    tables: ['outgoing_messages'],
    kept: {
      hours: 24,
      after: 'they were sent or given up',
      sweep: ({ db, ...old }) => removeOlder(db, 'outgoing_messages', 'finished_at', old),
    },
    erasing: 'Removed, sent or not, when they go to the member or name the member.',
  },
  {
    what: { en: 'Answers of the API', nl: 'Antwoorden van de API' },
    why: 'So that a request that is repeated with its Idempotency-Key has its effect once.',
    tables: ['idempotency_keys'],
    kept: {
      hours: 24,
      after: 'the request',
      sweep: ({ db, ...old }) => removeOlder(db, 'idempotency_keys', 'created_at', old),
    },
    erasing: 'Removed, where everything is erased.',
  },
  {
    what: { en: 'How much callers of the API asked', nl: 'Hoeveel aanroepers van de API vroegen' },
    why: 'So that nobody asks more than their share, in whichever process.',
    tables: ['limit_buckets'],
    kept: { until: 'half an hour has passed without a request' },
    erasing: 'Stays until then, under the name of the account on the web alone.',
  },
  {
    what: { en: 'Servers, with their owners', nl: 'Servers, met hun eigenaars' },
    why: 'So that every process knows where the bot is and who owns that server.',
    tables: ['guilds'],
    kept: { until: 'the server does without the bot' },
    erasing: 'Stays: Discord tells who owns a server again with each connection.',
  },
]

/** What the program keeps for itself, whichever features there are. */
export const foundation: Feature = {
  name: 'foundation',
  retention,
  build: () => ({ privacy: { ...privacyOfRows([outgoingMessages, keptAnswers, ownedGuilds]), stays: ['guilds'] } }),
}
