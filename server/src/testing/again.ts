import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { type Alphapy, startAlphapy } from '../app/alphapy.ts'
import { parseConfig } from '../platform/config/config.ts'
import { PATIENT, type startApp } from './app.ts'

type App = Pick<Awaited<ReturnType<typeof startApp>>, 'simulator' | 'databaseUrl' | 'clock'>

/** A further process of the same bot on the same database, for what has to outlive the first. */
export function startAgain(
  { simulator, databaseUrl, clock }: App,
  roles: string,
  environment: Readonly<Record<string, string>> = {},
  /** Takes what it logs. */
  log: string[] = [],
): Promise<Alphapy> {
  const config = parseConfig({
    BOT_TOKEN: simulator.token,
    DISCORD_API_URL: simulator.restUrl,
    DATABASE_URL: databaseUrl,
    DATA_DIR: join(tmpdir(), 'alphapy-unused'),
    ROLES: roles,
    PORT: '0',
    ...environment,
  })
  const nothing = () => undefined
  const logger = pino({ level: 'info' }, { write: (line) => void log.push(line) })
  return startAlphapy(config, { clock, logger, say: nothing, onEnded: nothing, patience: PATIENT })
}
