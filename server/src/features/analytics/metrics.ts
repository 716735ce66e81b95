import type { Actor } from '../../kernel/actor.ts'
import type { Clock } from '../../kernel/clock.ts'
import type { GuildId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'
import { poolStatistics } from '../../platform/database/health.ts'
import type { TypedCommand } from '../../platform/discord/command-names.ts'
import { reportedConnection } from '../../platform/discord/connection.ts'
import type { GuildAccess } from '../../platform/discord/guild-access.ts'
import { readShards } from '../../platform/discord/shard-report-store.ts'
import { requireGuildAdmin } from '../../platform/http/staff.ts'
import { CODENAME, VERSION } from '../../platform/version.ts'
import type { CommandUsage } from './command-usage.ts'
import type { Metrics } from './contract.ts'
import { durationInWords } from './duration-words.ts'
import type { ModelFigures, ReminderFigures, TicketFigures } from './figures.ts'
import { countLimitedCallers, readGuilds, readOverrides, type SettingOverride } from './snapshot-store.ts'

export interface MetricsNeeds {
  readonly db: Db
  readonly clock: Clock
  readonly guildAccess: GuildAccess
  readonly mainGuildId: GuildId | undefined
  readonly usage: CommandUsage
  readonly reminders: ReminderFigures
  readonly tickets: TicketFigures
  readonly model: ModelFigures
  /** Everything that a member can type. */
  commands(): readonly TypedCommand[]
  /** Runs of this process that are not written yet. */
  unwrittenRuns(): number
  /** Whether the value of this setting may be shown, only that there is one, or neither: nothing declares it any more. */
  shows(override: SettingOverride): 'value' | 'presence' | 'nothing'
}

const UPCOMING = 3
const TOP = 10
const PERIOD_DAYS = 7
const MOST_OVERRIDES = 1000
const SECRET = '"[secret]"'

/** The figures of a dashboard, of the guilds that the caller administers and of no other. */
export type MetricsService = ReturnType<typeof metricsService>

export function metricsService(needs: MetricsNeeds) {
  /** Requests for the figures of the same guilds share one round of questions. */
  const underWay = new Map<string, Promise<Metrics>>()

  return {
    /** @param named the guild of the request, if it names one; the caller is known to administer it. */
    async metrics(actor: Actor, named: GuildId | null): Promise<Metrics> {
      const guildIds = named ? [named] : await permittedGuilds(needs, actor)
      const key = guildIds.toSorted().join()
      const asked = underWay.get(key) ?? measure(needs, guildIds, underWay.size).finally(() => underWay.delete(key))
      underWay.set(key, asked)
      return asked
    },
  }
}

async function permittedGuilds({ guildAccess, mainGuildId }: MetricsNeeds, actor: Actor): Promise<GuildId[]> {
  if (mainGuildId) {
    await requireGuildAdmin(guildAccess, actor, mainGuildId)
    return [mainGuildId]
  }
  const administered = await guildAccess.administered(actor.userId)
  return administered.map(({ id }) => id).filter((id) => !actor.onlyGuild || id === actor.onlyGuild)
}

/** One question after the other: a dashboard that asks often must not take every connection to the database. */
async function measure(needs: MetricsNeeds, guildIds: readonly GuildId[], sharedQuestions: number): Promise<Metrics> {
  const { db, clock } = needs
  return {
    bot: await botFigures(needs, guildIds),
    gpt: await needs.model(guildIds),
    reminders: await reminderFigures(needs, guildIds),
    tickets: await needs.tickets(guildIds),
    settings_overrides: await settingsOverrides(needs, guildIds),
    infrastructure: { database_up: true, pool_size: poolStatistics(db).total, checked_at: iso(clock.now()) },
    command_usage: await commandFigures(needs, guildIds),
    cache_metrics: {
      command_tracker_queue_size: needs.unwrittenRuns(),
      command_stats_cache_size: sharedQuestions,
      ip_rate_limits_size: await countLimitedCallers(db),
      sync_cooldowns_size: 0,
      ticket_cooldowns_size: 0,
    },
  }
}

async function botFigures(
  { db, clock, commands }: MetricsNeeds,
  guildIds: readonly GuildId[],
): Promise<Metrics['bot']> {
  const now = clock.now()
  const { isOnline, latencyMs, since } = reportedConnection(await readShards(db, now), now)
  const uptimeSeconds = since && Math.max(0, Math.floor(now.since(since).total('seconds')))
  const known = commands()
  const guilds = await readGuilds(db, guildIds)
  return {
    online: isOnline,
    latency_ms: latencyMs,
    uptime_seconds: uptimeSeconds,
    uptime_human: uptimeSeconds === null ? null : durationInWords(uptimeSeconds),
    commands_loaded: known.length,
    version: VERSION,
    codename: CODENAME,
    guilds: guilds.map(({ id, name, memberCount, ownerId }) => ({
      id: BigInt(id),
      name,
      member_count: memberCount,
      owner_id: BigInt(ownerId),
    })),
    commands: known.map(({ name, description }) => ({ qualified_name: name, description, type: 'slash' })),
  }
}

async function reminderFigures(
  { reminders }: MetricsNeeds,
  guildIds: readonly GuildId[],
): Promise<Metrics['reminders']> {
  const { recurring, oneOff, perChannel, upcoming } = await reminders(guildIds, UPCOMING)
  return {
    total: recurring + oneOff,
    recurring,
    one_off: oneOff,
    next_event_time: upcoming[0] ? iso(upcoming[0].nextEventAt) : null,
    per_channel: Object.fromEntries(perChannel),
    upcoming: upcoming.map(({ id, name, channelId, nextEventAt, isRecurring }) => ({
      id,
      name,
      channel_id: BigInt(channelId),
      scheduled_time: iso(nextEventAt),
      is_recurring: isRecurring,
    })),
  }
}

async function settingsOverrides(
  { db, shows }: MetricsNeeds,
  guildIds: readonly GuildId[],
): Promise<Metrics['settings_overrides']> {
  const overrides = await readOverrides(db, guildIds, MOST_OVERRIDES)
  return overrides
    .map((override) => ({ override, shown: shows(override) }))
    .filter(({ shown }) => shown !== 'nothing')
    .map(({ override: { guildId, scope, key, value }, shown }) => ({
      scope,
      key,
      value: shown === 'value' ? value : SECRET,
      guild_id: BigInt(guildId),
    }))
}

async function commandFigures(
  { usage }: MetricsNeeds,
  guildIds: readonly GuildId[],
): Promise<Metrics['command_usage']> {
  const top = await usage.top(guildIds, PERIOD_DAYS, TOP)
  return {
    top_commands: top.map(({ command, runs }) => ({ command_name: command, usage_count: runs })),
    total_commands_24h: await usage.ofLastDay(guildIds),
    period_days: PERIOD_DAYS,
  }
}

function iso(instant: Temporal.Instant): string {
  return instant.round({ smallestUnit: 'millisecond', roundingMode: 'trunc' }).toString()
}
