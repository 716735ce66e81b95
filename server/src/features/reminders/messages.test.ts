import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { ChannelId, GuildId, MessageId, RoleId, UserId } from '../../kernel/ids.ts'
import { LANGUAGES, type Language } from '../../kernel/language.ts'
import { fitted } from '../../platform/discord/fit.ts'
import { defused } from '../../platform/discord/text.ts'
import { BOUNDS } from './contract.ts'
import { isMarked, pausedMessage, reminderMessage } from './messages.ts'
import type { Occurrence, Phase, Reminder } from './reminder.ts'

const sendAt = Temporal.Instant.from('2026-03-05T17:00:00.250Z')
const eventAt = Temporal.Instant.from('2026-03-05T18:00:00Z')
const occurrence = (phase: Phase, at = sendAt): Occurrence => ({ sendAt: at, eventAt, phase })

const reminder: Reminder = {
  id: '12',
  guildId: GuildId.parse('1100000000000000001'),
  channelId: ChannelId.parse('1100000000000000201'),
  ownerId: UserId.parse('1100000000000000104'),
  name: 'Team Standup',
  message: 'First line\n\n- second line',
  location: 'Main room',
  imageUrl: 'https://example.org/a.png',
  mention: 'none',
  catchUp: 'send_late',
  timeZone: 'Europe/Brussels',
  sendTime: Temporal.PlainTime.from('18:00'),
  callTime: Temporal.PlainTime.from('19:00'),
  leadSeconds: 3600,
  days: [],
  rrule: null,
  startsAt: null,
  eventAt,
  endsAt: null,
  origin: { channelId: ChannelId.parse('1100000000000000202'), messageId: MessageId.parse('1200000000000000001') },
  status: 'active',
  pausedReason: null,
  next: null,
  version: 1,
  createdAt: sendAt,
}

const embedOf = (of: Reminder, phase: Phase = 'event', isLate = false, language: Language = 'en') => {
  const [embed] = reminderMessage(of, { id: '7', occurrence: occurrence(phase) }, isLate, language).embeds ?? []
  assert.ok(embed)
  return embed
}

