import type { JsonObject } from '../../../platform/database/tables.ts'
import type { Ticket } from '../ticket.ts'
import type { Timed } from './time.ts'

/** When a closed ticket is archived by itself, once its transcript is complete; null: never, as things stand. Pure. */
export function archiveAt(
  { ticket, time }: Pick<Timed, 'ticket' | 'time'>,
  archiveHours: number | null,
): Temporal.Instant | null {
  const { status, closedAt } = ticket
  if (archiveHours === null || status !== 'closed' || closedAt === null || time.neverCloses) return null
  return closedAt.add({ hours: archiveHours })
}

/** What is kept of the rule that archived, for whoever asks why. */
export function archiveFacts({ closedAt }: Pick<Ticket, 'closedAt'>, hours: number): JsonObject {
  return { closed_at: closedAt?.toString() ?? null, hours, of: 'guild' }
}
