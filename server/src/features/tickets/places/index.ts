import type { FeatureParts, Platform } from '../../../platform/feature.ts'
import { askForChecks } from './check-store.ts'
import { placesListeners } from './listeners.ts'
import { lookEverywhere } from './look-store.ts'
import type { PlaceNeeds } from './work.ts'
import { placesWorker } from './worker.ts'

/** What the places of tickets need of the rest of the desk. */
export type PlacePorts = Pick<PlaceNeeds, 'recordings' | 'people' | 'controls'>

/** Brings Discord to what tickets demand, and hears what changes there. */
export function ticketPlaces(platform: Platform, ports: PlacePorts): FeatureParts {
  const { db, clock } = platform
  return {
    workers: [placesWorker({ ...platform, ...ports })],
    listeners: placesListeners(platform),
    async hearsGateway(event) {
      if (event.kind === 'disconnected' || event.kind === 'guild_left') return
      const guildIds = event.kind === 'guild_joined' ? [event.guildId] : event.guildIds
      await askForChecks(db, guildIds, clock.now())
      await lookEverywhere(db, guildIds, clock.now())
    },
  }
}
