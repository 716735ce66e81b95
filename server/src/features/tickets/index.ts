import { RoleId } from '../../kernel/ids.ts'
import type { Feature } from '../../platform/feature.ts'
import { ticketSettings } from './settings.ts'

/** Tickets: what a guild can choose about them, and who its staff is. */
export const tickets: Feature = {
  name: 'tickets',
  settings: ticketSettings,
  build: ({ settings }) => ({
    staffRoles: async (guildId) => {
      const role = await settings.read(ticketSettings.staffRole, guildId)
      return role === null ? [] : [RoleId.parse(role)]
    },
  }),
}
