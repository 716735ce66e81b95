import type { Refusal } from '../../kernel/refusal.ts'
import { verbatim } from '../../platform/discord/text.ts'
import { BOUNDS, type FollowUps, type Option, type QuestionInput, type QuestionType } from './contract.ts'
import { fieldWord, misfit, wordingOf } from './wording.ts'
import { ruleWords } from './words-rules.ts'

/** What a new member is asked, checked. */
export interface QuestionDraft {
  readonly question: string
  readonly type: QuestionType
  /** Of `select` and `multiselect`, and only of these. */
  readonly options: readonly Option[] | null
  readonly followUps: FollowUps | null
  readonly isRequired: boolean
  readonly isEnabled: boolean
}

export function questionOf(input: QuestionInput): QuestionDraft {
  const options = optionsOf(input.question_type, input.options ?? [])
  return {
    question: wordingOf(input.question, '/question', BOUNDS.question),
    type: input.question_type,
    options,
    followUps: followUpsOf(input.followup ?? {}, options ?? []),
    isRequired: input.required ?? true,
    isEnabled: input.enabled ?? true,
  }
}

function optionsOf(type: QuestionType, options: readonly Option[]): readonly Option[] | null {
  const isChoice = type === 'select' || type === 'multiselect'
  if (!isChoice && options.length > 0)
    throw broken('/options', `must be empty for a question of the type ${type}`, 'no_options')
  if (!isChoice) return null
  if (options.length === 0 || options.length > BOUNDS.options)
    throw misfit(
      '/options',
      `must have 1 to ${BOUNDS.options} entries for a question of the type ${type}`,
      (language) => ruleWords(language)('count', { field: fieldWord('/options', language), most: BOUNDS.options }),
    )
  const values = new Set<string>()
  return options.map(({ label, value }, index) => {
    const path = `/options/${index}/value`
    if (value !== value.trim()) throw broken(path, 'must not begin or end with a blank', 'blank')
    if (values.has(value)) throw broken(path, `must be unique, and "${value}" is there before`, 'unique')
    values.add(value)
    return { label: wordingOf(label, `/options/${index}/label`, BOUNDS.option), value }
  })
}

function followUpsOf(followUps: FollowUps, options: readonly Option[]): FollowUps | null {
  const values = new Set(options.map(({ value }) => value))
  const checked = Object.entries(followUps).map(([value, { question, type }]) => {
    const path = `/followup/${value.replaceAll('~', '~0').replaceAll('/', '~1')}`
    if (!values.has(value))
      throw misfit(path, 'must be named by the value of one of the options', (language) =>
        ruleWords(language)('needs_option', { question: verbatim(question) }),
      )
    return [
      value,
      { question: wordingOf(question, `${path}/question`, BOUNDS.question), ...(type && { type }) },
    ] as const
  })
  return checked.length === 0 ? null : Object.fromEntries(checked)
}

function broken(path: string, rule: string, key: 'no_options' | 'blank' | 'unique'): Refusal {
  return misfit(path, rule, (language) => ruleWords(language)(key, { field: fieldWord(path, language) }))
}
