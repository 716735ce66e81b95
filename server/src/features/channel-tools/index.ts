import type { Feature } from '../../platform/feature.ts'
import { cleaning } from './cleaning.ts'
import { cleanInteractions } from './commands/clean.ts'

/** What moderators and admins do in channels by way of the bot: cleaning up, and speaking. */
export const channelTools: Feature = {
  name: 'channel-tools',
  build(platform) {
    return cleanInteractions(cleaning(platform))
  },
}
