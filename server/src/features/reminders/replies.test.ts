import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { APIEmbed } from 'discord-api-types/v10'
import fc from 'fast-check'
import { ChannelId, GuildId, UserId } from '../../kernel/ids.ts'
import { BOUNDS } from './contract.ts'
import type { Occurrence, Reminder } from './reminder.ts'
import { choiceName, deletionReply, editForm, listReply, PAGE, previewReply, savedReply } from './replies.ts'

const eventAt = Temporal.Instant.from('2027-03-05T18:00:00Z')
const occurrence: Occurrence = { sendAt: eventAt.subtract({ hours: 1 }), eventAt, phase: 'recurring' }
const LARGEST = '9'.repeat(19)

const text = (max: number) =>
  fc
    .array(fc.constantFrom('<@', '@here', '👩‍🚀', '😀', 'a', '\n', '**', '</a:1>'), { minLength: max, maxLength: max })
    .map((parts) => [...parts.join('')].slice(0, max).join(''))

const longest: fc.Arbitrary<Reminder> = fc
  .record({ name: text(BOUNDS.name), message: text(BOUNDS.message), location: text(BOUNDS.location) })
  .map((content) => ({
    ...content,
    id: LARGEST,
    guildId: GuildId.parse('1100000000000000001'),
    channelId: ChannelId.parse('1100000000000000201'),
    ownerId: UserId.parse('1100000000000000104'),
    imageUrl: null,
    mention: 'none',
    catchUp: 'send_late',
    timeZone: 'America/Argentina/ComodRivadavia',
    sendTime: Temporal.PlainTime.from('17:00'),
    callTime: Temporal.PlainTime.from('18:00'),
    leadSeconds: 3600,
    days: ['0', '1', '2', '3', '4', '5'],
    rrule: null,
    startsAt: null,
    eventAt: null,
    endsAt: null,
    origin: null,
    status: 'active',
    pausedReason: null,
    next: occurrence,
    version: 1,
    createdAt: eventAt,
  }))

function assertFits({ title = '', description = '', fields = [] }: APIEmbed) {
  assert.ok(title.length <= 256 && description.length <= 4096)
  assert.ok(fields.every(({ value }) => value.length > 0 && value.length <= 1024))
  const sum = fields.reduce(
    (length, { name, value }) => length + name.length + value.length,
    title.length + description.length,
  )
  assert.ok(sum <= 6000)
}

test('a page of the longest reminders fits into an embed', () => {
  fc.assert(
    fc.property(fc.array(longest, { minLength: PAGE, maxLength: PAGE }), (reminders) => {
      const { embeds = [] } = listReply({ reminders, next: 'x'.repeat(60), isFirst: false })
      embeds.forEach(assertFits)
    }),
    { numRuns: 30 },
  )
})

test('preview, confirmation, question, form and suggestion fit for the longest reminder', () => {
  const winter = { ...occurrence, eventAt: Temporal.Instant.from('2027-12-05T18:00:00Z') }
  fc.assert(
    fc.property(longest, (reminder) => {
      const { embeds = [] } = previewReply(LARGEST, { ...reminder, timeZone: 'Europe/Brussels' }, [occurrence, winter])
      embeds.forEach(assertFits)
      for (const { content } of [savedReply(reminder), deletionReply(reminder)])
        assert.ok((content ?? '').length <= 2000)
      assert.ok(choiceName(reminder).length <= 100 || [...choiceName(reminder)].length <= 100)
      assert.ok(editForm(reminder).custom_id.length <= 100)
    }),
    { numRuns: 50 },
  )
})
