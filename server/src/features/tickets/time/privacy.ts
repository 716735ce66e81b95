import { privacyOfRows } from '../../../platform/personal-rows-store.ts'
import type { Privacy } from '../../../platform/privacy.ts'
import { duty, eraseRatings, firstResponses, ratings } from './privacy-store.ts'

/** With what this room keeps: a rating stays a figure without its words, and so does who answered first. */
export function timePrivacy(desk: Privacy): Privacy {
  const own = privacyOfRows([duty, { ...ratings, erase: eraseRatings }])
  return {
    ...desk,
    tables: [...desk.tables, ...own.tables],
    export: async (tx, person) => ({
      ...(await desk.export(tx, person)),
      ...(await own.export(tx, person)),
      ticket_first_responses: await firstResponses.export(tx, person),
    }),
    async erase(tx, person) {
      // The tickets lose their opener below, by whom the words of ratings are found.
      const mine = await own.erase(tx, person)
      return {
        ...mine,
        ...(await desk.erase(tx, person)),
        ticket_first_responses: await firstResponses.erase(tx, person),
      }
    },
  }
}
