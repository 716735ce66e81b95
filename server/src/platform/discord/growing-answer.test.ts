import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pino } from 'pino'
import { until } from '../../testing/until.ts'
import { growingAnswer } from './growing-answer.ts'
import { plain } from './message-parts.ts'

const logger = pino({ level: 'silent' })

test('shows the first at once and the last of a second after it, and nothing once the answer is there', async () => {
  const shown: string[] = []
  const at: number[] = []
  const answer = growingAnswer(async ({ content }) => {
    shown.push(content ?? '')
    at.push(performance.now())
  }, logger)
  answer.show(plain('before the announcement'))
  assert.deepEqual(shown, [])
  answer.begin()
  answer.show(plain('two'))
  answer.show(plain('three'))
  await until('the last', async () => shown.length === 2)
  assert.deepEqual(shown, ['before the announcement', 'three'])
  assert.ok((at[1] ?? 0) - (at[0] ?? 0) >= 990)
  answer.show(plain('four'))
  await answer.end()
  answer.show(plain('five'))
  assert.equal(shown.length, 2)
})

test('ends after the edit that is under way', async () => {
  const edit = Promise.withResolvers<void>()
  const answer = growingAnswer(() => edit.promise, logger)
  answer.begin()
  answer.show(plain('one'))
  let hasEnded = false
  const ended = answer.end().then(() => {
    hasEnded = true
  })
  await new Promise(setImmediate)
  assert.equal(hasEnded, false)
  edit.reject(new Error('not taken'))
  await ended
})
