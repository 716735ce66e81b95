import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import { personalRows } from '../../../platform/personal-rows-store.ts'
import type { PersonInGuild } from '../../../platform/privacy.ts'

export const duty = personalRows('ticket_duty', {
  person: 'user_id',
  guild: 'guild_id',
  shown: ['guild_id', 'is_on', 'changed_at'],
  erased: 'removed',
})

export const ratings = personalRows('ticket_ratings', {
  person: 'user_id',
  guild: 'guild_id',
  shown: ['ticket_id', 'guild_id', 'score', 'comment', 'rated_at'],
  erased: 'made_nameless',
})

/** The score stays for the figures, without name and words. */
export async function eraseRatings(tx: Tx, { userId, guildId }: PersonInGuild): Promise<number> {
  const within = guildId === null ? sql`true` : sql`guild_id = ${guildId}`
  const { numAffectedRows = 0n } = await sql`
    update ticket_ratings set user_id = null, comment = null where user_id = ${userId} and ${within}`.execute(tx)
  return Number(numAffectedRows)
}

/** To which tickets somebody of the staff was the first to answer. */
export const firstResponses = personalRows('tickets', {
  person: 'first_response_by',
  guild: 'guild_id',
  shown: ['id', 'guild_id', 'number', 'first_response_at'],
  erased: 'made_nameless',
})
