import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ChannelId, GuildId, UserId } from '../../kernel/ids.ts'
import { LANGUAGES } from '../../kernel/language.ts'
import { fitted, fittedModal } from '../../platform/discord/fit.ts'
import { BOUNDS } from './contract.ts'
import type { Occurrence, Reminder, ReminderStatus } from './reminder.ts'
import {
  changedReply,
  choiceName,
  deletedReply,
  deletionReply,
  discardedReply,
  doneReply,
  editForm,
  keptReply,
  listReply,
  PAGE,
  previewReply,
  savedReply,
  snoozedReply,
} from './replies.ts'

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

const languages = fc.constantFrom(...LANGUAGES)

test('a page of the longest reminders is within what Discord allows, in either language', () => {
  const page = fc.array(longest, { minLength: PAGE, maxLength: PAGE })
  fc.assert(
    fc.property(page, fc.boolean(), languages, (reminders, isFirst, language) => {
      assert.deepEqual(fitted(listReply({ reminders, next: 'x'.repeat(60), isFirst }, language)).cut, [])
    }),
    { numRuns: 30 },
  )
})

test('preview, confirmations, question, form and suggestion are as well, for the longest reminder', () => {
  const winter = { ...occurrence, eventAt: Temporal.Instant.from('2027-12-05T18:00:00Z') }
  const rules = fc.constantFrom(
    null,
    `FREQ=MONTHLY;BYMONTHDAY=${Array.from({ length: 31 }, (_, day) => day + 1).join()}`,
  )
  const statuses = fc.constantFrom<ReminderStatus>('active', 'paused', 'completed')
  fc.assert(
    fc.property(longest, rules, statuses, languages, (content, rrule, status, language) => {
      const reminder = { ...content, status, rrule, startsAt: rrule && eventAt, days: rrule ? [] : content.days }
      const messages = [
        previewReply(LARGEST, { ...reminder, timeZone: 'Europe/Brussels' }, [occurrence, winter], language),
        savedReply(reminder, language),
        changedReply(reminder, language),
        deletionReply(reminder, language),
        deletedReply(reminder, language),
        snoozedReply(eventAt, language),
        doneReply(language),
        keptReply(language),
        discardedReply(language),
      ]
      assert.deepEqual(
        messages.flatMap((message) => fitted(message).cut),
        [],
      )
      assert.deepEqual(fittedModal(editForm(reminder, language)).cut, [])
      assert.ok(choiceName(reminder, language).length <= 100)
    }),
    { numRuns: 50 },
  )
})
