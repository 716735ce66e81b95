import type { Logger } from 'pino'
import type { Config } from '../platform/config/config.ts'
import type { Db } from '../platform/database/connect.ts'
import { type PoolStatistics, poolStatistics } from '../platform/database/health.ts'
import type { GatewayState } from '../platform/discord/gateway.ts'
import type { MetersOfProcess } from '../platform/metrics/meters.ts'
import { serveMetrics } from '../platform/metrics/metrics-server.ts'

interface Metered {
  readonly meters: MetersOfProcess
  readonly db: Db
  /** The gateway of this process, null until it is started or without the role. */
  gateway(): GatewayState | null
  readonly logger: Logger
}

/** Serves the meters of this process until it is disposed of. @returns where; null without METRICS_PORT. */
export async function startMetrics(
  { host, port }: Config['metrics'],
  { meters, db, gateway, logger }: Metered,
  started: AsyncDisposableStack,
): Promise<string | null> {
  if (port === undefined) return null
  meterPool(meters, () => poolStatistics(db))
  meterGateway(meters, gateway)
  return started.use(await serveMetrics({ host, port, meters, logger })).url
}

function meterPool(meters: MetersOfProcess, pool: () => PoolStatistics): void {
  const gauge = (name: string, help: string, which: keyof PoolStatistics) =>
    meters.gauge({ name: `database_${name}`, help }, () => pool()[which])
  gauge('connections', 'Connections to the database.', 'total')
  gauge('connections_idle', 'Connections that nothing uses at present.', 'idle')
  gauge('connections_max', 'Most connections that this process makes.', 'max')
  gauge('queries_waiting', 'Queries that wait for a connection.', 'waiting')
}

function meterGateway(meters: MetersOfProcess, state: () => GatewayState | null): void {
  const gauge = (name: string, help: string, read: (known: GatewayState) => number | null) =>
    meters.gauge({ name: `gateway_${name}`, help }, () => {
      const known = state()
      return known && read(known)
    })
  gauge('online', '1 when every shard had a heartbeat acknowledged lately.', ({ isOnline }) => Number(isOnline))
  gauge('latency_seconds', 'Of the last heartbeat of the slowest shard.', ({ latencyMs }) =>
    latencyMs === null ? null : latencyMs / 1000,
  )
  gauge('guilds', 'Guilds that the shards of this process know.', ({ guildCount }) => guildCount)
}
