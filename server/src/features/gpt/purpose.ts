import type { GuildId, UserId } from '../../kernel/ids.ts'

/** What the language model is asked for. */
export const PURPOSES = ['ask', 'ticket_summary', 'reply_draft', 'faq_draft', 'announcement'] as const
/** What a member may do so many times a day; what staff lets be written is work for the guild. */
export const QUOTA_PURPOSE: Purpose = 'ask'
export type Purpose = (typeof PURPOSES)[number]

/** In whose name it is asked. */
export interface Asking {
  readonly guildId: GuildId
  /** Null: nobody asked, a background job. */
  readonly userId: UserId | null
  readonly purpose: Purpose
}

export function isPurpose(text: string): text is Purpose {
  const known: readonly string[] = PURPOSES
  return known.includes(text)
}
