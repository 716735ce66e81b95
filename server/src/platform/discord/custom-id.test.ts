import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { customId, parseCustomId } from './custom-id.ts'

test('reads back what it wrote', () => {
  assert.deepEqual(parseCustomId(customId('reminders', 'snooze_10m', '12')), {
    feature: 'reminders',
    act: 'snooze_10m',
    id: '12',
  })
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (id) => {
      assert.equal(parseCustomId(customId('reminders', 'list', id))?.id, id)
    }),
  )
})

test('refuses to write what Discord or we could not take', () => {
  assert.throws(() => customId('reminders', 'list', 'x'.repeat(90)), RangeError)
  assert.throws(() => customId('Reminders', 'list'), RangeError)
  assert.throws(() => customId('reminders', 'a:b'), RangeError)
})

test('does not read ids that are not ours', () => {
  for (const text of ['', 'reminders', 'reminders:list', ':list:', '{"a":1}']) assert.equal(parseCustomId(text), null)
})
