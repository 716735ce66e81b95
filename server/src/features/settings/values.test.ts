import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ChannelType } from 'discord-api-types/v10'
import { ChannelId, RoleId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { defineSetting, type Setting } from '../../platform/settings/define.ts'
import { namedThen, namedValue, shownThen, shownValue } from './values.ts'
import { suggestedValues } from './values-suggested.ts'
import { readTyped } from './values-typed.ts'

const about = { scope: 'tea', label: { en: 'Tea', nl: 'Thee' }, help: { en: 'About tea.', nl: 'Over thee.' } }
const enabled = defineSetting({ ...about, key: 'enabled', type: 'boolean', default: true })
const warmth = defineSetting({ ...about, key: 'warmth', type: 'number', default: 0.7, min: -1, max: 2 })
const words = defineSetting({ ...about, key: 'words', type: 'string', default: '', maxLength: 500 })
const token = defineSetting({ ...about, key: 'token', type: 'string', default: '', maxLength: 50, secret: true })
const role = defineSetting({ ...about, key: 'role_id', type: 'role', default: null })
const person = defineSetting({ ...about, key: 'user_id', type: 'user', default: null })
const mode = defineSetting({
  ...about,
  key: 'mode',
  type: 'enum',
  default: 'cold',
  choices: [
    { value: 'cold', label: { en: 'Cold', nl: 'Koud' } },
    { value: 'warm', label: { en: 'Very warm', nl: 'Erg warm' } },
  ],
})
const channel = defineSetting({
  ...about,
  key: 'channel_id',
  type: 'channel',
  default: null,
  channelTypes: [ChannelType.GuildText],
})

const ONE = '1100000000000000201'
const TWIN = '1100000000000000202'
const HOST = RoleId.parse('1100000000000000301')
const contents = {
  channels: [
    { id: ChannelId.parse(ONE), name: 'kettle', type: ChannelType.GuildText as const },
    { id: ChannelId.parse(TWIN), name: 'Kettle', type: ChannelType.GuildText as const },
    { id: ChannelId.parse('1100000000000000203'), name: '2027', type: ChannelType.GuildText as const },
    { id: ChannelId.parse('1100000000000000204'), name: 'voice', type: ChannelType.GuildVoice as const },
  ],
  roles: [{ id: HOST, name: 'Tea host' }],
}
const now = Temporal.Instant.from('2027-03-01T12:00:00Z')
const offered = (setting: Setting, value: string | boolean | null, typed: string, language: Language = 'en') =>
  suggestedValues({ setting, value }, typed, { contents, now, language }).map(({ name }) => name)

describe('what is typed', () => {
  const read: readonly (readonly [Setting, string, unknown])[] = [
    [enabled, ' JA ', true],
    [enabled, 'Off', false],
    [warmth, '-0,5', -0.5],
    [warmth, '+1', 1],
    [words, '  as it is ', '  as it is '],
    [role, '@tea host', HOST],
    [role, `<@&${HOST}>`, HOST],
    [role, 'none', null],
    [person, '<@!1100000000000000101>', '1100000000000000101'],
    [channel, '2027', '1100000000000000203'],
    [channel, TWIN, TWIN],
  ]
  for (const [setting, typed, value] of read)
    test(`is read: ${setting.type} ${typed}`, () => assert.equal(readTyped(setting, typed, contents), value))

  const refused: readonly (readonly [Setting, string, RegExp])[] = [
    [enabled, '', /Tea must be on or off\.$/],
    [warmth, '0x1', /number from -1 to 2/],
    [warmth, '1e1', /number from -1 to 2/],
    [person, 'Mira', /must be the id of a member/],
    [channel, 'kettle', /is the name of 2: choose one from the suggestions/],
    [channel, 'voice', /must be a text channel of this server/],
    [channel, `<@&${HOST}>`, /must be a text channel/],
  ]
  for (const [setting, typed, sentence] of refused)
    test(`is refused: ${setting.type} ${typed}`, () =>
      assert.throws(() => readTyped(setting, typed, contents), sentence))
})

describe('what is shown', () => {
  test('keeps secrets, and says that there is one', () => {
    assert.equal(shownValue(token, 'hush', 'en'), '********')
    assert.equal(namedValue(token, 'hush', contents, 'en'), '********')
    assert.deepEqual(offered(token, 'hush', ''), [])
  })

  test('cuts by characters and stays on one line', () => {
    assert.equal(shownValue(words, `a\n${'🍵'.repeat(200)}`, 'en'), `\`a ${'🍵'.repeat(48)}…\``)
    assert.equal(shownValue(words, '', 'en'), 'empty')
  })

  test('survives values of an earlier type and settings that are gone', () => {
    assert.equal(shownValue(enabled, 'maybe', 'en'), '`maybe`')
    assert.equal(shownThen(undefined, { a: 1 }, 'en'), '`{"a":1}`')
    assert.equal(shownThen(undefined, undefined, 'en'), 'the default')
    assert.equal(namedThen(undefined, undefined, contents, 'en'), 'the default')
    assert.equal(namedValue(role, '1100000000000000399', contents, 'en'), 'a deleted role')
    assert.equal(shownThen(enabled, undefined, 'en'), 'on (default)')
  })
})

test('values are shown in the language of the reader, and found in either', () => {
  assert.equal(shownThen(enabled, undefined, 'nl'), 'aan (standaard)')
  assert.equal(shownValue(mode, 'warm', 'nl'), 'Erg warm')
  assert.equal(namedValue(role, null, contents, 'nl'), 'niet ingesteld')
  assert.deepEqual(offered(enabled, true, '', 'nl'), ['aan (nu)', 'uit'])
  assert.deepEqual(offered(enabled, true, 'off', 'nl'), ['uit'])
  assert.deepEqual(offered(mode, null, 'erg'), ['Very warm'])
  assert.equal(readTyped(mode, 'erg w', contents), 'warm')
  const refusal = (typed: string) => {
    try {
      return readTyped(channel, typed, contents)
    } catch (error) {
      return error instanceof Refusal ? error.sentenceIn('nl') : error
    }
  }
  assert.equal(refusal('voice'), 'Thee moet een tekstkanaal van deze server zijn.')
  assert.equal(refusal('kettle'), 'Thee is de naam van 2: kies er een uit de suggesties.')
})

test('suggestions leave out what is too long to be sent back', () => {
  assert.deepEqual(offered(words, 'x'.repeat(101), ''), [])
  assert.deepEqual(offered(words, 'x'.repeat(100), '').length, 1)
  assert.deepEqual(offered(channel, null, 'ke'), ['#kettle', '#Kettle'])
})
