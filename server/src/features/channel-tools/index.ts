import type { Feature } from '../../platform/feature.ts'
import { cleaning } from './cleaning.ts'
import { cleanInteractions } from './commands/clean.ts'
import { embedInteractions } from './commands/embed.ts'
import { sendtoCommand } from './commands/sendto.ts'
import { drafts } from './drafts.ts'
import { channelToolsPrivacy } from './privacy.ts'
import { channelToolsRetention } from './retention.ts'
import { speaking } from './speaking.ts'

/** What moderators and admins do in channels by way of the bot: cleaning up, and speaking. */
export const channelTools: Feature = {
  name: 'channel-tools',
  retention: channelToolsRetention,
  build(platform) {
    const speaks = speaking(platform)
    const clean = cleanInteractions(cleaning(platform))
    const embed = embedInteractions(drafts({ ...platform, speaking: speaks }), speaks)
    return {
      commands: [...clean.commands, sendtoCommand(speaks, platform), ...embed.commands],
      buttons: [...clean.buttons, ...embed.buttons],
      forms: embed.forms,
      privacy: channelToolsPrivacy,
    }
  },
}
