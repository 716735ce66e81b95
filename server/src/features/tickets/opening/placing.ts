import type { Invocation } from '../../../platform/discord/invocation.ts'
import type { OutgoingMessage } from '../../../platform/discord/message.ts'
import type { Platform } from '../../../platform/feature.ts'
import { nextNoticeOn } from '../next-notice.ts'
import { queuePosition } from '../places/queue-store.ts'
import { findTicket, TICKETS_CHANNEL } from '../store.ts'
import type { Ticket } from '../ticket.ts'
import { makingMessage, placedMessage } from './replies.ts'
import type { Opened } from './service.ts'

/** How long a member is kept waiting for the channel; it comes all the same. */
const PATIENCE_MS = 6_000

/** Answers whoever opened a ticket: at once that it is being made, and where it is as soon as it is there. */
export type Placing = (opened: Opened, invocation: Pick<Invocation, 'language' | 'show'>) => Promise<OutgoingMessage>

export function placing({ db, notices }: Pick<Platform, 'db' | 'notices'>): Placing {
  const nextNotice = nextNoticeOn(notices, TICKETS_CHANNEL)

  async function placed(ticket: Ticket): Promise<Ticket> {
    const patience = AbortSignal.timeout(PATIENCE_MS)
    for (;;) {
      const heard = nextNotice(ticket.guildId, patience)
      const found = (await findTicket(db, ticket.guildId, ticket.id)) ?? ticket
      if (found.channelId !== null || patience.aborted || (await queuePosition(db, ticket)) !== null) return found
      await heard
    }
  }

  return async (opened, { language, show }) => {
    show(makingMessage(opened, language))
    const ticket = await placed(opened.ticket)
    const position = ticket.channelId === null ? await queuePosition(db, ticket) : null
    return placedMessage({ ...opened, ticket }, position, language)
  }
}
