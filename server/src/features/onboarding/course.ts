import { nonceOf } from '../../kernel/nonce.ts'
import type { FollowUps, Option } from './contract.ts'
import { chosenOf, type GivenAnswer, type GivenFollowUp, NOTHING_YET, type Progress } from './progress.ts'
import type { Question, Rule } from './store.ts'

export type Mode = 'rules_only' | 'rules_with_questions' | 'questions_only'

/** What a guild leads its members through at present; only what is enabled, in order. */
export interface Course {
  readonly mode: Mode
  readonly rules: readonly Rule[]
  readonly questions: readonly Question[]
}

interface Place {
  /** Names it in custom ids and in stored progress: `r12`, `q5`, `f5-2`. */
  readonly key: string
}
export interface RuleStep extends Place {
  readonly kind: 'rule'
  readonly rule: Rule
  readonly number: number
  readonly of: number
}
export interface QuestionStep extends Place {
  readonly kind: 'question'
  readonly question: Question
  readonly number: number
  readonly of: number
}
export interface FollowUpStep extends Place {
  readonly kind: 'followup'
  readonly question: Question
  /** The option that was chosen. */
  readonly option: Option
  readonly followUp: FollowUps[string]
}
export interface PlainStep extends Place {
  readonly kind: 'personalization' | 'language' | 'other_language' | 'summary'
}
export type Step = RuleStep | QuestionStep | FollowUpStep | PlainStep

const PERSONALIZATION: PlainStep = { kind: 'personalization', key: 'p' }
const LANGUAGE: PlainStep = { kind: 'language', key: 'l' }
const OTHER_LANGUAGE: PlainStep = { kind: 'other_language', key: 'o' }
const SUMMARY: PlainStep = { kind: 'summary', key: 's' }

function needsRules({ mode }: Course): boolean {
  return mode !== 'questions_only'
}

/** Whether nobody can start: the mode begins with rules that nobody wrote. */
export function lacksRules(course: Course): boolean {
  return needsRules(course) && course.rules.length === 0
}

/** Every step of the way as the member's answers make it, in order; the summary is the last. */
export function stepsOf(course: Course, progress: Progress): readonly [...Step[], PlainStep] {
  const { mode, rules, questions } = course
  const ruleSteps = needsRules(course) ? rules.map(ruleStep) : []
  if (mode === 'rules_only') return [...ruleSteps, SUMMARY]
  const questionSteps = withFollowUps(questions, ({ id }) => chosenBy(progress, id))
  const asksLanguage = progress.personalization !== null && progress.personalization !== 'no'
  return [
    ...ruleSteps,
    ...questionSteps,
    PERSONALIZATION,
    ...(asksLanguage ? [LANGUAGE] : []),
    ...(asksLanguage && progress.language === 'other' ? [OTHER_LANGUAGE] : []),
    SUMMARY,
  ]
}

/** Every step that anybody could come to. */
export function everyStep(course: Course): readonly Step[] {
  const everything: Progress = { ...NOTHING_YET, personalization: 'full', language: 'other' }
  const steps = stepsOf({ ...course, questions: [] }, everything)
  if (course.mode === 'rules_only') return steps
  const questionSteps = withFollowUps(course.questions, ({ options }) => options?.map(({ value }) => value) ?? [])
  return steps.toSpliced(steps.indexOf(PERSONALIZATION), 0, ...questionSteps)
}

function ruleStep(rule: Rule, index: number, { length }: readonly Rule[]): RuleStep {
  return { kind: 'rule', key: `r${rule.id}`, rule, number: index + 1, of: length }
}

function withFollowUps(questions: readonly Question[], chosenFor: (question: Question) => readonly string[]): Step[] {
  return questions.flatMap((question, index): Step[] => [
    { kind: 'question', key: `q${question.id}`, question, number: index + 1, of: questions.length },
    ...followUpSteps(question, new Set(chosenFor(question))),
  ])
}

function followUpSteps(question: Question, chosen: ReadonlySet<string>): FollowUpStep[] {
  return (question.options ?? []).flatMap((option, index) => {
    const followUp = ofValue(question.followUps ?? {}, option.value)
    const key = `f${question.id}-${index}`
    return followUp && chosen.has(option.value) ? [{ kind: 'followup' as const, key, question, option, followUp }] : []
  })
}

function chosenBy(progress: Progress, questionId: string): readonly string[] {
  const given = answerTo(progress, questionId)
  return given ? chosenOf(given) : []
}

export function answerTo({ answers }: Progress, questionId: string): GivenAnswer | undefined {
  return answers.find((given) => given.questionId === questionId)
}

export function followUpTo({ question, option }: FollowUpStep, progress: Progress): GivenFollowUp | undefined {
  return ofValue(answerTo(progress, question.id)?.followUps ?? {}, option.value)
}

/** Values are words of admins, which may well be names that every object has. */
function ofValue<Entry>(entries: Readonly<Record<string, Entry>>, value: string): Entry | undefined {
  return Object.hasOwn(entries, value) ? entries[value] : undefined
}

/** Whether the member has dealt with it. What was skipped is open again once it is required. */
export function isDone(step: Step, progress: Progress): boolean {
  switch (step.kind) {
    case 'rule':
      return progress.accepted.includes(step.rule.id)
    case 'question': {
      const given = answerTo(progress, step.question.id)
      return given !== undefined && (given.answer !== null || !step.question.isRequired)
    }
    case 'followup': {
      const given = followUpTo(step, progress)
      return given !== undefined && (given.answer !== null || !step.question.isRequired)
    }
    case 'personalization':
      return progress.personalization !== null
    case 'language':
      return progress.language !== null
    case 'other_language':
      return progress.otherLanguage !== null
    case 'summary':
      return false
  }
}

/** Where the member is: where they went back to, as long as that exists, or the first step that is open. */
export function currentStep(course: Course, progress: Progress): Step {
  const steps = stepsOf(course, progress)
  const open = steps.find((step) => !isDone(step, progress)) ?? SUMMARY
  return steps.find(({ key }) => key === progress.at) ?? open
}

/** Changes with anything in which an admin may have changed the step, so that nobody agrees to what was not shown. */
export function contentOf(step: Step): string {
  return nonceOf(JSON.stringify(wordsOf(step))).slice(0, 8)
}

function wordsOf(step: Step): unknown {
  switch (step.kind) {
    case 'rule': {
      const { title, description, thumbnailUrl, imageUrl } = step.rule
      return [title, description, thumbnailUrl, imageUrl]
    }
    case 'question': {
      const { question, type, options, isRequired } = step.question
      return [question, type, options, isRequired]
    }
    case 'followup':
      return [step.option, step.followUp, step.question.isRequired]
    default:
      return step.kind
  }
}
