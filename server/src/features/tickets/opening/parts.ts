import type { FeatureParts, Platform } from '../../../platform/feature.ts'
import type { TicketPorts } from '../ports.ts'
import { blockCommands, blockService } from './blocks.ts'
import { ticketCommand } from './commands.ts'
import { openingInteractions } from './interactions.ts'
import { placing } from './placing.ts'
import { blockRoutes } from './routes.ts'
import { openingService } from './service.ts'

/** How members open tickets, and who may not. */
export function openingParts(platform: Platform, { suggestions }: TicketPorts) {
  const counter = { service: openingService({ ...platform, suggestions }), place: placing(platform) }
  const blocks = blockService(platform)
  return {
    ...openingInteractions(counter),
    commands: [ticketCommand(counter, platform.db), ...blockCommands(blocks)],
    routes: (http) => blockRoutes(http, blocks, platform.idempotent),
  } satisfies FeatureParts
}
