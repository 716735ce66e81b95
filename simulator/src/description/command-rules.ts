/** The hand rules of application commands: https://docs.discord.com/developers/interactions/application-commands */
import { isObject } from '../fields.ts'
import type { Json, JsonObject } from '../state/model.ts'
import type { BodyPath, BrokenRule } from './rules.ts'

const PAGE = 'https://docs.discord.com/developers/interactions/application-commands'
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u

interface CommandRuleOptions {
  /** A change: what is left out stays as it is. */
  readonly partial?: boolean
}

/** Rules 9 to 11 for one command. Names of user and message commands are free, and they have no description. */
export function commandRules(
  command: JsonObject,
  at: BodyPath,
  { partial = false }: CommandRuleOptions = {},
): BrokenRule[] {
  const { type } = command
  if (type !== undefined && type !== null && type !== 1) return []
  return [
    ...nameRules(command, at),
    ...descriptionRule(command, at, partial),
    ...optionRules(command.options, [...at, 'options']),
  ]
}

function nameRules({ name, name_localizations: localized }: JsonObject, at: BodyPath): BrokenRule[] {
  const names = [
    { value: name, path: [...at, 'name'] },
    ...Object.entries(isObject(localized) ? localized : {}).map(([locale, value]) => ({
      value,
      path: [...at, 'name_localizations', locale],
    })),
  ]
  return names.flatMap(({ value, path }) => {
    if (typeof value !== 'string' || (NAME.test(value) && value === value.toLowerCase())) return []
    const source = `${PAGE}#application-command-object-application-command-naming`
    return [
      {
        rule: 'command name',
        path,
        code: 'APPLICATION_COMMAND_INVALID_NAME',
        message: 'Command name is invalid',
        source,
      },
    ]
  })
}

function descriptionRule({ description }: JsonObject, at: BodyPath, partial: boolean): BrokenRule[] {
  const isMissing = description === undefined || description === null
  if (isMissing ? partial : description !== '') return []
  const message = 'This field is required'
  const source = `${PAGE}#create-global-application-command`
  const path = [...at, 'description']
  return [{ rule: 'command description', path, code: 'BASE_TYPE_REQUIRED', message, source }]
}

function optionRules(list: Json | undefined, at: BodyPath): BrokenRule[] {
  if (!Array.isArray(list)) return []
  let optionalSeen = false
  return list.flatMap((option, i) => {
    if (!isObject(option)) return []
    const isLate = option.required === true && optionalSeen
    optionalSeen ||= option.required !== true
    const path = [...at, i]
    return [
      ...(isLate ? [lateRequired(path)] : []),
      ...nameRules(option, path),
      ...optionRules(option.options, [...path, 'options']),
    ]
  })
}

function lateRequired(path: BodyPath): BrokenRule {
  return {
    rule: 'option order',
    path,
    code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    message: 'Required options must be placed before non-required options',
    source: `${PAGE}#application-command-object-application-command-option-structure`,
  }
}
