import assert from 'node:assert/strict'
import { test } from 'node:test'
import { durationInWords } from './duration-words.ts'

test('a duration is told in its two largest units, without those that are nought', () => {
  const told = [0, 1, 59, 60, 61, 3600, 3601, 3661, 86_400, 2 * 86_400 + 3 * 3600 + 4 * 60].map(durationInWords)
  assert.deepEqual(told, [
    '0 seconds',
    '1 second',
    '59 seconds',
    '1 minute',
    '1 minute 1 second',
    '1 hour',
    '1 hour',
    '1 hour 1 minute',
    '1 day',
    '2 days 3 hours',
  ])
})
