import { PermissionFlagsBits } from 'discord-api-types/v10'
import { defineCommandTree } from '../../platform/discord/commands.ts'
import type { Platform } from '../../platform/feature.ts'
import { funnelCommand, responsesCommand } from './commands/figures.ts'
import { panelCommand } from './commands/panel.ts'
import { previewButton, previewCommand } from './commands/preview.ts'
import { flowInteractions } from './flow-interactions.ts'
import { panelPlacing } from './panels.ts'
import type { Walk } from './walk.ts'
import { adminWords } from './words-admin.ts'

/** Everything of the onboarding that is used in Discord. */
export function onboardingInteractions(platform: Platform, walk: Walk) {
  const flow = flowInteractions({ ...platform, walk })
  const tree = defineCommandTree({
    name: 'onboarding',
    description: adminWords.everywhere('command'),
    needs: { member: PermissionFlagsBits.Administrator },
    subcommands: [
      panelCommand({ ...platform, placePanel: panelPlacing(platform), walk }),
      previewCommand(walk),
      funnelCommand(platform),
      responsesCommand(platform),
    ],
  })
  return { ...flow, commands: [tree], buttons: [...flow.buttons, previewButton(walk)] }
}
