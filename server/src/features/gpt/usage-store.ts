import { sql } from 'kysely'
import { type GuildId, UserId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'

interface Used {
  readonly tokens: number
  readonly nanoDollars: number
}

export interface UsedOnDay extends Used {
  readonly day: Temporal.Instant
  readonly answers: number
  readonly failures: number
}

interface Question {
  readonly guildId: GuildId
  /** From that day on. */
  readonly since: Temporal.Instant
}

/** Oldest first; days without a call are left out. */
export async function readDays(db: Db, { guildId, since }: Question): Promise<UsedOnDay[]> {
  const rows = await db
    .selectFrom('model_days')
    .select(['day', 'spent_tokens', 'spent_nano_dollars', 'answers', 'failures'])
    .where('guild_id', '=', guildId)
    .where('day', '>=', since)
    .orderBy('day')
    .execute()
  return rows.map(({ day, spent_tokens, spent_nano_dollars, answers, failures }) => ({
    day,
    tokens: Number(spent_tokens),
    nanoDollars: Number(spent_nano_dollars),
    answers,
    failures,
  }))
}

export interface UsedFor extends Used {
  readonly purpose: string
  readonly answers: number
  readonly failures: number
}

/** The most tokens first. */
export async function readPurposes(db: Db, question: Question): Promise<UsedFor[]> {
  const { rows } = await sql<Record<'purpose' | 'tokens' | 'nano_dollars' | 'answers' | 'failures', string>>`
    select purpose, ${USED}, count(*) filter (where outcome = 'answered') as answers,
      count(*) filter (where outcome <> 'answered') as failures
    from model_calls where ${ended(question)} group by purpose order by tokens desc, purpose`.execute(db)
  return rows.map(({ purpose, tokens, nano_dollars, answers, failures }) => ({
    purpose,
    tokens: Number(tokens),
    nanoDollars: Number(nano_dollars),
    answers: Number(answers),
    failures: Number(failures),
  }))
}

export interface UsedBy extends Used {
  readonly userId: UserId
  readonly questions: number
}

/** Those who used most. */
export async function readMembers(db: Db, question: Question, limit: number): Promise<UsedBy[]> {
  const { rows } = await sql<Record<'user_id' | 'tokens' | 'nano_dollars' | 'questions', string>>`
    select user_id, ${USED}, count(*) as questions from model_calls
    where ${ended(question)} and user_id is not null
    group by user_id order by tokens desc, user_id limit ${limit}`.execute(db)
  return rows.map(({ user_id, tokens, nano_dollars, questions }) => ({
    userId: UserId.parse(user_id),
    tokens: Number(tokens),
    nanoDollars: Number(nano_dollars),
    questions: Number(questions),
  }))
}

const USED = sql`sum(tokens_read + tokens_written) as tokens, sum(nano_dollars) as nano_dollars`
const ended = ({ guildId, since }: Question) => sql`guild_id = ${guildId} and day >= ${since} and outcome is not null`
