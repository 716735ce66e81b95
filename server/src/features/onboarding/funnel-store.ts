import { sql } from 'kysely'
import type { GuildId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'
import type { FunnelStep } from './contract-answers.ts'

export interface RunCounts {
  readonly started: number
  readonly completed: number
  readonly inProgress: number
  readonly abandoned: number
  /** From start to confirmation; null: nobody confirmed. */
  readonly medianSeconds: number | null
}

export interface StepCount {
  readonly kind: FunnelStep['kind']
  /** `0` where it has none. */
  readonly itemId: string
  /** As it was shown last. */
  readonly title: string
  readonly reached: number
  readonly completed: number
}

interface Times {
  /** Of runs that began since then. */
  readonly since: Temporal.Instant
  /** Those without a step since then are abandoned. */
  readonly movedSince: Temporal.Instant
}

export async function countRuns(db: Db, guildId: GuildId, { since, movedSince }: Times): Promise<RunCounts> {
  const { rows } = await sql<Record<'started' | 'completed' | 'in_progress', string> & { median: number | null }>`
    select count(*) as started, count(completed_at) as completed,
      count(*) filter (where completed_at is null and moved_at > ${movedSince}) as in_progress,
      percentile_cont(0.5) within group (order by extract(epoch from completed_at - started_at)::float8)
        filter (where completed_at is not null) as median
    from onboarding_runs where guild_id = ${guildId} and started_at >= ${since}`.execute(db)
  const [started, completed, inProgress] = [rows[0]?.started, rows[0]?.completed, rows[0]?.in_progress].map(Number)
  const median = rows[0]?.median ?? null
  return {
    started: started ?? 0,
    completed: completed ?? 0,
    inProgress: inProgress ?? 0,
    abandoned: (started ?? 0) - (completed ?? 0) - (inProgress ?? 0),
    medianSeconds: median === null ? null : Math.round(median),
  }
}

/** In no order. */
export async function countSteps(db: Db, guildId: GuildId, since: Temporal.Instant): Promise<StepCount[]> {
  const { rows } = await sql<{
    kind: StepCount['kind']
    item_id: string
    title: string
    reached: string
    completed: string
  }>`
    select kind, item_id, (array_agg(title order by run_id desc))[1] as title, count(*) as reached,
      count(*) filter (where step.completed) as completed
    from onboarding_run_steps step join onboarding_runs run on run.id = step.run_id
    where run.guild_id = ${guildId} and run.started_at >= ${since}
    group by kind, item_id`.execute(db)
  return rows.map(({ kind, item_id: itemId, title, reached, completed }) => ({
    kind,
    itemId,
    title,
    reached: Number(reached),
    completed: Number(completed),
  }))
}
