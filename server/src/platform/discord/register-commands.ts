import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import type { Clock } from '../../kernel/clock.ts'
import { repeating, type Worker } from '../worker.ts'
import type { ApplicationCalls } from './application-calls.ts'
import type { Command } from './commands.ts'
import { DiscordFailure } from './failure.ts'
import type { CommandSync } from './gateway-lifecycle.ts'

/**
 * Makes Discord know exactly these commands. They are compared with what Discord has, so nothing is written when
 * nothing changed, and a lost or foreign state heals: Discord allows 200 creations a day.
 */
export async function registerCommands(
  discord: ApplicationCalls,
  applicationId: string,
  commands: readonly Command[],
  logger: Logger,
): Promise<CommandSync> {
  const wanted = commands.map(({ definition }) => definition)
  const known = await discord.commands(applicationId)
  const commandCount = wanted.length
  if (areKnown(wanted, known)) return { commandCount, synced: 0, skipped: commandCount }
  await discord.replaceCommands(applicationId, wanted)
  logger.info({ commands: commandCount }, 'commands registered with Discord')
  return { commandCount, synced: commandCount, skipped: 0 }
}

interface RegistrarNeeds {
  readonly discord: ApplicationCalls
  /** Null before the connection to Discord has told it. */
  applicationId(): string | null
  readonly commands: readonly Command[]
  readonly clock: Clock
  readonly logger: Logger
}

/** Registers commands when it is told to. Where Discord fails the answer says so, and it is tried again every minute. */
export function commandRegistrar({ discord, applicationId, commands, clock, logger }: RegistrarNeeds) {
  let isBehind = false

  async function sync(): Promise<CommandSync> {
    const id = applicationId()
    if (id === null) return { commandCount: commands.length, synced: 0, skipped: 0, error: 'not_connected' }
    try {
      const done = await registerCommands(discord, id, commands, logger)
      isBehind = false
      return done
    } catch (error) {
      if (!(error instanceof DiscordFailure)) throw error
      logger.error({ err: error }, 'the commands could not be registered with Discord')
      isBehind = true
      return { commandCount: commands.length, synced: 0, skipped: 0, error: error.kind }
    }
  }

  const worker: Worker = repeating('discord.register_commands', { clock, logger }, async () => {
    if (isBehind) await sync()
    return { at: clock.now().add({ minutes: 1 }) }
  })
  return { sync, worker }
}

/** Whether what Discord has is exactly what is wanted. */
export function areKnown(wanted: readonly object[], known: readonly object[]): boolean {
  return fingerprint(wanted) === fingerprint(known)
}

/** The same for what we send and for what Discord gives back, which adds ids and leaves out or fills in defaults. */
function fingerprint(commands: readonly object[]): string {
  const normal = commands.map((command) => JSON.stringify(normalised(command, COMMAND_FIELDS))).sort()
  return createHash('sha256').update(normal.join('\n')).digest('hex')
}

const COMMAND_FIELDS = [
  'type',
  'name',
  'description',
  'description_localizations',
  'options',
  'default_member_permissions',
  'contexts',
]
const OPTION_FIELDS = [
  'type',
  'name',
  'description',
  'description_localizations',
  'required',
  'autocomplete',
  'choices',
  'channel_types',
  'min_value',
  'max_value',
  'min_length',
  'max_length',
  'options',
]

const INNER_FIELDS: Readonly<Record<string, readonly string[]>> = {
  options: OPTION_FIELDS,
  choices: ['name', 'name_localizations', 'value'],
}

/** Absent, null, false and an empty list mean the same to Discord. */
function normalised(value: object, fields: readonly string[]): unknown[] {
  const given = new Map<string, unknown>(Object.entries(value))
  return fields.map((field) => {
    const content = given.get(field)
    if (content === undefined || content === null || content === false) return null
    if (!Array.isArray(content)) return content
    if (content.length === 0) return null
    const inner = INNER_FIELDS[field]
    if (inner) return content.map((part: object) => normalised(part, inner))
    return field === 'contexts' || field === 'channel_types' ? [...content].sort() : content
  })
}
