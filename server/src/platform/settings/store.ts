import { sql } from 'kysely'
import { GuildId } from '../../kernel/ids.ts'
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

/** Of each guild version and values are of one moment, because one statement reads them. */
export async function readStored(
  db: Db | Tx,
  guildIds: readonly GuildId[],
): Promise<ReadonlyMap<GuildId, StoredSettings>> {
  const rows = await db
    .selectFrom(sql<{ guild_id: string }>`unnest(${[...guildIds]}::bigint[])`.as<'asked'>(sql`asked(guild_id)`))
    .leftJoin('guild_settings_versions as versions', 'versions.guild_id', 'asked.guild_id')
    .leftJoin('guild_settings as settings', 'settings.guild_id', 'asked.guild_id')
    .select(['asked.guild_id', 'versions.version', 'settings.scope', 'settings.key', 'settings.value'])
    .select('settings.value_type')
    .execute()
  const byGuild = Map.groupBy(rows, ({ guild_id }) => GuildId.parse(guild_id))
  return new Map(
    [...byGuild].map(([guildId, ofGuild]) => [
      guildId,
      { version: BigInt(ofGuild[0]?.version ?? 0), values: new Map(ofGuild.flatMap(namedValue)) },
    ]),
  )
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
