import type { Doer } from '../desk/at-the-desk.ts'
import type { ticketListing } from '../desk/listing.ts'

/** Whether somebody is staff of any tickets of their guild. */
export function isStaffOfAny({ staffRoles }: Pick<ReturnType<typeof ticketListing>, 'staffRoles'>) {
  return async ({ guildId, roleIds, isAdmin }: Doer): Promise<boolean> => {
    if (isAdmin) return true
    const roles = roleIds.length === 0 ? [] : await staffRoles(guildId)
    return roleIds.some((id) => roles.includes(id))
  }
}
