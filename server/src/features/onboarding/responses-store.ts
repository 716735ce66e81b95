import type { Selectable } from 'kysely'
import { type GuildId, UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { OnboardingResponses } from '../../platform/database/tables.ts'
import type { Mode } from './course.ts'
import { type GivenAnswer, languageChosen, type Personalization, type Progress } from './progress.ts'
import type { MemberOfGuild } from './progress-store.ts'

/** What a member has confirmed. */
export interface Response {
  /** Grows with each confirmation. */
  readonly id: string
  readonly userId: UserId
  readonly mode: Mode
  readonly answers: readonly GivenAnswer[]
  readonly personalization: Personalization | null
  readonly language: string | null
  readonly completedAt: Temporal.Instant
}

/** In place of what the member confirmed before. */
export async function replaceResponse(
  tx: Tx,
  { guildId, userId }: MemberOfGuild,
  mode: Mode,
  progress: Progress,
  now: Temporal.Instant,
): Promise<void> {
  await tx.deleteFrom('onboarding_responses').where('guild_id', '=', guildId).where('user_id', '=', userId).execute()
  await tx
    .insertInto('onboarding_responses')
    .values({
      guild_id: guildId,
      user_id: userId,
      mode,
      answers: JSON.stringify(progress.answers),
      personalization: progress.personalization,
      language: languageChosen(progress),
      completed_at: now,
    })
    .execute()
}

interface Page {
  readonly limit: number
  readonly before: string | null
}

/** The latest first. */
export async function listResponses(db: Db, guildId: GuildId, { limit, before }: Page): Promise<Response[]> {
  const rows = await db
    .selectFrom('onboarding_responses')
    .selectAll()
    .where('guild_id', '=', guildId)
    .$if(before !== null, (query) => query.where('id', '<', before ?? ''))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(responseOf)
}

export async function findResponse(db: Db, { guildId, userId }: MemberOfGuild): Promise<Response | null> {
  const row = await db
    .selectFrom('onboarding_responses')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row ? responseOf(row) : null
}

/** What is read back is what `replaceResponse` wrote. */
function responseOf(row: Selectable<OnboardingResponses>): Response {
  return {
    id: row.id,
    userId: UserId.parse(row.user_id),
    mode: row.mode as Mode,
    answers: row.answers as unknown as GivenAnswer[],
    personalization: row.personalization as Personalization | null,
    language: row.language,
    completedAt: row.completed_at,
  }
}
