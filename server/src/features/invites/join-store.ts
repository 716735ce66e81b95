import { GuildId, UserId } from '../../kernel/ids.ts'
import type { Db, Tx } from '../../platform/database/connect.ts'
import type { Attribution, Judged } from './attribution.ts'

/** The stays of members: who joined when, brought by whom, and when they left. */

/** Somebody who joined, as Discord told it. */
export interface Arrival {
  readonly guildId: GuildId
  readonly userId: UserId
  readonly joinedAt: Temporal.Instant
}

export interface NewStay extends Arrival {
  readonly attribution: Attribution
  readonly isRejoin: boolean
  readonly isCredited: boolean
}

export async function isKnown(tx: Tx, { guildId, userId, joinedAt }: Arrival): Promise<boolean> {
  const row = await tx
    .selectFrom('invite_joins')
    .select('id')
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .where('joined_at', '=', joinedAt)
    .executeTakeFirst()
  return row !== undefined
}

export async function wasHere(tx: Tx, { guildId, userId }: Arrival): Promise<boolean> {
  const row = await tx
    .selectFrom('invite_joins')
    .select('id')
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Whoever had left is there again. */
export async function insertStay(tx: Tx, stay: NewStay, now: Temporal.Instant): Promise<void> {
  const { guildId, userId, joinedAt, attribution, isRejoin, isCredited } = stay
  await tx
    .updateTable('invite_joins')
    .set({ left_at: now })
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .where('left_at', 'is', null)
    .execute()
  await setAway(tx, stay, false)
  await tx
    .insertInto('invite_joins')
    .values({
      guild_id: guildId,
      user_id: userId,
      joined_at: joinedAt,
      code: attribution.code,
      inviter_id: attribution.inviterId,
      confidence: attribution.confidence,
      is_rejoin: isRejoin,
      is_credited: isCredited,
      decided_at: now,
      checked_at: now,
    })
    .execute()
}

/** Those that were judged since, as far as they are judged by what is still open. */
export async function judgedSince(tx: Tx, guildId: GuildId, since: Temporal.Instant): Promise<Judged[]> {
  const rows = await tx
    .selectFrom('invite_joins')
    .select(['id', 'joined_at', 'decided_at'])
    .where('guild_id', '=', guildId)
    .where('decided_at', '>=', since)
    .execute()
  return rows.map(({ id, joined_at, decided_at }) => ({ id, joinedAt: joined_at, decidedAt: decided_at }))
}

/** What was certain of them is likely. */
export async function takeBackCertainty(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('invite_joins')
    .set({ confidence: 'likely' })
    .where('id', 'in', ids)
    .where('confidence', '=', 'certain')
    .execute()
}

/** A stay that goes on, as far as is known. */
export interface OpenStay extends Arrival {
  readonly id: string
}

export async function openStay(tx: Tx, guildId: GuildId, userId: UserId): Promise<OpenStay | null> {
  const row = await tx
    .selectFrom('invite_joins')
    .select(['id', 'joined_at'])
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  return row ? { id: row.id, guildId, userId, joinedAt: row.joined_at } : null
}

/** @returns whether it went on until now. */
export async function endStay(tx: Tx, stay: OpenStay, now: Temporal.Instant): Promise<boolean> {
  const ended = await tx
    .updateTable('invite_joins')
    .set({ left_at: now })
    .where('id', '=', stay.id)
    .where('left_at', 'is', null)
    .executeTakeFirst()
  if (ended.numUpdatedRows === 0n) return false
  await setAway(tx, stay, true)
  return true
}

async function setAway(tx: Tx, { guildId, userId }: Arrival, isAway: boolean): Promise<void> {
  await tx
    .updateTable('invite_joins')
    .set({ is_away: isAway })
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .where('is_credited', '=', true)
    .execute()
}

/** Members that may have left unheard, those first that were looked after least recently. */
export async function doubtfulStays(db: Db, limit: number): Promise<OpenStay[]> {
  const rows = await db
    .selectFrom('invite_joins as stay')
    .innerJoin('invite_watches as watch', 'watch.guild_id', 'stay.guild_id')
    .select(['stay.id', 'stay.guild_id', 'stay.user_id', 'stay.joined_at'])
    .where('stay.left_at', 'is', null)
    .whereRef('stay.checked_at', '<', 'watch.members_doubtful_since')
    .orderBy('stay.checked_at')
    .orderBy('stay.id')
    .limit(limit)
    .execute()
  return rows.flatMap(({ id, guild_id, user_id, joined_at }) =>
    user_id === null
      ? []
      : [{ id, guildId: GuildId.parse(guild_id), userId: UserId.parse(user_id), joinedAt: joined_at }],
  )
}

export async function markChecked(db: Db, id: string, now: Temporal.Instant): Promise<void> {
  await db.updateTable('invite_joins').set({ checked_at: now }).where('id', '=', id).execute()
}
