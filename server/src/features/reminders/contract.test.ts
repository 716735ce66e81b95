import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { Compile } from 'typebox/compile'
import { ReminderInput, ReminderListQuery, ReminderPatch } from './contract.ts'

const input = Compile(ReminderInput)
const patch = Compile(ReminderPatch)

/** The sample of the reference, with the id as it arrives. */
const SAMPLE = {
  name: 'Team Standup',
  channel_id: '123456789',
  time: '09:00:00',
  days: ['0', '2', '4'],
  message: 'Daily standup meeting',
  location: 'Main Channel',
}

/** What GET shows, as a client sends it back. */
const SHOWN = {
  ...SAMPLE,
  id: '1',
  call_time: '10:00:00',
  event_time: null,
  created_at: '2026-01-21T10:00:00Z',
  guild_id: '1100000000000000001',
  user_id: '1100000000000000104',
  timezone: 'UTC',
  rrule: null,
  ends_at: null,
  image_url: null,
  mention: 'none',
  catch_up: 'send_late',
  next_at: '2026-01-21T10:00:00Z',
  status: 'active',
  last_delivery: null,
}

test('the sample of the reference fits, for PUT with its id', () => {
  assert.ok(input.Check(SAMPLE))
  assert.ok(patch.Check({ ...SAMPLE, id: '1', user_id: '123' }))
  assert.ok(patch.Check({ id: '1' }))
})

test('what GET shows may be sent back', () => {
  assert.ok(patch.Check(SHOWN))
  assert.ok(input.Check(SHOWN))
})

describe('does not fit', () => {
  const wrong: [string, object][] = [
    ['an unknown field', { colour: 'green' }],
    ['a wall time without its zero', { time: '9:00' }],
    ['a wall time of 24:00', { call_time: '24:00' }],
    ['a day beyond Sunday', { days: ['7'] }],
    ['a day by name', { days: ['monday'] }],
    ['days that are no list', { days: '0' }],
    ['a name of 101 characters', { name: 'x'.repeat(101) }],
    ['an empty name', { name: '' }],
    ['a message of 2001 characters', { message: 'x'.repeat(2001) }],
    ['a message that is none', { message: null }],
    ['a channel by name', { channel_id: 'general' }],
    ['an event without an offset', { event_time: '2026-01-21T10:00:00' }],
    ['a mention by name', { mention: '@here' }],
    ['another way to catch up', { catch_up: 'never' }],
  ]
  for (const [name, fields] of wrong) {
    test(name, () => {
      assert.equal(input.Check({ ...SAMPLE, ...fields }), false)
      assert.equal(patch.Check({ ...SAMPLE, id: '1', ...fields }), false)
    })
  }

  test('a page of none or of more than a hundred', () => {
    const query = Compile(ReminderListQuery)
    assert.deepEqual(
      [query.Check({ limit: 0 }), query.Check({ limit: 100 }), query.Check({ limit: 101 })],
      [false, true, false],
    )
  })
})
