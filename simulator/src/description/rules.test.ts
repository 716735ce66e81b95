import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DiscordError } from '../discord-error.ts'
import { brokenRules, refuseBroken } from './rules.ts'

const SEND = 'POST /channels/{channel_id}/messages'
const EDIT = 'PATCH /channels/{channel_id}/messages/{message_id}'
const MEMBER = 'PATCH /guilds/{guild_id}/members/{user_id}'
const V2 = 32_768

function refusal(operation: string, body: object, context = {}): DiscordError {
  try {
    refuseBroken(operation, body, context)
  } catch (error) {
    if (error instanceof DiscordError) return error
    throw error
  }
  return assert.fail('nothing was refused')
}

describe('a broken rule is answered', () => {
  test('with 50006 when the message is empty', () => {
    assert.deepEqual(refusal(SEND, { content: '  ' }).body(), { code: 50006, message: 'Cannot send an empty message' })
  })

  test('with 50035 and all fields otherwise', () => {
    const twice = { type: 2, style: 1, label: 'x', custom_id: 'a' }
    const body = { content: 'x'.repeat(2001), components: [{ type: 1, components: [twice, twice] }] }
    const { status, code, errors } = refusal(SEND, body)
    assert.equal(status, 400)
    assert.equal(code, 50035)
    assert.deepEqual(errors, {
      content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 2000 or fewer in length.' }] },
      components: {
        0: {
          components: {
            1: {
              custom_id: {
                _errors: [
                  { code: 'COMPONENT_CUSTOM_ID_DUPLICATED', message: 'Component custom id cannot be duplicated' },
                ],
              },
            },
          },
        },
      },
    })
  })

  test('not at all when the body is fine', () => {
    refuseBroken(SEND, { content: 'x'.repeat(2000) })
    refuseBroken('GET /gateway/bot', undefined)
  })
})

describe('an empty message', () => {
  const isEmpty = (body: object, context = {}) =>
    brokenRules(SEND, body, context).some(({ rule }) => rule === 'empty message')

  test('is one without anything to see', () => {
    assert.ok(isEmpty({ embeds: [], components: [], content: null }))
  })

  test('is none with an upload, a sticker or a forwarded message', () => {
    assert.ok(!isEmpty({}, { files: 1 }))
    assert.ok(!isEmpty({ sticker_ids: ['1'] }))
    assert.ok(!isEmpty({ message_reference: { type: 1, message_id: '1', channel_id: '2' } }))
    assert.ok(isEmpty({ message_reference: { message_id: '1' } }), 'a reply needs its own content')
  })

  test('is not what an edit is that changes nothing to see', () => {
    assert.deepEqual(brokenRules(EDIT, { allowed_mentions: { parse: [] } }), [])
  })
})

describe('components of an edit', () => {
  const text = { components: [{ type: 10, content: 'x' }] }

  test('are judged by the flags the message has', () => {
    assert.deepEqual(brokenRules(EDIT, text, { flags: V2 }), [])
    assert.equal(brokenRules(EDIT, text, { flags: 0 })[0]?.rule, 'v2 without flag')
    assert.equal(brokenRules(EDIT, { content: 'x' }, { flags: V2 })[0]?.rule, 'v2 with legacy fields')
  })

  test('are not judged while those are unknown', () => {
    assert.deepEqual(brokenRules(EDIT, text), [])
  })
})

test('custom ids are unique across rows, sections and labels', () => {
  const button = { type: 2, style: 1, label: 'x', custom_id: 'a' }
  const section = { type: 9, components: [{ type: 10, content: 'x' }], accessory: button }
  const body = {
    flags: V2,
    components: [
      { type: 17, components: [section] },
      { type: 1, components: [button] },
    ],
  }
  assert.deepEqual(brokenRules(SEND, body)[0]?.path, ['components', 1, 'components', 0, 'custom_id'])
})

test('lengths are counted in code points', () => {
  assert.deepEqual(brokenRules(SEND, { content: '👍'.repeat(2000) }), [])
  assert.equal(brokenRules(SEND, { content: '👍'.repeat(2001) })[0]?.rule, 'content length')
})

test('a time-out ends within 28 days', () => {
  const nowMs = Date.parse('2026-11-23T00:00:00Z')
  const until = (text: string) => ({ communication_disabled_until: text })
  assert.deepEqual(brokenRules(MEMBER, until('2026-12-21T00:00:00Z'), { nowMs }), [])
  assert.equal(brokenRules(MEMBER, until('2026-12-21T00:00:01Z'), { nowMs }).length, 1)
  assert.deepEqual(brokenRules(MEMBER, { communication_disabled_until: null }, { nowMs }), [])
})

describe('command names', () => {
  const namesAreFine = (name: string, type = 1) =>
    brokenRules('POST /applications/{application_id}/commands', { name, type, description: 'd' }).length === 0

  test('of chat commands are lower case where there is a lower case', () => {
    assert.ok(namesAreFine('add_reminder'))
    assert.ok(namesAreFine('напомни'))
    assert.ok(namesAreFine('提醒'))
    assert.ok(!namesAreFine('Напомни'))
    assert.ok(!namesAreFine('add.reminder'))
    assert.ok(!namesAreFine('x'.repeat(33)))
  })

  test('of message commands are free', () => {
    assert.ok(namesAreFine('Remind me of this', 3))
  })

  test('of a change may be left out, as may the description', () => {
    const operation = 'PATCH /applications/{application_id}/commands/{command_id}'
    assert.deepEqual(brokenRules(operation, { default_member_permissions: '8' }), [])
    assert.equal(brokenRules(operation, { description: '' })[0]?.rule, 'command description')
  })

  test('in other languages follow the same rule', () => {
    const body = [{ name: 'remind', description: 'd', name_localizations: { nl: 'Herinner mij' } }]
    const broken = brokenRules('PUT /applications/{application_id}/guilds/{guild_id}/commands', body)
    assert.deepEqual(broken[0]?.path, [0, 'name_localizations', 'nl'])
  })
})
