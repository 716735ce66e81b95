import { sql } from 'kysely'
import type { ChannelId, GuildId, MessageId, UserId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import { notify } from '../../../platform/database/listen.ts'
import { TICKETS_CHANNEL } from '../store.ts'

/** Of which tickets of a guild something outside of them has changed. */
export type Concerned =
  | { readonly channelId: ChannelId }
  | { readonly controlMessageId: MessageId }
  | { readonly openerId: UserId }
  /** Of this panel, placed by other terms than those of the key, or being placed by terms that nobody has noted yet. */
  | { readonly panelId: string | null; readonly notPlacedBy: string }
  /** Those that are not archived. */
  | 'all'
  | 'troubled'

/** Has the tickets looked at anew, at once. */
export async function lookAgain(
  db: Db | Tx,
  guildId: GuildId,
  concerned: Concerned,
  now: Temporal.Instant,
): Promise<void> {
  const { rows } = await sql`
    update ticket_places p set wanted_looks = p.wanted_looks + 1, attempt_at = ${now}
    from tickets t where t.id = p.ticket_id and p.guild_id = ${guildId} and ${conditionOf(concerned)}
    returning p.ticket_id`.execute(db)
  if (rows.length > 0) await notify(db, TICKETS_CHANNEL, guildId)
}

/** At all tickets of the guilds that are not archived. */
export async function lookEverywhere(db: Db, guildIds: readonly GuildId[], now: Temporal.Instant): Promise<void> {
  await sql`
    update ticket_places p set wanted_looks = p.wanted_looks + 1, attempt_at = ${now}
    from tickets t where t.id = p.ticket_id and p.guild_id = any(${guildIds}::bigint[])
      and t.status <> 'archived'`.execute(db)
  await notify(db, TICKETS_CHANNEL, '')
}

function conditionOf(concerned: Concerned) {
  if (concerned === 'all') return sql`t.status <> 'archived'`
  if (concerned === 'troubled') return sql`p.trouble is not null`
  if ('channelId' in concerned) return sql`t.channel_id = ${concerned.channelId}`
  if ('openerId' in concerned) return sql`t.opener_id = ${concerned.openerId} and t.status <> 'archived'`
  if ('panelId' in concerned) {
    const { panelId, notPlacedBy } = concerned
    return sql`t.panel_id is not distinct from ${panelId} and t.status <> 'archived'
      and (p.terms_key <> ${notPlacedBy} or p.lease_until is not null)`
  }
  return sql`p.control_message_id = ${concerned.controlMessageId}`
}

/** The message with the buttons is gone: it is posted anew. */
export async function forgetControl(db: Db, guildId: GuildId, messageIds: readonly MessageId[], now: Temporal.Instant) {
  await db
    .updateTable('ticket_places')
    .set({ control_digest: null })
    .where('guild_id', '=', guildId)
    .where('control_message_id', 'in', messageIds)
    .execute()
  for (const controlMessageId of messageIds) await lookAgain(db, guildId, { controlMessageId }, now)
}

/** Panels of tickets of the guild that are not archived. */
export async function placedPanels(db: Db, guildId: GuildId): Promise<(string | null)[]> {
  const rows = await db
    .selectFrom('ticket_places as p')
    .innerJoin('tickets as t', 't.id', 'p.ticket_id')
    .select('t.panel_id')
    .distinct()
    .where('p.guild_id', '=', guildId)
    .where('t.status', '<>', 'archived')
    .execute()
  return rows.map((row) => row.panel_id)
}
