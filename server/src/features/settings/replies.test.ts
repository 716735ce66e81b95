import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ChannelType } from 'discord-api-types/v10'
import fc from 'fast-check'
import { ChannelId, RoleId, UserId } from '../../kernel/ids.ts'
import { inEach, LANGUAGES, type Language } from '../../kernel/language.ts'
import type { JsonValue } from '../../platform/database/tables.ts'
import { fitted, fittedModal } from '../../platform/discord/fit.ts'
import type { OutgoingMessage } from '../../platform/discord/message.ts'
import type { Setting } from '../../platform/settings/define.ts'
import { changedReply, settingForm, settingReply } from './replies.ts'
import {
  changeName,
  HISTORY_PAGE,
  historyReply,
  rollbackPreview,
  rolledBackReply,
  toldReply,
} from './replies-history.ts'
import { scopesReply, showReply } from './replies-overview.ts'
import { setupSummary, stepReply } from './replies-setup.ts'
import type { CurrentSetting, HistoryEntry } from './service.ts'
import { suggestedValues } from './values-suggested.ts'
import { setupSteps } from './wizard.ts'

const LARGEST = '8999999999999999999'
const USER = UserId.parse(LARGEST)
const NOW = Temporal.Instant.from('2027-03-01T12:00:00Z')

/** What members and admins type: short and as long as it may be, with what takes more than one unit. */
const text = (most: number) =>
  fc
    .record({ unit: fc.constantFrom('a', '`', '😀', '<@1>', '**', '\n', '👩‍🚀'), count: fc.constantFrom(0, 1, most) })
    .map(({ unit, count }) => [...unit.repeat(count)].slice(0, most).join(''))
const words = (most: number) => fc.constantFrom('Tea', 'Kop thee', 'x'.repeat(most)).map((one) => inEach(() => one))

const declared = fc.record({
  scope: fc.constantFrom('tea', 'coffee', 's'.repeat(30)),
  label: words(45),
  help: words(300),
  setup: fc.record({ order: fc.integer({ min: 1, max: 9 }), question: words(200) }),
})
const kinds = fc.constantFrom<
  (about: { scope: string; key: string } & Pick<Setting, 'label' | 'help' | 'setup'>) => Setting
>(
  (about) => ({ ...about, type: 'boolean', default: true }),
  (about) => ({ ...about, type: 'number', default: 1, min: -1e9, max: 1e9 }),
  (about) => ({ ...about, type: 'string', default: '', maxLength: 4000 }),
  (about) => ({
    ...about,
    type: 'template',
    default: 'x',
    maxLength: 2000,
    placeholders: ['member', 'count', 'server'],
  }),
  (about) => ({ ...about, type: 'timezone', default: 'UTC' }),
  (about) => ({
    ...about,
    type: 'enum',
    default: 'a',
    choices: [{ value: 'a', label: inEach(() => 'c'.repeat(100)) }],
  }),
  (about) => ({ ...about, type: 'channel', default: null, channelTypes: [ChannelType.GuildText] }),
  (about) => ({ ...about, type: 'role', default: null }),
  (about) => ({ ...about, type: 'user', default: null }),
)
/** Also values of an earlier type. */
const value: fc.Arbitrary<JsonValue> = fc.oneof(text(4000), fc.constantFrom<JsonValue>(true, null, 1e9, LARGEST))

const current: fc.Arbitrary<CurrentSetting> = fc
  .record({ about: declared, kind: kinds, value, isDefault: fc.boolean(), number: fc.nat(99) })
  .map(({ about, kind, number, ...rest }) => ({ setting: kind({ ...about, key: `key_${number}` }), ...rest }))
const change: fc.Arbitrary<[HistoryEntry, Setting]> = fc
  .record({
    current,
    from: value,
    to: value,
    source: fc.constantFrom('api', 'command'),
    type: fc.constantFrom('updated', 'rollback'),
  })
  .map(({ current: { setting }, from, to, source, type }) => [
    {
      id: 10n ** 18n,
      scope: setting.scope,
      key: setting.key,
      valueType: setting.type,
      oldValue: from,
      newValue: to,
      changedBy: USER,
      changedAt: NOW,
      changeType: type,
      source,
    },
    setting,
  ])
const contents = text(100).map((name) => ({
  channels: [{ id: ChannelId.parse(LARGEST), name, type: ChannelType.GuildText as const }],
  roles: [{ id: RoleId.parse(LARGEST), name }],
}))
const languages = fc.constantFrom<Language>(...LANGUAGES)

const assertFits = (messages: readonly OutgoingMessage[]) =>
  assert.deepEqual(
    messages.flatMap((message) => fitted(message).cut),
    [],
  )

test('what is said of settings is within what Discord allows, in either language', () => {
  const many = fc.array(current, { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(many, contents, languages, (settings, there, language) => {
      const [first] = settings
      assert.ok(first)
      const steps = setupSteps(settings.map(({ setting }) => setting))
      const state = { settings, contents: there, userId: USER, language, note: 'n'.repeat(300) }
      assertFits([
        settingReply(first, there, language),
        changedReply(first, undefined, language),
        ...[0, 1, 2, 99].map((page) => showReply(settings, 's'.repeat(30), page, language)),
        scopesReply(settings, language),
        ...steps.slice(0, 2).map((step) => stepReply(step, state)),
        setupSummary(steps, state),
      ])
      assert.deepEqual(fittedModal(settingForm(first, language)).cut, [])
      const offered = suggestedValues(first, '', { contents: there, now: NOW, language })
      assert.ok(offered.every(({ name }) => name.length <= 100) && offered.length <= 25)
    }),
    { numRuns: 60 },
  )
})

test('what is said of changes is as well', () => {
  const many = fc.array(change, { minLength: HISTORY_PAGE, maxLength: HISTORY_PAGE })
  fc.assert(
    fc.property(many, contents, languages, (changes, there, language) => {
      const [[entry, setting] = []] = changes
      assert.ok(entry && setting)
      const entries = changes.map(([one]) => one)
      const find = (of: HistoryEntry) => changes.find(([one]) => one === of)?.[1]
      const rollback = { entry, from: entry.newValue, to: entry.oldValue, version: 10n ** 18n }
      assertFits([
        historyReply({ entries, ref: 'tea.key_1', before: 1n, isFirst: false }, find, there, language),
        toldReply(entries, find, language),
        rollbackPreview(rollback, setting, language, 'preview_of_changed'),
        rolledBackReply(rollback, setting, language),
        changedReply({ setting, value: entry.newValue ?? null, isDefault: false }, entry, language),
      ])
      assert.ok(changeName(entry, setting, there, language).length <= 100)
    }),
    { numRuns: 60 },
  )
})
