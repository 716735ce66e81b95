import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { UserId } from '../../kernel/ids.ts'
import { joinMessage } from './announcement.ts'
import { inviteSettings } from './settings.ts'

const DEFAULTS = {
  withInviter: inviteSettings.withInviter.default,
  withoutInviter: inviteSettings.withoutInviter.default,
}
const MIRA = { userId: UserId.parse('14'), name: 'Mira' }
const OLGA = { userId: UserId.parse('11'), name: 'olga', invites: 3 }

describe('the announcement of a join', () => {
  test('fills in every placeholder', () => {
    const all = '{member}/{member_name}/{inviter}/{inviter_name}/{count}'
    const said = (inviter: typeof OLGA | null) =>
      joinMessage({ withInviter: all, withoutInviter: all }, 'en', MIRA, inviter).content
    assert.equal(said(OLGA), '<@14>/Mira/<@11>/olga/3')
    assert.equal(said(null), '<@14>/Mira/nobody known/nobody known/0')
  })

  test('has words of its own in each language, and leaves those of the guild alone', () => {
    assert.equal(joinMessage(DEFAULTS, 'en', MIRA, OLGA).content, '<@14> joined! <@11> now has 3 invites.')
    assert.equal(
      joinMessage(DEFAULTS, 'nl', MIRA, OLGA).content,
      '<@14> is erbij gekomen! <@11> heeft nu 3 uitnodigingen.',
    )
    assert.equal(joinMessage({ ...DEFAULTS, withInviter: 'Hi {member}' }, 'nl', MIRA, OLGA).content, 'Hi <@14>')
  })

  test('fits, notifies nobody, and reads no placeholder in a name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 32 }), fc.integer({ min: 1, max: 70 }), (name, times) => {
        const templates = { ...DEFAULTS, withoutInviter: '{member_name}'.repeat(times) }
        const { content = '', allowed_mentions } = joinMessage(templates, 'en', { ...MIRA, name }, null)
        assert.ok(content.length <= 2000)
        assert.deepEqual(allowed_mentions, { parse: [] })
        assert.ok(!/(?<!\\)\]\(|@everyone|@here/.test(content))
      }),
      { numRuns: 100 },
    )
    assert.equal(
      joinMessage(DEFAULTS, 'en', { ...MIRA, name: '{count}' }, null).content,
      '<@14> joined, but no inviter data found.',
    )
    assert.equal(
      joinMessage({ ...DEFAULTS, withoutInviter: '{member_name}' }, 'en', { ...MIRA, name: '{count}' }, null).content,
      '{count}',
    )
  })
})
