import type { Language } from '../../kernel/language.ts'
import type { OutgoingFile, OutgoingMessage } from '../../platform/discord/message.ts'
import { plain } from '../../platform/discord/message-parts.ts'
import { timestamp } from '../../platform/discord/text.ts'
import { exportWords } from './words.ts'

export interface Link {
  readonly url: string
  readonly until: Temporal.Instant
}

export function fileReply(file: OutgoingFile, rows: number, language: Language): OutgoingMessage {
  const say = exportWords(language)
  return { ...plain(rows === 0 ? say('nothing') : say('ready', { count: rows })), files: [file] }
}

/** In the angle brackets of the sentence Discord does not fetch the link to show what is behind it. */
export function linkReply({ url, until }: Link, language: Language): OutgoingMessage {
  return plain(exportWords(language)('too_large', { until: timestamp(until, 't'), link: url }))
}
