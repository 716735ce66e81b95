import { sql } from 'kysely'
import type { GuildId, UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { Json } from '../../platform/database/tables.ts'
import type { Mode, Step } from './course.ts'
import { NOTHING_YET, type Progress } from './progress.ts'

export interface MemberOfGuild {
  readonly guildId: GuildId
  readonly userId: UserId
}

export interface StoredProgress {
  /** Null once the figures of that run are forgotten. */
  readonly runId: string | null
  /** 0: nothing was begun. */
  readonly revision: number
  readonly progress: Progress
  readonly isCompleted: boolean
}

/** Where the member stands, for a look. */
export async function readProgress(db: Db, { guildId, userId }: MemberOfGuild): Promise<StoredProgress | null> {
  const row = await select(db, guildId, userId).executeTakeFirst()
  return row ? progressOf(row) : null
}

/** Where the member stands; nobody else moves it until the transaction ends. */
export async function lockProgress(tx: Tx, { guildId, userId }: MemberOfGuild): Promise<StoredProgress | null> {
  const row = await select(tx, guildId, userId).forUpdate().executeTakeFirst()
  return row ? progressOf(row) : null
}

/** The same, and a row to lock where there is none. */
export async function lockNewProgress(tx: Tx, member: MemberOfGuild, now: Temporal.Instant): Promise<StoredProgress> {
  const { guildId, userId } = member
  await tx
    .insertInto('onboarding_progress')
    .values({
      guild_id: guildId,
      user_id: userId,
      revision: 0,
      state: JSON.stringify(NOTHING_YET),
      started_at: now,
      moved_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return progressOf(await select(tx, guildId, userId).forUpdate().executeTakeFirstOrThrow())
}

function select(db: Db, guildId: GuildId, userId: UserId) {
  return db
    .selectFrom('onboarding_progress')
    .select(['run_id', 'revision', 'state', 'completed_at'])
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
}

/** @returns the id of a run that begins. */
export async function insertRun(tx: Tx, guildId: GuildId, mode: Mode, now: Temporal.Instant): Promise<string> {
  const { id } = await tx
    .insertInto('onboarding_runs')
    .values({ guild_id: guildId, mode, started_at: now, moved_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function writeProgress(
  tx: Tx,
  { guildId, userId }: MemberOfGuild,
  { runId, revision, progress, isCompleted }: StoredProgress,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('onboarding_progress')
    .set({
      run_id: runId,
      revision,
      state: JSON.stringify(progress),
      moved_at: now,
      completed_at: isCompleted ? now : null,
      // The first step of a run is shown at its revision.
      ...(progress === NOTHING_YET && !isCompleted && { started_at: now }),
    })
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .execute()
}

/** Counts for the run that these steps were dealt with, and that it has come to this one. */
export async function noteSteps(
  tx: Tx,
  runId: string,
  { done, reached }: { readonly done: Step | null; readonly reached: Step | null },
  now: Temporal.Instant,
): Promise<void> {
  const entries = [...(done ? [entryOf(runId, done, true)] : []), ...(reached ? [entryOf(runId, reached, false)] : [])]
  // Two follow-ups of one question count as one; a statement may not write a row twice.
  const [first, second] = entries
  const isOne = first?.kind === second?.kind && first?.item_id === second?.item_id
  await tx
    .insertInto('onboarding_run_steps')
    .values(isOne ? entries.slice(0, 1) : entries)
    .onConflict((conflict) =>
      conflict.columns(['run_id', 'kind', 'item_id']).doUpdateSet({
        completed: sql<boolean>`onboarding_run_steps.completed or excluded.completed`,
      }),
    )
    .execute()
  await tx
    .updateTable('onboarding_runs')
    .set({ moved_at: now, ...(reached === null && { completed_at: now }) })
    .where('id', '=', runId)
    .execute()
}

function entryOf(runId: string, step: Step, completed: boolean) {
  return { run_id: runId, kind: step.kind, completed, ...itemOf(step) }
}

function itemOf(step: Step): { item_id: string; title: string } {
  switch (step.kind) {
    case 'rule':
      return { item_id: step.rule.id, title: step.rule.title }
    case 'question':
      return { item_id: step.question.id, title: step.question.question }
    case 'followup':
      return { item_id: step.question.id, title: step.followUp.question }
    default:
      return { item_id: '0', title: '' }
  }
}

/** What nobody went on with since then. */
export async function removeOpenBefore(db: Db, instant: Temporal.Instant): Promise<void> {
  await db.deleteFrom('onboarding_progress').where('completed_at', 'is', null).where('moved_at', '<', instant).execute()
}

/** What is read back is what `writeProgress` wrote. */
function progressOf(row: {
  run_id: string | null
  revision: number
  state: Json
  completed_at: Temporal.Instant | null
}): StoredProgress {
  return {
    runId: row.run_id,
    revision: row.revision,
    progress: row.state as unknown as Progress,
    isCompleted: row.completed_at !== null,
  }
}
