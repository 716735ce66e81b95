import type { GuildId } from '../../kernel/ids.ts'
import { actorOf } from '../../platform/http/guards.ts'
import type { Http } from '../../platform/http/http.ts'
import type { CommandUsage } from './command-usage.ts'
import { Metrics, MetricsQuery, TopCommands, TopCommandsQuery } from './contract.ts'
import type { MetricsService } from './metrics.ts'

interface Services {
  readonly usage: CommandUsage
  readonly metrics: MetricsService
  readonly mainGuildId: GuildId | undefined
}

const tags = ['Metrics & Analytics']

export function analyticsRoutes(http: Http, { usage, metrics, mainGuildId }: Services): void {
  const top = {
    operationId: 'getTopCommands',
    summary: 'Which commands are used most',
    tags,
    querystring: TopCommandsQuery,
    response: { 200: TopCommands },
  }
  http.get(
    '/top-commands',
    { config: { access: 'public', limit: 'metrics', guildIsFilter: true }, schema: top },
    ({ query: { guild_id = mainGuildId ?? null, days = 7, limit = 10 } }) =>
      usage.topCommands({ guildId: guild_id, days, limit }),
  )

  const config = { access: 'guild_admin', scope: 'metrics', limit: 'metrics' } as const
  for (const [path, operationId] of [
    ['/api/dashboard/metrics', 'getMetrics'],
    ['/api/metrics', 'getMetricsAlias'],
  ] as const) {
    const schema = {
      operationId,
      summary: 'How the bot, its reminders, tickets, commands and model fare',
      tags,
      querystring: MetricsQuery,
      response: { 200: Metrics },
    }
    http.get(path, { config, schema }, (request) => metrics.metrics(actorOf(request), request.guildId))
  }
}
