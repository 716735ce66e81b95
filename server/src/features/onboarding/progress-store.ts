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
    .select(['revision', 'state', 'completed_at'])
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
}

/** A step that is written: what the progress becomes, what was dealt with, and what is shown next. */
export interface Stride {
  readonly progress: Progress
  readonly done: Step | null
  readonly reached: Step
}

/**
 * Moves the member from this revision to the next and counts the steps, in one statement.
 * @returns whether the member was still there; otherwise nothing is written.
 */
export async function writeStride(
  db: Db,
  { guildId, userId }: MemberOfGuild,
  revision: number,
  { progress, done, reached }: Stride,
  now: Temporal.Instant,
): Promise<boolean> {
  const { rows } = await sql`
    with moved as (
      update onboarding_progress set revision = ${revision + 1}, state = ${JSON.stringify(progress)}, moved_at = ${now}
      where guild_id = ${guildId} and user_id = ${userId} and revision = ${revision} and completed_at is null
      returning run_id
    ), counted as (
      insert into onboarding_run_steps (run_id, kind, item_id, title, completed)
      select run_id, step.* from moved, ${stepRows(done, reached)} where run_id is not null
      on conflict (run_id, kind, item_id)
      do update set completed = onboarding_run_steps.completed or excluded.completed
    ), run as (
      update onboarding_runs set moved_at = ${now} where id in (select run_id from moved)
    )
    select from moved`.execute(db)
  return rows.length > 0
}

/** Begins a run at its first step; the row of the member is locked. */
export async function writeBeginning(
  tx: Tx,
  { guildId, userId }: MemberOfGuild,
  { mode, revision, reached }: { readonly mode: Mode; readonly revision: number; readonly reached: Step },
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    with run as (
      insert into onboarding_runs (guild_id, mode, started_at, moved_at) values (${guildId}, ${mode}, ${now}, ${now})
      returning id
    ), counted as (
      insert into onboarding_run_steps (run_id, kind, item_id, title, completed)
      select run.id, step.* from run, ${stepRows(null, reached)}
    )
    update onboarding_progress set run_id = run.id, revision = ${revision}, state = ${JSON.stringify(NOTHING_YET)},
      started_at = ${now}, moved_at = ${now}, completed_at = null
    from run where guild_id = ${guildId} and user_id = ${userId}`.execute(tx)
}

/** Ends the run at its last step; the row of the member is locked. What was answered is kept elsewhere. */
export async function writeEnd(
  tx: Tx,
  { guildId, userId }: MemberOfGuild,
  revision: number,
  now: Temporal.Instant,
): Promise<void> {
  await sql`
    with ended as (
      update onboarding_progress set revision = ${revision}, state = ${JSON.stringify(NOTHING_YET)}, moved_at = ${now},
        completed_at = ${now}
      where guild_id = ${guildId} and user_id = ${userId} returning run_id
    ), counted as (
      update onboarding_run_steps set completed = true where run_id in (select run_id from ended) and kind = 'summary'
    )
    update onboarding_runs set moved_at = ${now}, completed_at = ${now} where id in (select run_id from ended)`.execute(
    tx,
  )
}

/** Two follow-ups of one question count as one, since a statement may not write a row twice. */
function stepRows(done: Step | null, reached: Step) {
  const rows = [done ? entryOf(done, true) : null, entryOf(reached, false)].filter((row) => row !== null)
  const [first, second] = rows
  const isOne = second !== undefined && first?.kind === second.kind && first.itemId === second.itemId
  const values = (isOne ? rows.slice(0, 1) : rows).map(
    ({ kind, itemId, title, completed }) =>
      sql`(${kind}::text, ${itemId}::bigint, ${title}::text, ${completed}::boolean)`,
  )
  return sql`(values ${sql.join(values)}) as step (kind, item_id, title, completed)`
}

function entryOf(step: Step, completed: boolean) {
  const { kind } = step
  switch (kind) {
    case 'rule':
      return { kind, completed, itemId: step.rule.id, title: step.rule.title }
    case 'question':
      return { kind, completed, itemId: step.question.id, title: step.question.question }
    case 'followup':
      return { kind, completed, itemId: step.question.id, title: step.followUp.question }
    default:
      return { kind, completed, itemId: '0', title: '' }
  }
}

/** What nobody went on with since then. */
export async function removeOpen(
  db: Db,
  { before, limit }: { readonly before: Temporal.Instant; readonly limit: number },
): Promise<number> {
  const old = db
    .selectFrom('onboarding_progress')
    .select(['guild_id', 'user_id'])
    .where('completed_at', 'is', null)
    .where('moved_at', '<', before)
    .limit(limit)
  const { numDeletedRows } = await db
    .deleteFrom('onboarding_progress')
    .where(({ eb, refTuple }) => eb(refTuple('guild_id', 'user_id'), 'in', old.$asTuple('guild_id', 'user_id')))
    .where('completed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** What is read back is what was written here. */
function progressOf(row: { revision: number; state: Json; completed_at: Temporal.Instant | null }): StoredProgress {
  return {
    revision: row.revision,
    progress: row.state as unknown as Progress,
    isCompleted: row.completed_at !== null,
  }
}
