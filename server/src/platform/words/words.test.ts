import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { languageFor } from '../../kernel/language.ts'
import { defineWords } from './words.ts'

const words = defineWords(
  { tea_one: '{{count}} cup for {{name}}', tea_other: '{{count}} cups for {{name}}', none: 'No tea.' },
  { tea_one: '{{count}} kop voor {{name}}', tea_other: '{{count}} koppen voor {{name}}', none: 'Geen thee.' },
)

describe('a catalogue', () => {
  test('says its sentences in each language, in the form that fits the count', () => {
    assert.deepEqual(
      [words('en')('none'), words('nl')('none'), words('en')('tea', { count: 1, name: 'Ann' })],
      ['No tea.', 'Geen thee.', '1 cup for Ann'],
    )
    assert.equal(words('nl')('tea', { count: 0, name: 'Ann' }), '0 koppen voor Ann')
  })

  test('says a sentence in every language at once', () => {
    assert.deepEqual(words.everywhere('none'), { en: 'No tea.', nl: 'Geen thee.' })
  })

  test('takes values as they are: what looks like a placeholder or a reference in them stays text', () => {
    const name = '<b>{{count}} $t(none) $& {{name}}'
    assert.equal(words('en')('tea', { count: 2, name }), `2 cups for ${name}`)
  })

  test('names the same values in each language, or does not load', () => {
    assert.throws(() => defineWords({ a: 'Hello {{name}}' }, { a: 'Hallo {{naam}}' }), TypeError)
  })

  test('has the same keys in each language, or does not compile', () => {
    // @ts-expect-error a key is missing
    assert.throws(() => defineWords({ a: 'Hello {{name}}' }, {}), TypeError)
    // @ts-expect-error a value is missing
    assert.equal(words('en')('tea', { count: 1 }), '1 cup for {{name}}')
  })
})

describe('the language', () => {
  test('is that of the reader, else that of the guild, else English', () => {
    assert.deepEqual(
      [languageFor('nl', 'en-US'), languageFor('en-GB', 'nl'), languageFor('de', 'nl'), languageFor(null, 'fr')],
      ['nl', 'en', 'nl', 'en'],
    )
  })
})
