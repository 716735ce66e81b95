import type { Privacy } from '../../platform/privacy.ts'
import { eraseInvites, exportInvites } from './privacy-store.ts'

/** Who joined and who brought whom. What counts stays, without names. */
export const invitePrivacy: Privacy = {
  tables: ['guild_invites', 'invite_joins', 'invite_tallies'],
  export: exportInvites,
  erase: eraseInvites,
}
