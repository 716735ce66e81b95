/** Application commands: read, registered one by one or all at once, changed, deleted. */
import { ApplicationCommandType } from 'discord-api-types/v10'
import { DiscordError, invalidForm } from '../../discord-error.ts'
import { Fields, isObject } from '../../fields.ts'
import { guildFor } from '../../state/access.ts'
import {
  type CommandDraft,
  changeCommand,
  commandOf,
  commandsIn,
  deleteCommand,
  replaceCommands,
  upsertCommand,
} from '../../state/commands.ts'
import type { CommandChoice, CommandOption, Json } from '../../state/model.ts'
import { commandView } from '../../state/views.ts'
import { type Call, created, nothing, ok, type Routes } from '../router.ts'

const GLOBAL = '/applications/{application_id}/commands'
const OF_GUILD = '/applications/{application_id}/guilds/{guild_id}/commands'

export const commandRoutes: Routes = {
  ...routesBelow(GLOBAL),
  ...routesBelow(OF_GUILD),
  [`GET ${OF_GUILD}/permissions`]: (call) => {
    scopeOf(call)
    return ok([])
  },
}

function routesBelow(path: string): Routes {
  return {
    [`GET ${path}`]: (call) => ok(commandsIn(call.world, scopeOf(call)).map(commandView)),
    [`PUT ${path}`]: (call) => ok(replaceCommands(call.world, scopeOf(call), draftsOf(call.body)).map(commandView)),
    [`POST ${path}`]: (call) => {
      const { command, isNew } = upsertCommand(call.world, scopeOf(call), draftOf(Fields.of(call.body)))
      return isNew ? created(commandView(command)) : ok(commandView(command))
    },
    [`GET ${path}/{command_id}`]: (call) =>
      ok(commandView(commandOf(call.world, scopeOf(call), call.param('command_id')))),
    [`PATCH ${path}/{command_id}`]: (call) => {
      const command = commandOf(call.world, scopeOf(call), call.param('command_id'))
      const fields = Fields.of(call.body)
      const merged = draftOf(new Fields({ ...JSON.parse(JSON.stringify(command)), ...fields.json }))
      return ok(commandView(changeCommand(call.world, command, merged)))
    },
    [`DELETE ${path}/{command_id}`]: (call) => {
      deleteCommand(call.world, scopeOf(call), call.param('command_id'))
      return nothing
    },
  }
}

/** The guild, or null for global commands; only for the application's own. */
function scopeOf({ world, actorId, operation, param }: Call): string | null {
  if (param('application_id') !== world.state.application.id) throw new DiscordError(20012)
  if (!operation.includes('{guild_id}')) return null
  const { guilds } = world.state
  if (!guilds.get(param('guild_id'))?.members.has(actorId)) throw new DiscordError(50001)
  return guildFor(world, actorId, param('guild_id')).id
}

function draftsOf(body: Json | undefined): CommandDraft[] {
  if (!Array.isArray(body)) throw new DiscordError(50109)
  const drafts = body.map((value, index) => {
    if (!isObject(value))
      throw invalidForm([String(index)], 'DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType')
    return draftOf(new Fields(value, [String(index)]))
  })
  const twice = drafts.findIndex(({ name, type }, index) =>
    drafts.slice(0, index).some((other) => other.name === name && other.type === type),
  )
  if (twice >= 0) {
    throw invalidForm(
      [String(twice), 'name'],
      'APPLICATION_COMMANDS_DUPLICATE_NAME',
      'Application command names must be unique',
    )
  }
  return drafts
}

function draftOf(fields: Fields): CommandDraft {
  const type = fields.integer('type', { min: 1, max: 3 }) ?? ApplicationCommandType.ChatInput
  const isChat = type === ApplicationCommandType.ChatInput
  const contexts = fields.integers('contexts')
  return {
    type,
    name: fields.required('name', fields.text('name', { min: 1, max: 32 })),
    name_localizations: translations(fields, 'name_localizations') ?? null,
    description: isChat ? fields.required('description', fields.text('description', { min: 1, max: 100 })) : '',
    description_localizations: translations(fields, 'description_localizations') ?? null,
    options: isChat ? optionsOf(fields) : [],
    default_member_permissions: fields.bits('default_member_permissions') ?? null,
    contexts: contexts ?? (fields.boolean('dm_permission') === false ? [0] : null),
    integration_types: fields.integers('integration_types') ?? [0],
    nsfw: fields.boolean('nsfw') ?? false,
  }
}

function optionsOf(fields: Fields): CommandOption[] {
  const options = (fields.objects('options', { max: 25 }) ?? []).map(optionOf)
  const twice = options.findIndex(({ name }, index) => options.slice(0, index).some((other) => other.name === name))
  if (twice < 0) return options
  throw fields.refuse('options', 'APPLICATION_COMMAND_OPTIONS_NAME_INVALID', 'Option names must be unique')
}

function optionOf(fields: Fields): CommandOption {
  const choices = fields.objects('choices', { max: 25 })?.map(choiceOf)
  const nested = optionsOf(fields)
  const optional = {
    name_localizations: translations(fields, 'name_localizations'),
    description_localizations: translations(fields, 'description_localizations'),
    required: fields.boolean('required'),
    channel_types: fields.integers('channel_types'),
    min_value: fields.number('min_value'),
    max_value: fields.number('max_value'),
    min_length: fields.integer('min_length', { min: 0, max: 6000 }),
    max_length: fields.integer('max_length', { min: 1, max: 6000 }),
    autocomplete: fields.boolean('autocomplete'),
    choices: choices?.length ? choices : undefined,
    options: nested.length ? nested : undefined,
  }
  const given = Object.entries(optional).filter(([, value]) => value !== undefined)
  return {
    type: fields.required('type', fields.integer('type', { min: 1, max: 11 })),
    name: fields.required('name', fields.text('name', { min: 1, max: 32 })),
    description: fields.required('description', fields.text('description', { min: 1, max: 100 })),
    ...Object.fromEntries(given),
  }
}

function choiceOf(fields: Fields): CommandChoice {
  const { value } = fields.json
  if (typeof value !== 'string' && typeof value !== 'number')
    throw fields.refuse('value', 'BASE_TYPE_REQUIRED', 'This field is required')
  const names = translations(fields, 'name_localizations')
  const name = fields.required('name', fields.text('name', { min: 1, max: 100 }))
  return { name, value, ...(names === undefined ? {} : { name_localizations: names }) }
}

function translations(fields: Fields, name: string): Record<string, string> | undefined {
  const given = fields.object(name)
  if (!given) return undefined
  return Object.fromEntries(Object.keys(given.json).map((locale) => [locale, given.text(locale) ?? '']))
}
