import type { Feature, Platform } from '../../platform/feature.ts'
import type { TicketPorts } from './ports.ts'
import { ticketSettings } from './settings.ts'

/** Tickets: what members ask of the staff, and how staff deals with it. */
export function tickets(_ports: (platform: Platform) => TicketPorts): Feature {
  return { name: 'tickets', settings: ticketSettings, build: () => ({}) }
}
