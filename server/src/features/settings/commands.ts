import { PermissionFlagsBits } from 'discord-api-types/v10'
import { Refusal } from '../../kernel/refusal.ts'
import type { Answer } from '../../platform/discord/answers.ts'
import { type Command, defineCommandTree } from '../../platform/discord/commands.ts'
import type { Invocation } from '../../platform/discord/invocation.ts'
import type { FeatureParts, Platform } from '../../platform/feature.ts'
import { historyCommands, historyComponents } from './commands/history.ts'
import { configNeeds } from './commands/needs.ts'
import { setCommands, settingComponents } from './commands/set.ts'
import { showing } from './commands/show.ts'
import { setup } from './commands/start.ts'
import type { SettingsService } from './service.ts'

interface Needs extends Pick<Platform, 'clock' | 'guildAccess'> {
  readonly service: SettingsService
}

/** `/config` and all that belongs to it in Discord. */
export function settingsInteractions(given: Needs) {
  const needs = configNeeds(given)
  const wizard = setup(needs)
  const overview = showing(needs)
  const ofOne = settingComponents(needs)
  const ofPast = historyComponents(needs)
  const config = defineCommandTree({
    name: 'config',
    description: 'The settings of this server',
    defaultMemberPermissions: PermissionFlagsBits.Administrator,
    subcommands: [...wizard.subcommands, ...overview.subcommands, ...setCommands(needs), ...historyCommands(needs)],
  })
  return {
    commands: [commandOfAdmins(config)],
    buttons: [wizard, overview, ofOne, ofPast].flatMap(({ buttons }) => buttons.map(ofAdmins)),
    selects: [wizard, ofOne, ofPast].flatMap(({ selects }) => selects.map(ofAdmins)),
    forms: ofOne.forms.map(ofAdmins),
  } satisfies FeatureParts
}

/**
 * Admins of a guild can open a command to others in Discord's own settings, and whoever sees a message may press its
 * buttons. So each handler is held to the permission again, here, where none can be forgotten.
 */
function ofAdmins<Handler extends { run(pressed: never): Promise<Answer> }>(handler: Handler): Handler {
  return {
    ...handler,
    async run(pressed: Parameters<Handler['run']>[0] & Invocation) {
      requireAdmin(pressed)
      return handler.run(pressed as never)
    },
  }
}

function commandOfAdmins(command: Command): Command {
  return {
    ...command,
    use(given) {
      const use = command.use(given)
      return use && ofAdmins(use)
    },
    complete: async (given, invocation) => (isAdmin(invocation) ? command.complete(given, invocation) : []),
  }
}

function requireAdmin(invocation: Invocation): void {
  if (isAdmin(invocation)) return
  throw new Refusal('forbidden', 'settings.admins_only', 'Only admins of this server may see and change its settings.')
}

function isAdmin({ actor, guildId }: Invocation): boolean {
  return actor.adminOf === guildId
}
