import { sql } from 'kysely'
import { GuildId, UserId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import type { CutDocument } from './rules.ts'

export type Origin = 'uploaded' | 'file'

/** What names a document. */
export interface DocumentKey {
  /** Null: of the operator, for every guild. */
  readonly guildId: GuildId | null
  readonly origin: Origin
  readonly name: string
}

export interface KnownDocument {
  readonly id: string
  readonly origin: string
  readonly name: string
  readonly version: number
  readonly bytes: number
  readonly passages: number
  readonly updatedAt: Temporal.Instant
  readonly updatedBy: UserId | null
}

/** Of the guild alone; what the operator has for every guild is not its to see. */
export async function listDocuments(db: Db, guildId: GuildId): Promise<KnownDocument[]> {
  const rows = await db
    .selectFrom('knowledge_documents as document')
    .select(['id', 'origin', 'name', 'version', 'bytes', 'updated_at', 'updated_by'])
    .select((select) =>
      select
        .selectFrom('knowledge_passages')
        .whereRef('document_id', '=', 'document.id')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .as('passages'),
    )
    .where('guild_id', '=', guildId)
    .orderBy('name')
    .orderBy('origin')
    .execute()
  return rows.map(({ updated_at, updated_by, passages, ...row }) => ({
    ...row,
    passages: Number(passages ?? 0),
    updatedAt: updated_at,
    updatedBy: updated_by === null ? null : UserId.parse(updated_by),
  }))
}

export async function findVersion(tx: Tx, { guildId, origin, name }: DocumentKey): Promise<number | null> {
  const row = await tx
    .selectFrom('knowledge_documents')
    .select('version')
    .where('guild_id', 'is not distinct from', guildId)
    .where('origin', '=', origin)
    .where('name', '=', name)
    .executeTakeFirst()
  return row?.version ?? null
}

export async function countUploaded(tx: Tx, guildId: GuildId): Promise<number> {
  const { count } = await tx
    .selectFrom('knowledge_documents')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('guild_id', '=', guildId)
    .where('origin', '=', 'uploaded')
    .executeTakeFirstOrThrow()
  return Number(count)
}

interface NewDocument extends DocumentKey, CutDocument {
  readonly updatedBy: UserId | null
  readonly modifiedMs: number | null
}

/** Adds it, or puts it in the place of the one with that name, whole. Whoever else does so meanwhile waits. */
export async function putDocument(tx: Tx, document: NewDocument, now: Temporal.Instant) {
  const { guildId, origin, name, bytes, passages, updatedBy, modifiedMs } = document
  const changing = {
    bytes,
    modified_ms: modifiedMs === null ? null : String(modifiedMs),
    updated_by: updatedBy,
    updated_at: now,
  }
  const { id, version } = await tx
    .insertInto('knowledge_documents')
    .values({ guild_id: guildId, origin, name, version: 1, ...changing })
    .onConflict((conflict) =>
      conflict
        .columns(['guild_id', 'origin', 'name'])
        .doUpdateSet({ ...changing, version: sql`knowledge_documents.version + 1` }),
    )
    .returning(['id', 'version'])
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('knowledge_passages').where('document_id', '=', id).execute()
  const rows = passages.map((passage, place) => ({ document_id: id, guild_id: guildId, place, ...passage }))
  await tx.insertInto('knowledge_passages').values(rows).execute()
  return { id, version }
}

/** @returns its name; null where the guild has no such document, or it is a file. */
export async function deleteUploaded(tx: Tx, guildId: GuildId, id: string): Promise<string | null> {
  const row = await tx
    .deleteFrom('knowledge_documents')
    .where('id', '=', id)
    .where('guild_id', '=', guildId)
    .where('origin', '=', 'uploaded')
    .returning('name')
    .executeTakeFirst()
  return row?.name ?? null
}

export interface KnownFile extends Pick<DocumentKey, 'name'> {
  readonly id: string
  readonly guild_id: GuildId | null
  readonly bytes: number
  readonly modified_ms: string | null
  readonly updated_at: Temporal.Instant
}

/** The files that were read, of every guild. */
export async function listFiles(db: Db): Promise<KnownFile[]> {
  const rows = await db
    .selectFrom('knowledge_documents')
    .select(['id', 'guild_id', 'name', 'bytes', 'modified_ms', 'updated_at'])
    .where('origin', '=', 'file')
    .execute()
  return rows.map(({ guild_id, ...row }) => ({ ...row, guild_id: guild_id === null ? null : GuildId.parse(guild_id) }))
}

/** @returns whether it was there, as it was known. */
export async function deleteFile(tx: Tx, { id, updated_at }: Pick<KnownFile, 'id' | 'updated_at'>): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('knowledge_documents')
    .where('id', '=', id)
    .where('origin', '=', 'file')
    .where('updated_at', '=', updated_at)
    .executeTakeFirst()
  return numDeletedRows > 0n
}
