import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ChannelType } from 'discord-api-types/v10'
import type { JsonValue } from '../database/tables.ts'
import { defineSetting, type Setting } from './define.ts'
import { settingRegistry } from './registry.ts'
import { judge, valueIn } from './value.ts'

const about = { scope: 'tea', label: { en: 'Tea', nl: 'Thee' }, help: { en: 'About tea.', nl: 'Over thee.' } }
const enabled = defineSetting({ ...about, key: 'enabled', type: 'boolean', default: true })
const minutes = defineSetting({ ...about, key: 'minutes', type: 'integer', default: 60, min: 0, max: 4320 })
const warmth = defineSetting({ ...about, key: 'warmth', type: 'number', default: 0.7, min: 0, max: 2 })
const model = defineSetting({ ...about, key: 'model', type: 'string', default: 'pot', minLength: 1, maxLength: 5 })
const mode = defineSetting({
  ...about,
  key: 'mode',
  type: 'enum',
  default: 'green',
  choices: [
    { value: 'green', label: { en: 'Green', nl: 'Groen' } },
    { value: '7', label: { en: 'Seven', nl: 'Zeven' } },
  ],
})
const channel = defineSetting({
  ...about,
  key: 'channel_id',
  type: 'channel',
  default: null,
  channelTypes: [ChannelType.GuildText],
})
const role = defineSetting({ ...about, key: 'role_id', type: 'role', default: null })
const zone = defineSetting({ ...about, key: 'zone', type: 'timezone', default: 'UTC' })
const words = defineSetting({
  ...about,
  key: 'words',
  type: 'template',
  default: '{member} has tea',
  maxLength: 20,
  placeholders: ['member', 'count'],
})
const ID = '1100000000000000201'

describe('a value', () => {
  const fitting: readonly (readonly [Setting, unknown, unknown?])[] = [
    [enabled, false],
    [minutes, 0],
    [minutes, 4320],
    [warmth, 0.3],
    [warmth, -0, 0],
    [model, 'grok'],
    [model, '🍵🍵🍵🍵🍵'],
    [mode, '7'],
    [channel, ID],
    [channel, 123456789, '123456789'],
    [zone, 'Europe/Brussels'],
    [words, 'tea for {member}'],
    [words, 'a } and a {'],
  ]
  for (const [setting, value, kept = value] of fitting)
    test(`that fits is kept: ${setting.type} ${value}`, () => assert.deepEqual(judge(setting, value), { value: kept }))

  const broken: readonly (readonly [Setting, unknown, string])[] = [
    [enabled, 'true', 'must be true or false'],
    [enabled, 1, 'must be true or false'],
    [minutes, '60', 'must be a whole number from 0 to 4320'],
    [minutes, 0.5, 'must be a whole number from 0 to 4320'],
    [minutes, 4321, 'must be a whole number from 0 to 4320'],
    [warmth, 5000, 'must be a number from 0 to 2'],
    [warmth, Number.NaN, 'must be a number from 0 to 2'],
    [model, '', 'must be text of 1 to 5 characters'],
    [model, 'longer', 'must be text of 1 to 5 characters'],
    [mode, 'Green', 'must be one of green, 7'],
    [zone, 'Mars/Olympus', 'must be the name of a time zone, such as Europe/Brussels'],
    [words, '{guest} has tea', 'must not contain {guest}: its placeholders are {member}, {count}'],
    [words, '', 'must be text of 1 to 20 characters'],
    [channel, 2 ** 53, 'must be the id of a channel of this server, or null'],
    [role, '0', 'must be the id of a role of this server, or null'],
    [channel, {}, 'must be the id of a channel of this server, or null'],
    [channel, [ID], 'must be the id of a channel of this server, or null'],
  ]
  for (const [setting, value, claim] of broken)
    test(`that breaks its rule is told the rule: ${setting.type} ${JSON.stringify(value)}`, () =>
      assert.equal(judge(setting, value).claim?.en, claim))

  for (const text of ['null', 'true'])
    test(`S-04: the text "${text}" is no id, and where it is stored the default holds`, () => {
      assert.ok(judge(channel, text).claim)
      assert.equal(valueIn(channel, { value: text, valueType: 'channel' }), null)
    })

  test('R-17: zero is a value and not the absence of one', () => {
    assert.equal(valueIn(minutes, { value: 0, valueType: 'integer' }), 0)
  })

  test('R-07: false stays false and text stays without quotes', () => {
    assert.equal(valueIn(enabled, { value: false, valueType: 'boolean' }), false)
    assert.equal(valueIn(model, { value: 'grok', valueType: 'string' }), 'grok')
  })
})

describe('a value stored under an earlier type', () => {
  const cases: readonly (readonly [string, Setting, JsonValue, string, unknown])[] = [
    ['text that says a number becomes the number', minutes, '90', 'string', 90],
    ['text that says it oddly does not', minutes, '0x5a', 'string', 60],
    ['a number out of today’s bounds does not hold', minutes, '5000', 'string', 60],
    ['a whole number is a number too', warmth, 1, 'integer', 1],
    ['a fraction is no whole number', minutes, 0.5, 'number', 60],
    ['text that says a boolean becomes one', enabled, 'false', 'string', false],
    ['a number is no boolean', enabled, 0, 'integer', true],
    ['a number becomes text', model, 60, 'integer', '60'],
    ['a number becomes a choice where there is such a choice', mode, 7, 'integer', '7'],
    ['text becomes an id where it is one', channel, ID, 'string', ID],
    ['the id of a role is no channel', channel, ID, 'role', null],
    ['a choice that is no longer offered does not hold', mode, 'black', 'enum', 'green'],
    ['a list is nothing', model, ['a'], 'list', 'pot'],
  ]
  for (const [fact, setting, value, valueType, expected] of cases)
    test(fact, () => assert.deepEqual(valueIn(setting, { value, valueType }), expected))
})

describe('the registry', () => {
  test('finds settings by scope and key', () => {
    const registry = settingRegistry([enabled, channel, { ...enabled, scope: 'coffee' }])
    assert.equal(registry.find('tea', 'enabled'), enabled)
    assert.equal(registry.find('milk', 'enabled'), undefined)
    assert.deepEqual(registry.scopes, ['tea', 'coffee'])
  })

  test('refuses two settings of one name', () => {
    assert.throws(() => settingRegistry([enabled, { ...minutes, key: 'enabled' }]), /tea\.enabled is declared twice/)
  })

  test('refuses a default that breaks its own rule', () => {
    assert.throws(() => settingRegistry([{ ...minutes, default: -1 }]), /tea\.minutes must be a whole number/)
  })
})
