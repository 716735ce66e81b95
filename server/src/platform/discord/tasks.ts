import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10'
import { type Answer, type Manner, say } from './answers.ts'
import type { Command } from './commands.ts'
import { type Button, type Form, fieldsOf, type Select } from './components.ts'
import { parseCustomId } from './custom-id.ts'
import { type Invocation, invocationOf } from './invocation.ts'

export interface InteractionHandlers {
  readonly commands: readonly Command[]
  readonly buttons: readonly Button[]
  readonly forms: readonly Form[]
  readonly selects?: readonly Select[]
}

/** The handler of one interaction with what the member gave. */
export interface Task {
  readonly answers: Manner
  run(): Promise<Answer>
}

/** Finds handlers by command name and custom id alone, so that buttons of before a restart work. */
export function taskFinder({
  commands,
  buttons,
  forms,
  selects = [],
}: InteractionHandlers): (interaction: Exclude<APIInteraction, APIApplicationCommandAutocompleteInteraction>) => Task {
  const commandsByName = byName(commands)
  const buttonsByAct = byAct(buttons)
  const formsByAct = byAct(forms)
  const selectsByAct = byAct(selects)

  function findComponent(data: APIMessageComponentInteraction['data'], invocation: Invocation): Task | null {
    if (data.component_type === ComponentType.Button) {
      const { handler, about } = pick(buttonsByAct, data.custom_id)
      return handler ? { answers: handler.answers, run: () => handler.run({ ...invocation, about }) } : null
    }
    const { handler, about } = pick(selectsByAct, data.custom_id)
    const { values } = data
    return handler ? { answers: handler.answers, run: () => handler.run({ ...invocation, about, values }) } : null
  }

  function find(interaction: APIInteraction, invocation: Invocation): Task | null {
    if (interaction.type === InteractionType.ApplicationCommand) {
      const { data } = interaction
      const command = commandsByName.get(data.name)
      const use = data.type === ApplicationCommandType.ChatInput ? command?.use(data) : undefined
      return use ? { answers: use.answers, run: () => use.run(invocation) } : null
    }
    if (interaction.type === InteractionType.MessageComponent) return findComponent(interaction.data, invocation)
    if (interaction.type === InteractionType.ModalSubmit) {
      const { handler, about } = pick(formsByAct, interaction.data.custom_id)
      const fields = fieldsOf(interaction.data)
      return handler ? { answers: handler.answers, run: () => handler.run({ ...invocation, about, fields }) } : null
    }
    return null
  }

  return (interaction) => {
    const invocation = invocationOf(interaction)
    if (!invocation) return saying('I only work in servers, not in direct messages.')
    return (
      find(interaction, invocation) ?? saying('I do not know this one any more. Please use a current command instead.')
    )
  }
}

function saying(sentence: string): Task {
  return { answers: 'message', run: async () => say(sentence) }
}

function byName(commands: readonly Command[]): ReadonlyMap<string, Command> {
  return new Map(commands.map((command) => [command.definition.name, command]))
}

function byAct<Handler extends Button | Form | Select>(handlers: readonly Handler[]): ReadonlyMap<string, Handler> {
  return new Map(handlers.map((handler) => [`${handler.feature}:${handler.act}`, handler]))
}

function pick<Handler>(
  handlers: ReadonlyMap<string, Handler>,
  customId: string,
): { handler: Handler | undefined; about: string } {
  const parsed = parseCustomId(customId)
  return { handler: parsed ? handlers.get(`${parsed.feature}:${parsed.act}`) : undefined, about: parsed?.id ?? '' }
}
