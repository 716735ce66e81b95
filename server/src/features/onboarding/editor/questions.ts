import type { Language } from '../../../kernel/language.ts'
import { choiceField, openForm, textField } from '../../../platform/discord/form-parts.ts'
import { cut, verbatim } from '../../../platform/discord/text.ts'
import { BOUNDS, type Option, type QuestionInput, type QuestionType } from '../contract.ts'
import type { OnboardingService } from '../service.ts'
import { listQuestions, type Question } from '../store.ts'
import { editorWords } from '../words-editor.ts'
import { type Editor, textIn, type Written } from './editor.ts'

const KINDS: readonly QuestionType[] = ['select', 'multiselect', 'text', 'email']
/** https://discord.com/developers/docs/components/reference#text-input */
const LONGEST_FIELD = 4000
/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits */
const LONGEST_TEXT = 4096

export function questionsEditor(service: OnboardingService): Editor<Question, QuestionInput> {
  return {
    name: 'questions',
    all: listQuestions,
    save: ({ actor, guildId }, input, commit) => service.saveQuestion(actor, guildId, input, commit),
    inputOf,
    written: (form, question) => ({
      ...(question && inputOf(question)),
      question: textIn(form, 'question'),
      question_type: kindIn(form),
      options: optionsIn(textIn(form, 'options'), question?.options ?? []),
      required: form.choices.get('needed')?.[0] !== 'no',
    }),
    switched: (question, isEnabled) => ({ ...inputOf(question), enabled: isEnabled }),
    form,
    fields: ['question', 'options'],
    wording: ({ question }) => question,
    notes,
    embed: (question, language) => ({
      title: cut(verbatim(question.question), BOUNDS.question),
      description: cut(
        [notes(question, language).join(' · '), ...detailsOf(question, language)].join('\n'),
        LONGEST_TEXT,
      ),
    }),
  }
}

function inputOf({ id, question, type, options, followUps, isRequired, isEnabled }: Question): QuestionInput {
  return {
    id,
    question,
    question_type: type,
    options: options && [...options],
    followup: followUps,
    required: isRequired,
    enabled: isEnabled,
  }
}

const kindIn = ({ choices }: Written): QuestionType => KINDS.find((kind) => kind === choices.get('kind')?.[0]) ?? 'text'

const lineOf = (label: string) => label.replaceAll(/\s+/g, ' ').trim()

/** One on each line. One that was there before keeps its value, which follow-ups and answers name. */
function optionsIn(text: string, before: readonly Option[]): Option[] {
  const left = [...before]
  return text
    .split('\n')
    .map(lineOf)
    .filter((line) => line !== '')
    .map((line) => {
      const place = left.findIndex(({ label }) => lineOf(label) === line)
      const [known] = place < 0 ? [] : left.splice(place, 1)
      return known ?? { label: line, value: line }
    })
}

function form(customId: string, question: Question | null, language: Language) {
  const say = editorWords(language)
  const kinds = KINDS.map((value) => ({
    label: say(`kind_${value}`),
    value,
    default: value === (question?.type ?? 'select'),
  }))
  const needed = (['yes', 'no'] as const).map((value) => ({
    label: say(`needed_${value}`),
    value,
    default: (question?.isRequired ?? true) === (value === 'yes'),
  }))
  return openForm(
    customId,
    say(question ? 'questions_form' : 'questions_form_new'),
    textField({
      name: 'question',
      label: say('field_question'),
      maxLength: BOUNDS.question,
      value: question?.question,
    }),
    choiceField({ name: 'kind', label: say('field_kind'), options: kinds }),
    textField({
      name: 'options',
      label: say('field_options'),
      hint: say('hint_options'),
      maxLength: LONGEST_FIELD,
      isLong: true,
      isRequired: false,
      value: question?.options?.map(({ label }) => lineOf(label)).join('\n'),
    }),
    choiceField({ name: 'needed', label: say('field_needed'), options: needed }),
  )
}

function notes({ type, isRequired, followUps }: Question, language: Language): string[] {
  const say = editorWords(language)
  const count = Object.keys(followUps ?? {}).length
  return [
    say(`kind_${type}`),
    ...(isRequired ? [] : [say('note_optional')]),
    ...(count > 0 ? [say('note_followups', { count })] : []),
  ]
}

function detailsOf({ options, followUps }: Question, language: Language): string[] {
  const say = editorWords(language)
  const lines = (options ?? []).map(({ label, value }) => {
    const followUp = Object.entries(followUps ?? {}).find(([of]) => of === value)?.[1]
    const after = followUp ? ` → ${verbatim(followUp.question)}` : ''
    return `- ${verbatim(label)}${after}`
  })
  return [...(lines.length > 0 ? ['', ...lines] : []), ...(followUps ? ['', say('followups_stay')] : [])]
}
