import { sql } from 'kysely'
import type { GuildId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import type { SynonymGroup } from './plan.ts'

export interface StoredGroup {
  readonly id: number
  readonly words: readonly string[]
}

/** Groups one of whose words is among these words and stems. */
export function synonymsOf(db: Db, guildId: GuildId, words: readonly string[]): Promise<SynonymGroup[]> {
  return db
    .selectFrom('faq_synonyms')
    .select(['words', 'matching'])
    .where('guild_id', '=', guildId)
    .where(sql<boolean>`matching && ${[...words]}::text[]`)
    .orderBy('id')
    .execute()
}

/** In the order in which they were made. */
export async function listGroups(db: Db | Tx, guildId: GuildId): Promise<StoredGroup[]> {
  const rows = await db
    .selectFrom('faq_synonyms')
    .select(['id', 'words'])
    .where('guild_id', '=', guildId)
    .orderBy('id')
    .execute()
  return rows.map(({ id, words }) => ({ id: Number(id), words }))
}

export async function insertGroup(tx: Tx, guildId: GuildId, words: readonly string[]): Promise<void> {
  // Several words side by side have no stem of their own.
  await sql`
    insert into faq_synonyms (guild_id, words, matching)
    select ${guildId}, ${[...words]}, array(
      select distinct stem from unnest(${[...words]}::text[]) as word,
        unnest(case when word like '% %' then array[faq_plain(word)]
          else faq_plain(word) || tsvector_to_array(faq_lexemes('en', word) || faq_lexemes('nl', word)) end) as stem)
    `.execute(tx)
}

export async function removeGroups(tx: Tx, guildId: GuildId, ids: readonly number[]): Promise<void> {
  await sql`delete from faq_synonyms where guild_id = ${guildId} and id = any(${[...ids]}::bigint[])`.execute(tx)
}
