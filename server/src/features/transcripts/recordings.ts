import type { ChannelId, GuildId, UserId } from '../../kernel/ids.ts'
import type { Platform } from '../../platform/feature.ts'
import { completeness } from './gaps/completeness.ts'
import type { TicketRooms } from './ports.ts'
import { countEntries } from './reading/entry-store.ts'

/** A member has so long to read what was said. */
const LINK_LASTS = { hours: 30 * 24 }

interface Ticket {
  readonly id: string
  readonly guildId: GuildId
}

/** What tickets may ask of transcripts. */
export interface TicketRecordings {
  /** Whether everything that was said in the channel is kept; what is missing is read as soon as can be. */
  isComplete(ticket: Ticket & { readonly channelId: ChannelId | null }): Promise<boolean>
  /** An address at which the member whose ticket it is may read it, for 30 days; null for others, and where nothing was said. */
  link(ticket: Ticket, userId: UserId): Promise<string | null>
}

export const linkPath = ({ id, guildId }: Ticket) => `/transcripts/${guildId}/${id}`

type Needs = Pick<Platform, 'db' | 'clock' | 'signedLinks'>

export function recordings(rooms: TicketRooms): (needs: Needs) => TicketRecordings {
  return ({ db, clock, signedLinks }) => {
    return {
      isComplete: completeness({ db, clock, rooms }),
      async link(ticket, userId) {
        const { id: ticketId, guildId } = ticket
        const sketch = await rooms.describe(db, guildId, ticketId)
        if (sketch?.openerId !== userId) return null
        if ((await countEntries(db, { guildId, ticketId, audience: 'member', terms: [] })) === 0) return null
        return signedLinks.link(linkPath(ticket), { expiresAt: clock.now().add(LINK_LASTS), subject: userId })
      },
    }
  }
}
