import process from 'node:process'
import { startAlphapy } from './app/alphapy.ts'
import { systemClock } from './kernel/clock.ts'
import { Refusal } from './kernel/refusal.ts'
import { ConfigError, loadConfig, secretsOf } from './platform/config/config.ts'
import { GatewayEnded } from './platform/discord/gateway.ts'
import { createLogger } from './platform/logging/logger.ts'

/** How long requests and deliveries under way may take to finish once the program was asked to stop. */
const STOPS_WITHIN_MS = 10_000

const say = (text: string) => process.stdout.write(`${text}\n`)

function end(error: unknown): never {
  const isPlain = error instanceof ConfigError || error instanceof Refusal || error instanceof GatewayEnded
  process.stderr.write(`${isPlain ? error.message : error instanceof Error ? error.stack : error}\n`)
  process.exit(1)
}

async function run(): Promise<void> {
  const config = loadConfig()
  const logger = createLogger({ level: config.logLevel, secrets: secretsOf(config), pretty: process.stdout.isTTY })
  const starting = startAlphapy(config, { clock: systemClock, logger, say, onEnded: end })
  let isStopping = false
  async function stop(signal: string): Promise<void> {
    // A terminal, npm and a supervisor may each pass the same signal on.
    if (isStopping) return
    isStopping = true
    logger.info({ signal }, 'Stopping')
    setTimeout(() => end(`Not everything ended within ${STOPS_WITHIN_MS} ms.`), STOPS_WITHIN_MS).unref()
    await (await starting).stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal).catch(end))
  await starting
}

run().catch(end)
