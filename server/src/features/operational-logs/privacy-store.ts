import { sql } from 'kysely'
import { plainRow } from '../../platform/personal-rows-store.ts'
import type { PersonInGuild, Privacy } from '../../platform/privacy.ts'

/** Events stay, for whoever asks what happened; the person's id is taken out of them, wherever it stands. */
export const operationalLogPrivacy: Privacy = {
  tables: ['operational_events'],
  async export(tx, person) {
    const { rows } = await sql<Readonly<Record<string, unknown>>>`
      select id, guild_id, event_type, message, details, occurred_at
      from operational_events where ${names(person)} order by id`.execute(tx)
    return { operational_events: rows.map(plainRow) }
  },
  async erase(tx, person) {
    const { userId } = person
    // In JSON an id is a text of its own; within a longer text it may stand between other characters.
    const { numAffectedRows = 0n } = await sql`
      update operational_events set message = replace(message, ${userId}, '…'),
        details = replace(replace(details::text, ${`"${userId}"`}, 'null'), ${userId}, '…')::jsonb
      where ${names(person)}`.execute(tx)
    return { operational_events: Number(numAffectedRows) }
  },
}

function names({ userId, guildId }: PersonInGuild) {
  const named = sql`(position(${userId} in details::text) > 0 or position(${userId} in message) > 0)`
  return guildId === null ? named : sql`guild_id = ${guildId} and ${named}`
}
