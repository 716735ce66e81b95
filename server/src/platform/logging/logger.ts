import { type DestinationStream, type Level, type Logger, pino } from 'pino'
import { prettyFactory } from 'pino-pretty'
import type { Secret } from '../config/secret.ts'
import { blotter } from './blot.ts'

interface LoggerOptions {
  readonly level: Level | 'silent'
  /** Blotted out wherever they turn up, also inside the message of somebody else's error. */
  readonly secrets: readonly Secret[]
  /** For people on a terminal instead of JSON for machines. */
  readonly pretty: boolean
  /** Default: standard output. */
  readonly destination?: DestinationStream
}

/** The program's log. No line of it holds a secret. */
export function createLogger({ level, secrets, pretty: forPeople, destination }: LoggerOptions): Logger {
  const output = destination ?? pino.destination({ sync: true })
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, hooks: { streamWrite: blotter(secrets) } },
    forPeople ? inPlainWords(output) : output,
  )
}

/** Formats in this thread and at once, so that the last words before an exit are seen. */
function inPlainWords(output: DestinationStream): DestinationStream {
  const format = prettyFactory({ colorize: process.stdout.isTTY, translateTime: 'SYS:HH:MM:ss' })
  return { write: (line) => output.write(format(line)) }
}
