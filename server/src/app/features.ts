import { commandUsage } from '../features/analytics/command-usage.ts'
import { analytics } from '../features/analytics/index.ts'
import { type AuthOptions, auth } from '../features/auth/index.ts'
import { doctor } from '../features/doctor/index.ts'
import { embedWatcher } from '../features/embedwatcher/index.ts'
import { faq } from '../features/faq/index.ts'
import { gdpr } from '../features/gdpr/index.ts'
import { gpt } from '../features/gpt/index.ts'
import { guildLife } from '../features/guild-life/index.ts'
import { health } from '../features/health/index.ts'
import { invites } from '../features/invites/index.ts'
import { onboarding } from '../features/onboarding/index.ts'
import { operationalLogs } from '../features/operational-logs/index.ts'
import { reminderFigures } from '../features/reminders/figures-store.ts'
import { reminders } from '../features/reminders/index.ts'
import { settings } from '../features/settings/index.ts'
import { tickets } from '../features/tickets/index.ts'
import { tips } from '../features/tips/index.ts'
import type { Config } from '../platform/config/config.ts'
import { typedCommands } from '../platform/discord/command-names.ts'
import type { GatewayState } from '../platform/discord/gateway.ts'
import type { Feature, FeatureParts } from '../platform/feature.ts'
import { foundation } from '../platform/foundation.ts'
import { systemSettings } from '../platform/settings/system.ts'

/** A feature with what it contributes to this process. */
export type BuiltFeature = FeatureParts & Pick<Feature, 'name'>

/** What the product can do, in the order in which it is built. `built` are all features, once they are built. */
export function features(
  { serviceName, roles }: Config,
  gateway: () => GatewayState | null,
  built: () => readonly BuiltFeature[],
  identity: AuthOptions,
): readonly Feature[] {
  const shown = [
    health({
      serviceName,
      ...(roles.has('gateway') && { gateway }),
      recentCommands: (platform) => commandUsage(platform).ofLastDay('all'),
    }),
    reminders,
    embedWatcher,
    gpt,
    invites,
    gdpr({
      held: () => built().flatMap(({ name: feature, privacy }) => (privacy ? [{ feature, privacy }] : [])),
      kinds: () => all.flatMap(({ retention = [] }) => retention),
    }),
    onboarding,
    tickets,
    faq,
    tips,
  ]
  const declared = [systemSettings, ...shown.map((feature) => feature.settings ?? {})].flatMap((some) =>
    Object.values(some),
  )
  const allCommands = () => built().flatMap(({ commands = [] }) => commands)
  const all: readonly Feature[] = [
    foundation,
    auth(identity),
    ...shown,
    settings(declared),
    doctor({ declared, commands: allCommands }),
    guildLife,
    operationalLogs,
    analytics({
      commands: () => allCommands().flatMap(({ definition }) => typedCommands(definition)),
      settings: declared,
      reminders:
        ({ db }) =>
        (guildIds, upcoming) =>
          reminderFigures(db, guildIds, upcoming),
    }),
  ]
  return all
}
