import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/connect.ts'
import type { JsonObject } from '../../../platform/database/tables.ts'
import { plainRow } from '../../../platform/personal-rows-store.ts'
import type { PersonInGuild } from '../../../platform/privacy.ts'

export async function exportThreads(tx: Tx, person: PersonInGuild): Promise<JsonObject[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select guild_id, ticket_id from ticket_places where ${holds(person)} order by ticket_id`.execute(tx)
  return rows.map(plainRow)
}

export async function eraseFromThreads(tx: Tx, person: PersonInGuild): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    update ticket_places set thread_people = array_remove(thread_people, ${person.userId}::bigint)
    where ${holds(person)}`.execute(tx)
  return Number(numAffectedRows)
}

function holds({ userId, guildId }: PersonInGuild) {
  const inGuild = guildId === null ? sql`true` : sql`guild_id = ${guildId}`
  return sql`${userId}::bigint = any(thread_people) and ${inGuild}`
}
