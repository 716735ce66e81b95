import type { Feature } from '../../platform/feature.ts'
import { cleaning } from './cleaning.ts'
import { cleanInteractions } from './commands/clean.ts'
import { sendtoCommand } from './commands/sendto.ts'
import { speaking } from './speaking.ts'

/** What moderators and admins do in channels by way of the bot: cleaning up, and speaking. */
export const channelTools: Feature = {
  name: 'channel-tools',
  build(platform) {
    const clean = cleanInteractions(cleaning(platform))
    return { commands: [...clean.commands, sendtoCommand(speaking(platform), platform)], buttons: clean.buttons }
  },
}
