import { sql } from 'kysely'
import { ChannelId, type GuildId, type UserId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import { ticketOf } from '../store.ts'
import type { Ticket } from '../ticket.ts'
import type { OpeningFacts, OwnTicket } from './limits.ts'

const SOLVED = ['closed', 'archived']

/** Puts the openings of a guild in an order until the transaction ends, without taking a number yet. */
export async function holdOpenings(tx: Tx, guildId: GuildId): Promise<void> {
  await sql`
    insert into ticket_numbers (guild_id, last_number) values (${guildId}, 0)
    on conflict (guild_id) do update set last_number = ticket_numbers.last_number`.execute(tx)
}

/** What is counted of tickets; sure only under the lock of `holdOpenings`. */
export async function countedFacts(
  db: Db | Tx,
  guildId: GuildId,
  userId: UserId,
  panelId: string | null,
): Promise<Pick<OpeningFacts, 'unsolved' | 'openOfPanel' | 'lastOpenedAt' | 'isBlocked'>> {
  const { open, last, blocked } = await db
    .selectNoFrom((columns) => [
      columns
        .selectFrom('tickets')
        .select(({ fn }) => fn.countAll<string>().as('open'))
        .where('guild_id', '=', guildId)
        .where('panel_id', '=', panelId)
        .where('status', 'not in', SOLVED)
        .as('open'),
      columns
        .selectFrom('tickets')
        .select(({ fn }) => fn.max('created_at').as('last'))
        .where('guild_id', '=', guildId)
        .where('opener_id', '=', userId)
        .where('panel_id', panelId === null ? 'is' : '=', panelId)
        .as('last'),
      columns
        .selectFrom('ticket_blocks')
        .select(({ fn }) => fn.countAll<string>().as('blocked'))
        .where('guild_id', '=', guildId)
        .where('user_id', '=', userId)
        .as('blocked'),
    ])
    .executeTakeFirstOrThrow()
  // Last, so that without the lock a ticket that opens meanwhile is seen as open rather than only as recent.
  const unsolved = await unsolvedOf(db, guildId, userId)
  return { unsolved, openOfPanel: Number(open), lastOpenedAt: last, isBlocked: Number(blocked) > 0 }
}

async function unsolvedOf(db: Db | Tx, guildId: GuildId, userId: UserId): Promise<OwnTicket[]> {
  const rows = await db
    .selectFrom('tickets')
    .select(['number', 'panel_id', 'channel_id'])
    .where('guild_id', '=', guildId)
    .where('opener_id', '=', userId)
    .where('status', 'not in', SOLVED)
    .orderBy('number')
    .execute()
  return rows.map(({ number, panel_id, channel_id }) => ({
    number,
    panelId: panel_id,
    channelId: channel_id === null ? null : ChannelId.parse(channel_id),
  }))
}

/** The ticket that the interaction has opened already. */
export async function ticketOfInteraction(tx: Tx, guildId: GuildId, interactionId: string): Promise<Ticket | null> {
  const row = await tx
    .selectFrom('tickets')
    .selectAll()
    .where('guild_id', '=', guildId)
    .where('interaction_id', '=', interactionId)
    .executeTakeFirst()
  return row ? ticketOf(row) : null
}
