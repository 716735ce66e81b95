import { about } from '../features/about/index.ts'
import { commandUsage } from '../features/analytics/command-usage.ts'
import { noModel } from '../features/analytics/figures.ts'
import { analytics } from '../features/analytics/index.ts'
import { type AuthOptions, auth } from '../features/auth/index.ts'
import { channelTools } from '../features/channel-tools/index.ts'
import { embedWatcher } from '../features/embedwatcher/index.ts'
import { faq } from '../features/faq/index.ts'
import { gdpr } from '../features/gdpr/index.ts'
import { gdprSettings } from '../features/gdpr/settings.ts'
import { gpt } from '../features/gpt/index.ts'
import { health } from '../features/health/index.ts'
import { invites } from '../features/invites/index.ts'
import { inviteSettings } from '../features/invites/settings.ts'
import { onboarding } from '../features/onboarding/index.ts'
import { operationalLogs } from '../features/operational-logs/index.ts'
import { countOverdue, reminderFigures } from '../features/reminders/figures-store.ts'
import { reminders } from '../features/reminders/index.ts'
import { reminderSettings } from '../features/reminders/settings.ts'
import { settings } from '../features/settings/index.ts'
import { tickets } from '../features/tickets/index.ts'
import type { GuildId } from '../kernel/ids.ts'
import type { Localised } from '../kernel/language.ts'
import type { Config } from '../platform/config/config.ts'
import { typedCommands } from '../platform/discord/command-names.ts'
import type { GatewayState } from '../platform/discord/gateway.ts'
import type { Feature, Platform } from '../platform/feature.ts'
import type { Setting } from '../platform/settings/define.ts'
import { systemSettings } from '../platform/settings/system.ts'
import { type FeatureCommands, titled } from './command-groups.ts'

const switchOf = (label: Localised, setting: Extract<Setting, { type: 'boolean' }>) => ({
  label,
  isOn: ({ settings }: Platform, guildId: GuildId) => settings.read(setting, guildId),
})

/** What `/health` shows of a guild. */
const SWITCHES = [
  switchOf({ en: 'Reminders', nl: 'Herinneringen' }, reminderSettings.enabled),
  switchOf({ en: 'Invite tracking', nl: 'Uitnodigingen bijhouden' }, inviteSettings.enabled),
  switchOf({ en: 'Privacy notice', nl: 'Privacyverklaring' }, gdprSettings.enabled),
]

/** What the product can do, in the order in which it is built. `commands` are those of all features, once they are built. */
export function features(
  { serviceName, roles }: Config,
  gateway: () => GatewayState | null,
  commands: () => readonly FeatureCommands[],
  identity: AuthOptions,
): readonly Feature[] {
  const shown = [
    health({
      serviceName,
      ...(roles.has('gateway') && { gateway }),
      recentCommands: (platform) => commandUsage(platform).ofLastDay('all'),
      switches: SWITCHES,
      remindersBehind: ({ db }, guildId, before) => countOverdue(db, guildId, before),
    }),
    reminders,
    embedWatcher,
    gpt(noModel),
    invites,
    gdpr,
    onboarding,
    tickets,
    faq,
    channelTools,
  ]
  const declared = [systemSettings, ...shown.map((feature) => feature.settings ?? {})].flatMap((some) =>
    Object.values(some),
  )
  return [
    auth(identity),
    ...shown,
    settings(declared),
    operationalLogs,
    about({ commandGroups: () => titled(commands()) }),
    analytics({
      commands: () =>
        commands().flatMap((group) => group.commands.flatMap(({ definition }) => typedCommands(definition))),
      settings: declared,
      model: noModel,
      reminders:
        ({ db }) =>
        (guildIds, upcoming) =>
          reminderFigures(db, guildIds, upcoming),
    }),
  ]
}
