import type { ChannelId, GuildId, MessageId, UserId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { ChannelMessage } from '../../platform/discord/channel-message.ts'
import type { Platform } from '../../platform/feature.ts'
import { announceReminder } from './announcing.ts'
import { contentOf } from './content.ts'
import { isDelivered } from './ledger-store.ts'
import { isReminderMessage } from './messages.ts'
import type { Reminder, ReminderDraft, Schedule, Weekday } from './reminder.ts'
import { type Clocks, checkFires, oneOffSchedule, ruleSchedule, weeklySchedule } from './schedule.ts'
import { checkEnabled, nextAfterChange, upcoming } from './service.ts'
import { reminderSettings } from './settings.ts'
import { findReminder, findReminderLocked, insertReminder, removeReminder, replaceReminder } from './store.ts'
import { clockOf, dateOf, instantOf } from './wall-clock.ts'
import { whereabouts } from './whereabouts.ts'

/** When an announced event is: once, or every week from its first date until its last. */
type EventTime =
  | { readonly kind: 'once'; readonly eventAt: Temporal.Instant; readonly timeZone: string }
  | {
      readonly kind: 'weekly'
      readonly days: readonly Weekday[]
      readonly time: Temporal.PlainTime
      readonly timeZone: string
      readonly startsOn: Temporal.PlainDate | null
      readonly endsOn: Temporal.PlainDate | null
    }

interface EventContent {
  readonly name: string
  readonly message: string
  readonly location: string | null
  readonly imageUrl: string | null
  /** Null where the schedule is of another kind. */
  readonly when: EventTime | null
  /** It is sent so long before the event; a single event also at the event itself. */
  readonly leadMinutes: readonly number[]
}

interface NewEvent extends EventContent {
  readonly guildId: GuildId
  readonly ownerId: UserId
  readonly origin: { readonly channelId: ChannelId; readonly messageId: MessageId }
}

type Needs = Pick<Platform, 'db' | 'clock' | 'settings' | 'access'>

/**
 * Reminders that a feature makes of events that were announced. The limit on a member's reminders is not theirs: who
 * announces for a guild does so for all of it.
 */
export function eventReminders({ db, clock, settings, access }: Needs) {
  const places = whereabouts(access, settings)
  return {
    /** @throws {Refusal} where no reminder of that owner may go there. */
    async check({ guildId, origin, ownerId }: Pick<NewEvent, 'guildId' | 'origin' | 'ownerId'>): Promise<void> {
      await checkEnabled({ settings }, guildId)
      await places.checkMayRemind(await places.at(origin.channelId, ownerId), 'none')
    },
    /** @returns the id of what was made. @throws {Refusal} naming the field that breaks a rule. */
    async make(tx: Tx, event: NewEvent): Promise<string> {
      const now = clock.now()
      const { guildId, ownerId, origin } = event
      const draft = draftOf(event, origin.channelId, now)
      const reminder = { ...draft, guildId, ownerId, origin, next: upcoming(draft, now) }
      const { id } = await insertReminder(tx, reminder, now)
      await announceReminder(tx, guildId, id, now)
      return id
    },
    /** @returns whether there still is one. @throws {Refusal} naming the field that breaks a rule. */
    async change(tx: Tx, id: string, change: Partial<EventContent>): Promise<boolean> {
      const now = clock.now()
      const current = await findReminderLocked(tx, id)
      if (!current) return false
      const draft = changedDraft(current, change, now)
      const next = await nextAfterChange(tx, current, draft, now)
      await replaceReminder(tx, id, { ...draft, guildId: current.guildId }, next, now)
      await announceReminder(tx, current.guildId, id, now)
      return true
    },
    /** Takes it away. @returns whether there still was one. */
    async cancel(tx: Tx, id: string): Promise<boolean> {
      const current = await findReminderLocked(tx, id)
      if (!current) return false
      await removeReminder(tx, id)
      await announceReminder(tx, current.guildId, id, clock.now())
      return true
    },
    /** How many minutes before an event it is sent where nothing else was chosen. */
    usualLead: (guildId: GuildId): Promise<number> => settings.read(reminderSettings.offsetMinutes, guildId),
    async find(id: string): Promise<EventContent | null> {
      const found = await findReminder(db, id)
      return found && eventOf(found)
    },
    /** Whether that message of the bot is a reminder's, also before the ledger knows that it was sent. */
    async isReminder(message: ChannelMessage): Promise<boolean> {
      return isReminderMessage(message) || (await isDelivered(db, message.id))
    },
  }
}

function draftOf(event: EventContent, channelId: ChannelId, now: Temporal.Instant): ReminderDraft {
  const { when, name, message, location, imageUrl, leadMinutes } = event
  if (!when) throw new TypeError('an event without a time')
  const content = contentOf({ name, message, location, image_url: imageUrl, channel_id: channelId })
  const schedule = scheduleOf(when, leadMinutes, now)
  checkFires(schedule, now)
  return { ...content, channelId, ...schedule }
}

function changedDraft(current: Reminder, change: Partial<EventContent>, now: Temporal.Instant): ReminderDraft {
  const event = { ...eventOf(current), ...change }
  const { mention, catchUp } = current
  const isMoved = change.when !== undefined || change.leadMinutes !== undefined
  if (isMoved && event.when) return { ...draftOf(event, current.channelId, now), mention, catchUp }
  const content = contentOf({ ...event, image_url: event.imageUrl, channel_id: current.channelId })
  return { ...current, ...content, mention, catchUp }
}

function scheduleOf(when: EventTime, leadMinutes: readonly number[], now: Temporal.Instant): Schedule {
  const [leadSeconds = 0, ...moreLeads] = [...new Set(leadMinutes)].map((minutes) => minutes * 60)
  const { timeZone } = when
  const isOnce = when.kind === 'once'
  const callTime = isOnce ? clockOf(when.eventAt, timeZone) : when.time
  const endsAt = isOnce || !when.endsOn ? null : instantOf(when.endsOn, when.time, timeZone)
  const clocks: Clocks = { timeZone, callTime, sendTime: undefined, leadSeconds, endsAt }
  const more = moreLeads.length > 0 && { moreLeads }
  if (isOnce) return { ...oneOffSchedule(clocks, when.eventAt), ...more }
  const first = when.startsOn && firstDay(when.startsOn, when.days)
  const isAhead = first && Temporal.PlainDate.compare(first, dateOf(now, timeZone)) > 0
  if (!isAhead) return { ...weeklySchedule(clocks, when.days), ...more }
  return { ...ruleSchedule(clocks, `FREQ=WEEKLY;BYDAY=${byDay(when.days)}`, first), ...more }
}

const DAY_NAMES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const byDay = (days: readonly Weekday[]) => days.map((day) => DAY_NAMES[Number(day)]).join(',')

function firstDay(from: Temporal.PlainDate, days: readonly Weekday[]): Temporal.PlainDate {
  const ahead = days.map((day) => (Number(day) + 8 - from.dayOfWeek) % 7)
  return from.add({ days: Math.min(...ahead) })
}

function eventOf(reminder: Reminder): EventContent {
  const { name, message, location, imageUrl, leadSeconds, moreLeads = [] } = reminder
  const leadMinutes = [leadSeconds, ...moreLeads].map((seconds) => Math.round(seconds / 60))
  return { name, message, location, imageUrl, when: timeOf(reminder), leadMinutes }
}

function timeOf({ eventAt, timeZone, days, rrule, startsAt, endsAt, callTime: time }: Reminder): EventTime | null {
  if (eventAt) return { kind: 'once', eventAt, timeZone }
  const endsOn = endsAt && dateOf(endsAt, timeZone)
  if (days.length > 0) return { kind: 'weekly', days, time, timeZone, startsOn: null, endsOn }
  const [, names = ''] = /^FREQ=WEEKLY;BYDAY=([A-Z,]+)$/.exec(rrule ?? '') ?? []
  const named = names.split(',').map((name) => String(DAY_NAMES.indexOf(name)) as Weekday)
  if (names === '' || !startsAt) return null
  return { kind: 'weekly', days: named, time, timeZone, startsOn: dateOf(startsAt, timeZone), endsOn }
}
