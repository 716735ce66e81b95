import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { GuildId } from '../../../kernel/ids.ts'
import { indexed, queryOf, runsOf, snippetOf, termsIn } from './words-of.ts'

const GUILD = GuildId.parse('36')

describe('words', () => {
  test('are kept without case and accents, each with its guild and where it stands', () => {
    assert.equal(indexed(GUILD, 'Été, été! 42'), `'10:ete':1,2 '10:42':3`)
    assert.equal(indexed(GUILD, `it's a'b \\ ':*`), `'10:it':1 '10:s':2 '10:a':3 '10:b':4`)
    assert.equal(indexed(GUILD, '🎉 !?'), '')
  })

  test('of a long text are bounded', () => {
    const many = indexed(GUILD, 'a '.repeat(5_000))
    assert.equal(many.split(',').length, 255)
  })

  const typed: readonly (readonly [typed: string, query: string])[] = [
    ['Parcel', `('10:parcel':*)`],
    ['of a', `('10:of') & ('10:a')`],
    ['"its way" -lost', `('10:its' <-> '10:way') & !('10:lost')`],
    ["o'neill", `('10:o' <-> '10:neill')`],
    [`g:* | !( '`, `('10:g')`],
  ]
  for (const [words, query] of typed)
    test(`are looked for as they are typed: ${words}`, () => assert.equal(queryOf(GUILD, termsIn(words)), query))

  test('that are only excluded look for nothing', () => {
    for (const words of ['', '  ', '-lost', '"', '!?', '-']) assert.deepEqual(termsIn(words), [], words)
  })

  test('that were found are marked where they stand', () => {
    assert.deepEqual(runsOf('Le café, cafés', termsIn('cafe')), [
      { text: 'Le ', isHit: false },
      { text: 'café', isHit: true },
      { text: ', ', isHit: false },
      { text: 'cafés', isHit: true },
    ])
    const snippet = snippetOf(`${'before '.repeat(60)}needle ${'after '.repeat(60)}`, termsIn('needle'))
    assert.deepEqual(
      snippet.filter(({ isHit }) => isHit).map(({ text }) => text),
      ['needle'],
    )
    assert.ok(snippet.map(({ text }) => text).join('').length <= 202)
  })
})
