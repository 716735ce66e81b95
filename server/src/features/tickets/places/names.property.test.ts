import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { STATUSES } from '../ticket.ts'
import { namesFor } from './name.ts'

const ANYTHING = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.stringMatching(/^[ -~]{0,200}$/),
)

describe('names of the places of tickets', () => {
  test('are never empty, never too long, and hold nothing but small letters, digits and single dashes', () => {
    fc.assert(
      fc.property(
        fc.record({ number: fc.integer({ min: 1, max: 2 ** 31 - 1 }), status: fc.constantFrom(...STATUSES) }),
        fc.option(ANYTHING),
        (ticket, panelName) => {
          const names = namesFor(ticket, panelName)
          assert.ok(names.length > 0)
          assert.equal(new Set(names).size, names.length)
          for (const name of names) {
            assert.match(name, /^[\p{Ll}\p{Lo}\p{M}\p{Nd}]+(?:-[\p{Ll}\p{Lo}\p{M}\p{Nd}]+)*$/u)
            assert.ok([...name].length <= 100 && name.length <= 100)
            assert.ok(name.isWellFormed())
            assert.ok(name.includes(String(ticket.number)))
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  const open = (number: number, panelName: string | null) => namesFor({ number, status: 'open' }, panelName)

  test('say the panel and the number, and something else where that is refused', () => {
    assert.deepEqual(open(12, 'Billing & Refunds!'), ['billing-refunds-0012', 'ticket-0012', 'desk-0012', '0012'])
    assert.deepEqual(open(12, '🎫'), ['ticket-0012', 'desk-0012', '0012'])
    assert.deepEqual(open(12, 'Ticket'), ['ticket-0012', 'desk-0012', '0012'])
    assert.deepEqual(open(123_456, null)[0], 'ticket-123456')
    assert.deepEqual(open(7, 'Überweisung Ⅳ 支払い')[0], 'überweisung-iv-支払い-0007')
  })

  test('say when the ticket is closed', () => {
    assert.deepEqual(namesFor({ number: 12, status: 'closed' }, 'Billing'), ['closed-0012'])
  })
})
