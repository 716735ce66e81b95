import { RoleId } from '../../kernel/ids.ts'
import type { Feature, Platform } from '../../platform/feature.ts'
import { deskParts } from './desk/parts.ts'
import type { TicketPorts } from './ports.ts'
import { ticketPrivacy } from './privacy.ts'
import { ticketRetention } from './retention.ts'
import { ticketSettings } from './settings.ts'

/** Tickets: what members ask of the staff, and how staff deals with it. */
export function tickets(ports: (platform: Platform) => TicketPorts): Feature {
  return {
    name: 'tickets',
    settings: ticketSettings,
    retention: ticketRetention,
    build(platform) {
      const { clock, settings } = platform
      return {
        ...deskParts(platform, ports(platform)),
        async staffRoles(guildId) {
          const role = await settings.read(ticketSettings.staffRole, guildId)
          return role === null ? [] : [RoleId.parse(role)]
        },
        privacy: ticketPrivacy(clock),
      }
    },
  }
}
