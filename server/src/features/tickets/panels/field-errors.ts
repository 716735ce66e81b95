import { inEach, type Language, type Localised } from '../../../kernel/language.ts'
import { type FieldError, Refusal } from '../../../kernel/refusal.ts'
import { panelRuleWords } from '../words-panel-rules.ts'

/** Rules that fields of a panel break, in words. */

type RuleKey =
  | 'unique'
  | 'one_emoji'
  | 'one_category'
  | 'other_category'
  | 'one_channel'
  | 'channel_needed'
  | 'own_roles'
  | 'contradiction'
  | 'clock'
  | 'hours_text'
  | 'one_zone'
  | 'later_than_idle'
  | 'name_taken'
  | 'own_panels'
  | 'whole_order'

/** A field by its name in the API, and the word for it. */
export interface Field {
  readonly path: string
  word(language: Language): string
}

type PlainWord =
  | 'name'
  | 'description'
  | 'emoji'
  | 'category_id'
  | 'overflow_category_id'
  | 'thread_channel_id'
  | 'staff_role_ids'
  | 'required_role_ids'
  | 'refused_role_ids'
  | 'questions'
  | 'most_per_member'
  | 'most_open'
  | 'cooldown_seconds'
  | 'hours'
  | 'welcome'
  | 'idle_hours'
  | 'auto_close_hours'
  | 'first_response_minutes'
  | 'resolution_minutes'
  | 'panels'

export function field(name: PlainWord, path = `/${name}`): Field {
  return { path, word: (language) => panelRuleWords(language)(name) }
}

/** Errors speak of the field by its name in the API, and to people in Discord by its word. */
function broken({ path, word }: Field, rule: (language: Language, field: string) => string): FieldError {
  const name = path.slice(1).replaceAll('/', '.')
  return { path, message: rule('en', name), said: inEach((language) => rule(language, word(language))) }
}

export function breaks(some: Field, key: RuleKey): FieldError {
  return broken(some, (language, name) => panelRuleWords(language)(key, { field: name }))
}

export function lengthErrors(some: Field, text: string, least: number, most: number): FieldError[] {
  const { length } = text
  if (length >= least && length <= most) return []
  return [broken(some, (language, name) => panelRuleWords(language)('length', { field: name, least, most }))]
}

export function countErrors(some: Field, list: readonly unknown[], least: number, most: number): FieldError[] {
  if (list.length >= least && list.length <= most) return []
  return [broken(some, (language, name) => panelRuleWords(language)('count', { field: name, least, most }))]
}

export function numberErrors(some: Field, value: number | null, least: number, most: number): FieldError[] {
  if (value === null || (Number.isInteger(value) && value >= least && value <= most)) return []
  return [broken(some, (language, name) => panelRuleWords(language)('number', { field: name, least, most }))]
}

/** @throws {Refusal} with all of them, where there are any. */
export function requireNone(errors: readonly FieldError[]): void {
  const [first] = errors
  if (first) throw new Refusal('invalid', 'tickets.panel_invalid', saidOf(first), { errors })
}

function saidOf({ message, said }: FieldError): Localised {
  return said ?? { en: message, nl: message }
}
