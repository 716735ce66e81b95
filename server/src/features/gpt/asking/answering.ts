import { dataOf, INSTRUCTIONS } from './instructions.ts'
import { draftOf, type Judged, judged } from './judge.ts'
import type { Source } from './sources.ts'

/** What a language model is asked. */
export interface SourcedQuestion {
  readonly instructions: string
  readonly data: unknown
  readonly mostTokens: number
}

/** A language model, whoever pays for it. @throws {ModelFailure} */
export type AskModel = (question: SourcedQuestion, onText: (soFar: string) => void) => Promise<string>

interface Answering {
  readonly question: string
  readonly sources: readonly Source[]
  /** Shown in place of a link that stands in none of the sources. */
  readonly instead: string
  readonly ask: AskModel
  onDraft?(text: string): void
}

/** About three messages of Discord. */
const MOST_TOKENS = 1_200

/** From a question and what was found on it to what may be shown. @throws {ModelFailure} */
export async function answerFrom({ question, sources, instead, ask, onDraft }: Answering): Promise<Judged> {
  const written = await ask(
    { instructions: INSTRUCTIONS, data: dataOf(question, sources), mostTokens: MOST_TOKENS },
    (soFar) => {
      const draft = onDraft && draftOf(soFar, sources, instead)
      if (draft) onDraft(draft)
    },
  )
  return judged(written, sources, instead)
}
