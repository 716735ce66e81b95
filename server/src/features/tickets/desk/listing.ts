import type { Platform } from '../../../platform/feature.ts'
import { listPanels } from '../panels/panel-store.ts'
import { termsOf } from '../terms.ts'
import type { Ticket } from '../ticket.ts'
import type { Doer } from './at-the-desk.ts'
import { listTickets, type TicketFilter, type Visible } from './list-store.ts'

/** The tickets of a guild that somebody is staff of. */
export function ticketListing({ db, settings }: Pick<Platform, 'db' | 'settings'>) {
  async function visibleTo({ guildId, roleIds, isAdmin }: Doer): Promise<Visible> {
    if (isAdmin) return 'all'
    const [panels, { staffRoleIds: general }] = await Promise.all([
      listPanels(db, guildId),
      termsOf(db, settings, { guildId, panelId: null }),
    ])
    const isOf = (staff: readonly string[]) => roleIds.some((id) => staff.includes(id))
    const mine = panels.filter(({ staffRoleIds }) => isOf(staffRoleIds.length > 0 ? staffRoleIds : general))
    return { panelIds: mine.map(({ id }) => id), withoutPanel: isOf(general), escalatedTo: roleIds }
  }

  return {
    async list(doer: Doer, filter: TicketFilter): Promise<Ticket[]> {
      return listTickets(db, doer.guildId, await visibleTo(doer), filter)
    },
  }
}
