import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { GuildId } from '../../../kernel/ids.ts'
import { type Language, languageOf } from '../../../kernel/language.ts'
import { invalidField, Refusal } from '../../../kernel/refusal.ts'
import { guildLanguage } from '../../../platform/settings/guild-language.ts'
import type { Settings } from '../../../platform/settings/settings.ts'
import type { StoredBytes } from '../attachments/attachment-store.ts'
import { isPicture } from '../attachments/sniff.ts'
import { type Term, termsIn } from '../search/words-of.ts'
import { transcriptWords } from '../words.ts'
import { CONTENT_POLICY } from './html/style.ts'

/** What the routes of transcripts share. */

/** In the first language of the browser that we speak, else in the guild's. */
export async function languageOfReader(
  { headers }: FastifyRequest,
  settings: Settings,
  guildId: GuildId,
): Promise<Language> {
  const accepted = (headers['accept-language'] ?? '').split(',').map((tag) => tag.split(';', 1)[0]?.trim() ?? '')
  return accepted.map(languageOf).find((language) => language !== null) ?? guildLanguage(settings, guildId)
}

/** @throws {Refusal} where something was typed in which there is nothing to look for. */
export function termsOf(typed: string | undefined): readonly Term[] {
  if (typed === undefined || typed.trim() === '') return []
  const terms = termsIn(typed)
  if (terms.length === 0)
    throw invalidField('transcripts.nothing_to_find', 'q', transcriptWords.everywhere('search_nothing'))
  return terms
}

export function noTicket(): Refusal {
  return new Refusal('not_found', 'transcripts.not_found', transcriptWords.everywhere('no_ticket'))
}

/** Piece by piece, as fast as the reader takes it. No browser takes it for anything but what it is. */
export function sendPieces(
  reply: FastifyReply,
  type: string,
  pieces: AsyncIterable<string>,
  fileName?: string,
): FastifyReply {
  if (fileName !== undefined) reply.header('content-disposition', `attachment; filename="${fileName}"`)
  return reply
    .headers({
      'content-security-policy': CONTENT_POLICY,
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
    })
    .type(type)
    .send(Readable.from(pieces, { objectMode: false }))
}

/** Nothing that a member sent becomes a page of this server, whatever it says it is. */
export function sendFile(reply: FastifyReply, { name, kind, bytes }: StoredBytes): FastifyReply {
  const way = isPicture(kind) ? 'inline' : 'attachment'
  return reply
    .headers({
      'content-security-policy': "default-src 'none'; sandbox",
      'content-disposition': `${way}; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`,
      'cache-control': 'private, no-store',
    })
    .type(kind)
    .send(Buffer.from(bytes))
}
