import { sql } from 'kysely'
import type { GuildId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../database/connect.ts'
import type { JsonValue } from '../database/tables.ts'
import { nameOf } from './define.ts'
import type { Stored } from './value.ts'

/** What a guild has stored, as it stood at one moment. */
export interface StoredSettings {
  /** Grows with each change of the guild; 0 before the first. */
  readonly version: bigint
  /** By `scope.key`. */
  readonly values: ReadonlyMap<string, Stored>
}

/** Version and values are of one moment, because one statement reads them. */
export async function readStored(db: Db | Tx, guildId: GuildId): Promise<StoredSettings> {
  const rows = await db
    .selectFrom(sql<{ guild_id: string }>`(select ${guildId}::bigint as guild_id)`.as('asked'))
    .leftJoin('guild_settings_versions as versions', 'versions.guild_id', 'asked.guild_id')
    .leftJoin('guild_settings as settings', 'settings.guild_id', 'asked.guild_id')
    .select(['versions.version', 'settings.scope', 'settings.key', 'settings.value', 'settings.value_type'])
    .execute()
  return { version: BigInt(rows[0]?.version ?? 0), values: new Map(rows.flatMap(namedValue)) }
}

interface Row {
  readonly scope: string | null
  readonly key: string | null
  readonly value: JsonValue | null
  readonly value_type: string | null
}

function namedValue({ scope, key, value, value_type: valueType }: Row): [string, Stored][] {
  return scope === null || key === null || valueType === null ? [] : [[nameOf({ scope, key }), { value, valueType }]]
}
