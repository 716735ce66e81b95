import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIInteraction,
  ApplicationCommandType,
  ComponentType,
  InteractionType,
} from 'discord-api-types/v10'
import { MessageId, UserId } from '../../kernel/ids.ts'
import { type Language, languageFor } from '../../kernel/language.ts'
import { type Answer, type Manner, say } from './answers.ts'
import type { Command } from './commands.ts'
import { type Button, choicesOf, type DirectPress, type Form, fieldsOf, type Select } from './components.ts'
import { parseCustomId } from './custom-id.ts'
import { interactionWords } from './interaction-words.ts'
import type { Invocation } from './invocation.ts'

export interface InteractionHandlers {
  readonly commands: readonly Command[]
  readonly buttons: readonly Button[]
  readonly forms: readonly Form[]
  readonly selects?: readonly Select[]
}

/** The handler of one interaction with what the member gave. */
export interface Task {
  readonly answers: Manner
  readonly isPublic: boolean
  run(): Promise<Answer>
}

/** What is answered with one of ours; suggestions are another matter. */
export type Attended = Exclude<APIInteraction, APIApplicationCommandAutocompleteInteraction>

/** Finds handlers by command name and custom id alone, so that buttons of before a restart work. */
export function taskFinder({
  commands,
  buttons,
  forms,
  selects = [],
}: InteractionHandlers): (interaction: Attended, invocation: Invocation | null, show?: Invocation['show']) => Task {
  const commandsByName = byName(commands)
  const buttonsByAct = byAct(buttons)
  const formsByAct = byAct(forms)
  const selectsByAct = byAct(selects)

  function find(interaction: Attended, invocation: Invocation): Task | null {
    if (interaction.type === InteractionType.ApplicationCommand) {
      const { data } = interaction
      const command = commandsByName.get(data.name)
      const use = data.type === ApplicationCommandType.ChatInput ? command?.use(data) : undefined
      return use ? { ...use, run: () => use.run(invocation) } : null
    }
    if (interaction.type !== InteractionType.MessageComponent && interaction.type !== InteractionType.ModalSubmit)
      return null
    const { data, message } = interaction
    const messageId = message ? MessageId.parse(message.id) : null
    const { act, about } = actOf(data.custom_id)
    const pressed = { ...invocation, about, messageId }
    if ('component_type' in data && data.component_type === ComponentType.Button)
      return taskOf(buttonsByAct.get(act), pressed)
    if ('component_type' in data) return taskOf(selectsByAct.get(act), { ...pressed, values: data.values })
    return taskOf(formsByAct.get(act), { ...pressed, fields: fieldsOf(data), choices: choicesOf(data) })
  }

  function findDirect(interaction: Attended, press: Omit<DirectPress, 'about' | 'messageId'>): Task | null {
    if (interaction.type !== InteractionType.MessageComponent && interaction.type !== InteractionType.ModalSubmit)
      return null
    const { data, message } = interaction
    const { act, about } = actOf(data.custom_id)
    const pressed = { ...press, about, messageId: message ? MessageId.parse(message.id) : null }
    if (interaction.type === InteractionType.MessageComponent) return directTaskOf(buttonsByAct.get(act), pressed)
    const given = { fields: fieldsOf(interaction.data), choices: choicesOf(interaction.data) }
    return directTaskOf(formsByAct.get(act), { ...pressed, ...given })
  }

  return (interaction, invocation, show = () => undefined) => {
    if (invocation) return find(interaction, invocation) ?? saying(interactionWords(invocation.language)('unknown'))
    const language = directLanguage(interaction)
    const { id, user } = interaction
    const press = user && {
      id,
      userId: UserId.parse(user.id),
      locale: localeOf(interaction) ?? 'en-US',
      language,
      show,
    }
    return (press && findDirect(interaction, press)) ?? saying(interactionWords(language)('guilds_only'))
  }
}

const localeOf = (interaction: Attended) => ('locale' in interaction ? interaction.locale : null)

/** Of whoever acts outside of guilds. */
export function directLanguage(interaction: Attended): Language {
  return languageFor(localeOf(interaction), 'en')
}

function saying(sentence: string): Task {
  return { answers: 'message', isPublic: false, run: async () => say(sentence) }
}

function byName(commands: readonly Command[]): ReadonlyMap<string, Command> {
  return new Map(commands.map((command) => [command.definition.name, command]))
}

function byAct<Handler extends Button | Form | Select>(handlers: readonly Handler[]): ReadonlyMap<string, Handler> {
  return new Map(handlers.map((handler) => [`${handler.feature}:${handler.act}`, handler]))
}

function actOf(customId: string): { act: string; about: string } {
  const { feature, act, id } = parseCustomId(customId) ?? { feature: '', act: '', id: '' }
  return { act: `${feature}:${act}`, about: id }
}

interface HandlerOf<Pressed> {
  readonly answers: Manner
  run(pressed: Pressed): Promise<Answer>
}

function taskOf<Pressed>(handler: HandlerOf<Pressed> | undefined, pressed: Pressed): Task | null {
  return handler ? { answers: handler.answers, isPublic: false, run: () => handler.run(pressed) } : null
}

function directTaskOf<Pressed>(
  handler:
    | { readonly answers: Manner; readonly direct?: ((pressed: Pressed) => Promise<Answer>) | undefined }
    | undefined,
  pressed: Pressed,
): Task | null {
  const { answers, direct } = handler ?? {}
  return answers && direct ? { answers, isPublic: false, run: () => direct(pressed) } : null
}
