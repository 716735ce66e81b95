import type { ReminderOut } from './contract.ts'
import type { Reminder } from './reminder.ts'
import type { LastDelivery } from './store.ts'

/** A reminder as HTTP shows it. */
export function present(reminder: Reminder, lastDelivery: LastDelivery | null): ReminderOut {
  return {
    id: Number(reminder.id),
    name: reminder.name,
    channel_id: BigInt(reminder.channelId),
    time: clock(reminder.sendTime),
    call_time: clock(reminder.callTime),
    days: [...reminder.days],
    message: reminder.message,
    location: reminder.location,
    event_time: iso(reminder.eventAt ?? reminder.startsAt),
    created_at: iso(reminder.createdAt),
    guild_id: BigInt(reminder.guildId),
    user_id: reminder.ownerId,
    timezone: reminder.timeZone,
    rrule: reminder.rrule,
    ends_at: iso(reminder.endsAt),
    image_url: reminder.imageUrl,
    mention: reminder.mention,
    catch_up: reminder.catchUp,
    more_lead_minutes: (reminder.moreLeads ?? []).map((seconds) => Math.round(seconds / 60)),
    next_at: iso(reminder.next?.sendAt ?? null),
    status: reminder.status,
    last_delivery: lastDelivery && presentDelivery(lastDelivery),
  }
}

function presentDelivery({ sendAt, phase, status, messageId }: LastDelivery): ReminderOut['last_delivery'] {
  return { at: iso(sendAt), phase, status, message_id: messageId && BigInt(messageId) }
}

function clock(time: Temporal.PlainTime): string {
  return time.toString({ smallestUnit: 'second' })
}

function iso(instant: Temporal.Instant): string
function iso(instant: Temporal.Instant | null): string | null
function iso(instant: Temporal.Instant | null): string | null {
  return instant?.round({ smallestUnit: 'millisecond', roundingMode: 'trunc' }).toString() ?? null
}
