import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type APIModalInteractionResponseCallbackData, ComponentType } from 'discord-api-types/v10'
import fc from 'fast-check'
import { UserId } from '../../kernel/ids.ts'
import { LANGUAGES } from '../../kernel/language.ts'
import type { OutgoingMessage } from '../../platform/discord/message.ts'
import { BOUNDS, type QuestionInput, type RuleInput } from './contract.ts'
import { type Course, currentStep, everyStep, type Step, stepsOf } from './course.ts'
import { funnelMessage, responseMessage } from './figures-messages.ts'
import { type Move, moved, writtenKind } from './flow.ts'
import { previewMessage } from './preview.ts'
import { languageChosen, NOTHING_YET, type Progress } from './progress.ts'
import { questionOf } from './question.ts'
import { ruleOf } from './rule.ts'
import { writingForm } from './step-controls.ts'
import { sceneMessage } from './step-messages.ts'

/** Characters as Discord counts them, and as JavaScript does: neither may be too many. */
const lengthOf = (text: string) => [...text].length

/** https://discord.com/developers/docs/resources/message#embed-object-embed-limits and /components/reference */
function faultsOf({ content = '', embeds = [], components = [] }: OutgoingMessage): string[] {
  const faults: string[] = []
  const check = (what: string, text: string | undefined, least: number, most: number) => {
    if (text === undefined) return
    const length = lengthOf(text)
    if (length < least || length > most || (least > 0 && text.trim() === '')) faults.push(`${what} has ${length}`)
  }
  check('content', content, 0, 2000)
  const inEmbeds = embeds.map(({ title, description, footer }) => {
    check('title', title, 1, 256)
    check('description', description, 1, 4096)
    check('footer', footer?.text, 1, 2048)
    return lengthOf(title ?? '') + lengthOf(description ?? '') + lengthOf(footer?.text ?? '')
  })
  if (inEmbeds.reduce((sum, length) => sum + length, 0) > 6000) faults.push('embeds are too long')
  if (components.length > 5) faults.push(`${components.length} rows`)
  const ids = new Set<string>()
  for (const one of components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []))) {
    if (!('custom_id' in one)) continue
    check('custom id', one.custom_id, 1, 100)
    if (ids.has(one.custom_id)) faults.push(`custom id twice: ${one.custom_id}`)
    ids.add(one.custom_id)
    if ('label' in one) check('button', one.label, 1, 80)
    if (one.type !== ComponentType.StringSelect) continue
    check('placeholder', one.placeholder, 1, 150)
    if (one.options.length < 1 || one.options.length > 25) faults.push(`${one.options.length} options`)
    if ((one.max_values ?? 1) > one.options.length) faults.push('more values than options')
    if (new Set(one.options.map(({ value }) => value)).size < one.options.length) faults.push('option twice')
    const chosen = one.options.filter((option) => option.default).length
    if (chosen > (one.max_values ?? 1)) faults.push('too many defaults')
    for (const { label, value, description } of one.options) {
      check('option', label, 1, 100)
      check('value', value, 1, 100)
      check('option description', description, 1, 100)
    }
  }
  for (const row of components) if ('components' in row && row.components.length > 5) faults.push('too many in a row')
  return faults
}

/** https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-response-object-modal */
function formFaults({ title, custom_id, components }: APIModalInteractionResponseCallbackData): string[] {
  const texts: [string, string | undefined, number][] = [
    ['title', title, 45],
    ['custom id', custom_id, 100],
  ]
  for (const label of components) {
    if (!('component' in label) || !('max_length' in label.component)) continue
    texts.push(['label', label.label, 45], ['description', label.description, 100])
    texts.push(['value', label.component.value, label.component.max_length ?? 4000])
  }
  return texts.flatMap(([what, text, most]) =>
    text !== undefined && (text.trim() === '' || text.length > most) ? [`${what} has ${text.length}`] : [],
  )
}

/** Texts of every length up to the bound, often the longest; of letters, signs that are escaped, and pairs of units. */
const text = (most: number) =>
  fc
    .tuple(
      fc.constantFrom('a', '*', 'é', '𝒳', '@everyone ', '<@1> ', '\\', '漢 '),
      fc.integer({ min: 1, max: most }),
      fc.boolean(),
    )
    .map(([unit, length, isLongest]) => `x${unit.repeat(most)}`.slice(0, isLongest ? most : length))
    .map((long) =>
      [...long]
        .slice(0, most)
        .join('')
        .replace(/[\uD800-\uDBFF]$/, ''),
    )

const rules = fc
  .record({ title: text(BOUNDS.title), description: text(BOUNDS.description) })
  .map((input): RuleInput => ({ ...input, image_url: 'https://example.com/i.png' }))
