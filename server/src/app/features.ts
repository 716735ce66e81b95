import { about } from '../features/about/index.ts'
import { commandUsage } from '../features/analytics/command-usage.ts'
import { type AnalyticsOptions, analytics } from '../features/analytics/index.ts'
import { type AuthOptions, auth } from '../features/auth/index.ts'
import { channelTools } from '../features/channel-tools/index.ts'
import { doctor } from '../features/doctor/index.ts'
import { embedWatcher } from '../features/embedwatcher/index.ts'
import { embedWatcherSettings } from '../features/embedwatcher/settings.ts'
import { exports } from '../features/exports/index.ts'
import { sourceOf } from '../features/exports/source.ts'
import { faqExport } from '../features/faq/export-store.ts'
import { faqForTickets } from '../features/faq/for-tickets.ts'
import { faq } from '../features/faq/index.ts'
import { gdpr } from '../features/gdpr/index.ts'
import { gdprSettings } from '../features/gdpr/settings.ts'
import { modelFigures, modelStatus } from '../features/gpt/figures.ts'
import { gpt } from '../features/gpt/index.ts'
import { modelOfGuild } from '../features/gpt/model-of-guild.ts'
import { guildLife } from '../features/guild-life/index.ts'
import { health } from '../features/health/index.ts'
import { invites } from '../features/invites/index.ts'
import { inviteSettings } from '../features/invites/settings.ts'
import { onboardingExport } from '../features/onboarding/export-store.ts'
import { onboarding } from '../features/onboarding/index.ts'
import { onboardingSettings } from '../features/onboarding/settings.ts'
import { operationalLogs } from '../features/operational-logs/index.ts'
import { reminderExport } from '../features/reminders/export-store.ts'
import { countOverdue, reminderFigures } from '../features/reminders/figures-store.ts'
import { eventReminders } from '../features/reminders/for-events.ts'
import { reminders } from '../features/reminders/index.ts'
import { reminderSettings } from '../features/reminders/settings.ts'
import { settings } from '../features/settings/index.ts'
import { ticketExport } from '../features/tickets/export-store.ts'
import { ticketFigures } from '../features/tickets/figures-store.ts'
import { tips } from '../features/tips/index.ts'
import type { GuildId, RoleId } from '../kernel/ids.ts'
import type { Config } from '../platform/config/config.ts'
import { typedCommands } from '../platform/discord/command-names.ts'
import type { GatewayState } from '../platform/discord/gateway.ts'
import type { Feature, FeatureParts, Platform } from '../platform/feature.ts'
import { foundation } from '../platform/foundation.ts'
import type { Setting } from '../platform/settings/define.ts'
import { systemSettings } from '../platform/settings/system.ts'
import { titled } from './command-groups.ts'
import { supportDesk } from './support-desk.ts'

/** What `/health` shows of a guild. */
const SWITCHES = [reminderSettings, onboardingSettings, embedWatcherSettings, inviteSettings, gdprSettings].map(
  ({ enabled }: { readonly enabled: Extract<Setting, { type: 'boolean' }> }) => ({
    label: enabled.label,
    isOn: ({ settings }: Platform, guildId: GuildId) => settings.read(enabled, guildId),
  }),
)

/** What the metrics tell of features, each of which knows its own figures. */
const FIGURES: Pick<AnalyticsOptions, 'model' | 'reminders' | 'tickets'> = {
  model: (platform) => (guildIds) => modelFigures(platform, guildIds),
  reminders:
    ({ db }) =>
    (guildIds, upcoming) =>
      reminderFigures(db, guildIds, upcoming),
  tickets:
    ({ db }) =>
    (guildIds, open) =>
      ticketFigures(db, guildIds, open),
}

/** A feature with what it contributes to this process. */
export type BuiltFeature = FeatureParts & Pick<Feature, 'name'>

/** Whose roles make them staff, as the feature says that knows. */
const staffRolesOf = (built: () => readonly BuiltFeature[]) => async (guildId: GuildId) =>
  (await built()
    .find(({ staffRoles }) => staffRoles)
    ?.staffRoles?.(guildId)) ?? []

const staffOf = (built: () => readonly BuiltFeature[]) => async (guildId: GuildId, roleIds: readonly RoleId[]) => {
  const staff = await staffRolesOf(built)(guildId)
  return roleIds.some((id) => staff.includes(id))
}

const choicesOf = (built: () => readonly BuiltFeature[]) => async (guildId: GuildId) =>
  (await Promise.all(built().map(({ choices }) => choices?.(guildId) ?? []))).flat()

const warningsOf = (built: () => readonly BuiltFeature[]) => async (guildId: GuildId) =>
  (await Promise.all(built().map(({ warnings }) => warnings?.(guildId) ?? []))).flat()

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
      modelStatus,
      switches: SWITCHES,
      remindersBehind: ({ db }, guildId, before) => countOverdue(db, guildId, before),
    }),
    reminders,
    embedWatcher(eventReminders, modelOfGuild),
    gpt((platform) => faqForTickets(platform).passages),
    invites,
    gdpr({
      held: () => built().flatMap(({ name: feature, privacy }) => (privacy ? [{ feature, privacy }] : [])),
      kinds: () => all.flatMap(({ retention = [] }) => retention),
    }),
    onboarding,
    ...supportDesk(staffRolesOf(built)),
    faq(staffOf(built)),
    exports([sourceOf(ticketExport), sourceOf(faqExport), sourceOf(onboardingExport), sourceOf(reminderExport)]),
    channelTools,
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
    doctor({ declared, commands: allCommands, choices: choicesOf(built), warnings: warningsOf(built) }),
    guildLife,
    about({ commandGroups: () => titled(built()) }),
    operationalLogs,
    analytics({
      commands: () => allCommands().flatMap(({ definition }) => typedCommands(definition)),
      settings: declared,
      ...FIGURES,
    }),
  ]
  return all
}
