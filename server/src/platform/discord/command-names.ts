import {
  type APIApplicationCommandInteractionDataOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10'
import type { Localised } from '../../kernel/language.ts'

/** Commands by the name a member types: `faq search`, the sub-command and its group included. */
export interface TypedCommand {
  readonly name: string
  readonly description: string
  /** The same for readers of each language. */
  readonly descriptions: Localised
}

interface Given {
  readonly name: string
  readonly options?: readonly APIApplicationCommandInteractionDataOption[] | undefined
}

/** What the member typed. */
export function typedName({ name, options = [] }: Given): string {
  const [first] = options
  const isBranch =
    first?.type === ApplicationCommandOptionType.Subcommand ||
    first?.type === ApplicationCommandOptionType.SubcommandGroup
  return isBranch ? `${name} ${typedName(first)}` : name
}

type Describable = Pick<
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  'name' | 'description' | 'description_localizations' | 'options'
>

/** Everything a member can type, of one definition; a command with sub-commands cannot be typed by itself. */
export function typedCommands({
  name,
  description,
  description_localizations,
  options = [],
}: Describable): TypedCommand[] {
  const branches = options.filter(isBranch)
  if (branches.length === 0)
    return [{ name, description, descriptions: { en: description, nl: description_localizations?.nl ?? description } }]
  return branches.flatMap(typedCommands).map((branch) => ({ ...branch, name: `${name} ${branch.name}` }))
}

function isBranch(option: APIApplicationCommandOption) {
  return (
    option.type === ApplicationCommandOptionType.Subcommand ||
    option.type === ApplicationCommandOptionType.SubcommandGroup
  )
}
