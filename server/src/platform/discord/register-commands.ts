import { createHash } from 'node:crypto'
import type { Logger } from 'pino'
import type { ApplicationCalls } from './application-calls.ts'
import type { Command } from './commands.ts'

/**
 * Makes Discord know exactly these commands. They are compared with what Discord has, so nothing is written when
 * nothing changed, and a lost or foreign state heals: Discord allows 200 creations a day.
 */
export async function registerCommands(
  discord: ApplicationCalls,
  applicationId: string,
  commands: readonly Command[],
  logger: Logger,
): Promise<void> {
  const wanted = commands.map(({ definition }) => definition)
  const known = await discord.commands(applicationId)
  if (fingerprint(wanted) === fingerprint(known)) return
  await discord.replaceCommands(applicationId, wanted)
  logger.info({ commands: wanted.length }, 'commands registered with Discord')
}

/** The same for what we send and for what Discord gives back, which adds ids and leaves out or fills in defaults. */
function fingerprint(commands: readonly object[]): string {
  const normal = commands.map((command) => JSON.stringify(normalised(command, COMMAND_FIELDS))).sort()
  return createHash('sha256').update(normal.join('\n')).digest('hex')
}

const COMMAND_FIELDS = ['type', 'name', 'description', 'options', 'default_member_permissions', 'contexts']
const OPTION_FIELDS = [
  'type',
  'name',
  'description',
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

/** Absent, null, false and an empty list mean the same to Discord. */
function normalised(value: object, fields: readonly string[]): unknown[] {
  const given = new Map<string, unknown>(Object.entries(value))
  return fields.map((field) => {
    const content = given.get(field)
    if (content === undefined || content === null || content === false) return null
    if (!Array.isArray(content)) return content
    if (content.length === 0) return null
    if (field === 'options') return content.map((option: object) => normalised(option, OPTION_FIELDS))
    return field === 'contexts' || field === 'channel_types' ? [...content].sort() : content
  })
}
