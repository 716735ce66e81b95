import type { GuildId, UserId } from '../../kernel/ids.ts'
import type { Db } from '../../platform/database/connect.ts'
import { lastMessages } from './lines-store.ts'
import { textOf } from './recording/said.ts'

/** One message of a ticket, as somebody who sums it up needs it. */
export interface Line {
  readonly authorId: UserId | null
  readonly author: string
  readonly isBot: boolean
  readonly at: Temporal.Instant
  readonly text: string
}

/** The last ones that say something, oldest first; without what was deleted or erased. */
export async function lines(db: Db, guildId: GuildId, ticketId: string, most: number): Promise<readonly Line[]> {
  const messages = await lastMessages(db, guildId, ticketId, most)
  return messages.flatMap((message) => {
    const { authorId, authorName, isBot, sentAt } = message
    const text = textOf(message)
    return text === '' ? [] : [{ authorId, author: authorName, isBot, at: sentAt, text }]
  })
}
