import { Refusal } from '../kernel/refusal.ts'
import type { Config } from '../platform/config/config.ts'
import { discordGateway, type GatewayState } from '../platform/discord/gateway.ts'
import { gatewayStatusRecorder } from '../platform/discord/gateway-status.ts'
import { interactionRouter } from '../platform/discord/interactions.ts'
import { registerCommands } from '../platform/discord/register-commands.ts'
import type { FeatureParts, Platform } from '../platform/feature.ts'
import type { Authentication } from '../platform/http/caller.ts'
import { createHttpServer } from '../platform/http/server.ts'
import type { Worker } from '../platform/worker.ts'
import type { DiscordAddress, Surroundings } from './surroundings.ts'

/** Answers HTTP until it is disposed of; requests under way are answered first. @returns where it listens. */
export async function startApi(
  config: Config['http'],
  authentication: Authentication,
  { logger, guildAccess }: Platform,
  parts: readonly FeatureParts[],
  started: AsyncDisposableStack,
): Promise<string> {
  const http = await createHttpServer({ ...config, authentication, guildAccess, logger })
  started.defer(() => http.close())
  for (const { routes } of parts) routes?.(http)
  const { host, port } = config
  return http.listen({ host, port }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EADDRINUSE') throw error
    throw new Refusal(
      'conflict',
      'http.port_in_use',
      `Port ${port} on ${host} is in use: stop what listens there, or set another PORT.`,
    )
  })
}

/** Runs background work until it is disposed of; work under way is brought to an end first. */
export function startWorkers(workers: readonly Worker[], started: AsyncDisposableStack): void {
  const stopping = new AbortController()
  const running = workers.map((worker) => worker.run(stopping.signal))
  started.defer(async () => {
    stopping.abort()
    await Promise.all(running)
  })
}

/** The connection of this process, for whoever tells how it fares. */
export interface GatewayOfProcess {
  state(): GatewayState | null
}

interface GatewaySurroundings extends Pick<Surroundings, 'onEnded'> {
  readonly gateway: GatewayOfProcess
}

/** Connects to Discord's gateway and answers interactions until it is disposed of; those under way are answered first. */
export async function startGateway(
  config: Config['discord'],
  address: DiscordAddress,
  { db, discord, logger, clock }: Platform,
  parts: readonly FeatureParts[],
  surroundings: GatewaySurroundings,
  started: AsyncDisposableStack,
): Promise<void> {
  const handlers = {
    commands: parts.flatMap(({ commands = [] }) => commands),
    buttons: parts.flatMap(({ buttons = [] }) => buttons),
    forms: parts.flatMap(({ forms = [] }) => forms),
    selects: parts.flatMap(({ selects = [] }) => selects),
  }
  const router = interactionRouter(handlers, {
    discord,
    logger,
    onRun: (run) => {
      for (const { hearsCommands } of parts) hearsCommands?.(run)
    },
  })
  const { shardIds: ids, shardCount: count } = config
  const gateway = discordGateway({
    ...address,
    ...(count !== undefined && { shards: { count, ids: ids.length > 0 ? ids : [...Array(count).keys()] } }),
    logger,
    clock,
    onInteraction: router.receive,
    onEnded: surroundings.onEnded,
  })
  startWorkers(
    parts.flatMap(({ gatewayWorkers = [] }) => gatewayWorkers),
    started,
  )
  started.defer(async () => {
    await gateway.stop()
    await router.settled()
  })
  surroundings.gateway.state = gateway.state
  startWorkers([gatewayStatusRecorder({ db, gateway, clock, logger })], started)
  await gateway.connect()
  const applicationId = gateway.client.application?.id
  if (applicationId) await registerCommands(discord, applicationId, handlers.commands, logger)
}
