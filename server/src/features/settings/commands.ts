import { PermissionFlagsBits } from 'discord-api-types/v10'
import type { Answer } from '../../platform/discord/answers.ts'
import { defineCommandTree } from '../../platform/discord/commands.ts'
import type { Invocation } from '../../platform/discord/invocation.ts'
import { requireNeeds } from '../../platform/discord/needs.ts'
import type { FeatureParts, Platform } from '../../platform/feature.ts'
import { historyCommands, historyComponents } from './commands/history.ts'
import { configNeeds } from './commands/needs.ts'
import { setCommands, settingComponents } from './commands/set.ts'
import { showing } from './commands/show.ts'
import { setup } from './commands/start.ts'
import type { SettingsService } from './service.ts'
import { commandWords } from './words-commands.ts'

interface Needs extends Pick<Platform, 'db' | 'clock' | 'guildAccess'> {
  readonly service: SettingsService
}

const ADMINS = { member: PermissionFlagsBits.Administrator }

/** `/config` and all that belongs to it in Discord. */
export function settingsInteractions(given: Needs) {
  const needs = configNeeds(given)
  const wizard = setup(needs)
  const overview = showing(needs)
  const ofOne = settingComponents(needs)
  const ofPast = historyComponents(needs)
  const config = defineCommandTree({
    name: 'config',
    description: commandWords.everywhere('config'),
    needs: ADMINS,
    subcommands: [...wizard.subcommands, ...overview.subcommands, ...setCommands(needs), ...historyCommands(needs)],
  })
  return {
    commands: [config],
    buttons: [wizard, overview, ofOne, ofPast].flatMap(({ buttons }) => buttons.map(ofAdmins)),
    selects: [wizard, ofOne, ofPast].flatMap(({ selects }) => selects.map(ofAdmins)),
    forms: ofOne.forms.map(ofAdmins),
  } satisfies FeatureParts
}

/** Whoever sees a message may press its buttons; so no handler is without the check, here, where none can be forgotten. */
function ofAdmins<Handler extends { run(pressed: never): Promise<Answer> }>(handler: Handler): Handler {
  return {
    ...handler,
    async run(pressed: Parameters<Handler['run']>[0] & Invocation) {
      requireNeeds(ADMINS, pressed)
      return handler.run(pressed as never)
    },
  }
}
