import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandInteractionDataBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIApplicationCommandOption,
  type APIInteractionDataResolved,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import type { Localised } from '../../kernel/language.ts'
import type { Answer, AnswersOf, Manner } from './answers.ts'
import { described } from './descriptions.ts'
import type { Invocation } from './invocation.ts'
import { holds, type Needs, requireNeeds } from './needs.ts'
import type { Choice, Option } from './options.ts'

type Options = Readonly<Record<string, Option<unknown>>>
type ValuesOf<Declared extends Options> = { readonly [Name in keyof Declared]: ReturnType<Declared[Name]['read']> }

interface Named {
  readonly name: string
  readonly description: Localised
}

interface Behaviour<Declared extends Options, How extends Manner> extends Named {
  /** Required options first: Discord demands it. */
  readonly options: Declared
  readonly answers: How
  /** Whether everybody in the channel sees the answer; otherwise only the member who asked. */
  isPublic?(options: ValuesOf<Declared>): boolean
  handle(options: ValuesOf<Declared>, invocation: Invocation): Promise<AnswersOf[How]>
}

interface Audience {
  /** The member's also decide who is shown the command, unless the guild's admins decide otherwise. */
  readonly needs?: Needs
}

/** What the member gave with a command. */
interface Given {
  readonly options?: readonly APIApplicationCommandInteractionDataOption[] | undefined
  readonly resolved?: APIInteractionDataResolved | undefined
}

/** One use of a command. */
interface Use {
  readonly answers: Manner
  readonly isPublic: boolean
  run(invocation: Invocation): Promise<Answer>
}

/** A slash command, ready to be registered and to be run. */
export interface Command {
  readonly definition: RESTPostAPIChatInputApplicationCommandsJSONBody
  /** Null when the command has no such sub-command, as after an update. */
  use(given: Given): Use | null
  /** Suggestions for the option that is being typed. */
  complete(given: Given, invocation: Invocation): Promise<readonly Choice[]>
}

/** A command or sub-command that is run, not divided further. */
interface Leaf extends Named {
  readonly options: APIApplicationCommandBasicOption[]
  use(given: Given): Use
  complete: Command['complete']
}

/** Up to 25 sub-commands under one name. */
interface Group extends Named {
  readonly subcommands: readonly Leaf[]
}

type Branch = Leaf | Group

/** Declares a slash command of guilds; what its handler is given follows from the options. */
export function defineCommand<Declared extends Options, How extends Manner>(
  declaration: Behaviour<Declared, How> & Audience,
): Command {
  const { options, use, complete } = defineSubcommand(declaration)
  return guarded({ definition: definitionOf(declaration, options), use, complete }, declaration.needs)
}

/** Declares a slash command that is used through its sub-commands (`/faq search`) and groups of them. */
export function defineCommandTree(
  declaration: Named & Audience & { readonly subcommands: readonly Branch[] },
): Command {
  const { subcommands } = declaration
  const tree: Command = {
    definition: definitionOf(declaration, subcommands.map(branchOption)),
    use(given) {
      const found = follow(subcommands, given)
      return found ? found.leaf.use(found.given) : null
    },
    async complete(given, invocation) {
      const found = follow(subcommands, given)
      return found ? found.leaf.complete(found.given, invocation) : []
    },
  }
  return guarded(tree, declaration.needs)
}

/** The command, for nobody who lacks what it needs. */
function guarded(command: Command, needs: Needs = {}): Command {
  return {
    ...command,
    use(given) {
      const use = command.use(given)
      if (!use) return null
      return {
        ...use,
        async run(invocation) {
          requireNeeds(needs, invocation)
          return use.run(invocation)
        },
      }
    },
    async complete(given, invocation) {
      return holds(needs, invocation) ? command.complete(given, invocation) : []
    },
  }
}

/** Declares one sub-command of a tree, in the way of a command. */
export function defineSubcommand<Declared extends Options, How extends Manner>(
  declaration: Behaviour<Declared, How>,
): Leaf {
  const declared: [string, Option<unknown>][] = Object.entries(declaration.options)
  return {
    name: declaration.name,
    description: declaration.description,
    options: declared.map(([name, option]) => option.describe(name)),
    use({ options = [], resolved }) {
      const given = options.filter(isBasic)
      const read = ([name, option]: [string, Option<unknown>]) => [
        name,
        option.read(
          given.find((one) => one.name === name),
          resolved,
        ),
      ]
      // The entries were read with the options that the type is made of.
      const values = Object.fromEntries(declared.map(read)) as ValuesOf<Declared>
      return {
        answers: declaration.answers,
        isPublic: declaration.isPublic?.(values) ?? false,
        run: async (invocation) => declaration.handle(values, invocation),
      }
    },
    async complete({ options = [] }, invocation) {
      const texts = options.filter((option) => option.type === ApplicationCommandOptionType.String)
      const focused = texts.find((option) => option.focused)
      const complete = declaration.options[focused?.name ?? '']?.complete
      if (!complete || !focused) return []
      return complete(focused.value, invocation, new Map(texts.map(({ name, value }) => [name, value])))
    },
  }
}

/** The sub-command that was picked, with what was given to it. */
function follow(branches: readonly Branch[], { options, resolved }: Given): { leaf: Leaf; given: Given } | null {
  const picked = options?.[0]
  const branch = branches.find(({ name }) => name === picked?.name)
  if (!branch || !picked || isBasic(picked)) return null
  const given: Given = { options: picked.options, resolved }
  return 'subcommands' in branch ? follow(branch.subcommands, given) : { leaf: branch, given }
}

function branchOption(branch: Branch): APIApplicationCommandOption {
  const { name, description } = branch
  if ('subcommands' in branch)
    return {
      type: ApplicationCommandOptionType.SubcommandGroup,
      name,
      ...described(description),
      options: branch.subcommands.map(leafOption),
    }
  return leafOption(branch)
}

function leafOption({ name, description, options }: Leaf) {
  return { type: ApplicationCommandOptionType.Subcommand as const, name, ...described(description), options }
}

function definitionOf(
  { name, description, needs }: Named & Audience,
  options: APIApplicationCommandOption[],
): RESTPostAPIChatInputApplicationCommandsJSONBody {
  return {
    type: ApplicationCommandType.ChatInput,
    name,
    ...described(description),
    options,
    contexts: [InteractionContextType.Guild],
    default_member_permissions: needs?.member === undefined ? null : String(needs.member),
  }
}

function isBasic(
  option: APIApplicationCommandInteractionDataOption,
): option is APIApplicationCommandInteractionDataBasicOption {
  return (
    option.type !== ApplicationCommandOptionType.Subcommand &&
    option.type !== ApplicationCommandOptionType.SubcommandGroup
  )
}
