import { sql } from 'kysely'
import type { GuildId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'

interface AnswerRow {
  /** Of the response: all answers that a member confirmed together have the same. */
  readonly id: string
  readonly user_id: string
  readonly completed_at: Temporal.Instant
  readonly mode: string
  readonly personalization: string | null
  readonly language: string | null
  readonly question_id: string | null
  readonly question: string | null
  readonly type: string | null
  readonly answer: string | null
  readonly labels: string | null
  readonly follows: string | null
}

/**
 * What members answered: a row for each answer and each answer to what was asked on, which names the value of the option
 * it `follows`; a member who was asked nothing has one row. Questions come and go, so they are rows and not columns.
 */
export const onboardingExport = {
  name: 'onboarding',
  columns: [
    'id',
    'user_id',
    'completed_at',
    'mode',
    'personalization',
    'language',
    'question_id',
    'question',
    'type',
    'answer',
    'labels',
    'follows',
  ],
  rows: (_db: Db, guildId: GuildId) => sql<AnswerRow>`
    select r.id, r.user_id, r.completed_at, r.mode, r.personalization, r.language,
      g.question_id, g.question, g.type, g.answer, g.labels, g.follows
    from onboarding_responses r
    left join lateral (
      select place, 0 as part, one ->> 'questionId' as question_id, one ->> 'question' as question,
        one ->> 'type' as type, ${joined(sql`one -> 'answer'`)} as answer, ${joined(sql`one -> 'labels'`)} as labels,
        null as follows
      from jsonb_array_elements(r.answers) with ordinality as answers (one, place)
      union all
      select place, 1, one ->> 'questionId', asked ->> 'question', asked ->> 'type', asked ->> 'answer', null, option
      from jsonb_array_elements(r.answers) with ordinality as answers (one, place),
        jsonb_each(one -> 'followUps') as on_top (option, asked)
    ) g on true
    where r.guild_id = ${guildId}
    order by r.id desc, g.place, g.part, g.follows`,
} as const

/** A list becomes one text; a text stays what it is. */
const joined = (json: ReturnType<typeof sql>) => sql`
  case when jsonb_typeof(${json}) = 'array'
    then (select string_agg(value, ';') from jsonb_array_elements_text(${json}))
    else ${json} #>> '{}' end`
