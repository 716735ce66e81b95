import { about } from '../features/about/index.ts'
import { commandUsage } from '../features/analytics/command-usage.ts'
import { noModel } from '../features/analytics/figures.ts'
import { analytics } from '../features/analytics/index.ts'
import { type AuthOptions, auth } from '../features/auth/index.ts'
import { channelTools } from '../features/channel-tools/index.ts'
import { doctor } from '../features/doctor/index.ts'
import { embedWatcher } from '../features/embedwatcher/index.ts'
import { embedWatcherSettings } from '../features/embedwatcher/settings.ts'
import { faq } from '../features/faq/index.ts'
import { gdpr } from '../features/gdpr/index.ts'
import { gdprSettings } from '../features/gdpr/settings.ts'
import { gpt } from '../features/gpt/index.ts'
import { modelOfGuild } from '../features/gpt/model-of-guild.ts'
import { guildLife } from '../features/guild-life/index.ts'
import { health } from '../features/health/index.ts'
import { invites } from '../features/invites/index.ts'
import { inviteSettings } from '../features/invites/settings.ts'
import { onboarding } from '../features/onboarding/index.ts'
import { onboardingSettings } from '../features/onboarding/settings.ts'
import { operationalLogs } from '../features/operational-logs/index.ts'
import { countOverdue, reminderFigures } from '../features/reminders/figures-store.ts'
import { eventReminders } from '../features/reminders/for-events.ts'
import { reminders } from '../features/reminders/index.ts'
import { reminderSettings } from '../features/reminders/settings.ts'
import { settings } from '../features/settings/index.ts'
import { ticketRooms } from '../features/tickets/for-transcripts.ts'
import { tickets } from '../features/tickets/index.ts'
import { NO_NEIGHBOURS } from '../features/tickets/ports.ts'
import { tips } from '../features/tips/index.ts'
import { transcripts } from '../features/transcripts/index.ts'
import type { TicketRooms } from '../features/transcripts/ports.ts'
import { recordings } from '../features/transcripts/recordings.ts'
import type { GuildId } from '../kernel/ids.ts'
import type { Config } from '../platform/config/config.ts'
import { typedCommands } from '../platform/discord/command-names.ts'
import type { GatewayState } from '../platform/discord/gateway.ts'
import type { Feature, FeatureParts, Platform } from '../platform/feature.ts'
import { foundation } from '../platform/foundation.ts'
import type { Setting } from '../platform/settings/define.ts'
import { systemSettings } from '../platform/settings/system.ts'
import { titled } from './command-groups.ts'

/** What `/health` shows of a guild. */
const SWITCHES = [reminderSettings, onboardingSettings, embedWatcherSettings, inviteSettings, gdprSettings].map(
  ({ enabled }: { readonly enabled: Extract<Setting, { type: 'boolean' }> }) => ({
    label: enabled.label,
    isOn: ({ settings }: Platform, guildId: GuildId) => settings.read(enabled, guildId),
  }),
)

/** Nobody measures yet who speaks when. */
const ROOMS: TicketRooms = { ...ticketRooms, heard: async () => undefined }
const hasStaff = ({ staffRoles }: FeatureParts) => staffRoles !== undefined

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
      switches: SWITCHES,
      remindersBehind: ({ db }, guildId, before) => countOverdue(db, guildId, before),
    }),
    reminders,
    embedWatcher(eventReminders, modelOfGuild),
    gpt(noModel),
    invites,
    gdpr({
      held: () => built().flatMap(({ name: feature, privacy }) => (privacy ? [{ feature, privacy }] : [])),
      kinds: () => all.flatMap(({ retention = [] }) => retention),
    }),
    onboarding,
    tickets((platform) => ({ ...NO_NEIGHBOURS, recordings: recordings(ROOMS)(platform) })),
    transcripts(ROOMS, async (guildId) => (await built().find(hasStaff)?.staffRoles?.(guildId)) ?? []),
    faq,
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
    doctor({ declared, commands: allCommands }),
    guildLife,
    about({ commandGroups: () => titled(built()) }),
    operationalLogs,
    analytics({
      commands: () => allCommands().flatMap(({ definition }) => typedCommands(definition)),
      settings: declared,
      model: noModel,
      reminders:
        ({ db }) =>
        (guildIds, upcoming) =>
          reminderFigures(db, guildIds, upcoming),
    }),
  ]
  return all
}
