import type { APIEmbed } from 'discord-api-types/v10'
import type { Language } from '../../../kernel/language.ts'
import type { ModalAnswer } from '../../../platform/discord/answers.ts'
import type { FormSubmission } from '../../../platform/discord/components.ts'
import type { Listed } from '../store.ts'
import type { List } from './edits.ts'

export type Written = Pick<FormSubmission, 'fields' | 'choices'>

export interface Kept extends Listed {
  readonly isEnabled: boolean
}

/** What differs between rules and questions when admins keep them in Discord. */
export interface Editor<Item extends Kept, Input> extends List<Item, Input> {
  /** As the service takes it. */
  inputOf(item: Item): Input
  /** What was written; what the form does not have stays as it is in the item. */
  written(form: Written, item: Item | null): Input
  switched(item: Item, isEnabled: boolean): Input
  /** Of a new item without one. @throws {Refusal} when a form has no room for it. */
  form(customId: string, item: Item | null, language: Language): ModalAnswer
  /** The texts of that form. */
  readonly fields: readonly FieldName[]
  wording(item: Item): string
  /** What the list says of it besides. */
  notes(item: Item, language: Language): readonly string[]
  embed(item: Item, language: Language): APIEmbed
}

export type FieldName = 'title' | 'text' | 'image' | 'question' | 'options'

export const textIn = ({ fields }: Written, name: FieldName): string => fields.get(name) ?? ''
