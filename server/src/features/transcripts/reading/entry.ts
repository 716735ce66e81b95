import type { MessageId } from '../../../kernel/ids.ts'
import type { KeptAttachment } from '../attachments/attachment-store.ts'
import type { Recorded } from '../recording/message-store.ts'
import type { KeptEmbed } from '../recording/said.ts'

/** What a message said before it was edited. */
export interface FormerText {
  readonly content: string
  readonly embeds: readonly KeptEmbed[]
  readonly until: Temporal.Instant
}

/** What a message answers. */
export interface Answered {
  readonly messageId: MessageId
  readonly authorName: string
  readonly content: string
  readonly isDeleted: boolean
}

/** A message as it stands in a transcript. */
export interface Entry {
  readonly message: Recorded
  /** Oldest first. */
  readonly former: readonly FormerText[]
  readonly attachments: readonly KeptAttachment[]
  /** Null: it answers nothing, or what it answered was never recorded. */
  readonly answered: Answered | null
}

/** Staff of the guild, or the member whose ticket it was. */
export type Audience = 'staff' | 'member'

const NOTHING = { content: '', embeds: [], components: [], stickers: [], mentions: {} } as const

/**
 * As the reader may see it: Discord shows members neither what was deleted nor what stood there before an edit, and a
 * transcript gives them no more. Pure.
 */
export function shownTo(audience: Audience, entry: Entry): Entry {
  if (audience === 'staff') return entry
  const { message, answered } = entry
  const quoted = answered?.isDeleted ? { ...answered, content: '' } : answered
  if (message.deletedAt === null) return { ...entry, former: [], answered: quoted }
  return { message: { ...message, ...NOTHING, isDeletionMissed: false }, former: [], attachments: [], answered: quoted }
}
