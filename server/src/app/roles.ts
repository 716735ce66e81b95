import { Refusal } from '../kernel/refusal.ts'
import type { Config } from '../platform/config/config.ts'
import { discordGateway, type GatewayOptions, type GatewayState } from '../platform/discord/gateway.ts'
import { Lifecycle } from '../platform/discord/gateway-lifecycle.ts'
import { gatewayStatusRecorder } from '../platform/discord/gateway-status.ts'
import { guildKeeper } from '../platform/discord/guild-keeper.ts'
import { interactionRouter, type RunListeners } from '../platform/discord/interactions.ts'
import { earsOf } from '../platform/discord/listeners.ts'
import { commandRegistrar } from '../platform/discord/register-commands.ts'
import type { InteractionHandlers } from '../platform/discord/tasks.ts'
import type { FeatureParts, Platform } from '../platform/feature.ts'
import { sharedLimits } from '../platform/http/limits.ts'
import { createHttpServer } from '../platform/http/server.ts'
import { NO_STAFF } from '../platform/http/staff.ts'
import { meterRequests } from '../platform/metrics/http-meters.ts'
import { guildLanguage } from '../platform/settings/guild-language.ts'
import type { Worker } from '../platform/worker.ts'
import type { DiscordAddress, Surroundings } from './surroundings.ts'

/** Answers HTTP until it is disposed of; requests under way are answered first. @returns where it listens. */
export async function startApi(
  config: Config['http'],
  { db, clock, logger, guildAccess, signedLinks, meters }: Platform,
  parts: readonly FeatureParts[],
  started: AsyncDisposableStack,
): Promise<string> {
  const authentication = parts.find((part) => part.authentication)?.authentication
  if (!authentication) throw new TypeError('No feature knows who is calling')
  const staffRoles = parts.find((part) => part.staffRoles)?.staffRoles ?? NO_STAFF
  const { limits, exchanger } = sharedLimits({ perMinute: config.limitsPerMinute, db, clock, logger })
  startWorkers([exchanger], started)
  const http = await createHttpServer({
    ...config,
    authentication,
    guildAccess,
    staffRoles,
    signedLinks,
    limits,
    logger,
  })
  started.defer(() => http.close())
  meterRequests(http, meters)
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

interface GatewaySurroundings extends Pick<Surroundings, 'onEnded' | 'patience'> {
  readonly gateway: GatewayOfProcess
}

/** Connects to Discord's gateway and answers interactions until it is disposed of; those under way are answered first. */
export async function startGateway(
  config: Config['discord'],
  address: DiscordAddress,
  { db, discord, settings, logger, clock }: Platform,
  parts: readonly FeatureParts[],
  surroundings: GatewaySurroundings,
  started: AsyncDisposableStack,
): Promise<void> {
  const handlers = handlersOf(parts)
  const router = interactionRouter(handlers, {
    discord,
    logger,
    guildLanguage: (guildId) => guildLanguage(settings, guildId),
    ...(surroundings.patience && { patience: surroundings.patience }),
    ...listenersOf(parts),
  })
  const keeper = guildKeeper({ db, clock, logger })
  const ears = earsOf(handlers.listeners, logger)
  const registrar = commandRegistrar({
    discord,
    commands: handlers.commands,
    applicationId: () => gateway.client.application?.id ?? null,
    clock,
    logger,
  })
  const lifecycle = new Lifecycle({
    syncCommands: registrar.sync,
    ears: parts.flatMap(({ hearsGateway = [] }) => hearsGateway),
    logger,
  })
  const gateway = discordGateway({
    ...address,
    ...shardsOf(config),
    logger,
    clock,
    onInteraction: router.receive,
    onDispatch(dispatch, shardId) {
      keeper.receive(dispatch)
      lifecycle.receive(dispatch, shardId)
      ears.receive(dispatch)
    },
    onClosed: (shardId) => lifecycle.closed(shardId),
    onEnded: surroundings.onEnded,
  })
  startWorkers([...parts.flatMap(({ gatewayWorkers = [] }) => gatewayWorkers), keeper], started)
  started.defer(async () => {
    await gateway.stop()
    await router.settled()
    await ears.settled()
    await lifecycle.settled()
  })
  surroundings.gateway.state = gateway.state
  startWorkers([gatewayStatusRecorder({ db, gateway, clock, logger }), registrar.worker], started)
  await gateway.connect()
  // Connecting also ends when the program is stopped meanwhile.
  if (gateway.client.isReady()) await lifecycle.ready()
}

/** Whoever wants to know how commands, buttons and forms ended. */
function listenersOf(parts: readonly FeatureParts[]) {
  return {
    onRun(run) {
      for (const { hearsCommands } of parts) hearsCommands?.(run)
    },
    onComponentFault(fault) {
      for (const { hearsComponentFaults } of parts) hearsComponentFaults?.(fault)
    },
  } satisfies RunListeners
}

function handlersOf(parts: readonly FeatureParts[]) {
  return {
    commands: parts.flatMap(({ commands = [] }) => commands),
    buttons: parts.flatMap(({ buttons = [] }) => buttons),
    forms: parts.flatMap(({ forms = [] }) => forms),
    selects: parts.flatMap(({ selects = [] }) => selects),
    listeners: parts.flatMap(({ listeners = [] }) => listeners),
  } satisfies InteractionHandlers & FeatureParts
}

function shardsOf({ shardIds: ids, shardCount: count }: Config['discord']): Pick<GatewayOptions, 'shards'> {
  return count === undefined ? {} : { shards: { count, ids: ids.length > 0 ? ids : [...Array(count).keys()] } }
}
