import { sql } from 'kysely'
import { ChannelId, type GuildId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'

/** How many tickets of these guilds there are by status, how long they took, and the oldest of those that are unsolved. */
export async function ticketFigures(db: Db, guildIds: readonly GuildId[], open: number) {
  const mine = sql<boolean>`guild_id = any(${guildIds}::bigint[])`
  const { rows } = await sql<{ status: string; count: string; last: Temporal.Instant; took: string | null }>`
    select status, count(*) as count, max(created_at) as last,
      sum(extract(epoch from closed_at - created_at)) as took
    from tickets where ${mine} group by status order by status`.execute(db)
  const isSolved = ({ status }: { readonly status: string }) => status === 'closed' || status === 'archived'
  const countOf = (some: readonly { readonly count: string }[]) => some.reduce((sum, one) => sum + Number(one.count), 0)
  const solved = rows.filter(isSolved)
  const tookSeconds = solved.reduce((sum, { took }) => sum + Number(took), 0)
  return {
    perStatus: new Map(rows.map(({ status, count }) => [status, Number(count)])),
    lastCreatedAt:
      rows
        .map(({ last }) => last)
        .toSorted(Temporal.Instant.compare)
        .at(-1) ?? null,
    averageCloseSeconds: solved.length === 0 ? null : Math.floor(tookSeconds / countOf(solved)),
    openCount: countOf(rows.filter((row) => !isSolved(row))),
    open: await oldestOpen(db, mine, open),
  }
}

async function oldestOpen(db: Db, mine: ReturnType<typeof sql<boolean>>, most: number) {
  const rows = await db
    .selectFrom('tickets')
    .select(['id', 'username', 'status', 'channel_id', 'created_at'])
    .where(mine)
    .where('status', 'not in', ['closed', 'archived'])
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ id, username, status, channel_id, created_at }) => ({
    id: Number(id),
    username,
    status,
    channelId: channel_id === null ? null : ChannelId.parse(channel_id),
    createdAt: created_at,
  }))
}
