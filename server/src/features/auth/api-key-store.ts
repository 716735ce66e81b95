import type { Selectable } from 'kysely'
import { GuildId, UserId } from '../../kernel/ids.ts'
import { lockName } from '../../platform/database/advisory-lock.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { ApiKeys } from '../../platform/database/tables.ts'
import { KEY_SCOPES, type KeyScope } from '../../platform/http/caller.ts'

/** An API key made in the product, without the key itself. */
export interface ApiKey {
  readonly id: string
  readonly name: string
  /** Its last characters, by which people tell keys apart. */
  readonly hint: string
  readonly scopes: readonly KeyScope[]
  /** Null: it opens every guild. */
  readonly guildId: GuildId | null
  readonly createdBy: UserId
  readonly createdAt: Temporal.Instant
  readonly expiresAt: Temporal.Instant | null
  readonly lastUsedAt: Temporal.Instant | null
}

export type NewApiKey = Omit<ApiKey, 'id' | 'lastUsedAt'> & { readonly hash: Buffer }

/** Keys of a guild, or those of no guild. */
export type KeyOwner = GuildId | null

/** Serialises what is done to the keys of one owner, so that their limit holds. */
export async function lockKeys(tx: Tx, owner: KeyOwner): Promise<void> {
  await lockName(tx, `api_keys:${owner ?? 'global'}`)
}

export async function insertApiKey(tx: Tx, { hash, ...key }: NewApiKey): Promise<ApiKey> {
  const row = await tx
    .insertInto('api_keys')
    .values({
      hash,
      name: key.name,
      hint: key.hint,
      scopes: [...key.scopes],
      guild_id: key.guildId,
      created_by: key.createdBy,
      created_at: key.createdAt,
      expires_at: key.expiresAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return keyOf(row)
}

/** Newest first; without those that are revoked or have expired. */
export async function listApiKeys(db: Db | Tx, owner: KeyOwner, now: Temporal.Instant): Promise<ApiKey[]> {
  const rows = await living(db, now).where('guild_id', 'is not distinct from', owner).orderBy('id', 'desc').execute()
  return rows.map(keyOf)
}

export async function findByHash(db: Db, hash: Buffer, now: Temporal.Instant): Promise<ApiKey | null> {
  const row = await living(db, now).where('hash', '=', hash).executeTakeFirst()
  return row ? keyOf(row) : null
}

/** The key that is open no more; null when there was none. */
export async function revokeApiKey(tx: Tx, owner: KeyOwner, id: string, now: Temporal.Instant): Promise<ApiKey | null> {
  const row = await tx
    .updateTable('api_keys')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('guild_id', 'is not distinct from', owner)
    .where('revoked_at', 'is', null)
    .returningAll()
    .executeTakeFirst()
  return row ? keyOf(row) : null
}

/** Unless another process did so since `before`. */
export async function recordUse(db: Db, id: string, now: Temporal.Instant, before: Temporal.Instant): Promise<void> {
  await db
    .updateTable('api_keys')
    .set({ last_used_at: now })
    .where('id', '=', id)
    .where((is) => is.or([is('last_used_at', 'is', null), is('last_used_at', '<=', before)]))
    .execute()
}

const living = (db: Db | Tx, now: Temporal.Instant) =>
  db
    .selectFrom('api_keys')
    .selectAll()
    .where('revoked_at', 'is', null)
    .where((is) => is.or([is('expires_at', 'is', null), is('expires_at', '>', now)]))

function keyOf(row: Selectable<ApiKeys>): ApiKey {
  return {
    id: row.id,
    name: row.name,
    hint: row.hint,
    scopes: KEY_SCOPES.filter((scope) => row.scopes.includes(scope)),
    guildId: row.guild_id === null ? null : GuildId.parse(row.guild_id),
    createdBy: UserId.parse(row.created_by),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  }
}
