import { instantOfId } from '../../../kernel/ids.ts'
import type { Db } from '../../../platform/database/connect.ts'
import { posted } from '../../../platform/discord/outbox.ts'
import { isBefore, latest, type Timed } from './time.ts'
import { noteTime } from './time-store.ts'

export const REMINDER = 'tickets.reminder'

/** A reminder counts from when it stood in the channel: nobody is closed out by one that never arrived. */
export async function noteShown(db: Db, { ticket, time }: Timed): Promise<void> {
  const { remindedAt, reminderShownAt } = time
  if (remindedAt === null || (reminderShownAt && !isBefore(reminderShownAt, remindedAt))) return
  const about = aboutReminder(ticket.id, remindedAt)
  const [sent] = (await posted(db, { guildId: ticket.guildId, purpose: REMINDER, about })).flatMap(
    (one) => one.sent ?? [],
  )
  // Discord's clock and ours may differ a little.
  if (sent) await noteTime(db, ticket, { reminder_shown_at: latest(remindedAt, instantOfId(sent.messageId)) })
}

export const aboutReminder = (ticketId: string, at: Temporal.Instant) => `${ticketId}:${at.epochMilliseconds}`
