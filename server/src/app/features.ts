import { commandUsage } from '../features/analytics/command-usage.ts'
import { analytics } from '../features/analytics/index.ts'
import { type AuthOptions, auth } from '../features/auth/index.ts'
import { embedWatcher } from '../features/embedwatcher/index.ts'
import { faq } from '../features/faq/index.ts'
import { gdpr } from '../features/gdpr/index.ts'
import { gpt } from '../features/gpt/index.ts'
import { health } from '../features/health/index.ts'
import { invites } from '../features/invites/index.ts'
import { onboarding } from '../features/onboarding/index.ts'
import { operationalLogs } from '../features/operational-logs/index.ts'
import { reminderFigures } from '../features/reminders/figures-store.ts'
import { eventReminders } from '../features/reminders/for-events.ts'
import { reminders } from '../features/reminders/index.ts'
import { settings } from '../features/settings/index.ts'
import { tickets } from '../features/tickets/index.ts'
import type { Config } from '../platform/config/config.ts'
import { typedCommands } from '../platform/discord/command-names.ts'
import type { Command } from '../platform/discord/commands.ts'
import type { GatewayState } from '../platform/discord/gateway.ts'
import type { Feature } from '../platform/feature.ts'
import { systemSettings } from '../platform/settings/system.ts'

/** What the product can do, in the order in which it is built. `commands` are those of all features, once they are built. */
export function features(
  { serviceName, roles }: Config,
  gateway: () => GatewayState | null,
  commands: () => readonly Command[],
  identity: AuthOptions,
): readonly Feature[] {
  const shown = [
    health({
      serviceName,
      ...(roles.has('gateway') && { gateway }),
      recentCommands: (platform) => commandUsage(platform).ofLastDay('all'),
    }),
    reminders,
    embedWatcher(eventReminders),
    gpt,
    invites,
    gdpr,
    onboarding,
    tickets,
    faq,
  ]
  const declared = [systemSettings, ...shown.map((feature) => feature.settings ?? {})].flatMap((some) =>
    Object.values(some),
  )
  return [
    auth(identity),
    ...shown,
    settings(declared),
    operationalLogs,
    analytics({
      commands: () => commands().flatMap(({ definition }) => typedCommands(definition)),
      settings: declared,
      reminders:
        ({ db }) =>
        (guildIds, upcoming) =>
          reminderFigures(db, guildIds, upcoming),
    }),
  ]
}
