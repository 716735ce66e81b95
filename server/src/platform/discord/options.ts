import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIAttachment,
  type APIInteractionDataResolved,
  type ApplicationCommandOptionAllowedChannelType,
  ApplicationCommandOptionType,
  ChannelType,
} from 'discord-api-types/v10'
import { ChannelId, RoleId, UserId } from '../../kernel/ids.ts'
import type { Localised } from '../../kernel/language.ts'
import { described } from './descriptions.ts'
import type { Invocation } from './invocation.ts'

/** One suggestion while the member types. */
export interface Choice {
  /** What the member sees, up to 100 characters. */
  readonly name: string
  /** What the command is given, up to 100 characters. */
  readonly value: string
}

/** Suggests for what is typed; `given` are the texts of the options filled in so far, by name. */
export type Complete = (
  typed: string,
  invocation: Invocation,
  given: ReadonlyMap<string, string>,
) => Promise<readonly Choice[]>

type Given = APIApplicationCommandInteractionDataBasicOption | undefined

/** One option of a command: how Discord is told of it, and how what the member chose is read. */
export interface Option<Value> {
  describe(name: string): APIApplicationCommandBasicOption
  read(given: Given, resolved: APIInteractionDataResolved | undefined): Value
  readonly complete: Complete | null
}

interface TextRules {
  readonly minLength?: number
  readonly maxLength?: number
  readonly complete?: Complete
}

/** A line of text; null when the member left it out, as with every option that is not `required`. */
export function text(
  description: Localised,
  { minLength, maxLength, complete }: TextRules = {},
): Option<string | null> {
  return {
    describe: (name) => ({
      type: ApplicationCommandOptionType.String,
      name,
      ...described(description),
      ...(minLength !== undefined && { min_length: minLength }),
      ...(maxLength !== undefined && { max_length: maxLength }),
      ...(complete && { autocomplete: true as const }),
    }),
    read: (given) => (given?.type === ApplicationCommandOptionType.String ? given.value : null),
    complete: complete ?? null,
  }
}

/** One of up to 25 values, which the member picks by their names. */
export function choice<Value extends string>(
  description: Localised,
  choices: Readonly<Record<Value, Localised>>,
): Option<Value | null> {
  const values = Object.keys(choices) as Value[]
  return {
    describe: (name) => ({
      type: ApplicationCommandOptionType.String,
      name,
      ...described(description),
      choices: values.map((value) => ({
        value,
        name: choices[value].en,
        name_localizations: { nl: choices[value].nl },
      })),
    }),
    read: (given) =>
      (given?.type === ApplicationCommandOptionType.String && values.find((value) => value === given.value)) || null,
    complete: null,
  }
}

interface NumberRules {
  readonly min?: number
  readonly max?: number
}

/** A whole number, in the bounds that Discord's own client holds members to. */
export function integer(description: Localised, rules: NumberRules = {}): Option<number | null> {
  return {
    describe: (name) => ({
      type: ApplicationCommandOptionType.Integer,
      name,
      ...described(description),
      ...bounds(rules),
    }),
    read: (given) => (given?.type === ApplicationCommandOptionType.Integer ? Number(given.value) : null),
    complete: null,
  }
}

export function number(description: Localised, rules: NumberRules = {}): Option<number | null> {
  return {
    describe: (name) => ({
      type: ApplicationCommandOptionType.Number,
      name,
      ...described(description),
      ...bounds(rules),
    }),
    read: (given) => (given?.type === ApplicationCommandOptionType.Number ? Number(given.value) : null),
    complete: null,
  }
}

function bounds({ min, max }: NumberRules) {
  return { ...(min !== undefined && { min_value: min }), ...(max !== undefined && { max_value: max }) }
}

export function boolean(description: Localised): Option<boolean | null> {
  return {
    describe: (name) => ({ type: ApplicationCommandOptionType.Boolean, name, ...described(description) }),
    read: (given) => (given?.type === ApplicationCommandOptionType.Boolean ? given.value : null),
    complete: null,
  }
}

/** A person, who need not be a member of the guild any more. */
export function user(description: Localised): Option<UserId | null> {
  return {
    describe: (name) => ({ type: ApplicationCommandOptionType.User, name, ...described(description) }),
    read: (given) => (given?.type === ApplicationCommandOptionType.User ? UserId.parse(given.value) : null),
    complete: null,
  }
}

/** Channels in which the bot can be made to write. */
export const WRITABLE = [
  ChannelType.GuildText,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildVoice,
  ChannelType.GuildStageVoice,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
] as const

export function channel(
  description: Localised,
  types: readonly ApplicationCommandOptionAllowedChannelType[],
): Option<ChannelId | null> {
  return {
    describe: (name) => ({
      type: ApplicationCommandOptionType.Channel,
      name,
      ...described(description),
      channel_types: [...types],
    }),
    read: (given) => (given?.type === ApplicationCommandOptionType.Channel ? ChannelId.parse(given.value) : null),
    complete: null,
  }
}

/** A role; Discord offers `@everyone` as the role that bears the id of the guild. */
export function role(description: Localised): Option<RoleId | null> {
  return {
    describe: (name) => ({ type: ApplicationCommandOptionType.Role, name, ...described(description) }),
    read: (given) => (given?.type === ApplicationCommandOptionType.Role ? RoleId.parse(given.value) : null),
    complete: null,
  }
}

export function attachment(description: Localised): Option<APIAttachment | null> {
  return {
    describe: (name) => ({ type: ApplicationCommandOptionType.Attachment, name, ...described(description) }),
    read: (given, resolved) =>
      given?.type === ApplicationCommandOptionType.Attachment ? (resolved?.attachments?.[given.value] ?? null) : null,
    complete: null,
  }
}

/** The same option, without which Discord does not let the command be sent. */
export function required<Value>(option: Option<Value | null>): Option<Value> {
  return {
    describe: (name) => ({ ...option.describe(name), required: true }),
    read(given, resolved) {
      const value = option.read(given, resolved)
      if (value === null) throw new Error('Discord sent no value for a required option')
      return value
    },
    complete: option.complete,
  }
}
