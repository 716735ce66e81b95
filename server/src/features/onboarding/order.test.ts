import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Refusal } from '../../kernel/refusal.ts'
import { checkComplete, placed } from './order.ts'

const ids = fc.uniqueArray(fc.integer({ min: 1, max: 99 }).map(String), { maxLength: 25 })
const order = fc.integer({ min: 1, max: 40 })

describe('a place in a list', () => {
  test('is the one wished for, or the last, and the others keep their order', () => {
    fc.assert(
      fc.property(ids, fc.integer({ min: 1, max: 120 }).map(String), order, (before, id, wished) => {
        const after = placed(before, id, wished)
        const others = before.filter((other) => other !== id)
        assert.deepEqual(
          after.filter((other) => other !== id),
          others,
        )
        assert.equal(after.length, others.length + 1)
        assert.equal(after.indexOf(id) + 1, Math.min(wished, others.length + 1))
      }),
    )
  })

  test('stays what it is without a wish, and of something new it is the last', () => {
    assert.deepEqual(placed(['1', '2'], '1', undefined), ['1', '2'])
    assert.deepEqual(placed(['1', '2'], '3', undefined), ['1', '2', '3'])
  })
})

describe('a complete order', () => {
  test('is each permutation, and nothing else', () => {
    fc.assert(
      fc.property(
        ids.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all))),
        ([all, some]) => {
          const check = () => checkComplete('rules', all, some)
          if (some.length === all.length) check()
          else assert.throws(check, Refusal)
          assert.throws(() => checkComplete('rules', all, [...all, '100']), Refusal)
          if (all.length > 0) assert.throws(() => checkComplete('rules', all, [...all, ...all.slice(0, 1)]), Refusal)
        },
      ),
    )
  })

  test('names ten of what is wrong, and counts the rest', () => {
    const unknown = Array.from({ length: 12 }, (_, n) => String(n + 1))
    assert.throws(() => checkComplete('rules', [], unknown), {
      message: 'rules must name each of the rules once: unknown 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 and 2 more.',
    })
  })
})
