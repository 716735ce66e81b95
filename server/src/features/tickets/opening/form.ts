import type { Language } from '../../../kernel/language.ts'
import { choiceField, openForm, textField } from '../../../platform/discord/form-parts.ts'
import { cut } from '../../../platform/discord/text.ts'
import type { Panel, PanelQuestion } from '../panels/panel.ts'
import type { FormAnswer } from '../ticket.ts'
import { LONGEST_DESCRIPTION } from './opening.ts'
import { openingWords } from './words-opening.ts'

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal */
const LONGEST_TITLE = 45
/** Five answers fit into one embed. */
const LONGEST = { short: 200, long: 900 } as const
const DESCRIPTION = 'description'

/** The form before a ticket of the panel opens: its questions, or what it is about. */
export function panelForm(customId: string, panel: Panel, language: Language) {
  const title = cut(panel.name, LONGEST_TITLE)
  const fields = panel.questions.length > 0 ? panel.questions.map(fieldOf) : [descriptionField(language)]
  return openForm(customId, title, ...fields)
}

function descriptionField(language: Language) {
  const say = openingWords(language)
  return textField({
    name: DESCRIPTION,
    label: say('form_description'),
    hint: say('form_hint'),
    isLong: true,
    maxLength: LONGEST_DESCRIPTION,
  })
}

/** The name carries the question, so that an answer stands under what was asked, even if the panel changed meanwhile. */
function fieldOf(question: PanelQuestion, index: number) {
  const { label, isRequired } = question
  const about = { name: `q${index}:${label}`, label, isRequired }
  if (question.kind === 'select') {
    const options = question.options.map((option) => ({ label: option, value: option }))
    return choiceField({ ...about, options, most: question.most })
  }
  return textField({
    ...about,
    isLong: question.kind === 'long',
    maxLength: LONGEST[question.kind],
    placeholder: question.placeholder ?? undefined,
  })
}

interface Filled {
  readonly fields: ReadonlyMap<string, string>
  readonly choices: ReadonlyMap<string, readonly string[]>
}

/** What was written; questions that were left out are not there. */
export function filledIn({ fields, choices }: Filled): { description: string; answers: FormAnswer[] } {
  const given = [...fields, ...[...choices].map(([name, values]) => [name, values.join(', ')] as const)]
  const answers = given.flatMap(([name, answer]) => {
    const [, index, question] = /^q(\d):(.+)$/s.exec(name) ?? []
    return question !== undefined && answer.trim() ? [{ index: Number(index), question, answer: answer.trim() }] : []
  })
  return {
    description: (fields.get(DESCRIPTION) ?? '').trim(),
    answers: answers
      .toSorted((one, other) => one.index - other.index)
      .map(({ question, answer }) => ({ question, answer })),
  }
}
