import process from 'node:process'
import { startAlphapy } from './app/alphapy.ts'
import { systemClock } from './kernel/clock.ts'
import { Refusal } from './kernel/refusal.ts'
import { ConfigError, loadConfig, secretsOf } from './platform/config/config.ts'
import { GatewayEnded } from './platform/discord/gateway.ts'
import { createLogger } from './platform/logging/logger.ts'

/** How long requests and deliveries under way may take to finish once the program was asked to stop. */
const STOPS_WITHIN_MS = 10_000

const NO_ARGUMENTS =
  'Alphapy takes no arguments. It is set up by variables of the environment or the file .env; .env.example lists them, and docs/operations.md says how to run it.'

const say = (text: string) => process.stdout.write(`${text}\n`)

function end(error: unknown): never {
  const isPlain = error instanceof ConfigError || error instanceof Refusal || error instanceof GatewayEnded
  process.stderr.write(`${isPlain ? error.message : error instanceof Error ? error.stack : error}\n`)
  process.exit(1)
}

async function run(): Promise<void> {
  if (process.argv.length > 2) throw new ConfigError(NO_ARGUMENTS)
  const config = loadConfig()
  const logger = createLogger({ level: config.logLevel, secrets: secretsOf(config), pretty: process.stdout.isTTY })
  if (config.unknownInFile.length > 0)
    logger.warn(
      `.env sets ${config.unknownInFile.join(', ')}, which Alphapy does not know: .env.example lists what it does`,
    )
  const stopping = new AbortController()
  const { signal: stopped } = stopping
  const starting = startAlphapy(config, { clock: systemClock, logger, say, onEnded: end, stopping: stopped })
  async function stop(signal: string): Promise<void> {
    // A terminal, npm and a supervisor may each pass the same signal on.
    if (stopped.aborted) return
    stopping.abort()
    logger.info({ signal }, 'Stopping')
    setTimeout(() => end(`Not everything ended within ${STOPS_WITHIN_MS} ms.`), STOPS_WITHIN_MS).unref()
    // A start that breaks off ends by itself what it had begun.
    const started = await starting.catch(() => null)
    await started?.stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop(signal).catch(end))
  await starting.catch((error) => (stopped.aborted ? null : end(error)))
}

run().catch(end)
