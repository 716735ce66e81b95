import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import {
  type APIEmbed,
  type APIModalInteractionResponseCallbackData,
  ButtonStyle,
  ComponentType,
  InteractionResponseType,
  TextInputStyle,
} from 'discord-api-types/v10'
import fc from 'fast-check'
import { fitted, fittedModal, fittedResponse } from './fit.ts'
import { NO_MENTIONS, type OutgoingMessage } from './message.ts'

/** Short ones mostly, and some that are around the limit or far beyond it. */
const text = (most: number, least = 1) =>
  fc
    .record({
      unit: fc.constantFrom('a', '😀', 'é', '👩‍🚀', '\u200b', '\n', '<@1> '),
      start: fc.string({ unit: 'binary', maxLength: 5 }),
      length: fc.oneof(
        fc.integer({ min: least, max: 9 }),
        fc.integer({ min: most - 2, max: most + 3 }),
        fc.constant(most + 500),
      ),
    })
    .map(({ unit, start, length }) => [...`${start}${unit.repeat(length)}`].slice(0, length).join(''))
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined })

const embed = fc.record(
  {
    title: text(256),
    description: text(4096),
    footer: fc.record({ text: text(2048) }),
    author: fc.record({ name: text(256) }),
    fields: fc.array(fc.record({ name: text(256), value: text(1024) }), { maxLength: 27 }),
    image: fc.constant({ url: 'https://example.org/a.png' }),
    color: fc.constant(1),
  },
  { requiredKeys: [] },
)
const button = text(80).map(
  (label) => ({ type: ComponentType.Button, style: ButtonStyle.Danger, label, custom_id: 'a:b:c' }) as const,
)
const select = fc
  .record({
    placeholder: text(150),
    options: fc.array(fc.record({ label: text(100), description: text(100), value: fc.constant('a') }), {
      maxLength: 27,
    }),
  })
  .map((parts) => ({ type: ComponentType.StringSelect, custom_id: 'a:b:c', ...parts }) as const)
const row = fc
  .array(fc.oneof(button, select), { minLength: 1, maxLength: 6 })
  .map((components) => ({ type: ComponentType.ActionRow, components }) as const)
const message: fc.Arbitrary<OutgoingMessage> = fc
  .record({
    content: maybe(text(2000)),
    embeds: maybe(fc.array(embed, { maxLength: 12 })),
    components: maybe(fc.array(row, { maxLength: 6 })),
  })
  .map(({ content, embeds, components }) => ({
    ...(content !== undefined && { content }),
    ...(embeds && { embeds }),
    ...(components && { components }),
    allowed_mentions: NO_MENTIONS,
  }))
const modal: fc.Arbitrary<APIModalInteractionResponseCallbackData> = fc.record({
  custom_id: fc.constant('a:b:c'),
  title: text(45),
  components: fc.array(
    fc.record({
      type: fc.constant(ComponentType.Label as const),
      label: text(45),
      description: text(100),
      component: fc.record({
        type: fc.constant(ComponentType.TextInput as const),
        custom_id: fc.constant('a'),
        style: fc.constant(TextInputStyle.Short),
        placeholder: text(100),
        value: text(4000),
      }),
    }),
    { maxLength: 6 },
  ),
})

const lengthOf = (text = '') => [...text].length
/** Every text of the message with its limit, and every list. */
function limitsOf({
  content,
  embeds = [],
  components = [],
}: OutgoingMessage): [part: string, length: number, most: number][] {
  const sum = embeds.flatMap(textsOf).reduce((total, one) => total + lengthOf(one), 0)
  const inRows = components.flatMap((found) => (found.type === ComponentType.ActionRow ? [found.components] : []))
  return [
    ['content', lengthOf(content), 2000],
    ['embeds', embeds.length, 10],
    ['sum', sum, 6000],
    ...embeds.flatMap((found): [string, number, number][] => [
      ['title', lengthOf(found.title), 256],
      ['description', lengthOf(found.description), 4096],
      ['footer', lengthOf(found.footer?.text), 2048],
      ['author', lengthOf(found.author?.name), 256],
      ['fields', found.fields?.length ?? 0, 25],
      ...(found.fields ?? []).flatMap(({ name, value }): [string, number, number][] => [
        ['name', lengthOf(name), 256],
        ['value', lengthOf(value), 1024],
      ]),
    ]),
    ['rows', components.length, 5],
    ...inRows.flatMap((found): [string, number, number][] => [
      ['row', found.length, 5],
      ...found.flatMap((one): [string, number, number][] => {
        if (one.type === ComponentType.Button) return 'label' in one ? [['label', lengthOf(one.label), 80]] : []
        if (one.type !== ComponentType.StringSelect) return []
        const options = one.options.flatMap(({ label, description }) => [label, description ?? ''])
        return [
          ['placeholder', lengthOf(one.placeholder), 150],
          ['options', one.options.length, 25],
          ['option', Math.max(0, ...options.map(lengthOf)), 100],
        ]
      }),
    ]),
  ]
}

