import { sql } from 'kysely'
import type { Tx } from '../../platform/database/connect.ts'
import type { JsonObject, JsonValue } from '../../platform/database/tables.ts'
import type { PersonInGuild } from '../../platform/privacy.ts'

/** The tables that name persons. The figures of runs name nobody. */
export const TABLES = ['onboarding_progress', 'onboarding_responses', 'onboarding_role_tasks'] as const
type PersonalTable = (typeof TABLES)[number]

export async function rowsOf(tx: Tx, table: PersonalTable, person: PersonInGuild): Promise<JsonObject[]> {
  const { rows } = await sql<Record<string, unknown>>`
    select * from ${sql.table(table)} where user_id = ${person.userId} and ${inGuild(person)} order by guild_id`.execute(
    tx,
  )
  return rows.map(exported)
}

export async function removeRowsOf(tx: Tx, table: PersonalTable, person: PersonInGuild): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from ${sql.table(table)} where user_id = ${person.userId} and ${inGuild(person)}`.execute(tx)
  return Number(numAffectedRows ?? 0)
}

function inGuild({ guildId }: PersonInGuild) {
  return guildId === null ? sql<boolean>`true` : sql<boolean>`guild_id = ${guildId}`
}

/** Columns hold ids as text, times, and what PostgreSQL read as JSON. */
function exported(row: Record<string, unknown>): JsonObject {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      value instanceof Temporal.Instant ? value.toString() : (value as JsonValue),
    ]),
  )
}
