import { ButtonStyle } from 'discord-api-types/v10'
import type { Language } from '../../../kernel/language.ts'
import type { ModalAnswer } from '../../../platform/discord/answers.ts'
import { customId } from '../../../platform/discord/custom-id.ts'
import { openForm, textField } from '../../../platform/discord/form-parts.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../../platform/discord/message.ts'
import { button, type Row, row } from '../../../platform/discord/message-parts.ts'
import { cut, verbatim } from '../../../platform/discord/text.ts'
import type { Ticket } from '../ticket.ts'
import { whyRow } from '../time/messages.ts'
import type { RatingFacts } from './asking.ts'
import type { Rating } from './rating-store.ts'
import { LONGEST_COMMENT, SCORES } from './scores.ts'
import { feedbackWords } from './words.ts'

const SHOWN = { name: 100, reason: 500, comment: 900 } as const
const COLOUR = 0x6b7280
const STARS = SCORES.length

/** What the member gets when the ticket is closed. */
export function closedMessage(ticket: Ticket, { guildName, transcript }: RatingFacts): OutgoingMessage {
  const { number, closeReason, language } = ticket
  const say = feedbackWords(language)
  const where = guildName === null ? '' : verbatim(cut(guildName, SHOWN.name))
  const lines = [
    where === '' ? say('closed', { number }) : say('closed_in', { number, guild: where }),
    closeReason ? say('reason', { reason: cut(verbatim(closeReason), SHOWN.reason) }) : '',
    transcript === null ? '' : say('transcript', { link: transcript }),
    say('ask'),
  ]
  return {
    embeds: [{ color: COLOUR, description: lines.filter((line) => line !== '').join('\n') }],
    components: [scores(ticket), whyRow(ticket)],
    allowed_mentions: NO_MENTIONS,
  }
}

/** In its place, once the member has rated; the buttons stay, since it may be changed, and so does the way to what was said. */
export function thanksMessage(
  ticket: Ticket,
  { score, comment }: Rating,
  transcript: RatingFacts['transcript'],
): OutgoingMessage {
  const say = feedbackWords(ticket.language)
  const lines = [
    say('thanks', { stars: starsOf(score), number: ticket.number }),
    comment === null ? '' : say('comment', { comment: cut(verbatim(comment), SHOWN.comment) }),
    transcript === null ? '' : say('transcript', { link: transcript }),
    say('change'),
  ]
  return {
    embeds: [{ color: COLOUR, description: lines.filter((line) => line !== '').join('\n') }],
    components: [scores(ticket, score)],
    allowed_mentions: NO_MENTIONS,
  }
}

/** In the log channel of the guild. */
export function ratedMessage(ticket: Ticket, { score, comment }: Rating, language: Language): OutgoingMessage {
  const say = feedbackWords(language)
  const { number, claimedBy, openerId } = ticket
  const lines = [
    say('rated', { stars: starsOf(score), number, who: `<@${openerId}>` }),
    claimedBy === null ? '' : say('dealt_with', { who: `<@${claimedBy}>` }),
    comment === null ? '' : say('comment', { comment: cut(verbatim(comment), SHOWN.comment) }),
  ]
  return {
    embeds: [{ color: COLOUR, description: lines.filter((line) => line !== '').join('\n') }],
    allowed_mentions: NO_MENTIONS,
  }
}

/** Opens with the rating stored already: whoever sends nothing has rated all the same. */
export function commentForm({ id, number, language }: Ticket, { score, comment }: Rating): ModalAnswer {
  const say = feedbackWords(language)
  return openForm(
    customId('tickets', 'rate_form', aboutScore(id, score)),
    say('form_title', { number }),
    textField({
      name: 'comment',
      label: say('form_label'),
      hint: say('form_hint', { stars: starsOf(score) }),
      maxLength: LONGEST_COMMENT,
      isLong: true,
      isRequired: false,
      value: comment ?? undefined,
    }),
  )
}

function scores({ id }: Ticket, chosen: number | null = null): Row {
  return row(
    ...SCORES.map((score) =>
      button(customId('tickets', 'rate', aboutScore(id, score)), `${score} ★`, {
        style: score === chosen ? ButtonStyle.Primary : ButtonStyle.Secondary,
      }),
    ),
  )
}

const aboutScore = (ticketId: string, score: number) => `${ticketId}-${score}`

export function readScore(about: string): { readonly ticketId: string; readonly score: number } {
  const [ticketId = '', score = ''] = about.split('-', 2)
  return { ticketId, score: Number(score) }
}

const starsOf = (score: number) => '★'.repeat(score) + '☆'.repeat(STARS - score)
