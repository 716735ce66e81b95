import { type RawBuilder, sql } from 'kysely'
import type { Tx } from './database/connect.ts'
import type { JsonObject, JsonValue, Tables } from './database/tables.ts'
import type { PersonInGuild, Privacy } from './privacy.ts'

type ColumnOf<Table extends keyof Tables> = keyof Tables[Table] & string

interface Declaration<Table extends keyof Tables> {
  /** The column that names the person. */
  readonly person: ColumnOf<Table>
  /** The column that names the guild; null: they are of no guild, and go only where everything goes. */
  readonly guild: ColumnOf<Table> | null
  /** What the person is shown of it; secrets are left out. */
  readonly shown: readonly ColumnOf<Table>[]
  /** Whether the row goes, or stays for others without the name. */
  readonly erased: 'removed' | 'made_nameless'
}

/** Rows of a table, each of which belongs to one person. */
export interface PersonalRows {
  readonly table: keyof Tables
  export(tx: Tx, person: PersonInGuild): Promise<readonly JsonObject[]>
  erase(tx: Tx, person: PersonInGuild): Promise<number>
}

export function personalRows<Table extends keyof Tables>(
  table: Table,
  { person, guild, shown, erased }: Declaration<Table>,
): PersonalRows {
  const own = ({ userId, guildId }: PersonInGuild): RawBuilder<unknown> => {
    const named = sql`${sql.ref(person)} = ${userId}`
    if (guildId === null) return named
    return guild === null ? sql`false` : sql`${named} and ${sql.ref(guild)} = ${guildId}`
  }
  const columns = sql.join(shown.map((column) => sql.ref(column)))
  const change =
    erased === 'removed'
      ? sql`delete from ${sql.table(table)}`
      : sql`update ${sql.table(table)} set ${sql.ref(person)} = null`
  return {
    table,
    async export(tx, who) {
      const { rows } = await sql<Readonly<Record<string, unknown>>>`
        select ${columns} from ${sql.table(table)} where ${own(who)} order by 1`.execute(tx)
      return rows.map(plainRow)
    },
    async erase(tx, who) {
      const { numAffectedRows = 0n } = await sql`${change} where ${own(who)}`.execute(tx)
      return Number(numAffectedRows)
    },
  }
}

/** The privacy of a feature that keeps nothing of persons but such rows; they are erased in this order. */
export function privacyOfRows(kinds: readonly PersonalRows[]): Privacy {
  const each = async <Answer>(ask: (rows: PersonalRows) => Promise<Answer>) => {
    const answers: [string, Answer][] = []
    // One connection does one thing after another.
    for (const rows of kinds) answers.push([rows.table, await ask(rows)])
    return Object.fromEntries(answers)
  }
  return {
    tables: kinds.map(({ table }) => table),
    export: (tx, person) => each((rows) => rows.export(tx, person)),
    erase: (tx, person) => each((rows) => rows.erase(tx, person)),
  }
}

/** As JSON says it: instants in ISO 8601; ids are text already. */
export function plainRow(row: Readonly<Record<string, unknown>>): JsonObject {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      // Whatever else a column can hold is JSON as it was read.
      value instanceof Temporal.Instant ? value.toString() : (value as JsonValue),
    ]),
  )
}
