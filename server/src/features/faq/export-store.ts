import type { GuildId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'

/** The first five are those of version 2.4. */
const COLUMNS = [
  'id',
  'title',
  'summary',
  'keywords',
  'created_at',
  'number',
  'category',
  'language',
  'state',
  'source',
  'views',
  'solved',
  'version',
  'updated_at',
] as const

/** The entries of a guild as a table, the newest first; without deleted ones. */
export const faqExport = {
  name: 'faq',
  columns: COLUMNS,
  isByAge: true,
  rows(db: Db, guildId: GuildId, since: Temporal.Instant | null) {
    return db
      .selectFrom('faq_entries')
      .select(['id', 'title', 'answer as summary', 'keywords', 'created_at', 'number', 'category', 'language'])
      .select(['state', 'source', 'views', 'solved', 'version', 'updated_at'])
      .where('guild_id', '=', guildId)
      .where('state', '<>', 'deleted')
      .$if(since !== null, (query) =>
        query.where('created_at', '>=', since ?? Temporal.Instant.fromEpochMilliseconds(0)),
      )
      .orderBy('number', 'desc')
  },
} as const
