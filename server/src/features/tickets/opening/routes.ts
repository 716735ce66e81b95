import { actorOf, guildOf } from '../../../platform/http/guards.ts'
import type { Http } from '../../../platform/http/http.ts'
import type { Idempotent } from '../../../platform/http/idempotency.ts'
import type { BlockService } from './blocks.ts'
import { BlockInput, BlockList, BlockPath, Done, GuildPath } from './contract.ts'

const config = { access: 'guild_admin', limit: 'dashboard' } as const
const tags = ['Tickets']
const BLOCKS = '/api/dashboard/:guild_id/ticket-blocks'

/** Who may open no tickets, for the admins of a guild. */
export function blockRoutes(http: Http, service: BlockService, idempotent: Idempotent): void {
  const listing = {
    operationId: 'listTicketBlocks',
    summary: 'List who may open no tickets, at most 1000, newest first',
    tags,
    params: GuildPath,
    response: { 200: BlockList },
  }
  http.get(BLOCKS, { config, schema: listing }, async (request) =>
    (await service.list(guildOf(request))).map(({ userId, blockedBy, reason, blockedAt }) => ({
      user_id: userId,
      blocked_by: blockedBy,
      reason,
      blocked_at: blockedAt.toString(),
    })),
  )
  const blocking = {
    operationId: 'blockFromTickets',
    summary: 'Let a member open no more tickets',
    tags,
    params: BlockPath,
    body: BlockInput,
    response: { 200: Done },
  }
  http.put(`${BLOCKS}/:user_id`, { config, schema: blocking }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      const { params, body } = request
      await service.block(actorOf(request), guildOf(request), params.user_id, body.reason ?? null, commit)
      return { success: true as const }
    }),
  )
  const unblocking = {
    operationId: 'unblockFromTickets',
    summary: 'Let a member open tickets again',
    tags,
    params: BlockPath,
    response: { 200: Done },
  }
  http.delete(`${BLOCKS}/:user_id`, { config, schema: unblocking }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      await service.unblock(actorOf(request), guildOf(request), request.params.user_id, commit)
      return { success: true as const }
    }),
  )
}
