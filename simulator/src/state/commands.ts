/** The bot's application commands, global and of one guild. */
import { ApplicationCommandType } from 'discord-api-types/v10'
import { DiscordError } from '../discord-error.ts'
import { madeAtMs } from '../snowflake.ts'
import type { ApplicationCommand } from './model.ts'
import type { World } from './world.ts'

/** What its maker decides about a command. */
export type CommandDraft = Omit<ApplicationCommand, 'id' | 'version' | 'application_id' | 'guild_id'>

/** Of each scope (https://discord.com/developers/docs/interactions/application-commands#registering-a-command). */
const AT_MOST: ReadonlyMap<number, number> = new Map([
  [ApplicationCommandType.ChatInput, 100],
  [ApplicationCommandType.User, 15],
  [ApplicationCommandType.Message, 15],
])
const CREATED_A_DAY = 200
const DAY_MS = 24 * 60 * 60 * 1000

/** Of one guild, or the global ones for null. */
export function commandsIn(world: World, guildId: string | null): ApplicationCommand[] {
  return [...world.state.commands.values()].filter((command) => command.guild_id === guildId)
}

export function commandOf(world: World, guildId: string | null, id: string): ApplicationCommand {
  const command = world.state.commands.get(id)
  if (!command || command.guild_id !== guildId) throw new DiscordError(10063)
  return command
}

/** A command of the same name and type is replaced and keeps its id. */
export function upsertCommand(
  world: World,
  guildId: string | null,
  draft: CommandDraft,
): { command: ApplicationCommand; isNew: boolean } {
  const known = commandsIn(world, guildId).find(({ name, type }) => name === draft.name && type === draft.type)
  if (known) return { command: changeCommand(world, known, draft), isNew: false }
  requireRoom(world, guildId, draft.type)
  const id = world.nextId()
  const application_id = world.state.application.id
  const command: ApplicationCommand = { ...draft, id, version: id, application_id, guild_id: guildId }
  world.state.commands.set(id, command)
  world.changed()
  return { command, isNew: true }
}

/** A changed command gets a new version, an unchanged one keeps its own. */
export function changeCommand(
  world: World,
  command: ApplicationCommand,
  change: Partial<CommandDraft>,
): ApplicationCommand {
  const before = JSON.stringify(command)
  Object.assign(command, change)
  if (JSON.stringify(command) !== before) command.version = world.nextId()
  return command
}

export function deleteCommand(world: World, guildId: string | null, id: string): void {
  commandOf(world, guildId, id)
  world.state.commands.delete(id)
}

/** All commands of a scope at once: those not named are deleted. */
export function replaceCommands(
  world: World,
  guildId: string | null,
  drafts: readonly CommandDraft[],
): ApplicationCommand[] {
  for (const [type, limit] of AT_MOST) {
    if (drafts.filter((draft) => draft.type === type).length > limit) throw new DiscordError(30032)
  }
  const isKept = ({ name, type }: ApplicationCommand) =>
    drafts.some((draft) => draft.name === name && draft.type === type)
  for (const command of commandsIn(world, guildId)) if (!isKept(command)) world.state.commands.delete(command.id)
  return drafts.map((draft) => upsertCommand(world, guildId, draft).command)
}

function requireRoom(world: World, guildId: string | null, type: number): void {
  const commands = commandsIn(world, guildId)
  if (commands.filter((command) => command.type === type).length >= (AT_MOST.get(type) ?? 0))
    throw new DiscordError(30032)
  const yesterday = world.clock.now() - DAY_MS
  if (commands.filter(({ id }) => madeAtMs(id) > yesterday).length >= CREATED_A_DAY) throw new DiscordError(30034)
}
