import { sql } from 'kysely'
import type { GuildId, UserId } from '../../kernel/ids.ts'
import { type Language, languageFor } from '../../kernel/language.ts'
import { lockName } from '../../platform/database/advisory-lock.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { Agreement } from './agreement.ts'

interface MemberOfGuild {
  readonly guildId: GuildId
  readonly userId: UserId
}

/** One acceptance of one wording. */
export interface Acceptance {
  readonly version: number
  readonly language: Language
  readonly acceptedAt: Temporal.Instant
  readonly withdrawnAt: Temporal.Instant | null
}

export interface VersionCount {
  readonly version: number
  readonly since: Temporal.Instant
  readonly accepted: number
  readonly withdrawn: number
}

/** The number of the wording; one that is new gets the next. */
export async function versionOf(tx: Tx, { digest, texts }: Agreement, now: Temporal.Instant): Promise<number> {
  const find = () => tx.selectFrom('gdpr_texts').select('version').where('digest', '=', digest).executeTakeFirst()
  const known = await find()
  if (known) return known.version
  await lockName(tx, 'gdpr:texts')
  const { rows } = await sql<{ version: number }>`
    insert into gdpr_texts (version, digest, body, created_at)
    select coalesce(max(version), 0) + 1, ${digest}, ${JSON.stringify(texts)}::jsonb, ${now} from gdpr_texts
    on conflict (digest) do update set digest = excluded.digest returning version`.execute(tx)
  const [row] = rows
  if (!row) throw new TypeError('an insertion that returns a row returned none')
  return row.version
}

/** @returns whether that is new; whoever agreed to this wording already goes on doing so. */
export async function insertAcceptance(
  tx: Tx,
  { guildId, userId }: MemberOfGuild,
  { version, language, acceptedAt }: Omit<Acceptance, 'withdrawnAt'>,
): Promise<boolean> {
  const row = await tx
    .insertInto('gdpr_acceptances')
    .values({ guild_id: guildId, user_id: userId, version, language, accepted_at: acceptedAt })
    .onConflict((conflict) =>
      conflict.columns(['guild_id', 'user_id', 'version']).where('withdrawn_at', 'is', null).doNothing(),
    )
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Newest first; those that were withdrawn too. */
export async function acceptancesOf(db: Db | Tx, { guildId, userId }: MemberOfGuild): Promise<Acceptance[]> {
  const rows = await db
    .selectFrom('gdpr_acceptances')
    .select(['version', 'language', 'accepted_at', 'withdrawn_at'])
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .orderBy('id', 'desc')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    language: languageFor(row.language, 'en'),
    acceptedAt: row.accepted_at,
    withdrawnAt: row.withdrawn_at,
  }))
}

/** @returns the versions that were agreed to until now. */
export async function withdrawAll(
  tx: Tx,
  { guildId, userId }: MemberOfGuild,
  now: Temporal.Instant,
): Promise<number[]> {
  const rows = await tx
    .updateTable('gdpr_acceptances')
    .set({ withdrawn_at: now })
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .where('withdrawn_at', 'is', null)
    .returning('version')
    .execute()
  return rows.map(({ version }) => version).sort((one, other) => one - other)
}

/** Of the wordings that anybody in the guild agreed to, newest first. */
export async function countByVersion(db: Db, guildId: GuildId): Promise<VersionCount[]> {
  const { rows } = await sql<{ version: number; since: Temporal.Instant; accepted: number; withdrawn: number }>`
    select a.version, t.created_at as since, count(*) filter (where withdrawn_at is null)::int as accepted,
      count(*) filter (where withdrawn_at is not null)::int as withdrawn
    from gdpr_acceptances a join gdpr_texts t on t.version = a.version
    where guild_id = ${guildId} group by a.version, t.created_at order by a.version desc`.execute(db)
  return rows
}

/** Members who agree, to whichever wording. */
export async function countAgreeing(db: Db, guildId: GuildId): Promise<number> {
  const { count } = await db
    .selectFrom('gdpr_acceptances')
    .select(({ fn }) => fn.count<string>('user_id').distinct().as('count'))
    .where('guild_id', '=', guildId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}