function textsOf({ title, description, footer, author, fields = [] }: APIEmbed): string[] {
  const texts = [title, description, footer?.text, author?.name, ...fields.flatMap(({ name, value }) => [name, value])]
  return texts.filter((found) => found !== undefined)
}

const isWithin = (limits: readonly [string, number, number][]) => limits.filter(([, length, most]) => length > most)
/** As JSON writes half a character. */
const LONE_SURROGATE = /\\ud[89a-f]/
const assertWhole = (whole: unknown, original: unknown) => {
  if (!LONE_SURROGATE.test(JSON.stringify(original))) assert.doesNotMatch(JSON.stringify(whole), LONE_SURROGATE)
}

describe('whatever a message says', () => {
  test('is within what Discord allows, and untouched where it was', () => {
    fc.assert(
      fc.property(message, (original) => {
        const { kept, cut } = fitted(original)
        assert.deepEqual(isWithin(limitsOf(kept)), [])
        const fits = isWithin(limitsOf(original)).length === 0
        assert.equal(kept === original, fits)
        assert.equal(cut.length === 0, fits)
        assertWhole(kept, original)
        for (const text of (kept.embeds ?? []).flatMap(textsOf)) assert.notEqual(text, '')
      }),
      { numRuns: 100 },
    )
  })

  test('loses its fields before its title and footer, by which it is known', () => {
    const fields = Array.from({ length: 25 }, (_, index) => ({ name: `${index}`, value: 'v'.repeat(1024) }))
    const { kept, cut } = fitted({ embeds: [{ title: 'T', footer: { text: 'F' }, fields }, { title: 'gone' }] })
    const [first, ...more] = kept.embeds ?? []
    assert.deepEqual([first?.title, first?.footer, first?.fields?.length, more], ['T', { text: 'F' }, 6, []])
    assert.deepEqual(cut.toSorted(), ['name', 'title', 'value'])
  })
})

test('whatever a form says is within what Discord allows', () => {
  fc.assert(
    fc.property(modal, (original) => {
      const { kept, cut } = fittedModal(original)
      const texts = (of: APIModalInteractionResponseCallbackData): [string, number, number][] => [
        ['title', lengthOf(of.title), 45],
        ['components', of.components.length, 5],
        ...of.components.flatMap((part): [string, number, number][] => {
          if (part.type !== ComponentType.Label || part.component.type !== ComponentType.TextInput) return []
          return [
            ['label', lengthOf(part.label), 45],
            ['description', lengthOf(part.description), 100],
            ['placeholder', lengthOf(part.component.placeholder), 100],
            ['value', lengthOf(part.component.value), 4000],
          ]
        }),
      ]
      assert.deepEqual(isWithin(texts(kept)), [])
      assert.equal(cut.length === 0, isWithin(texts(original)).length === 0)
      assertWhole(kept, original)
    }),
    { numRuns: 40 },
  )
})

test('answers of every kind are cut: messages, updates, forms and suggestions', () => {
  const long = 'x'.repeat(5000)
  const answers = [
    fittedResponse({ type: InteractionResponseType.ChannelMessageWithSource, data: { content: long } }),
    fittedResponse({ type: InteractionResponseType.UpdateMessage, data: { content: long } }),
    fittedResponse({ type: InteractionResponseType.Modal, data: { custom_id: 'a', title: long, components: [] } }),
    fittedResponse({
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices: [{ name: long, value: 'a' }] },
    }),
  ]
  assert.deepEqual(
    answers.map(({ cut }) => cut),
    [['content'], ['content'], ['modal_title'], ['choice']],
  )
  const pong = { type: InteractionResponseType.DeferredMessageUpdate } as const
  assert.equal(fittedResponse(pong).kept, pong)
})
