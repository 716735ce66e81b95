import type { UserId } from '../../../kernel/ids.ts'
import { type Button, defineButton, defineForm, type Form } from '../../../platform/discord/components.ts'
import type { Recordings } from '../ports.ts'
import { commentForm, readScore, thanksMessage } from './messages.ts'
import type { TicketRating } from './rating.ts'

const feature = 'tickets'

/** The buttons work wherever the message came to: with the bot alone, or in the channel of the ticket. */
export function ratingButtons(rating: TicketRating): Button[] {
  const press = async (userId: UserId, about: string) => {
    const { ticketId, score } = readScore(about)
    const rated = await rating.rate(userId, ticketId, { score })
    return commentForm(rated.ticket, rated.rating)
  }
  return [
    defineButton({
      feature,
      act: 'rate',
      answers: 'modal',
      run: ({ actor, about }) => press(actor.userId, about),
      direct: ({ userId, about }) => press(userId, about),
    }),
  ]
}

export function ratingForms(rating: TicketRating, recordings: Pick<Recordings, 'link'>): Form[] {
  const submit = async (userId: UserId, about: string, fields: ReadonlyMap<string, string>) => {
    const { ticketId, score } = readScore(about)
    const comment = fields.get('comment')?.trim() || null
    const rated = await rating.rate(userId, ticketId, { score, comment })
    const transcript = await recordings.link(rated.ticket, userId)
    return { kind: 'update' as const, message: thanksMessage(rated.ticket, rated.rating, transcript) }
  }
  return [
    defineForm({
      feature,
      act: 'rate_form',
      answers: 'update',
      run: ({ actor, about, fields }) => submit(actor.userId, about, fields),
      direct: ({ userId, about, fields }) => submit(userId, about, fields),
    }),
  ]
}
