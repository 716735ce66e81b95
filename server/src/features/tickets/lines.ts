import type { UserId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database/connect.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { post } from '../../platform/discord/outbox.ts'
import { cut, verbatim } from '../../platform/discord/text.ts'
import type { MoveName } from './moves.ts'
import type { Ticket } from './ticket.ts'
import { whyRow } from './time/messages.ts'
import { linesWords } from './words-lines.ts'

/** A reason is shown up to here; all of it is in the history. */
const REASON_SHOWN = 500

interface Moved {
  readonly move: MoveName
  /** Null: the program itself. */
  readonly by: UserId | null
  readonly reason: string | undefined
}

/** Tells those in the channel of a ticket that it moved, once this is so. */
export async function sayMoved(tx: Tx, ticket: Ticket, moved: Moved, now: Temporal.Instant): Promise<void> {
  const { guildId, id, channelId } = ticket
  const message = lineOf(ticket, moved)
  if (!message || !channelId) return
  await post(tx, { guildId, to: { channelId }, purpose: 'tickets.moved', about: id, message }, now)
}

/** In the words of the member; null where they see it by themselves. */
function lineOf(moved: Ticket, { move, by, reason }: Moved): OutgoingMessage | null {
  const say = linesWords(moved.language)
  const who = by === null ? say('the_bot') : `<@${by}>`
  const [opener, claimant, role] = [moved.openerId, moved.claimedBy, moved.escalatedTo]
  const told = (content: string, mentions: OutgoingMessage['allowed_mentions'] = NO_MENTIONS) => ({
    content: reason ? `${content}\n${say('reason', { reason: cut(verbatim(reason), REASON_SHOWN) })}` : content,
    allowed_mentions: mentions,
  })
  switch (move) {
    case 'claim':
      return told(say('claim', { who }))
    case 'unclaim':
      return told(say('unclaim', { who }))
    case 'assign':
      return told(say('assign', { who, whom: `<@${claimant}>` }), { users: claimant === null ? [] : [claimant] })
    case 'wait':
      return opener === null ? null : told(say('wait', { whom: `<@${opener}>` }), { users: [opener] })
    case 'escalate':
      return told(say('escalate', { who, role: `<@&${role}>` }), { roles: role === null ? [] : [role] })
    case 'transfer':
      return told(say('transfer', { who }))
    case 'close':
      return { ...told(say('close', { who })), components: [whyRow(moved)] }
    case 'reopen':
      return told(say('reopen', { who }))
    default:
      return null
  }
}
