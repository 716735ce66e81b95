import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { type Course, contentOf, currentStep, isDone, type Step, stepsOf } from './course.ts'
import { isEmail } from './email.ts'
import { type Move, moved } from './flow.ts'
import { freshness, parsePress, pressText } from './press.ts'
import { NOTHING_YET, type Progress } from './progress.ts'
import type { Question, Rule } from './store.ts'

const rule = (id: number): Rule => ({
  id: String(id),
  position: id,
  title: `Rule ${id}`,
  description: 'Please.',
  thumbnailUrl: null,
  imageUrl: null,
  isEnabled: true,
})
const OPTIONS = ['a', 'b', 'constructor'].map((value) => ({ label: value, value }))

const question = (id: number, type: Question['type'], isRequired: boolean, isFollowed: boolean): Question => ({
  id: String(id),
  position: id,
  question: `Question ${id}?`,
  type,
  options: type === 'select' || type === 'multiselect' ? OPTIONS : null,
  followUps: isFollowed && type.endsWith('select') ? { b: { question: 'Why?', type: 'email' } } : null,
  isRequired,
  isEnabled: true,
})
const courses: fc.Arbitrary<Course> = fc.record({
  mode: fc.constantFrom('rules_only', 'rules_with_questions', 'questions_only'),
  rules: fc.nat(4).map((count) => Array.from({ length: count }, (_, index) => rule(index + 1))),
  questions: fc
    .array(fc.tuple(fc.constantFrom('select', 'multiselect', 'text', 'email'), fc.boolean(), fc.boolean()), {
      maxLength: 5,
    })
    .map((all) =>
      all.map(([type, isRequired, isFollowed], index) => question(index + 1, type, isRequired, isFollowed)),
    ),
})

/** What a member can do that takes the step. */
function answering(step: Step, pick: number): Move {
  if (step.kind === 'rule') return { kind: 'accept' }
  if (step.kind === 'personalization')
    return { kind: 'choose', values: [['full', 'events_only', 'no'][pick % 3] ?? ''] }
  if (step.kind === 'language') return { kind: 'choose', values: [['nl', 'other'][pick % 2] ?? ''] }
  if (step.kind === 'question' && step.question.options)
    return { kind: 'choose', values: [OPTIONS[pick % OPTIONS.length]?.value ?? ''] }
  return { kind: 'write', text: 'me@example.com' }
}
const anyMove: fc.Arbitrary<Move> = fc.oneof(
  fc.constantFrom<Move>({ kind: 'accept' }, { kind: 'skip' }, { kind: 'back' }, { kind: 'keep' }),
  fc
    .array(fc.constantFrom('a', 'b', 'constructor', 'full', 'no', 'nl', 'other', 'nonsense'), { maxLength: 3 })
    .map((values): Move => ({ kind: 'choose', values })),
  fc.constantFrom('', ' ', 'text', 'me@example.com').map((text): Move => ({ kind: 'write', text })),
  fc.constantFrom('q1', 'p', 'l', 'r1', 'nowhere').map((to): Move => ({ kind: 'change', to })),
)
const after = (course: Course, moves: readonly Move[]) =>
  moves.reduce<Progress>((progress, move) => moved(course, progress, move) ?? progress, NOTHING_YET)

describe('the way', () => {
  test('comes to the summary whatever was done before, in no more steps than there are', () => {
    fc.assert(
      fc.property(
        courses,
        fc.array(anyMove, { maxLength: 30 }),
        fc.infiniteStream(fc.nat(5)),
        (course, moves, picks) => {
          let progress = after(course, moves)
          for (let steps = 0; currentStep(course, progress).kind !== 'summary'; steps += 1) {
            assert.ok(steps < 40)
            const move = answering(currentStep(course, progress), picks.next().value ?? 0)
            progress = moved(course, progress, move) ?? assert.fail(`${JSON.stringify(move)} is not taken`)
          }
          const [summary, ...before] = stepsOf(course, progress).toReversed()
          assert.equal(summary?.kind, 'summary')
          assert.ok(before.every((step) => isDone(step, progress)))
        },
      ),
    )
  })

  test('never leads past a step that is open', () => {
    fc.assert(
      fc.property(courses, fc.array(anyMove, { maxLength: 30 }), (course, moves) => {
        const progress = after(course, moves)
        const steps = stepsOf(course, progress)
        const at = steps.findIndex(({ key }) => key === currentStep(course, progress).key)
        const open = steps.findIndex((step) => !isDone(step, progress))
        assert.ok(at >= 0 && at <= open)
      }),
    )
  })

  test('goes on at what is open when rules and questions change in the middle', () => {
    fc.assert(
      fc.property(courses, courses, fc.array(anyMove, { maxLength: 30 }), (course, changed, moves) => {
        const progress = after(course, moves)
        const step = currentStep(changed, progress)
        assert.ok(stepsOf(changed, progress).some(({ key }) => key === step.key))
      }),
    )
  })

  test('asks again what was skipped once it is required', () => {
    const course = (isRequired: boolean): Course => ({
      mode: 'questions_only',
      rules: [],
      questions: [question(1, 'text', isRequired, false)],
    })
    const skipped = moved(course(false), NOTHING_YET, { kind: 'skip' })
    assert.ok(skipped)
    assert.equal(currentStep(course(false), skipped).kind, 'personalization')
    assert.equal(currentStep(course(true), skipped).kind, 'question')
    assert.equal(moved(course(true), NOTHING_YET, { kind: 'skip' }), null)
  })
})

describe('a press', () => {
  const course: Course = { mode: 'rules_only', rules: [rule(1), rule(2)], questions: [] }
  const [first, second] = stepsOf(course, NOTHING_YET)
  assert.ok(first && second)

  test('fits the step that it was shown for, at its revision, with its words', () => {
    const press = parsePress(pressText(first, 3))
    assert.equal(freshness(press, first, 3), 'current')
    assert.equal(freshness(press, first, 4), 'old')
    assert.equal(freshness(press, second, 3), 'old')
    const reworded: Step = { ...first, kind: 'rule', rule: { ...rule(1), description: 'Now.' }, number: 1, of: 2 }
    assert.equal(freshness(press, reworded, 3), 'changed')
    assert.notEqual(contentOf(first), contentOf(reworded))
  })

  test('of something else fits nothing', () => {
    fc.assert(fc.property(fc.string(), (text) => assert.equal(freshness(parsePress(text), first, 3), 'old')))
  })
})

describe('an email address', () => {
  for (const good of ['me@example.com', 'a.b+c@sub.example.co.uk', "o'neil@example.ie", 'ik@bücher.example', '1@2.nl'])
    test(`is ${good}`, () => assert.ok(isEmail(good)))
  for (const bad of [
    '',
    'me',
    '@example.com',
    'me@',
    'me@example',
    'me@@example.com',
    'me@exam ple.com',
    'me@-example.com',
    '.me@example.com',
    'me..you@example.com',
    'me@example..com',
    'me@example.c',
    'me@127.0.0.1',
    `${'m'.repeat(65)}@example.com`,
    `me@${'e'.repeat(64)}.com`,
    '<me@example.com>',
  ])
    test(`is not ${bad.slice(0, 30)}`, () => assert.ok(!isEmail(bad)))
})
