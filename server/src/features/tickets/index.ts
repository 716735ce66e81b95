import type { Feature } from '../../platform/feature.ts'
import { NO_PEOPLE, ticketPlaces } from './places/index.ts'
import { plainControls } from './places/plain-controls.ts'
import { ticketSettings } from './settings.ts'

/** Tickets: what a guild can choose about them, and where they have their place in Discord. */
export const tickets: Feature = {
  name: 'tickets',
  settings: ticketSettings,
  build: (platform) =>
    ticketPlaces(platform, {
      recordings: { isComplete: async () => true },
      people: NO_PEOPLE,
      controls: plainControls,
    }),
}
