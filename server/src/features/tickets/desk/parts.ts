import type { FeatureParts, Platform } from '../../../platform/feature.ts'
import type { TicketPorts } from '../ports.ts'
import { ticketRoutes } from '../routes.ts'
import { labelRoutes, noteRoutes } from '../routes-notes.ts'
import { headButtons, menuButtons, requestButtons } from './buttons.ts'
import { deskForms, menuSelects } from './choosing.ts'
import { closeRequestWorker } from './close-request-worker.ts'
import { inTicketCommands } from './commands/in-ticket.ts'
import { labelCommand } from './commands/label.ts'
import { statusCommand } from './commands/status.ts'
import { deskServices } from './services.ts'

/** What staff and members do with tickets that are there. */
export function deskParts(platform: Platform, ports: TicketPorts) {
  const services = deskServices(platform, ports)
  const { idempotent } = platform
  return {
    routes(http) {
      ticketRoutes(http, services, idempotent)
      noteRoutes(http, services, idempotent)
      labelRoutes(http, services, idempotent)
    },
    commands: [statusCommand(services), ...inTicketCommands(services), labelCommand(services)],
    buttons: [...headButtons(services), ...menuButtons(services), ...requestButtons(services)],
    selects: menuSelects(services),
    forms: deskForms(services),
    workers: [closeRequestWorker(platform)],
  } satisfies FeatureParts
}
