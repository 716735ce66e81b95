import { PermissionFlagsBits } from 'discord-api-types/v10'
import { defineCommandTree } from '../../platform/discord/commands.ts'
import type { Platform } from '../../platform/feature.ts'
import { funnelCommand, responsesCommand } from './commands/figures.ts'
import { panelCommand } from './commands/panel.ts'
import { previewButton, previewCommand } from './commands/preview.ts'
import { listEditor } from './editor/interactions.ts'
import { questionsEditor } from './editor/questions.ts'
import { rulesEditor } from './editor/rules.ts'
import { flowInteractions } from './flow-interactions.ts'
import { panelPlacing } from './panels.ts'
import type { OnboardingService } from './service.ts'
import type { Walk } from './walk.ts'
import { adminWords } from './words-admin.ts'

/** Everything of the onboarding that is used in Discord. */
export function onboardingInteractions(platform: Platform, service: OnboardingService, walk: Walk) {
  const needs = { db: platform.db, service }
  const rules = listEditor(needs, rulesEditor(service))
  const questions = listEditor(needs, questionsEditor(service))
  const flow = flowInteractions({ ...platform, walk })
  const tree = defineCommandTree({
    name: 'onboarding',
    description: adminWords.everywhere('command'),
    needs: { member: PermissionFlagsBits.Administrator },
    subcommands: [
      panelCommand({ ...platform, placePanel: panelPlacing(platform), walk }),
      rules.command,
      questions.command,
      previewCommand(walk),
      funnelCommand(platform),
      responsesCommand(platform),
    ],
  })
  return {
    commands: [tree],
    buttons: [...flow.buttons, previewButton(walk), ...rules.buttons, ...questions.buttons],
    selects: [...flow.selects, ...rules.selects, ...questions.selects],
    forms: [...flow.forms, ...rules.forms, ...questions.forms],
  }
}
