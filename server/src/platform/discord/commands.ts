import {
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIApplicationCommandOption,
  type APIInteractionDataResolved,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import type { Answer, AnswersOf, Manner } from './answers.ts'
import type { Invocation } from './invocation.ts'
import type { Choice, Complete, Option } from './options.ts'

type Options = Readonly<Record<string, Option<unknown>>>
type ValuesOf<Declared extends Options> = { readonly [Name in keyof Declared]: ReturnType<Declared[Name]['read']> }

interface CommandDeclaration<Declared extends Options, How extends Manner> {
  readonly name: string
  readonly description: string
  /** Required options first: Discord demands it. */
  readonly options: Declared
  readonly answers: How
  /** Who sees the command unless the guild's admins decide otherwise; everyone when absent. */
  readonly defaultMemberPermissions?: bigint
  handle(options: ValuesOf<Declared>, invocation: Invocation): Promise<AnswersOf[How]>
}

/** What the member gave with a command. */
interface Given {
  readonly options?: readonly APIApplicationCommandInteractionDataOption[] | undefined
  readonly resolved?: APIInteractionDataResolved | undefined
}

/** A slash command, ready to be registered and to be run. */
export interface Command {
  readonly definition: RESTPostAPIChatInputApplicationCommandsJSONBody
  readonly answers: Manner
  run(given: Given, invocation: Invocation): Promise<Answer>
  /** Suggestions for the option that is being typed. */
  complete(given: Given, invocation: Invocation): Promise<readonly Choice[]>
}

/** Declares a slash command of guilds; what its handler is given follows from the options. */
export function defineCommand<Declared extends Options, How extends Manner>(
  declaration: CommandDeclaration<Declared, How>,
): Command {
  const declared: [string, Option<unknown>][] = Object.entries(declaration.options)
  return {
    definition: definitionOf(
      declaration,
      declared.map(([name, option]) => option.describe(name)),
    ),
    answers: declaration.answers,
    run({ options = [], resolved }, invocation) {
      const values = declared.map(([name, option]) => [name, option.read(basic(options, name), resolved)])
      // The entries were read with the options that the type is made of.
      return declaration.handle(Object.fromEntries(values) as ValuesOf<Declared>, invocation)
    },
    async complete({ options = [] }, invocation) {
      const focused = options.find((option) => 'focused' in option && option.focused)
      const complete: Complete | null = declaration.options[focused?.name ?? '']?.complete ?? null
      if (!complete || focused?.type !== ApplicationCommandOptionType.String) return []
      return complete(focused.value, invocation)
    },
  }
}

function definitionOf(
  {
    name,
    description,
    defaultMemberPermissions,
  }: Pick<CommandDeclaration<Options, Manner>, 'name' | 'description' | 'defaultMemberPermissions'>,
  options: APIApplicationCommandOption[],
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    description,
    options,
    contexts: [InteractionContextType.Guild],
    default_member_permissions: defaultMemberPermissions === undefined ? null : String(defaultMemberPermissions),
  }
}

function basic(
  options: readonly APIApplicationCommandInteractionDataOption[],
  name: string,
): APIApplicationCommandInteractionDataBasicOption | undefined {
  const option = options.find((candidate) => candidate.name === name)
  const isGroup =
    option?.type === ApplicationCommandOptionType.Subcommand ||
    option?.type === ApplicationCommandOptionType.SubcommandGroup
  return isGroup ? undefined : option
}
