import type { Selectable } from 'kysely'
import { GuildId, type UserId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { PrivacyReceipts } from '../../platform/database/tables.ts'

/** What was erased or made nameless, by what it was; only what there was any of. */
export type Counts = Readonly<Record<string, number>>

export interface Receipt {
  readonly id: string
  /** Null: everywhere. */
  readonly guildId: GuildId | null
  readonly counts: Counts
  readonly erasedAt: Temporal.Instant
}

interface Erasure extends Omit<Receipt, 'id'> {
  readonly requestId: string
  readonly userId: UserId
}

export async function findReceipt(tx: Tx, userId: UserId, requestId: string): Promise<Receipt | null> {
  const row = await tx
    .selectFrom('privacy_receipts')
    .selectAll()
    .where('request_id', '=', requestId)
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return row ? receiptOf(row) : null
}

export async function insertReceipt(tx: Tx, erasure: Erasure): Promise<Receipt> {
  const row = await tx
    .insertInto('privacy_receipts')
    .values({
      request_id: erasure.requestId,
      user_id: erasure.userId,
      scope_guild_id: erasure.guildId,
      counts: JSON.stringify(erasure.counts),
      erased_at: erasure.erasedAt,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  return receiptOf(row)
}

function receiptOf(row: Selectable<PrivacyReceipts>): Receipt {
  return {
    id: row.id,
    guildId: row.scope_guild_id === null ? null : GuildId.parse(row.scope_guild_id),
    counts: Object.fromEntries(Object.entries(row.counts ?? {}).map(([kind, count]) => [kind, Number(count)])),
    erasedAt: row.erased_at,
  }
}
