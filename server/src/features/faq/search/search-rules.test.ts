import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { type Candidate, judged, weightOf } from './judge.ts'
import { keptOf, type Plan, planOfSearch, planOfText, planOfTyping, withCorrections, withSynonyms } from './plan.ts'
import { type Lexemes, meaningful, queriesOf } from './queries.ts'
import { nearest, slipsBetween } from './typos.ts'

const written = ({ terms }: Plan) => terms.map((term) => term.written)
const readings = ({ terms }: Plan) => terms.map((term) => term.readings.map(({ text }) => text))

/** As a dictionary would say that knows one empty word. */
const lexemes = (...words: string[]) =>
  new Map<string, Lexemes>(
    words.map((word) => [
      word,
      { query: `'${word}'`, prefixQuery: `'${word}':*`, isStop: word === 'the', stems: [word.replace(/s$/, '')] },
    ]),
  )
const usage = (headings: Record<string, number>, entries = 100) => ({
  entries,
  headings: new Map(Object.entries(headings)),
})

describe('what is looked for', () => {
  test('is its words, without case, accents, mentions and addresses, each once', () => {
    const plan = planOfText('Één Refund, <@110> see https://x.example/a or me@x.example: refund e-mail!')
    assert.deepEqual(written(plan), ['een', 'refund', 'see', 'or', 'e mail'])
  })

  test('may be words side by side, one or the other, and without something', () => {
    const plan = planOfSearch('"gift card" refund or "money back" -ticket x-ray')
    assert.deepEqual(readings(plan), [['gift card'], ['refund', 'money back'], ['x ray']])
    assert.deepEqual(plan.excluded, ['ticket'])
  })

  test('has no signs with a meaning in a sentence', () => {
    assert.deepEqual(planOfText('cash or -card').excluded, [])
    assert.deepEqual(written(planOfText('cash or -card')), ['cash', 'or', 'card'])
  })

  test('goes on at its last word while it is typed, until that ends', () => {
    const prefixes = (text: string) => planOfTyping(text).terms.map(({ isPrefix }) => isPrefix)
    assert.deepEqual([prefixes('how ref'), prefixes('how ref '), prefixes('')], [[false, true], [false, false], []])
  })

  test('is kept without long numbers where nothing is found', () => {
    assert.equal(keptOf(planOfText('Order 123456789 error 502 <@110>')), 'order error 502')
    assert.equal(keptOf(planOfText('0612345678')), null)
  })

  test('stays bounded, whatever is typed', () => {
    const plan = planOfText(Array.from({ length: 5_000 }, (_, index) => `word${index}`).join(' '))
    assert.equal(plan.terms.length, 40)
    const known = lexemes(...written(plan))
    assert.equal(meaningful(plan, known).terms.length, 8)
  })
})

describe('a term', () => {
  test('is also what means the same in the guild, by its word or stem', () => {
    const groups = [{ words: ['Refund', 'money back'], matching: ['refund', 'money back'] }]
    const plan = withSynonyms(planOfText('refunds please'), groups, (text) => [text.replace(/s$/, '')])
    assert.deepEqual(readings(plan), [['refunds', 'refund', 'money back'], ['please']])
  })

  test('is also the word that it looks like', () => {
    const plan = withCorrections(planOfText('refnud'), new Map([['refnud', ['refund']]]))
    assert.deepEqual(plan.terms[0]?.readings[1], { text: 'refund', because: 'typo' })
  })

  test('that says nothing is left out, unless there is no other', () => {
    const known = lexemes('the', 'refund')
    assert.deepEqual(written(meaningful(planOfText('the refund'), known)), ['refund'])
    assert.deepEqual(written(meaningful(planOfText('the'), known)), ['the'])
  })
})

describe('the queries of a plan', () => {
  test('ask for all terms, for two of the rarest, and for the rarest', () => {
    const plan = planOfSearch('a b c -d')
    const found = queriesOf(plan, lexemes('a', 'b', 'c', 'd'), usage({ a: 50, b: 2, c: 9 }))
    assert.equal(found?.all, "('a') & ('b') & ('c') & !('d')")
    assert.equal(found?.rarest, "(('b')) & !('d')")
    assert.equal(found?.some, "((('b') & ('c')) | (('b') & ('a')) | (('c') & ('a'))) & !('d')")
  })

  test('are none where there is nothing to look for', () => {
    assert.equal(queriesOf(planOfText('!?'), new Map(), usage({})), null)
  })
})

describe('a typo', () => {
  test('is so many slips away from what was meant', () => {
    const pairs: [string, string, number][] = [
      ['refund', 'refund', 0],
      ['refnud', 'refund', 1],
      ['refun', 'refund', 1],
      ['refuund', 'refund', 1],
      ['rafund', 'refund', 1],
      ['terugbtaaling', 'terugbetaling', 2],
      ['', 'abc', 3],
    ]
    for (const [one, other, slips] of pairs) assert.equal(slipsBetween(one, other), slips, `${one} ${other}`)
  })

  test('is taken for the nearest words alone, and short words for none', () => {
    assert.deepEqual(nearest('refnud', ['refund', 'refuel', 'fund']), ['refund'])
    assert.deepEqual(nearest('cat', ['car', 'cut']), [])
    assert.deepEqual(nearest('order', ['border', 'elder']), ['border'])
  })
})

describe('an entry that was found', () => {
  const candidate = (number: number, places: Candidate['places'], titleWords = 2): Candidate => ({
    id: String(number),
    number,
    title: `Entry ${number}`,
    answer: '',
    category: null,
    solved: 0,
    titleWords,
    places,
  })
  const plan = withCorrections(planOfText('refund crad'), new Map([['crad', ['card']]]))
  const asked = [
    { term: 0, text: 'refund', because: 'written', query: '' },
    { term: 1, text: 'crad', because: 'written', query: '' },
    { term: 1, text: 'card', because: 'typo', query: '' },
  ] as const

  test('stands before others when more of what was asked is in its title', () => {
    const all = [
      candidate(1, ['answer', null, 'answer']),
      candidate(2, ['title', null, 'title']),
      candidate(3, ['title', null, null]),
      candidate(4, ['keywords', null, null]),
    ]
    const hits = judged(all, plan, asked, [1, 1])
    assert.deepEqual(
      hits.map(({ number }) => number),
      [2, 3, 4, 1],
    )
    assert.ok(hits.every(({ score }) => score >= 0 && score <= 1))
  })

  test('says why, the weightiest first', () => {
    const [hit] = judged([candidate(1, ['title', null, 'keywords'])], plan, asked, [1, 1])
    assert.deepEqual(hit?.reasons, [
      { place: 'title', because: 'written', written: 'refund', found: 'refund' },
      { place: 'keywords', because: 'typo', written: 'crad', found: 'card' },
    ])
  })

  test('is found better by a rare word than by a common one', () => {
    assert.ok(weightOf(1, 1000) > weightOf(500, 1000))
    const all = [candidate(1, ['title', null, null]), candidate(2, [null, 'title', null])]
    assert.deepEqual(
      judged(all, plan, asked, [weightOf(500, 1000), weightOf(1, 1000)]).map(({ number }) => number),
      [2, 1],
    )
  })

  test('is among equals the one that helped more', () => {
    const all = [candidate(1, ['title', null, null]), { ...candidate(2, ['title', null, null]), solved: 3 }]
    assert.deepEqual(
      judged(all, plan, asked, [1, 1]).map(({ number }) => number),
      [2, 1],
    )
  })
})
