import { type Selectable, sql } from 'kysely'
import { type GuildId, UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { JsonValue, SettingsHistory } from '../../platform/database/tables.ts'
import type { Step } from './steps.ts'

/** What one act of a person did to the settings of a guild. */
export interface Act {
  readonly guildId: GuildId
  readonly by: UserId
  readonly source: HistoryEntry['source']
  readonly steps: readonly Step[]
  /** The entry that a rollback undoes. */
  readonly undoes: bigint | null
  readonly now: Temporal.Instant
}

/** One entry of the history. `undefined` values were, or became, the default. */
export interface HistoryEntry {
  readonly id: bigint
  readonly scope: string
  readonly key: string
  readonly valueType: string
  readonly oldValue: JsonValue | undefined
  readonly newValue: JsonValue | undefined
  /** Null: somebody whose data were erased. */
  readonly changedBy: UserId | null
  readonly changedAt: Temporal.Instant
  readonly changeType: 'created' | 'updated' | 'deleted' | 'rollback'
  readonly source: 'api' | 'command'
}

export interface HistoryFilter {
  readonly scope?: string
  readonly key?: string
  /** 1 to 200. */
  readonly limit: number
  /** Only entries older than this one. */
  readonly before?: bigint
}

/** Until the transaction ends nobody else changes the settings of the guild. @returns its version so far. */
export async function lockVersion(tx: Tx, guildId: GuildId): Promise<bigint> {
  const { version } = await tx
    .insertInto('guild_settings_versions')
    .values({ guild_id: guildId, version: '0' })
    .onConflict((conflict) =>
      // Setting what is there already takes the row's lock and reads what the last writer has committed.
      conflict.column('guild_id').doUpdateSet({ version: sql`guild_settings_versions.version` }),
    )
    .returning('version')
    .executeTakeFirstOrThrow()
  return BigInt(version)
}

/** Brings the values to where the steps lead. @returns the entries of the history that say so. */
export async function apply(tx: Tx, act: Act, version: bigint): Promise<HistoryEntry[]> {
  const { guildId, steps, now } = act
  await tx
    .updateTable('guild_settings_versions')
    .set({ version: String(version) })
    .where('guild_id', '=', guildId)
    .execute()
  for (const { setting, to } of steps) {
    const { scope, key, type } = setting
    if (to === undefined) {
      await tx
        .deleteFrom('guild_settings')
        .where('guild_id', '=', guildId)
        .where('scope', '=', scope)
        .where('key', '=', key)
        .execute()
    } else {
      const value = { value: JSON.stringify(to), value_type: type, updated_at: now }
      await tx
        .insertInto('guild_settings')
        .values({ guild_id: guildId, scope, key, ...value })
        .onConflict((conflict) => conflict.columns(['guild_id', 'scope', 'key']).doUpdateSet(value))
        .execute()
    }
  }
  const rows = await tx
    .insertInto('settings_history')
    .values(act.steps.map(rowFor(act)))
    .returningAll()
    .execute()
  return rows.map(entryOf)
}

const rowFor =
  ({ guildId, by, source, undoes, now }: Act) =>
  ({ setting, from, to }: Step) => ({
    guild_id: guildId,
    scope: setting.scope,
    key: setting.key,
    value_type: setting.type,
    old_value: from === undefined ? null : JSON.stringify(from),
    new_value: to === undefined ? null : JSON.stringify(to),
    change_type: undoes ? 'rollback' : from === undefined ? 'created' : to === undefined ? 'deleted' : 'updated',
    rolled_back_from: undoes === null ? null : String(undoes),
    changed_by: by,
    source,
    changed_at: now,
  })

/** Newest first. */
export async function history(
  db: Db,
  guildId: GuildId,
  { scope, key, limit, before }: HistoryFilter,
): Promise<HistoryEntry[]> {
  let query = db.selectFrom('settings_history').selectAll().where('guild_id', '=', guildId)
  if (scope !== undefined) query = query.where('scope', '=', scope)
  if (key !== undefined) query = query.where('key', '=', key)
  if (before !== undefined) query = query.where('id', '<', String(before))
  const rows = await query.orderBy('id', 'desc').limit(limit).execute()
  return rows.map(entryOf)
}

export async function findEntry(db: Db, guildId: GuildId, id: bigint): Promise<HistoryEntry | undefined> {
  const row = await db
    .selectFrom('settings_history')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('id', '=', String(id))
    .executeTakeFirst()
  return row && entryOf(row)
}

export function entryOf(row: Selectable<SettingsHistory>): HistoryEntry {
  return {
    id: BigInt(row.id),
    scope: row.scope,
    key: row.key,
    valueType: row.value_type,
    oldValue: row.old_value ?? undefined,
    newValue: row.new_value ?? undefined,
    changedBy: row.changed_by === null ? null : UserId.parse(row.changed_by),
    changedAt: row.changed_at,
    changeType: oneOf(['created', 'updated', 'deleted', 'rollback'], row.change_type),
    source: oneOf(['api', 'command'], row.source),
  }
}

/** The table's own constraint allows no other. */
function oneOf<Word extends string>(words: readonly Word[], word: string): Word {
  const found = words.find((known) => known === word)
  if (found === undefined) throw new TypeError(`settings_history holds the unknown word ${word}`)
  return found
}
