import assert from 'node:assert/strict'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEMO, type Simulator, type SimulatorOptions, startSimulator } from '@alphapy/simulator'
import { pino } from 'pino'
import { type Alphapy, startAlphapy } from '../app/alphapy.ts'
import type { Clock } from '../kernel/clock.ts'
import { parseConfig } from '../platform/config/config.ts'
import { tokenAt } from './browser.ts'
import { TestClock } from './clock.ts'
import { testDatabase } from './database.ts'
import { API_KEY, as, sendJson } from './http.ts'

/** Monday noon, an hour after which nothing special happens to any clock. */
const START = Temporal.Instant.from('2027-03-01T12:00:00Z')

/** Tests that are not about limits do not count their requests. */
export const UNLIMITED = {
  LIMIT_METRICS_PER_MINUTE: '0',
  LIMIT_REMINDERS_READ_PER_MINUTE: '0',
  LIMIT_REMINDERS_WRITE_PER_MINUTE: '0',
  LIMIT_DASHBOARD_READ_PER_MINUTE: '0',
  LIMIT_DASHBOARD_WRITE_PER_MINUTE: '0',
  LIMIT_EXPORTS_PER_MINUTE: '0',
  LIMIT_FAILED_AUTHENTICATION_PER_MINUTE: '0',
}

/** A slow machine changes nothing of what is answered. */
export const PATIENT = { answerMs: 60_000, languageMs: 60_000 }

interface AppOptions {
  readonly roles?: readonly ('api' | 'gateway' | 'worker')[]
  readonly clock?: Clock
  readonly simulator?: SimulatorOptions
  /** Whether callers are limited as in production. */
  readonly withLimits?: boolean
  /** Whether answers that take long are announced as in production. */
  readonly isImpatient?: boolean
  /** Variables besides those that every test has, or in place of them. */
  readonly environment?: Readonly<Record<string, string>>
}

/** The real program on a database of its own, with the demo community of the simulator and a clock that tests move. */
export async function startApp({ roles = ['api', 'gateway', 'worker'], ...options }: AppOptions = {}) {
  await using started = new AsyncDisposableStack()
  const database = started.use(await testDatabase())
  const clock = new TestClock(START)
  const simulator = started.use(
    await startSimulator({
      community: 'demo',
      strict: true,
      clock: { startMs: START.epochMilliseconds, frozen: true },
      ...options.simulator,
    }),
  )
  const log: string[] = []
  const config = configOf(simulator, database.url, roles, {
    ...(!options.withLimits && UNLIMITED),
    ...options.environment,
  })
  const start = (): Promise<Alphapy> =>
    startAlphapy(config, {
      clock: options.clock ?? clock,
      logger: pino({ level: 'info' }, { write: (line) => void log.push(line) }),
      say: () => undefined,
      onEnded: (reason) => void log.push(reason.message),
      ...(!options.isImpatient && { patience: PATIENT }),
    })
  const alphapy = await start()
  started.defer(() => alphapy.stop())
  const everything = started.move()
  return {
    alphapy,
    simulator,
    db: database.db,
    databaseUrl: database.url,
    clock,
    log,
    owner: simulator.person(DEMO.people.demo_owner),
    member: simulator.person(DEMO.people.demo_member),
    /** Another process of the same roles on the same database. @returns where its API listens. */
    async startAnother(): Promise<string> {
      const another = await start()
      everything.defer(() => another.stop())
      return another.apiUrl ?? ''
    },
    /** Moves the program's clock and Discord's. */
    async moveTo(instant: Temporal.Instant) {
      simulator.clock.advance(instant.epochMilliseconds - simulator.clock.now())
      await clock.moveTo(instant)
    },
    /** A request to the API as this user, with a valid key. */
    send: (userId: string, method: string, path: string, body?: unknown, headers: Record<string, string> = {}) =>
      sendJson(`${alphapy.apiUrl}${path}`, method, body, { ...as(userId), ...headers }),
    /** Signs this user in, as a browser would; the headers of a token of his, good for an hour of the program's clock. */
    signIn: (userId: string) => tokenAt(alphapy.apiUrl ?? '', userId),
    /** Whoever asked or answered Discord against its API description fails the test that did. */
    async [Symbol.asyncDispose]() {
      await everything.disposeAsync()
      assert.deepEqual([simulator.violations, simulator.broken], [[], []])
    },
  }
}

function configOf(
  { token, restUrl }: Simulator,
  databaseUrl: string,
  roles: readonly string[],
  environment: Readonly<Record<string, string>> = {},
) {
  return parseConfig({
    BOT_TOKEN: token,
    DISCORD_API_URL: restUrl,
    DISCORD_REQUESTS_PER_SECOND: '5000',
    DATABASE_URL: databaseUrl,
    DATA_DIR: join(tmpdir(), 'alphapy-unused'),
    API_KEY,
    DISCORD_CLIENT_ID: DEMO.bot,
    DISCORD_CLIENT_SECRET: 'demo-client-secret',
    PORT: '0',
    ROLES: roles.join(','),
    ...environment,
  })
}
