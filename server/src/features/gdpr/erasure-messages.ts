import { ButtonStyle } from 'discord-api-types/v10'
import type { Language, Localised } from '../../kernel/language.ts'
import type { OutgoingMessage } from '../../platform/discord/message.ts'
import { plain, row } from '../../platform/discord/message-parts.ts'
import { timestamp } from '../../platform/discord/text.ts'
import { button } from './messages.ts'
import type { Counts, Receipt } from './receipt-store.ts'
import type { Scope } from './scope.ts'
import { gdprWords } from './words.ts'

/** What is read of an erasure, from the question to the receipt. */

/** What kinds of data are called, by the table or the name under which they are counted. */
export type KindNames = ReadonlyMap<string, Localised>

interface Question {
  readonly scope: Scope
  /** What its buttons carry. */
  readonly about: string
  readonly counts: Counts
  readonly names: KindNames
}

/** The first question names what will go. */
export function deleteQuestion({ scope, about, counts, names }: Question, language: Language): OutgoingMessage {
  const say = gdprWords(language)
  if (Object.keys(counts).length === 0) return plain(say('nothing_kept'))
  const content = [
    say(scope === 'server' ? 'delete_head_server' : 'delete_head_everywhere'),
    ...countLines(counts, names, language),
    '',
    say('delete_stays'),
    say(scope === 'server' ? 'delete_keys' : 'delete_web'),
  ].join('\n')
  return plain(
    content,
    row(button('erase', about, say('erase'), ButtonStyle.Danger), button('erase_no', about, say('keep'))),
  )
}

export function deleteSure(about: string, language: Language): OutgoingMessage {
  const say = gdprWords(language)
  return plain(
    say('delete_sure'),
    row(button('erase_yes', about, say('erase_yes'), ButtonStyle.Danger), button('erase_no', about, say('keep'))),
  )
}

type Told = Pick<Receipt, 'id' | 'erasedAt' | 'counts'>

export function erasedReply({ id, erasedAt, counts }: Told, names: KindNames, language: Language): OutgoingMessage {
  const say = gdprWords(language)
  const lines = countLines(counts, names, language)
  return plain(
    [
      say('erased', { id, at: timestamp(erasedAt, 'f') }),
      ...(lines.length > 0 ? lines : [say('erased_nothing')]),
      '',
      say('receipt_kept'),
    ].join('\n'),
  )
}

/** One line for each name: a feature may keep what has one name in several tables. */
function countLines(counts: Counts, names: KindNames, language: Language): string[] {
  const say = gdprWords(language)
  const nameOf = (kind: string) => names.get(kind)?.[language] ?? say('named_elsewhere')
  const kinds = Map.groupBy(Object.entries(counts), ([kind]) => nameOf(kind))
  return [...kinds].map(([what, rows]) => say('line', { what, count: rows.reduce((sum, [, count]) => sum + count, 0) }))
}
