import { type Selectable, sql } from 'kysely'
import type { GuildId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { Json, OnboardingQuestions, OnboardingRules } from '../../platform/database/tables.ts'
import type { FollowUps, Option, QuestionType } from './contract.ts'
import type { QuestionDraft } from './question.ts'
import type { RuleDraft } from './rule.ts'

/** The two lists of a guild, each with an order of its own. */
export type ListName = 'questions' | 'rules'

export interface Listed {
  readonly id: string
  /** Its place in the list, from 1. */
  readonly position: number
}

export type Question = QuestionDraft & Listed
export type Rule = RuleDraft & Listed

const TABLES = { questions: sql.table('onboarding_questions'), rules: sql.table('onboarding_rules') }

/** Disabled ones too. */
export async function listQuestions(db: Db, guildId: GuildId): Promise<Question[]> {
  const rows = await db
    .selectFrom('onboarding_questions')
    .selectAll()
    .where('guild_id', '=', guildId)
    .orderBy('position')
    .execute()
  return rows.map(questionOfRow)
}

/** Disabled ones too. */
export async function listRules(db: Db, guildId: GuildId): Promise<Rule[]> {
  const rows = await db
    .selectFrom('onboarding_rules')
    .selectAll()
    .where('guild_id', '=', guildId)
    .orderBy('position')
    .execute()
  return rows.map(ruleOfRow)
}

/** The ids of a list in their order. */
export async function orderedIds(tx: Tx, list: ListName, guildId: GuildId): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from ${TABLES[list]} where guild_id = ${guildId} order by position`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Places the list in this order, from 1. Places may meet meanwhile: they have to be unique when the transaction ends. */
export async function writeOrder(tx: Tx, list: ListName, guildId: GuildId, ids: readonly string[]): Promise<void> {
  await sql`
    update ${TABLES[list]} as item set position = wished.position
    from unnest(${[...ids]}::bigint[]) with ordinality as wished (id, position)
    where item.guild_id = ${guildId} and item.id = wished.id and item.position <> wished.position`.execute(tx)
}

export async function removeItem(tx: Tx, list: ListName, guildId: GuildId, id: string): Promise<void> {
  await sql`delete from ${TABLES[list]} where guild_id = ${guildId} and id = ${id}`.execute(tx)
}

/** Behind all others. */
export async function insertQuestion(
  tx: Tx,
  guildId: GuildId,
  draft: QuestionDraft,
  position: number,
  now: Temporal.Instant,
): Promise<string> {
  const row = { ...questionColumns(draft), guild_id: guildId, position, created_at: now, updated_at: now }
  return (await tx.insertInto('onboarding_questions').values(row).returning('id').executeTakeFirstOrThrow()).id
}

/** Behind all others. */
export async function insertRule(
  tx: Tx,
  guildId: GuildId,
  draft: RuleDraft,
  position: number,
  now: Temporal.Instant,
): Promise<string> {
  const row = { ...ruleColumns(draft), guild_id: guildId, position, created_at: now, updated_at: now }
  return (await tx.insertInto('onboarding_rules').values(row).returning('id').executeTakeFirstOrThrow()).id
}

export async function replaceQuestion(
  tx: Tx,
  guildId: GuildId,
  id: string,
  draft: QuestionDraft,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('onboarding_questions')
    .set({ ...questionColumns(draft), updated_at: now })
    .where('guild_id', '=', guildId)
    .where('id', '=', id)
    .execute()
}

export async function replaceRule(
  tx: Tx,
  guildId: GuildId,
  id: string,
  draft: RuleDraft,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('onboarding_rules')
    .set({ ...ruleColumns(draft), updated_at: now })
    .where('guild_id', '=', guildId)
    .where('id', '=', id)
    .execute()
}

function questionColumns({ question, type, options, followUps, isRequired, isEnabled }: QuestionDraft) {
  return {
    question,
    question_type: type,
    options: options && JSON.stringify(options),
    followup: followUps && JSON.stringify(followUps),
    required: isRequired,
    enabled: isEnabled,
  }
}

function ruleColumns({ title, description, thumbnailUrl, imageUrl, isEnabled }: RuleDraft) {
  return { title, description, thumbnail_url: thumbnailUrl, image_url: imageUrl, enabled: isEnabled }
}

/** What is read back is what a rule let in: the casts name shapes that only drafts have written. */
function questionOfRow(row: Selectable<OnboardingQuestions>): Question {
  return {
    id: row.id,
    position: row.position,
    question: row.question,
    type: row.question_type as QuestionType,
    options: row.options as (Json & Option[]) | null,
    followUps: row.followup as (Json & FollowUps) | null,
    isRequired: row.required,
    isEnabled: row.enabled,
  }
}

function ruleOfRow(row: Selectable<OnboardingRules>): Rule {
  return {
    id: row.id,
    position: row.position,
    title: row.title,
    description: row.description,
    thumbnailUrl: row.thumbnail_url,
    imageUrl: row.image_url,
    isEnabled: row.enabled,
  }
}
