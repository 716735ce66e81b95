import type { Logger } from 'pino'
import type { Config } from '../platform/config/config.ts'
import type { Secret } from '../platform/config/secret.ts'
import { connectDatabase } from '../platform/database/connect.ts'
import { startEmbedded } from '../platform/database/embedded.ts'
import { listenToDatabase } from '../platform/database/listen.ts'
import { migrateDatabase } from '../platform/database/migrate.ts'
import { outboxWorker } from '../platform/discord/outbox-worker.ts'
import type { Platform } from '../platform/feature.ts'
import { type MetersOfProcess, metersOfProcess } from '../platform/metrics/meters.ts'
import { retentionWorker } from '../platform/retention.ts'
import { keepDemoTokens, startDemo } from './demo.ts'
import { type BuiltFeature, features } from './features.ts'
import { keptSecret } from './kept-secret.ts'
import { startMetrics } from './metrics.ts'
import { platformOn } from './platform.ts'
import { type GatewayOfProcess, startApi, startGateway, startWorkers } from './roles.ts'
import type { DiscordAddress, Surroundings } from './surroundings.ts'
import { welcome } from './welcome.ts'

export interface Alphapy {
  /** Where the API listens; null without the role api. */
  readonly apiUrl: string | null
  /** Where Prometheus reads the meters; null without METRICS_PORT. */
  readonly metricsUrl: string | null
  /** Ends what is under way and then everything, in the reverse order of starting. */
  stop(): Promise<void>
}

const DISCORD_API = 'https://discord.com/api'

/** Starts the program: first what everything stands on, then the roles of this process. */
export async function startAlphapy(config: Config, surroundings: Surroundings): Promise<Alphapy> {
  await using started = new AsyncDisposableStack()
  // First of all: whoever holds the database holds DATA_DIR, and with it the demo community.
  const databaseUrl =
    config.database.url?.reveal() ?? (await startOwnDatabase(config.dataDir, surroundings.logger, started))
  const address = config.discord.token
    ? discordAt(config.discord, config.discord.token)
    : await startDemo(config, surroundings, started)
  const meters = metersOfProcess()
  const platform = await startPlatform(databaseUrl, config, { ...surroundings, meters }, address, started)
  const gateway: GatewayOfProcess = { state: () => null }
  const apiKey = config.http.apiKey ?? (config.demo ? await keptSecret(config.dataDir, 'api-key') : undefined)
  const identity = { ...address, keys: apiKey ? [apiKey] : [] }
  const state = () => gateway.state()
  const declared = features(config, state, () => parts, identity)
  const parts: BuiltFeature[] = declared.map((feature) => ({ name: feature.name, ...feature.build(platform) }))
  const { roles } = config
  const metricsUrl = await startMetrics(config.metrics, { ...platform, meters, gateway: state }, started)
  const apiUrl = roles.has('api') ? await startApi(config.http, platform, parts, started) : null
  if (roles.has('worker'))
    startWorkers(
      [
        ...parts.flatMap(({ workers = [] }) => workers),
        outboxWorker(platform),
        retentionWorker(
          platform,
          declared.flatMap(({ retention = [] }) => retention),
        ),
      ],
      started,
    )
  if (roles.has('gateway'))
    await startGateway(config.discord, address, platform, parts, { ...surroundings, gateway }, started)
  if (config.demo && roles.has('api')) await keepDemoTokens(platform)
  surroundings.say(welcome(config, { apiUrl, metricsUrl, discordUrl: address.apiUrl }))
  // The first thing to happen, or listeners that wait for an answer would hold up the end.
  started.defer(() => platform.languageModel.giveUp())
  const everything = started.move()
  return { apiUrl, metricsUrl, stop: () => everything.disposeAsync() }
}

function discordAt({ apiUrl = DISCORD_API, clientId, clientSecret }: Config['discord'], token: Secret): DiscordAddress {
  const client = clientId && clientSecret ? { id: clientId, secret: clientSecret } : null
  return { apiUrl, token: token.reveal(), client }
}

async function startPlatform(
  url: string,
  config: Config,
  { clock, logger, meters, stopping }: Surroundings & { readonly meters: MetersOfProcess },
  address: DiscordAddress,
  started: AsyncDisposableStack,
): Promise<Platform> {
  await migrateDatabase({ url, logger, signal: stopping })
  const db = started.use(await connectDatabase({ url, logger, signal: stopping }))
  const notices = started.use(await listenToDatabase({ url, clock, logger }))
  return platformOn({ config, db, notices, address, meters, clock, logger })
}

async function startOwnDatabase(dataDir: string, logger: Logger, started: AsyncDisposableStack): Promise<string> {
  const { url } = started.use(await startEmbedded({ dataDir, logger }))
  return url
}
