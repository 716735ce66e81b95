import type { Privacy } from '../../platform/privacy.ts'
import { announcementsOf, eraseAnnouncementsOf } from './privacy-store.ts'

/** Announcements that somebody wrote, with their text. The reminders made of them are the reminders' own matter. */
export const announcementPrivacy: Privacy = {
  tables: ['announcements'],
  export: async (tx, person) => ({ announcements: await announcementsOf(tx, person) }),
  erase: async (tx, person) => ({ announcements: await eraseAnnouncementsOf(tx, person) }),
}
