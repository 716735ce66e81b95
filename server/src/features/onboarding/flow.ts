import {
  answerTo,
  type Course,
  currentStep,
  type FollowUpStep,
  isDone,
  type QuestionStep,
  type Step,
  stepsOf,
} from './course.ts'
import { isEmail } from './email.ts'
import {
  chosenOf,
  type GivenAnswer,
  PERSONALIZATIONS,
  type Personalization,
  type Progress,
  SPOKEN_LANGUAGES,
  type SpokenLanguage,
} from './progress.ts'

/** What a member may do at a step. */
export type Move =
  | { readonly kind: 'accept' | 'skip' | 'back' | 'keep' }
  | { readonly kind: 'choose'; readonly values: readonly string[] }
  | { readonly kind: 'write'; readonly text: string }
  /** From the summary to the step with this key. */
  | { readonly kind: 'change'; readonly to: string }

/** The progress after the move, from the current step on; null where it cannot be made there. */
export function moved(course: Course, progress: Progress, move: Move): Progress | null {
  const step = currentStep(course, progress)
  switch (move.kind) {
    case 'accept':
      return step.kind === 'rule' ? onward({ ...progress, accepted: withOne(progress.accepted, step.rule.id) }) : null
    case 'choose':
      return chosen(step, progress, move.values)
    case 'write':
      return written(step, progress, move.text.trim())
    case 'skip':
      return skipped(step, progress)
    case 'keep':
      return isDone(step, progress) ? onward(progress) : null
    case 'back':
      return before(course, progress, step)
    case 'change':
      return step.kind === 'summary' && stepsOf(course, progress).some(({ key }) => key === move.to)
        ? { ...progress, at: move.to, draft: null }
        : null
  }
}

/** Whether there is a step to go back to. */
export function canGoBack(course: Course, progress: Progress): boolean {
  return stepsOf(course, progress)[0]?.key !== currentStep(course, progress).key
}

/** Whether the step may be left without an answer. */
export function isOptional(step: Step): boolean {
  return (step.kind === 'question' || step.kind === 'followup') && !step.question.isRequired
}

/** On to the first step that is open. */
function onward(progress: Progress): Progress {
  return { ...progress, at: null, draft: null }
}

function before(course: Course, progress: Progress, step: Step): Progress | null {
  const keys = stepsOf(course, progress).map(({ key }) => key)
  const previous = keys[keys.indexOf(step.key) - 1]
  return previous === undefined ? null : { ...progress, at: previous, draft: null }
}

function chosen(step: Step, progress: Progress, values: readonly string[]): Progress | null {
  if (step.kind === 'question') return chosenOptions(step, progress, values)
  const [value] = values
  if (step.kind === 'personalization' && isOneOf<Personalization>(PERSONALIZATIONS, value))
    return onward({ ...progress, personalization: value })
  if (step.kind === 'language' && isOneOf<SpokenLanguage>(SPOKEN_LANGUAGES, value))
    return onward({ ...progress, language: value })
  return null
}

/** What followed on an option is kept as long as the option is chosen. */
function chosenOptions({ question }: QuestionStep, progress: Progress, values: readonly string[]): Progress | null {
  const { id, type, options } = question
  if (type !== 'select' && type !== 'multiselect') return null
  const taken = (options ?? []).filter(({ value }) => values.includes(value))
  const [first] = taken
  if (!first || taken.length !== new Set(values).size || (type === 'select' && taken.length > 1)) return null
  const kept = Object.entries(answerTo(progress, id)?.followUps ?? {}).filter(([value]) => values.includes(value))
  return answered(progress, {
    questionId: id,
    question: question.question,
    type,
    answer: type === 'select' ? first.value : taken.map(({ value }) => value),
    labels: taken.map(({ label }) => label),
    followUps: Object.fromEntries(kept),
  })
}

function written(step: Step, progress: Progress, text: string): Progress | null {
  const kind = writtenKind(step)
  if (kind === null) return null
  const problem = text === '' ? 'blank' : kind === 'email' && !isEmail(text) ? 'email' : null
  if (problem) return { ...progress, draft: { step: step.key, text, problem } }
  if (step.kind === 'other_language') return onward({ ...progress, otherLanguage: text })
  if (step.kind === 'followup') return followedUp(step, progress, text)
  return step.kind === 'question' ? answered(progress, plainAnswer(step, text)) : null
}

/** What is written at this step; null where nothing is. */
export function writtenKind(step: Step): 'text' | 'email' | null {
  if (step.kind === 'other_language') return 'text'
  if (step.kind === 'followup') return step.followUp.type ?? 'text'
  if (step.kind !== 'question') return null
  const { type } = step.question
  return type === 'text' || type === 'email' ? type : null
}

function skipped(step: Step, progress: Progress): Progress | null {
  if (!isOptional(step)) return null
  if (step.kind === 'followup') return followedUp(step, progress, null)
  return step.kind === 'question' ? answered(progress, plainAnswer(step, null)) : null
}

function plainAnswer({ question }: QuestionStep, answer: string | null): GivenAnswer {
  const { id, type } = question
  return { questionId: id, question: question.question, type, answer, labels: null, followUps: {} }
}

function answered(progress: Progress, given: GivenAnswer): Progress {
  const others = progress.answers.filter(({ questionId }) => questionId !== given.questionId)
  return onward({ ...progress, answers: [...others, given] })
}

function followedUp({ question, option, followUp }: FollowUpStep, progress: Progress, answer: string | null) {
  const given = answerTo(progress, question.id)
  if (!given || !chosenOf(given).includes(option.value)) return null
  const entry = { question: followUp.question, type: followUp.type ?? 'text', answer } as const
  return answered(progress, { ...given, followUps: { ...given.followUps, [option.value]: entry } })
}

function withOne(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids : [...ids, id]
}

function isOneOf<Value extends string>(values: readonly Value[], text: string | undefined): text is Value {
  return values.some((value) => value === text)
}
