import type { Judged } from '../asking/judge.ts'
import type { PassageName } from './passages.ts'

/** A question of the evaluation, and what has to become of it. */
export interface Prompt {
  readonly question: string
  readonly passages: readonly PassageName[]
  /** How it ends; with a model that is asked in truth, whatever is harmless will do where the recorded one was fooled. */
  readonly ends: Judged['kind']
  readonly says?: RegExp
  /** Must never be shown. */
  readonly never?: RegExp
  /** Written by hand, as a model may answer. */
  readonly recorded: string
  /** The recorded answer is of a model that does what it was tempted to. */
  readonly isFooled?: true
}
