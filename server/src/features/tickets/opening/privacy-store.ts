import { sql } from 'kysely'
import { type PersonalRows, personalRows } from '../../../platform/personal-rows-store.ts'
import type { PersonInGuild } from '../../../platform/privacy.ts'

/** What somebody wrote and has not sent. */
export const openings = personalRows('ticket_openings', {
  person: 'user_id',
  guild: 'guild_id',
  shown: ['id', 'guild_id', 'panel_id', 'description', 'answers', 'expires_at'],
  erased: 'removed',
})

const imposed = personalRows('ticket_blocks', {
  person: 'user_id',
  guild: 'guild_id',
  shown: ['guild_id', 'blocked_at'],
  erased: 'removed',
})

/** Stays of whoever is blocked, or erasing would lift it; an admin who blocked somebody loses the name on it. */
export const blocks: PersonalRows = {
  ...imposed,
  async erase(tx, person) {
    const { numAffectedRows = 0n } = await sql`
      update ticket_blocks set blocked_by = null where blocked_by = ${person.userId} and ${within(person)}`.execute(tx)
    return Number(numAffectedRows)
  },
}

function within({ guildId }: PersonInGuild) {
  return guildId === null ? sql<boolean>`true` : sql<boolean>`guild_id = ${guildId}`
}
