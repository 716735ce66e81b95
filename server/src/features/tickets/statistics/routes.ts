import { guildOf } from '../../../platform/http/guards.ts'
import type { Http } from '../../../platform/http/http.ts'
import { GuildPath } from '../contract.ts'
import { config, TICKETS, tags } from '../routes.ts'
import { StatsOut, StatsQuery } from './contract.ts'
import { statsOut } from './presenter.ts'
import type { ticketStats } from './stats.ts'

export function statsRoute(http: Http, stats: ReturnType<typeof ticketStats>): void {
  const schema = {
    operationId: 'getTicketStats',
    summary: 'The figures of the tickets of a guild',
    tags,
    params: GuildPath,
    querystring: StatsQuery,
    response: { 200: StatsOut },
  }
  http.get(`${TICKETS}/stats`, { config: { ...config, access: 'guild_staff' }, schema }, async (request) =>
    statsOut(await stats(guildOf(request), request.query.days ?? '30')),
  )
}
