import { ButtonStyle } from 'discord-api-types/v10'
import type { Language } from '../../kernel/language.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import type { OutgoingMessage } from '../../platform/discord/message.ts'
import { button, type Row, row } from '../../platform/discord/message-parts.ts'
import { type Course, everyStep, lacksRules } from './course.ts'
import { type GivenAnswer, NOTHING_YET, type Progress } from './progress.ts'
import { sceneMessage } from './step-messages.ts'
import type { Question } from './store.ts'
import { adminWords } from './words-admin.ts'

/** The step at this place, counted from 0, as a member would see it, with nothing to press but Back and Next. */
export function previewMessage(course: Course, isOpen: boolean, place: number, language: Language): OutgoingMessage {
  const say = adminWords(language)
  const steps = everyStep(course)
  const index = Math.max(0, Math.min(Number.isInteger(place) ? place : 0, steps.length - 1))
  const step = steps[index] ?? steps[0]
  if (!step) throw new RangeError('a course has at least its summary')
  const progress = step.kind === 'summary' ? sample(course, language) : NOTHING_YET
  const message = sceneMessage({ course, progress, revision: 0, step, isReworded: false }, language)
  const warnings = [...(isOpen ? [] : [say('preview_off')]), ...(lacksRules(course) ? [say('no_rules')] : [])]
  const head = say('preview_place', { number: index + 1, of: steps.length })
  const shown = (message.components ?? []).map((row) => disabled(row as Row))
  return {
    ...message,
    content: [head, ...warnings].join('\n'),
    components: [...shown, steering(index, steps.length, language)],
  }
}

function disabled(row: Row): Row {
  return { ...row, components: row.components.map((component) => ({ ...component, disabled: true })) }
}

function steering(index: number, length: number, language: Language): Row {
  const say = adminWords(language)
  const turn = (place: number, label: string) =>
    button(customId('onboarding', 'preview', String(place)), label, {
      style: ButtonStyle.Primary,
      disabled: place < 0 || place >= length,
    })
  return row(turn(index - 1, say('previous')), turn(index + 1, say('next')))
}

/** As somebody might have answered. */
function sample({ rules, questions }: Course, language: Language): Progress {
  const example = adminWords(language)('example')
  return {
    ...NOTHING_YET,
    accepted: rules.map(({ id }) => id),
    answers: questions.map((question) => sampleAnswer(question, example)),
    personalization: 'full',
    language: 'en',
  }
}

function sampleAnswer({ id, question, type, options }: Question, example: string): GivenAnswer {
  const [option] = options ?? []
  const given = { questionId: id, question, type, followUps: {} }
  if (!option) return { ...given, answer: type === 'email' ? 'name@example.com' : example, labels: null }
  return { ...given, answer: type === 'select' ? option.value : [option.value], labels: [option.label] }
}
