import { guildOf } from '../../platform/http/guards.ts'
import type { Http } from '../../platform/http/http.ts'
import { BoardOut, BoardQuery, GuildPath } from './contract.ts'
import type { InviteCounts } from './counts.ts'
import { invitesOf } from './figures.ts'

/** Who invited how many, for the admins of a guild. */
export function inviteRoutes(http: Http, counts: InviteCounts): void {
  const config = { access: 'guild_admin', limit: 'dashboard' } as const
  const schema = {
    operationId: 'listInviters',
    summary: 'List who invited how many members',
    tags: ['Invites'],
    params: GuildPath,
    querystring: BoardQuery,
    response: { 200: BoardOut },
  }
  http.get('/api/dashboard/:guild_id/invites', { config, schema }, async (request) => {
    const guildId = guildOf(request)
    const { limit = 10, page = 1 } = request.query
    const board = await counts.board(guildId, { limit, page })
    return {
      inviters: board.inviters.map(({ userId, departed, ...figures }) => ({
        ...figures,
        user_id: BigInt(userId),
        invites: invitesOf({ ...figures, departed }),
        left: departed,
      })),
      page: board.page,
      pages: board.pages,
      total: board.total,
      guild: await counts.totals(guildId),
    }
  })
}
