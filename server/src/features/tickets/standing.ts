import type { RoleId, UserId } from '../../kernel/ids.ts'
import type { Standing } from './moves.ts'
import type { Terms } from './terms.ts'
import type { Ticket } from './ticket.ts'

/** Somebody in the guild of a ticket. */
export interface Person {
  readonly userId: UserId
  readonly roleIds: readonly RoleId[]
  /** Has the Administrator permission: what stands in tickets is nobody's who merely manages the server. */
  readonly isAdmin: boolean
}

/** Who somebody is to a ticket. Staff are the roles of its terms, and the role that it was escalated to. */
export function standingOf(
  { openerId, escalatedTo }: Pick<Ticket, 'openerId' | 'escalatedTo'>,
  { staffRoleIds }: Pick<Terms, 'staffRoleIds'>,
  { userId, roleIds, isAdmin }: Person,
): Exclude<Standing, 'system'> {
  if (isAdmin) return 'admin'
  if (roleIds.some((id) => staffRoleIds.includes(id) || id === escalatedTo)) return 'staff'
  return userId === openerId ? 'opener' : 'other'
}

export const isStaff = (standing: Standing) => standing === 'admin' || standing === 'staff'