describe('the message of a reminder', () => {
  test('shows name, text with its line breaks, event, place, image and origin (R-47)', () => {
    const embed = embedOf(reminder)
    assert.equal(embed.title, '⏰ Team Standup')
    assert.equal(embed.description, 'First line\n\n- second line')
    assert.deepEqual(embed.fields, [
      { name: 'When', value: '<t:1772733600:F> (<t:1772733600:R>)' },
      { name: 'Where', value: 'Main room' },
      {
        name: 'From',
        value:
          '[the original message](https://discord.com/channels/1100000000000000001/1100000000000000202/1200000000000000001)',
      },
    ])
    assert.deepEqual(embed.image, { url: 'https://example.org/a.png' })
  })

  test('leaves out what its owner left out', () => {
    const embed = embedOf({ ...reminder, message: '', location: null, imageUrl: null, origin: null })
    assert.equal(embed.description, undefined)
    assert.equal(embed.image, undefined)
    assert.equal(embed.fields?.length, 1)
  })

  test('says when it was to be sent if it is late', () => {
    assert.deepEqual(embedOf(reminder, 'event', true).fields?.at(-1), {
      name: 'Sent late',
      value: 'This was to be sent <t:1772730000:F>.',
    })
  })

  test('speaks the language of the guild', () => {
    const { fields = [] } = embedOf(reminder, 'lead', true, 'nl')
    assert.deepEqual(
      fields.map(({ name }) => name),
      ['Wanneer', 'Waar', 'Van', 'Te laat verstuurd'],
    )
    assert.equal(fields.at(-1)?.value, 'Dit had <t:1772730000:F> verstuurd moeten worden.')
    const buttons = reminderMessage(reminder, { id: '7', occurrence: occurrence('event') }, false, 'nl').components
    assert.match(JSON.stringify(buttons), /"Over 10 min opnieuw".*"Over 1 u opnieuw".*"Morgen".*"Klaar"/)
    assert.match(
      pausedMessage(reminder, 'nl').content ?? '',
      /^⏸️ Je herinnering \*\*Team Standup\*\* \(#12\) is gepauzeerd/,
    )
  })

  test('mentions nobody unless its owner chose to', () => {
    const { content, allowed_mentions } = reminderMessage(
      reminder,
      { id: '7', occurrence: occurrence('event') },
      false,
      'en',
    )
    assert.equal(content, undefined)
    assert.deepEqual(allowed_mentions, { parse: [] })
  })

  test('mentions everyone, or exactly the chosen role', () => {
    const sending = { id: '7', occurrence: occurrence('event') }
    const everyone = reminderMessage({ ...reminder, mention: 'everyone' }, sending, false, 'en')
    assert.equal(everyone.content, '@everyone')
    assert.deepEqual(everyone.allowed_mentions, { parse: ['everyone'] })
    const roleId = RoleId.parse('1100000000000000301')
    const role = reminderMessage({ ...reminder, mention: roleId }, sending, false, 'en')
    assert.equal(role.content, '<@&1100000000000000301>')
    assert.deepEqual(role.allowed_mentions, { parse: [], roles: [roleId] })
  })

  test('has buttons only where snoozing makes sense', () => {
    const componentsOf = (phase: Phase) =>
      reminderMessage(reminder, { id: '7', occurrence: occurrence(phase) }, false, 'en').components
    assert.match(JSON.stringify(componentsOf('event')), /reminders:snooze_10m:7.*reminders:done:7/)
    assert.match(JSON.stringify(componentsOf('snooze')), /reminders:snooze_tomorrow:7/)
    assert.equal(componentsOf('recurring'), undefined)
    assert.equal(componentsOf('lead'), undefined)
  })

  test('stays within the limits of Discord for any text, in either language', () => {
    const nasty = fc.constantFrom('<@', '<@1>', '@everyone', '</a:1>', '<#', '🧑‍🚀', '\n', 'a', '\\')
    const text = (max: number) =>
      fc.oneof(
        fc.string({ unit: 'binary', minLength: max - 5, maxLength: max }),
        fc.array(nasty, { maxLength: max }).map((parts) => [...parts.join('')].slice(0, max).join('')),
      )
    const texts = fc.record({ name: text(BOUNDS.name), message: text(BOUNDS.message), location: text(BOUNDS.location) })
    const phases = fc.constantFrom<Phase>('event', 'lead', 'recurring', 'snooze')
    fc.assert(
      fc.property(texts, phases, fc.constantFrom(...LANGUAGES), (given, phase, language) => {
        const longest: Reminder = { ...reminder, ...given, id: '9'.repeat(19), mention: 'everyone' }
        const message = reminderMessage(longest, { id: '9'.repeat(19), occurrence: occurrence(phase) }, true, language)
        assert.deepEqual(fitted(message).cut, [])
        assert.deepEqual(fitted(pausedMessage({ ...longest, pausedReason: given.message }, language)).cut, [])
      }),
      { numRuns: 200 },
    )
  })
})

describe('what members typed', () => {
  test('renders no mention, whatever stands before it', () => {
    for (const text of [
      '<@1>',
      '<@!1>',
      '<@&1>',
      '<#1>',
      '</name:1>',
      '<id:customize>',
      '@everyone',
      '@here',
      '\\<@1>',
    ])
      assert.doesNotMatch(defused(text), /<[@#]|<id:|<\/[^>]+:\d|@everyone|@here/)
  })

  test('is otherwise as it was typed', () => {
    const text = '**bold** <t:1:F> <:wave:1> 1 < 2 me@example.org https://example.org/@heresy\n</b>'
    assert.equal(defused(text), text)
  })
})

describe('the marker', () => {
  const asDiscordShowsIt = (phase: Phase) => {
    const embed = embedOf(reminder, phase)
    const timestamp = embed.timestamp?.replace('Z', '000+00:00')
    return { embeds: [{ ...embed, ...(timestamp && { timestamp }) }] }
  }

  test('is recognised in the notation in which Discord gives it back', () => {
    for (const phase of ['event', 'lead', 'recurring', 'snooze'] as const)
      assert.ok(isMarked(asDiscordShowsIt(phase), '12', occurrence(phase)))
  })

  test('of messages that were sent before, in either language, stays what it was', () => {
    const timestamp = '2026-03-05T17:00:00.250000+00:00'
    const footers: Record<Phase, readonly string[]> = {
      event: ['Reminder #12', 'Herinnering #12'],
      recurring: ['Reminder #12 · recurring', 'Herinnering #12 · terugkerend'],
      lead: ['Reminder #12 · early', 'Herinnering #12 · vooraf'],
      snooze: ['Reminder #12 · snoozed', 'Herinnering #12 · uitgesteld'],
    }
    for (const phase of ['event', 'recurring', 'lead', 'snooze'] as const) {
      for (const text of footers[phase])
        assert.ok(isMarked({ embeds: [{ footer: { text }, timestamp }] }, '12', occurrence(phase)), text)
      const sent = LANGUAGES.map((language) => embedOf(reminder, phase, false, language).footer?.text)
      assert.deepEqual(sent, footers[phase])
    }
  })

  test('is of one reminder, one phase and one instant', () => {
    const message = asDiscordShowsIt('lead')
    assert.ok(!isMarked(message, '1', occurrence('lead')))
    assert.ok(!isMarked(message, '12', occurrence('event')))
    assert.ok(!isMarked(message, '12', occurrence('lead', sendAt.add({ seconds: 1 }))))
    assert.ok(!isMarked({ embeds: [] }, '12', occurrence('lead')))
  })
})

test('the owner of a paused reminder reads which, where and why', () => {
  const { content, allowed_mentions } = pausedMessage({ ...reminder, pausedReason: 'Missing Access' }, 'en')
  assert.match(content ?? '', /Team Standup\*\* \(#12\).*<#1100000000000000201>[\s\S]*> Missing Access/)
  assert.deepEqual(allowed_mentions, { parse: [] })
})
