import type { Feature } from '../../platform/feature.ts'
import { ticketSettings } from './settings.ts'

/** Tickets: what a guild can choose about them. */
export const tickets: Feature = { name: 'tickets', settings: ticketSettings, build: () => ({}) }
