import type { Feature, FeatureParts, Platform } from '../../platform/feature.ts'
import { controlMessage } from './controls.ts'
import { deskParts } from './desk/parts.ts'
import { peopleOf } from './desk/people-store.ts'
import { openingParts } from './opening/parts.ts'
import { openingPrivacy } from './opening/privacy.ts'
import { openingRetention } from './opening/retention.ts'
import { panelParts } from './panels/parts.ts'
import { ticketPlaces } from './places/index.ts'
import { placesPrivacy } from './places/privacy.ts'
import type { TicketPorts } from './ports.ts'
import { ticketPrivacy } from './privacy.ts'
import { ticketRetention } from './retention.ts'
import { ticketSettings } from './settings.ts'
import { timeOfTickets } from './time/looking.ts'
import { timeParts } from './time/parts.ts'
import { timePrivacy } from './time/privacy.ts'
import { timeRetention } from './time/retention.ts'

/** Tickets: what members ask of the staff, and how staff deals with it. */
export function tickets(portsOf: (platform: Platform) => TicketPorts): Feature {
  return {
    name: 'tickets',
    settings: ticketSettings,
    retention: [...ticketRetention, ...openingRetention, ...timeRetention],
    build(platform) {
      const ports = portsOf(platform)
      const time = timeOfTickets(platform)
      const places = ticketPlaces(platform, {
        recordings: ports.recordings,
        people: peopleOf,
        controls: async (ticket, terms) =>
          controlMessage(ticket, terms, ports.staffButtons, ticket.language, await time.fields(ticket, terms)),
      })
      const desk = deskParts(platform, ports)
      const parts = together([
        desk,
        places,
        panelParts(platform),
        openingParts(platform, ports),
        timeParts(platform, ports),
      ])
      return { ...desk, ...parts, privacy: timePrivacy(openingPrivacy(placesPrivacy(ticketPrivacy(platform.clock)))) }
    },
  }
}

/** What the rooms of the desk contribute, as one. */
function together(parts: readonly FeatureParts[]): FeatureParts {
  return {
    routes(http) {
      for (const { routes } of parts) routes?.(http)
    },
    async hearsGateway(event) {
      for (const { hearsGateway } of parts) await hearsGateway?.(event)
    },
    async choices(guildId) {
      return (await Promise.all(parts.map(({ choices }) => choices?.(guildId) ?? []))).flat()
    },
    commands: parts.flatMap(({ commands = [] }) => commands),
    buttons: parts.flatMap(({ buttons = [] }) => buttons),
    selects: parts.flatMap(({ selects = [] }) => selects),
    forms: parts.flatMap(({ forms = [] }) => forms),
    listeners: parts.flatMap(({ listeners = [] }) => listeners),
    workers: parts.flatMap(({ workers = [] }) => workers),
    gatewayWorkers: parts.flatMap(({ gatewayWorkers = [] }) => gatewayWorkers),
  }
}
