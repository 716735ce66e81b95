import type { FeatureParts, Platform } from '../../../platform/feature.ts'
import { atTheDesk } from '../desk/at-the-desk.ts'
import { ticketListing } from '../desk/listing.ts'
import { ratingButtons, ratingForms } from '../feedback/interactions.ts'
import { ticketRating } from '../feedback/rating.ts'
import type { TicketPorts } from '../ports.ts'
import { statsParts } from '../statistics/parts.ts'
import { isStaffOfAny } from '../statistics/staff.ts'
import { archiveWorker } from './archive-worker.ts'
import { autoCloseCommand, dutyCommand } from './commands.ts'
import { timeButtons } from './interactions.ts'
import { autoCloseRoute } from './routes.ts'
import { stayingOpen } from './staying.ts'
import { timeWorker } from './worker.ts'

/** What time makes of tickets: reminders, closing, targets, handing out, ratings and figures. */
export function timeParts(platform: Platform, { recordings }: Pick<TicketPorts, 'recordings'>) {
  const desk = atTheDesk(platform)
  const staying = stayingOpen(desk)
  const rating = ticketRating(platform)
  const isStaff = isStaffOfAny(ticketListing(platform))
  const stats = statsParts(platform, isStaff)
  return {
    commands: [autoCloseCommand(desk, staying), dutyCommand(platform, isStaff), ...stats.commands],
    buttons: [...timeButtons(platform, staying, rating), ...ratingButtons(rating), ...stats.buttons],
    forms: ratingForms(rating, recordings),
    workers: [timeWorker({ ...platform, recordings }), archiveWorker({ ...platform, recordings })],
    routes(http) {
      autoCloseRoute(http, desk, staying, platform.idempotent)
      stats.routes(http)
    },
  } satisfies FeatureParts
}
