import type { Selectable } from 'kysely'
import { GuildId, UserId } from '../../../kernel/ids.ts'
import type { Db, Tx } from '../../../platform/database/connect.ts'
import type { TicketOpenings } from '../../../platform/database/tables.ts'
import type { FormAnswer } from '../ticket.ts'
import type { Asked, Opener, Opening } from './opening.ts'

/** Keeps what was asked; of a repeat of the interaction what was kept first. */
export async function keepOpening(
  db: Db,
  { guildId, userId, username, language }: Opener,
  { interactionId, panelId, description, answers }: Asked,
  expiresAt: Temporal.Instant,
): Promise<Opening> {
  await db
    .insertInto('ticket_openings')
    .values({
      guild_id: guildId,
      interaction_id: interactionId,
      user_id: userId,
      username,
      language,
      panel_id: panelId,
      description,
      answers: JSON.stringify(answers),
      expires_at: expiresAt,
    })
    .onConflict((conflict) => conflict.column('interaction_id').doNothing())
    .execute()
  const row = await db
    .selectFrom('ticket_openings')
    .selectAll()
    .where('interaction_id', '=', interactionId)
    .executeTakeFirstOrThrow()
  return openingOf(row)
}

/** The member's own, in that guild, before it is forgotten. */
export async function findOpening(
  db: Db | Tx,
  { guildId, userId }: Pick<Opener, 'guildId' | 'userId'>,
  id: string,
  now: Temporal.Instant,
): Promise<Opening | null> {
  const row = await own(db, guildId, userId, id, now).executeTakeFirst()
  return row ? openingOf(row) : null
}

/** And nobody else changes it until the transaction ends. */
export async function lockOpening(
  tx: Tx,
  { guildId, userId }: Pick<Opener, 'guildId' | 'userId'>,
  id: string,
  now: Temporal.Instant,
): Promise<Opening | null> {
  const row = await own(tx, guildId, userId, id, now).forUpdate().executeTakeFirst()
  return row ? openingOf(row) : null
}

function own(db: Db | Tx, guildId: GuildId, userId: UserId, id: string, now: Temporal.Instant) {
  return db
    .selectFrom('ticket_openings')
    .selectAll()
    .where('id', '=', id)
    .where('guild_id', '=', guildId)
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
}

/** The form was filled in, unless it has become something already. */
export async function noteAnswers(
  db: Db,
  { id }: Opening,
  description: string,
  answers: readonly FormAnswer[],
): Promise<void> {
  await db
    .updateTable('ticket_openings')
    .set({ description, answers: JSON.stringify(answers) })
    .where('id', '=', id)
    .where('ticket_id', 'is', null)
    .where('solved_at', 'is', null)
    .execute()
}

export async function noteEntries(db: Db, { id }: Opening, entryIds: readonly string[]): Promise<void> {
  await db
    .updateTable('ticket_openings')
    .set({ entry_ids: [...entryIds] })
    .where('id', '=', id)
    .execute()
}

/** What was written is in the ticket from now on, or was needless. */
export async function endOpening(
  tx: Tx,
  { id }: Opening,
  end: { readonly ticket_id: string } | { readonly solved_at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('ticket_openings')
    .set({ ...end, description: '', answers: JSON.stringify([]) })
    .where('id', '=', id)
    .execute()
}

function openingOf(row: Selectable<TicketOpenings>): Opening {
  return {
    id: row.id,
    guildId: GuildId.parse(row.guild_id),
    userId: UserId.parse(row.user_id),
    username: row.username,
    language: row.language === 'nl' ? 'nl' : 'en',
    interactionId: row.interaction_id,
    panelId: row.panel_id,
    description: row.description,
    // As `keepOpening` and `noteAnswers` wrote them.
    answers: row.answers as unknown as FormAnswer[],
    entryIds: row.entry_ids,
    ticketId: row.ticket_id,
    isSolved: row.solved_at !== null,
  }
}
