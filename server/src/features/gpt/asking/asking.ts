import type { GuildId, UserId } from '../../../kernel/ids.ts'
import type { Language } from '../../../kernel/language.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Platform } from '../../../platform/feature.ts'
import { ModelFailure } from '../../../platform/language-model/failure.ts'
import { findPassages } from '../knowledge/search-store.ts'
import { modelOfGuild } from '../model-of-guild.ts'
import { answerFrom } from './answering.ts'
import type { Judged } from './judge.ts'
import type { FaqPassages } from './ports.ts'
import { findQuestion, holdQuestion, keepQuestion, letGoOfQuestion, removeQuestion } from './questions-store.ts'
import { numbered, type Source } from './sources.ts'
import { askWords } from './words.ts'

interface MembersQuestion {
  readonly guildId: GuildId
  readonly userId: UserId
  readonly language: Language
  readonly question: string
  onDraft(text: string): void
}

/**
 * How asking went.
 * - not_asked: the model cannot be asked, or need not be, since nothing was found.
 * - failed: it was asked and gave no answer; the question is kept, to be asked again.
 */
export type Asked =
  | { readonly kind: 'not_asked'; readonly why: 'nothing_found' | 'off' | 'not_configured' }
  | { readonly kind: 'failed'; readonly failure: ModelFailure; readonly questionId: string }
  | Judged

export interface AskedFor {
  readonly question: string
  /** What was found on it, best first. */
  readonly sources: readonly Source[]
  readonly asked: Asked
}

export interface Asking {
  ask(question: MembersQuestion): Promise<AskedFor>
  /** @throws {Refusal} for whoever did not ask it, and where it is answered, too old or being asked. */
  askAgain(id: string, by: Omit<MembersQuestion, 'question'>): Promise<AskedFor>
}

const MOST_OF_EACH = 6
const KEPT = { hours: 24 }
/** Longer than an answer may take; whoever dies meanwhile holds the question no longer. */
const HOLD = { minutes: 3 }

export function askingOf(platform: Platform, faqPassages: FaqPassages): Asking {
  const { db, clock } = platform
  const model = modelOfGuild(platform)

  async function sourcesOf({ guildId, question, language }: MembersQuestion): Promise<Source[]> {
    const [entries, documents] = await Promise.all([
      faqPassages(guildId, question, language, MOST_OF_EACH),
      findPassages(db, guildId, question, MOST_OF_EACH),
    ])
    return numbered(
      entries.map(({ number, title, text }) => ({ faqNumber: number, title, text })),
      documents.map((passage) => ({ faqNumber: null, ...passage })),
    )
  }

  async function answered(asked: MembersQuestion, keep: () => Promise<string>): Promise<AskedFor> {
    const { guildId, userId, question, language, onDraft } = asked
    const sources = await sourcesOf(asked)
    const readiness = sources.length === 0 ? 'nothing_found' : await model.readiness(guildId)
    if (readiness !== 'ready') return { question, sources, asked: { kind: 'not_asked', why: readiness } }
    try {
      const judgement = await answerFrom({
        question,
        sources,
        instead: askWords(language)('link_removed'),
        ask: (about, onText) => model.askForText({ guildId, userId, purpose: 'ask' }, about, onText),
        onDraft,
      })
      return { question, sources, asked: judgement }
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error
      return { question, sources, asked: { kind: 'failed', failure: error, questionId: await keep() } }
    }
  }

  return {
    ask: (asked) => answered(asked, () => keepQuestion(db, asked, clock.now())),
    async askAgain(id, by) {
      const now = clock.now()
      const known = /^\d{1,18}$/.test(id) ? await findQuestion(db, id, by.guildId, now.subtract(KEPT)) : null
      if (!known) throw new Refusal('not_found', 'gpt.question_gone', askWords.everywhere('too_old'))
      if (known.user_id !== by.userId)
        throw new Refusal('forbidden', 'gpt.question_of_other', askWords.everywhere('not_yours'))
      if (!(await holdQuestion(db, id, now, now.add(HOLD))))
        throw new Refusal('conflict', 'gpt.question_under_way', askWords.everywhere('under_way'))
      try {
        const answer = await answered({ ...by, question: known.question }, async () => id)
        if (answer.asked.kind !== 'failed') await removeQuestion(db, id)
        return answer
      } finally {
        await letGoOfQuestion(db, id)
      }
    },
  }
}