const questions: fc.Arbitrary<QuestionInput> = fc
  .record({
    question: text(BOUNDS.question),
    question_type: fc.constantFrom('select', 'multiselect', 'text', 'email'),
    labels: fc.array(text(BOUNDS.option), { minLength: 1, maxLength: BOUNDS.options }),
    followUp: text(BOUNDS.question),
    required: fc.boolean(),
  })
  .map(({ labels, followUp, ...input }): QuestionInput => {
    if (input.question_type === 'text' || input.question_type === 'email') return input
    const options = labels.map((label, index) => ({ label, value: `${index}`.padEnd(BOUNDS.option, 'v') }))
    return {
      ...input,
      options,
      followup: Object.fromEntries(options.slice(0, 3).map(({ value }) => [value, { question: followUp }])),
    }
  })
const courses: fc.Arbitrary<Course> = fc
  .record({
    mode: fc.constantFrom('rules_only', 'rules_with_questions', 'questions_only'),
    rules: fc.array(rules, { maxLength: 3 }),
    questions: fc.oneof(
      fc.array(questions, { maxLength: 4 }),
      fc.array(questions, { minLength: BOUNDS.items, maxLength: BOUNDS.items }),
    ),
  })
  .map((course) => ({
    mode: course.mode,
    rules: course.rules.map((input, index) => ({ ...ruleOf(input), id: String(2 ** 50 + index), position: index + 1 })),
    questions: course.questions.map((input, index) => ({
      ...questionOf(input),
      id: String(2 ** 52 + index),
      position: index + 1,
    })),
  }))

/** The way to the summary, everything answered with what is longest and has the most that follows. */
function answered(course: Course, long: string): Progress[] {
  const all = [NOTHING_YET]
  for (;;) {
    const progress = all.at(-1) ?? NOTHING_YET
    const step = currentStep(course, progress)
    if (step.kind === 'summary') return all
    all.push(moved(course, progress, answering(step, long)) ?? assert.fail(step.key))
    assert.ok(all.length < 1000)
  }
}
function answering(step: Step, long: string): Move {
  const values = step.kind === 'question' ? (step.question.options ?? []).map(({ value }) => value) : []
  if (step.kind === 'rule') return { kind: 'accept' }
  if (writtenKind(step)) return { kind: 'write', text: writtenKind(step) === 'email' ? 'me@example.com' : long }
  if (step.kind === 'personalization') return { kind: 'choose', values: ['full'] }
  if (step.kind === 'language') return { kind: 'choose', values: ['other'] }
  const isOne = step.kind === 'question' && step.question.type === 'select'
  return { kind: 'choose', values: isOne ? values.slice(0, 1) : values }
}

describe('whatever can be configured and answered', () => {
  test('can be shown, in both languages', () => {
    fc.assert(
      fc.property(courses, text(1000), fc.constantFrom(...LANGUAGES), (course, long, language) => {
        const ways = answered(course, long)
        const summary = ways.at(-1) ?? NOTHING_YET
        const revisited = stepsOf(course, summary).map(({ key }) => ({ ...summary, at: key }))
        for (const progress of [...ways, ...revisited]) {
          const step = currentStep(course, progress)
          const scene = { course, progress, revision: 2 ** 31 - 1, step, isReworded: true }
          assert.deepEqual(faultsOf(sceneMessage(scene, language)), [])
          if (!writtenKind(step)) continue
          const draft = { step: step.key, text: long, problem: 'email' } as const
          const drafted = { ...scene, progress: { ...progress, draft } }
          assert.deepEqual(faultsOf(sceneMessage(drafted, language)), [])
          assert.deepEqual(formFaults(writingForm(drafted, language)), [])
        }
      }),
      { numRuns: 60 },
    )
  })

  test('can be previewed, and its answers and figures told', () => {
    fc.assert(
      fc.property(courses, text(1000), fc.constantFrom(...LANGUAGES), (course, long, language) => {
        const steps = everyStep(course)
        for (const index of steps.keys()) assert.deepEqual(faultsOf(previewMessage(course, false, index, language)), [])
        const progress = answered(course, long).at(-1) ?? NOTHING_YET
        const response = {
          id: '1',
          userId: UserId.parse('1100000000000000104'),
          mode: course.mode,
          answers: progress.answers,
          personalization: progress.personalization,
          language: languageChosen(progress),
          completedAt: Temporal.Instant.fromEpochMilliseconds(0),
        }
        assert.deepEqual(faultsOf(responseMessage(response, language)), [])
        const counts = steps.map(({ kind }, index) => ({
          kind,
          itemId: String(index),
          title: long,
          reached: 1_000_000,
          completed: 1_000_000,
        }))
        const funnel = {
          started: 1e6,
          completed: 1e6,
          inProgress: 1e6,
          abandoned: 1e6,
          medianSeconds: 1e6,
          steps: counts,
        }
        assert.deepEqual(faultsOf(funnelMessage(funnel, 365, language)), [])
      }),
      { numRuns: 60 },
    )
  })
})
