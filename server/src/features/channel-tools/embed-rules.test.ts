import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { LIMITS, LONGEST_EMBED, readEmbed } from './embed.ts'

const EMPTY = { title: '', description: '', colour: '', footer: '', image: '' }
const read = (typed: Partial<typeof EMPTY>) => readEmbed({ ...EMPTY, title: 'Title', ...typed })
const problems = (typed: Partial<typeof EMPTY>) => {
  const reading = read(typed)
  return 'problems' in reading ? reading.problems : []
}
const colour = (typed: string) => {
  const reading = read({ colour: typed })
  return 'embed' in reading ? reading.embed.color : null
}

describe('an embed', () => {
  test('has what was typed, without what was left out', () => {
    assert.deepEqual(read({}), { embed: { title: 'Title' } })
    const image = 'https://example.com/a.png'
    assert.deepEqual(readEmbed({ title: ' ', description: ' Text ', colour: 'Red', footer: 'F', image }), {
      embed: { description: 'Text', color: 0xe7_4c_3c, footer: { text: 'F' }, image: { url: image } },
    })
  })

  test('takes its colour as digits or by its English or Dutch name', () => {
    for (const typed of ['#ff8800', 'FF8800', '0xff8800', '#f80', ' f80 '])
      assert.equal(colour(typed), 0xff_88_00, typed)
    assert.equal(colour('groen'), colour('GREEN'))
    for (const typed of ['#ff880', 'ff88001', 'reddish', '#ggg', '12', 'rgb(1,2,3)']) {
      assert.equal(colour(typed), null, typed)
      assert.deepEqual(problems({ colour: typed }), ['colour_wrong'], typed)
    }
  })

  test('takes images from secure addresses alone', () => {
    for (const image of [
      'http://example.com/a.png',
      'example.com',
      'https://a b.com',
      'https://',
      'https://host',
      'javascript:1',
    ])
      assert.deepEqual(problems({ image }), ['image_wrong'], image)
  })

  test('names all that is wrong at once', () => {
    assert.deepEqual(problems({ title: ' ', colour: 'nope', image: 'nope' }), ['empty', 'colour_wrong', 'image_wrong'])
    const typed = { title: 'x'.repeat(256), description: 'x'.repeat(4000), footer: 'x'.repeat(2048) }
    assert.deepEqual(problems(typed), ['too_long'])
  })

  test('is within the limits of Discord whatever fits into the form', () => {
    const field = (name: keyof typeof LIMITS) => fc.string({ maxLength: LIMITS[name], size: 'max' })
    const typed = fc.record({
      title: field('title'),
      description: field('description'),
      colour: field('colour'),
      footer: field('footer'),
      image: field('image'),
    })
    fc.assert(
      fc.property(typed, (some) => {
        const reading = readEmbed(some)
        if ('problems' in reading) return
        const { title = '', description = '', footer } = reading.embed
        assert.ok(title.length + description.length + (footer?.text.length ?? 0) <= LONGEST_EMBED)
      }),
      { numRuns: 50 },
    )
  })
})
