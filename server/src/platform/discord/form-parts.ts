import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APISelectMenuOption,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10'
import type { ModalAnswer } from './answers.ts'

/** What forms are put together from: up to five fields, each with its label. */

interface FieldAbout {
  /** By which `fields` or `choices` of the submission have it. */
  readonly name: string
  readonly label: string
  /** Stands below the label. */
  readonly hint?: string | undefined
  /** Unless it says otherwise. */
  readonly isRequired?: boolean
}

interface TextField extends FieldAbout {
  readonly minLength?: number
  /** At most 4000. */
  readonly maxLength: number
  /** Over several lines. */
  readonly isLong?: boolean
  /** What stands in it when it opens. */
  readonly value?: string | undefined
  readonly placeholder?: string | undefined
}

interface ChoiceField extends FieldAbout {
  /** 1 to 25. */
  readonly options: readonly APISelectMenuOption[]
  /** One unless it says otherwise. */
  readonly most?: number
  readonly placeholder?: string | undefined
}

/** The answer that opens a form. */
export function openForm(
  custom_id: string,
  title: string,
  ...components: APIModalInteractionResponseCallbackData['components']
): ModalAnswer {
  return { kind: 'modal', modal: { custom_id, title, components } }
}

export function textField({ isRequired = true, isLong = false, ...field }: TextField): APILabelComponent {
  return labelled(field, {
    type: ComponentType.TextInput,
    custom_id: field.name,
    style: isLong ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: isRequired,
    max_length: field.maxLength,
    ...(field.minLength !== undefined && { min_length: field.minLength }),
    // Discord refuses an empty value.
    ...(field.value && { value: field.value }),
    ...(field.placeholder !== undefined && { placeholder: field.placeholder }),
  })
}

export function choiceField({ isRequired = true, most = 1, ...field }: ChoiceField): APILabelComponent {
  return labelled(field, {
    type: ComponentType.StringSelect,
    custom_id: field.name,
    required: isRequired,
    min_values: isRequired ? 1 : 0,
    max_values: Math.min(most, field.options.length),
    options: [...field.options],
    ...(field.placeholder !== undefined && { placeholder: field.placeholder }),
  })
}

function labelled({ label, hint }: FieldAbout, component: APILabelComponent['component']): APILabelComponent {
  return { type: ComponentType.Label, label, ...(hint !== undefined && { description: hint }), component }
}
