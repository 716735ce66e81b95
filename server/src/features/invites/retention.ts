import type { Retention } from '../../platform/retention.ts'
import { forgetStays } from './count-store.ts'
import { forgetGone } from './watch-store.ts'

export const inviteRetention: readonly Retention[] = [
  {
    what: { en: 'Who joined when and by whose invite', nl: 'Wie wanneer en met wiens uitnodiging lid werd' },
    why: 'So that it can be told who brought whom, and whoever comes back counts once.',
    tables: ['invite_joins'],
    kept: {
      hours: 400 * 24,
      after: 'the member has left',
      sweep: ({ db, before, limit }) => forgetStays(db, before, limit),
    },
    erasing: 'Stays without the name: of the member as of the inviter.',
  },
  {
    what: { en: 'How many each member invited', nl: 'Hoeveel leden iedereen uitnodigde' },
    why: 'The counts that the leaderboard shows, also of stays that are forgotten.',
    tables: ['invite_tallies'],
    kept: { until: 'the server does without the bot' },
    erasing: 'Becomes a count of nobody known.',
  },
  {
    what: { en: 'Invites and how often they were used', nl: 'Uitnodigingen en hoe vaak ze gebruikt zijn' },
    why: 'A use that was not there before tells by which invite somebody joined.',
    tables: ['guild_invites', 'invite_watches'],
    // Longer than a join waits for its event.
    kept: { hours: 24, after: 'the invite is gone', sweep: ({ db, before, limit }) => forgetGone(db, before, limit) },
    erasing: 'Loses the name of whoever made it.',
  },
]
