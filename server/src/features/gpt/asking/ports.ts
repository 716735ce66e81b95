import type { GuildId } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import type { Platform } from '../../../platform/feature.ts'

/** An entry of the FAQ that may answer a question. */
export interface FaqPassage {
  readonly entryId: number
  /** What people call the entry by, in its guild. */
  readonly number: number
  readonly title: string
  readonly text: string
}

/** What the FAQ of a guild has on a question: best first, and nothing where there is none. */
export type FaqPassages = (
  guildId: GuildId,
  question: string,
  language: Language,
  most: number,
) => Promise<readonly FaqPassage[]>

export type FaqOf = (platform: Platform) => FaqPassages
