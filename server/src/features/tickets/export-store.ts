import type { GuildId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'

/** The tickets of a guild as a table. Of exports: the first eight are those of version 2.4, new ones come last. */
export const ticketExport = {
  name: 'tickets',
  isByAge: true,
  columns: [
    'id',
    'user_id',
    'username',
    'status',
    'created_at',
    'updated_at',
    'claimed_by',
    'channel_id',
    'number',
    'panel',
    'priority',
    'labels',
    'claimed_at',
    'escalated_to',
    'closed_at',
    'closed_by',
    'close_reason',
    'archived_at',
    'archived_by',
    'language',
    'first_response_at',
    'first_response_by',
    'rating',
    'rating_comment',
  ],
  rows: (db: Db, guildId: GuildId, since: Temporal.Instant | null) =>
    db
      .selectFrom('tickets as t')
      .leftJoin('ticket_panels as p', 'p.id', 't.panel_id')
      // A ticket closed more than once may have been rated each time.
      .leftJoinLateral(
        (query) =>
          query
            .selectFrom('ticket_ratings')
            .select(['score', 'comment'])
            .whereRef('ticket_id', '=', 't.id')
            .orderBy('closed_at', 'desc')
            .limit(1)
            .as('r'),
        (join) => join.onTrue(),
      )
      .select(['t.id', 't.opener_id as user_id', 't.username', 't.status', 't.created_at', 't.updated_at'])
      .select(['t.claimed_by', 't.channel_id', 't.number', 'p.name as panel', 't.priority', 't.labels', 't.claimed_at'])
      .select(['t.escalated_to', 't.closed_at', 't.closed_by', 't.close_reason', 't.archived_at', 't.archived_by'])
      .select([
        't.language',
        't.first_response_at',
        't.first_response_by',
        'r.score as rating',
        'r.comment as rating_comment',
      ])
      .where('t.guild_id', '=', guildId)
      .$if(since !== null, (query) => query.where('t.created_at', '>=', since))
      .orderBy('t.number', 'desc'),
} as const
