import { type APIModalSubmission, ComponentType } from 'discord-api-types/v10'
import type { MessageId, UserId } from '../../kernel/ids.ts'
import type { Answer, AnswersOf, Manner } from './answers.ts'
import type { Invocation } from './invocation.ts'
import { type Needs, requireNeeds } from './needs.ts'

/** What a pressed button, a choice in a select or a submitted form is handled by; found by its custom id, so it works after a restart. */
interface Handler<Pressed extends Invocation, Direct = never> {
  readonly feature: string
  readonly act: string
  readonly answers: Manner
  run(pressed: Pressed): Promise<Answer>
  /** The same in the direct conversation with the bot; without it nothing happens there. */
  readonly direct?: ((pressed: Direct) => Promise<Answer>) | undefined
}

/**
 * Somebody who pressed in the direct conversation with the bot. Discord says of no guild there, and of no permissions:
 * what the press is about decides of which guild it is, and who may.
 */
export interface DirectPress extends Pick<Invocation, 'id' | 'language' | 'locale' | 'show'> {
  readonly userId: UserId
  readonly about: string
  readonly messageId: MessageId | null
}

export interface DirectSubmission extends DirectPress, Pick<FormSubmission, 'fields' | 'choices'> {}

export interface ButtonPress extends Invocation {
  /** The third part of the custom id. */
  readonly about: string
  /** The message that bears it; null for a form that a command opened. */
  readonly messageId: MessageId | null
}

export interface Selection extends ButtonPress {
  /** What was chosen: the values of its options, or the ids of channels, roles or users. */
  readonly values: readonly string[]
}

export interface FormSubmission extends ButtonPress {
  /** What was written, by the custom id of its field. */
  readonly fields: ReadonlyMap<string, string>
  /** What was chosen in its selects: values of options, or ids of users, roles or channels; nothing is an empty list. */
  readonly choices: ReadonlyMap<string, readonly string[]>
}

interface Declaration<Pressed, How extends Manner, Direct = never> {
  readonly feature: string
  readonly act: string
  readonly answers: How
  readonly needs?: Needs
  run(pressed: Pressed): Promise<AnswersOf[How]>
  readonly direct?: (pressed: Direct) => Promise<AnswersOf[How]>
}

export type Button = Handler<ButtonPress, DirectPress>
export type Select = Handler<Selection>
export type Form = Handler<FormSubmission, DirectSubmission>

export function defineButton<How extends Manner>(declaration: Declaration<ButtonPress, How, DirectPress>): Button {
  return guarded(declaration)
}

/** For selects of every kind: of texts, channels, roles and users. */
export function defineSelect<How extends Manner>(declaration: Declaration<Selection, How>): Select {
  return guarded(declaration)
}

/** A form cannot open a form. */
export function defineForm<How extends Exclude<Manner, 'modal'>>(
  declaration: Declaration<FormSubmission, How, DirectSubmission>,
): Form {
  return guarded(declaration)
}

function guarded<Pressed extends Invocation, How extends Manner, Direct>({
  needs = {},
  ...declaration
}: Declaration<Pressed, How, Direct>): Handler<Pressed, Direct> {
  return {
    ...declaration,
    async run(pressed) {
      requireNeeds(needs, pressed)
      return declaration.run(pressed)
    },
  }
}

/** The texts of a submitted form, whether its fields stand in labels or in rows of the older kind. */
export function fieldsOf({ components }: APIModalSubmission): ReadonlyMap<string, string> {
  const fields = components.flatMap((top) => {
    if (top.type === ComponentType.ActionRow) return top.components
    return top.type === ComponentType.Label && top.component.type === ComponentType.TextInput ? [top.component] : []
  })
  return new Map(fields.map(({ custom_id, value }) => [custom_id, value]))
}

/** What was chosen in the selects of a submitted form: https://discord.com/developers/docs/components/reference#label */
export function choicesOf({ components }: APIModalSubmission): ReadonlyMap<string, readonly string[]> {
  const inputs = components.flatMap((top) => (top.type === ComponentType.Label ? [top.component] : []))
  return new Map(
    inputs.flatMap((input) => (SELECTS.has(input.type) && 'values' in input ? [[input.custom_id, input.values]] : [])),
  )
}

const SELECTS: ReadonlySet<ComponentType> = new Set([
  ComponentType.StringSelect,
  ComponentType.UserSelect,
  ComponentType.RoleSelect,
  ComponentType.MentionableSelect,
  ComponentType.ChannelSelect,
])
