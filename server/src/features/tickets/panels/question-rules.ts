import type { Language } from '../../../kernel/language.ts'
import type { FieldError } from '../../../kernel/refusal.ts'
import { panelRuleWords } from '../words-panel-rules.ts'
import { breaks, countErrors, type Field, lengthErrors, numberErrors } from './field-errors.ts'
import { BOUNDS, type PanelQuestion } from './panel.ts'

function part(index: number, name: 'label' | 'placeholder' | 'options' | 'most'): Field {
  const word = (language: Language) => panelRuleWords(language)(name, { number: index + 1 })
  return { path: `/questions/${index}/${name}`, word }
}

/** What is wrong with each question of a form. */
export function questionErrors(questions: readonly PanelQuestion[]): FieldError[] {
  return questions.flatMap((question, index) => {
    const isAgain = questions.slice(0, index).some(({ label }) => sameText(label, question.label))
    return [
      ...lengthErrors(part(index, 'label'), question.label, 1, BOUNDS.label),
      ...(isAgain ? [breaks(part(index, 'label'), 'unique')] : []),
      ...fieldErrors(question, index),
    ]
  })
}

function fieldErrors(question: PanelQuestion, index: number): FieldError[] {
  if (question.kind !== 'select')
    return question.placeholder === null
      ? []
      : lengthErrors(part(index, 'placeholder'), question.placeholder, 1, BOUNDS.placeholder)
  const { options, most } = question
  return [
    ...countErrors(part(index, 'options'), options, 1, BOUNDS.options),
    ...options.flatMap((option) => lengthErrors(part(index, 'options'), option, 1, BOUNDS.option)),
    ...(new Set(options).size === options.length ? [] : [breaks(part(index, 'options'), 'unique')]),
    ...numberErrors(part(index, 'most'), most, 1, Math.max(1, options.length)),
  ]
}

function sameText(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}
