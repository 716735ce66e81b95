import type { GuildId, RoleId, UserId } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import type { FormAnswer } from '../ticket.ts'

/** How long a description may be; it is shown in an embed with its answers. */
export const LONGEST_DESCRIPTION = 2000

/** A member who would open a ticket, as of now. */
export interface Opener {
  readonly guildId: GuildId
  readonly userId: UserId
  readonly username: string
  readonly language: Language
  readonly roleIds: readonly RoleId[]
}

/** What a member asks; `panelId` null: by the guild's settings alone. */
export interface Asked {
  /** The interaction that brought it: a repeat asks nothing more. */
  readonly interactionId: string
  readonly panelId: string | null
  readonly description: string
  readonly answers: readonly FormAnswer[]
}

/** What was asked and has not become a ticket yet, or just has. */
export interface Opening extends Asked {
  readonly id: string
  readonly guildId: GuildId
  readonly userId: UserId
  readonly username: string
  readonly language: Language
  /** Known answers that were shown for it. */
  readonly entryIds: readonly string[]
  readonly ticketId: string | null
  readonly isSolved: boolean
}

/** All that was written, for finding known answers. */
export function textOf({ description, answers }: Pick<Asked, 'description' | 'answers'>): string {
  return [description, ...answers.map(({ answer }) => answer)].filter(Boolean).join('\n')
}
