import type { Clock } from '../../kernel/clock.ts'
import type { GuildId } from '../../kernel/ids.ts'
import type { Localised } from '../../kernel/language.ts'
import type { GatewayState } from '../../platform/discord/gateway.ts'
import { findWithin } from '../../platform/health/finding.ts'
import type { HealthService } from './service.ts'

/** What a guild has turned on or off, of another feature. */
export interface Switch {
  readonly label: Localised
  isOn(guildId: GuildId): Promise<boolean>
}

interface OverviewNeeds {
  readonly service: HealthService
  readonly clock: Clock
  readonly gateway?: () => GatewayState | null
  readonly switches: readonly Switch[]
  /** Messages of all guilds that were due before then and are not sent. */
  messagesBehind(before: Temporal.Instant): Promise<number>
  /** Of the reminders of this guild. */
  remindersBehind(guildId: GuildId, before: Temporal.Instant): Promise<number>
}

/** How the program fares for one guild. Null is what cannot be told now. */
export interface Overview {
  readonly databaseStatus: string
  readonly isOnline: boolean
  readonly latencyMs: number | null
  /** Of this process. */
  readonly shards: { readonly online: number; readonly all: number } | null
  readonly startedAt: Temporal.Instant
  readonly version: string
  readonly messagesBehind: number | null
  readonly remindersBehind: number | null
  readonly switches: readonly { readonly label: Localised; readonly isOn: boolean | null }[]
}

/** Within which the questions to the database are answered or given up; health itself has its own time. */
const QUESTION_MS = 700
/** What was due a moment ago is under way. */
const GRACE = { minutes: 1 }

/** Asks everything side by side, so that the answer comes in time whatever hangs. */
export function healthOverview({ service, clock, gateway, switches, ...needs }: OverviewNeeds) {
  return async (guildId: GuildId): Promise<Overview> => {
    const now = clock.now()
    const before = now.subtract(GRACE)
    const [health, status, messagesBehind, remindersBehind, ...areOn] = await Promise.all([
      service.health(),
      service.status(),
      answerOf(needs.messagesBehind(before)),
      answerOf(needs.remindersBehind(guildId, before)),
      ...switches.map(({ isOn }) => answerOf(isOn(guildId))),
    ])
    return {
      databaseStatus: health.db_status,
      isOnline: status.online,
      latencyMs: status.latency,
      shards: shardsOf(gateway?.() ?? null),
      startedAt: now.subtract({ seconds: health.uptime_seconds }),
      version: health.version,
      messagesBehind,
      remindersBehind,
      switches: switches.map(({ label }, index) => ({ label, isOn: areOn[index] ?? null })),
    }
  }
}

async function answerOf<Answer>(question: Promise<Answer>): Promise<Answer | null> {
  const found = await findWithin(QUESTION_MS, question)
  return 'answer' in found ? found.answer : null
}

function shardsOf(state: GatewayState | null): Overview['shards'] {
  return state && { online: state.shards.filter(({ isOnline }) => isOnline).length, all: state.shards.length }
}
