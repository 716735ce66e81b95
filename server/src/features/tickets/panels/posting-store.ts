import { type Selectable, sql, type Updateable } from 'kysely'
import { ChannelId, GuildId, MessageId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import { notify } from '../../../platform/database/listen.ts'
import type { TicketPostings } from '../../../platform/database/tables.ts'

/** Of notices that a message with panels is to be put right, or stands. */
export const POSTINGS_CHANNEL = 'ticket_postings'

/** A message that offers panels. */
export interface Posting {
  readonly id: string
  readonly guildId: GuildId
  readonly channelId: ChannelId
  /** In their order; null: all of the guild. */
  readonly panelIds: readonly string[] | null
  readonly style: 'buttons' | 'menu'
  /** Null: it does not stand. */
  readonly messageId: MessageId | null
  readonly fingerprint: string | null
  readonly generation: number
  /** An admin has asked for it since it was last put right. */
  readonly isAsked: boolean
  readonly trouble: string | null
  readonly version: number
  readonly settledVersion: number
  readonly leasedUntil: Temporal.Instant | null
}

export type PostingWish = Pick<Posting, 'channelId' | 'panelIds' | 'style'>

/** The one of the channel, anew or as it is wished for now. */
export async function wishPosting(
  tx: Tx,
  guildId: GuildId,
  { channelId, panelIds, style }: PostingWish,
  now: Temporal.Instant,
): Promise<Posting> {
  const wished = { panel_ids: panelIds && [...panelIds], style, due_at: now, is_asked: true }
  const row = await tx
    .insertInto('ticket_postings')
    .values({ ...wished, guild_id: guildId, channel_id: channelId, created_at: now })
    .onConflict((conflict) =>
      conflict.column('channel_id').doUpdateSet({ ...wished, version: sql`ticket_postings.version + 1` }),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
  await notify(tx, POSTINGS_CHANNEL, guildId)
  return postingOf(row)
}

/** Panels of the guild changed; what stands is compared with what should. */
export async function makePostingsDue(tx: Tx, guildId: GuildId, now: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('ticket_postings')
    .set({ version: sql`version + 1`, due_at: now })
    .where('guild_id', '=', guildId)
    .execute()
  await notify(tx, POSTINGS_CHANNEL, guildId)
}

export async function takePanelOut(tx: Tx, guildId: GuildId, panelId: string): Promise<void> {
  await tx
    .updateTable('ticket_postings')
    .set({ panel_ids: sql`array_remove(panel_ids, ${panelId}::bigint)` })
    .where('guild_id', '=', guildId)
    .where('panel_ids', 'is not', null)
    .execute()
}

export async function listPostings(db: Db | Tx, guildId: GuildId): Promise<Posting[]> {
  const rows = await db
    .selectFrom('ticket_postings')
    .selectAll()
    .where('guild_id', '=', guildId)
    .orderBy('id')
    .execute()
  return rows.map(postingOf)
}

export async function findPosting(db: Db, guildId: GuildId, id: string): Promise<Posting | null> {
  const row = await db
    .selectFrom('ticket_postings')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row ? postingOf(row) : null
}

/** One that is due, for this worker alone until the lease ends. */
export async function claimPosting(
  db: Db,
  now: Temporal.Instant,
  leasedUntil: Temporal.Instant,
): Promise<Posting | null> {
  const { rows } = await sql<Selectable<TicketPostings>>`
    update ticket_postings set leased_until = ${leasedUntil} where id = (
      select id from ticket_postings
      where settled_version < version and due_at <= ${now} and (leased_until is null or leased_until <= ${now})
      order by due_at limit 1 for update skip locked)
    returning *`.execute(db)
  return rows[0] ? postingOf(rows[0]) : null
}

/** Notes how it went, unless somebody else has it by now. */
export async function recordPosting(
  tx: Tx,
  { id, guildId, leasedUntil, version }: Posting,
  outcome: Updateable<TicketPostings>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('ticket_postings')
    .set({ ...outcome, is_asked: sql`is_asked and version <> ${version}`, leased_until: null })
    .where('id', '=', id)
    .where('leased_until', '=', leasedUntil)
    .executeTakeFirst()
  await notify(tx, POSTINGS_CHANNEL, guildId)
  return numUpdatedRows > 0n
}

export async function removePosting(tx: Tx, { id, version }: Posting): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('ticket_postings')
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  return numDeletedRows > 0n
}

export async function nextDuePosting(db: Db): Promise<Temporal.Instant | null> {
  const row = await db
    .selectFrom('ticket_postings')
    .select(({ fn }) => fn<Temporal.Instant>('greatest', ['due_at', 'leased_until']).as('at'))
    .whereRef('settled_version', '<', 'version')
    .orderBy('at')
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? null
}

function postingOf(row: Selectable<TicketPostings>): Posting {
  return {
    id: row.id,
    guildId: GuildId.parse(row.guild_id),
    channelId: ChannelId.parse(row.channel_id),
    panelIds: row.panel_ids,
    style: row.style === 'menu' ? 'menu' : 'buttons',
    messageId: row.message_id === null ? null : MessageId.parse(row.message_id),
    fingerprint: row.fingerprint,
    generation: row.generation,
    isAsked: row.is_asked,
    trouble: row.trouble,
    version: row.version,
    settledVersion: row.settled_version,
    leasedUntil: row.leased_until,
  }
}
