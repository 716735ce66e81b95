import type { Privacy } from '../../../platform/privacy.ts'
import { eraseFromThreads, exportThreads } from './privacy-store.ts'

/** With whom the bot brought into threads. Who is in a thread of Discord is Discord's to tell and the staff's to change. */
export function placesPrivacy(desk: Privacy): Privacy {
  return {
    ...desk,
    tables: [...desk.tables, 'ticket_places'],
    export: async (tx, person) => ({
      ...(await desk.export(tx, person)),
      ticket_places: await exportThreads(tx, person),
    }),
    erase: async (tx, person) => ({
      ...(await desk.erase(tx, person)),
      ticket_places: await eraseFromThreads(tx, person),
    }),
  }
}
