import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CatchUp } from './reminder.ts'
import { lateness, retryDelay } from './rules.ts'

const DUE = Temporal.Instant.from('2026-11-23T12:00:00Z')
const after = (seconds: number, catchUp: CatchUp = 'send_late') => lateness(DUE, DUE.add({ seconds }), catchUp)

test('a minute is not late', () => {
  assert.deepEqual([after(-5), after(0), after(60)], ['on_time', 'on_time', 'on_time'])
})

test('it is sent late for six hours, then missed', () => {
  assert.deepEqual([after(61), after(6 * 3600), after(6 * 3600 + 1)], ['late', 'late', 'missed'])
})

test('one that is not to be caught up with is missed after a minute', () => {
  assert.deepEqual([after(60, 'skip'), after(61, 'skip')], ['on_time', 'missed'])
})

test('attempts lie further and further apart, up to a minute', () => {
  assert.deepEqual([0, 1, 2, 3, 6, 7, 8, 5000].map(retryDelay), [1, 1, 2, 4, 32, 60, 60, 60])
})
