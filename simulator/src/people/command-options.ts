/** Fills in a command's options as Discord's client does: by the schema the bot registered, and refusing what does not fit. */
import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10'
import type { ApplicationCommand, Channel, CommandOption, Json, JsonObject } from '../state/model.ts'
import type { World } from '../state/world.ts'
import { type File, Resolved } from './resolved.ts'
import { CannotAct } from './waiting.ts'

export type OptionValue = string | number | boolean | File
export type OptionValues = Readonly<Record<string, OptionValue | undefined>>

interface Focus {
  readonly name: string
}

const SUBCOMMANDS: readonly number[] = [Type.Subcommand, Type.SubcommandGroup]

/** `path` is the command's name and, for sub-commands, the words after it. */
export function fillCommand(
  world: World,
  command: ApplicationCommand,
  channel: Channel,
  path: readonly string[],
  values: OptionValues,
  focus?: Focus,
): JsonObject {
  const resolved = new Resolved(world, channel)
  const options = fill(command.options, path.slice(1), values, resolved, focus)
  const { id, name, type, guild_id } = command
  return {
    id,
    name,
    type,
    ...(guild_id === null ? {} : { guild_id }),
    ...(options.length ? { options } : {}),
    ...resolved.field(),
  }
}

function fill(
  schema: readonly CommandOption[],
  path: readonly string[],
  values: OptionValues,
  resolved: Resolved,
  focus?: Focus,
): Json[] {
  const [next, ...rest] = path
  const hasSubcommands = schema.some(({ type }) => SUBCOMMANDS.includes(type))
  if (hasSubcommands) {
    const sub = schema.find(({ name }) => name === next)
    if (!sub) throw new CannotAct(`pick one of the sub-commands ${schema.map(({ name }) => name).join(', ')}`)
    return [{ type: sub.type, name: sub.name, options: fill(sub.options ?? [], rest, values, resolved, focus) }]
  }
  if (next !== undefined) throw new CannotAct(`there is no sub-command ${next}`)
  const unknown = Object.keys(values).find((name) => !schema.some((option) => option.name === name))
  if (unknown !== undefined) throw new CannotAct(`there is no option ${unknown}`)
  return schema.flatMap((option) => filled(option, values[option.name], resolved, focus))
}

function filled(option: CommandOption, value: OptionValue | undefined, resolved: Resolved, focus?: Focus): Json[] {
  const isFocused = focus?.name === option.name
  if (value === undefined) {
    if (option.required && !focus) throw new CannotAct(`option ${option.name} is required`)
    return []
  }
  if (isFocused) return [{ type: option.type, name: option.name, value: String(value), focused: true }]
  return [{ type: option.type, name: option.name, value: accepted(option, value, resolved) }]
}

function accepted(option: CommandOption, value: OptionValue, resolved: Resolved): Json {
  const refuse = (why: string) => new CannotAct(`option ${option.name} ${why}`)
  if (option.choices && !option.choices.some((choice) => choice.value === value)) {
    throw refuse(`takes one of ${option.choices.map((choice) => choice.value).join(', ')}`)
  }
  if (option.type === Type.Attachment) {
    if (typeof value !== 'object') throw refuse('takes a file')
    return resolved.attachment(value)
  }
  if (typeof value === 'object') throw refuse('takes no file')
  if (option.type === Type.Boolean) {
    if (typeof value !== 'boolean') throw refuse('takes true or false')
    return value
  }
  if (option.type === Type.Integer || option.type === Type.Number) return numeric(option, value, refuse)
  if (typeof value !== 'string') throw refuse('takes text')
  if (option.type === Type.String) return text(option, value, refuse)
  return resolved.thing(option.type, value, option.channel_types, refuse)
}

function numeric({ type, min_value, max_value }: CommandOption, value: Json, refuse: (why: string) => Error): number {
  if (typeof value !== 'number') throw refuse('takes a number')
  if (type === Type.Integer && !Number.isSafeInteger(value)) throw refuse('takes a whole number')
  if (min_value !== undefined && value < min_value) throw refuse(`is at least ${min_value}`)
  if (max_value !== undefined && value > max_value) throw refuse(`is at most ${max_value}`)
  return value
}

function text(
  { min_length = 0, max_length = 6000 }: CommandOption,
  value: string,
  refuse: (why: string) => Error,
): string {
  if (value.length < min_length) throw refuse(`has at least ${min_length} characters`)
  if (value.length > max_length) throw refuse(`has at most ${max_length} characters`)
  return value
}
