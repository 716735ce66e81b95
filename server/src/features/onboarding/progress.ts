import type { QuestionType } from './contract.ts'

/** How far a member has come in one run, and what was answered on the way. */
export interface Progress {
  /** Ids of the rules that were accepted. */
  readonly accepted: readonly string[]
  /** At most one for each question. */
  readonly answers: readonly GivenAnswer[]
  readonly personalization: Personalization | null
  readonly language: SpokenLanguage | null
  /** Which one, where the language is `other`. */
  readonly otherLanguage: string | null
  /** The step that the member went back to; null: the first that is open. */
  readonly at: string | null
  /** What was written and cannot be taken, so that nobody has to write it again. */
  readonly draft: Draft | null
}

interface Draft {
  readonly step: string
  readonly text: string
  readonly problem: 'email' | 'blank'
}

/** The question as it was asked then, whatever became of it since. */
export interface GivenAnswer {
  readonly questionId: string
  readonly question: string
  readonly type: QuestionType
  /** The value of an option, the values of several, or a text; null: skipped. */
  readonly answer: string | readonly string[] | null
  /** Of the options that were chosen. */
  readonly labels: readonly string[] | null
  /** By the value of the option that they follow. */
  readonly followUps: Readonly<Record<string, GivenFollowUp>>
}

export interface GivenFollowUp {
  readonly question: string
  readonly type: 'text' | 'email'
  /** Null: skipped. */
  readonly answer: string | null
}

export const PERSONALIZATIONS = ['full', 'events_only', 'no'] as const
export type Personalization = (typeof PERSONALIZATIONS)[number]

export const SPOKEN_LANGUAGES = ['nl', 'en', 'es', 'fr', 'de', 'other'] as const
export type SpokenLanguage = (typeof SPOKEN_LANGUAGES)[number]

export const NOTHING_YET: Progress = {
  accepted: [],
  answers: [],
  personalization: null,
  language: null,
  otherLanguage: null,
  at: null,
  draft: null,
}

/** The values that were chosen, of a question with options. */
export function chosenOf({ answer }: GivenAnswer): readonly string[] {
  if (answer === null) return []
  return typeof answer === 'string' ? [answer] : answer
}

/** The language in words of the member, or its code; null where it was not asked. */
export function languageChosen({ personalization, language, otherLanguage }: Progress): string | null {
  if (personalization === null || personalization === 'no') return null
  return language === 'other' ? otherLanguage : language
}
