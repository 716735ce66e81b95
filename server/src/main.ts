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
  process.stderr.write(`${isPlain ? error.message : ((error as Error)?.stack ?? error)}\n`)
  process.exit(1)
}

try {
  const config = loadConfig()
  const logger = createLogger({ level: config.logLevel, secrets: secretsOf(config), pretty: process.stdout.isTTY })
  const alphapy = await startAlphapy(config, { clock: systemClock, logger, say, onEnded: end })
  const stop = async (signal: string) => {
    logger.info({ signal }, 'Stopping')
    setTimeout(() => end(new Error(`Not everything ended within ${STOPS_WITHIN_MS} ms`)), STOPS_WITHIN_MS).unref()
    await alphapy.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => void stop(signal).catch(end))
} catch (error) {
  end(error)
}
