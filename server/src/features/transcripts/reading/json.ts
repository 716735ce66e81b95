import type { TranscriptMessageOut } from '../contract.ts'
import type { Entry } from './entry.ts'
import type { Transcript } from './transcript.ts'

/** A message as the API tells it. */
export function messageOut({ message, former, attachments }: Entry): TranscriptMessageOut {
  const { messageId, authorId, authorName, isBot, kind, content, embeds, components, stickers, replyTo } = message
  return {
    message_id: BigInt(messageId),
    author_id: authorId,
    author_name: authorName,
    is_bot: isBot,
    kind,
    content,
    embeds: embeds.map(({ fields, ...embed }) => ({
      ...embed,
      fields: fields.map(({ name, value, isInline }) => ({ name, value, inline: isInline })),
    })),
    components: components.map((component) => ({ ...component })),
    stickers: [...stickers],
    attachments: attachments.map(({ id, name, size, state }) => ({ id, name, size, state })),
    reply_to: replyTo === null ? null : BigInt(replyTo),
    former: former.map(({ content: text, until }) => ({ content: text, until: iso(until) })),
    is_withheld: message.isWithheld,
    is_erased: message.isErased,
    sent_at: iso(message.sentAt),
    edited_at: message.editedAt && iso(message.editedAt),
    deleted_at: message.deletedAt && iso(message.deletedAt),
    is_deletion_missed: message.isDeletionMissed,
  }
}

/** The whole transcript as one JSON document, message after message. `write` puts ids as the client asked for them. */
export async function* transcriptJson(
  transcript: Transcript,
  write: (value: unknown) => string,
): AsyncGenerator<string> {
  const { ticketId, ticket, extent } = transcript
  const head = JSON.stringify({ ticket_id: Number(ticketId), number: ticket.number, extent }).slice(0, -1)
  yield `${head},"messages":[`
  let isFirst = true
  for await (const entry of transcript.entries()) {
    yield `${isFirst ? '' : ','}\n${write(messageOut(entry))}`
    isFirst = false
  }
  yield '\n]}\n'
}

export function iso(instant: Temporal.Instant): string {
  return instant.round({ smallestUnit: 'millisecond', roundingMode: 'trunc' }).toString()
}
