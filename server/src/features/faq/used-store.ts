import type { GuildId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'

/** The published entries that helped and were read most. */
export function mostUsed(db: Db, guildId: GuildId, limit: number): Promise<{ number: number; title: string }[]> {
  return db
    .selectFrom('faq_entries')
    .select(['number', 'title'])
    .where('guild_id', '=', guildId)
    .where('state', '=', 'published')
    .orderBy('solved', 'desc')
    .orderBy('views', 'desc')
    .orderBy('number')
    .limit(limit)
    .execute()
}
