import type { Language } from '../../kernel/language.ts'
import { cut, verbatim } from '../../platform/discord/text.ts'
import { type GivenAnswer, type Personalization, SPOKEN_LANGUAGES, type SpokenLanguage } from './progress.ts'
import { onboardingWords } from './words.ts'

/** One question with what was answered, as plain text. */
export interface SummaryLine {
  readonly question: string
  /** Null: skipped. */
  readonly answer: string | null
}

/** Of a description's 4096 characters (https://discord.com/developers/docs/resources/message#embed-object-embed-limits). */
export const SUMMARY_ROOM = 3500
/** `**`, a line break and the like around each text. */
const DECORATION = 8
/** Texts are never shortened below this. */
const LEAST_SHOWN = 20

/** The questions with their answers, each shortened only as far as the longest ones must be for all of them to fit. */
export function summaryText(lines: readonly SummaryLine[], language: Language, room = SUMMARY_ROOM): string {
  const say = onboardingWords(language)
  const texts = lines.flatMap(({ question, answer }) => [
    oneLine(question),
    answer === null ? say('skipped') : oneLine(answer),
  ])
  const most = fittingLength(texts, room - lines.length * DECORATION)
  return lines
    .map(({ answer }, index) => {
      const [question = '', given = ''] = texts.slice(index * 2, index * 2 + 2)
      const shown = shortened(given, most)
      return `**${shortened(question, most)}**\n${answer === null ? `*${shown}*` : shown}`
    })
    .join('\n')
}

/** What members typed, without formatting, at most so long. */
export function typed(text: string, most: number): string {
  return shortened(oneLine(text), most)
}

/** The largest length to which all can be cut so that together they have room. */
function fittingLength(texts: readonly string[], room: number): number {
  let left = room
  const lengths = texts.map(({ length }) => length).toSorted((a, b) => a - b)
  for (const [index, length] of lengths.entries()) {
    const share = Math.floor(left / (lengths.length - index))
    if (length > share) return Math.max(share, LEAST_SHOWN)
    left -= length
  }
  return Math.max(...lengths, LEAST_SHOWN)
}

function oneLine(text: string): string {
  return verbatim(text.replaceAll(/\s+/g, ' '))
}

/** A backslash left at the end would escape what follows. */
function shortened(text: string, most: number): string {
  if (text.length <= most) return text
  return `${cut(text, most).slice(0, -1).replace(/\\+$/, '')}…`
}

/** What was answered, by the labels that were shown. */
export function answerText({ answer, labels, followUps }: GivenAnswer): string | null {
  if (answer === null) return null
  const given = labels ? labels.join(', ') : String(answer)
  const more = Object.values(followUps).flatMap(({ answer: text }) => (text === null ? [] : [text]))
  return [given, ...more].join(' → ')
}

interface Said {
  readonly answers: readonly GivenAnswer[]
  readonly personalization: Personalization | null
  /** As `languageChosen` gives it. */
  readonly spoken: string | null
}

/** Everything that a member said, in the order of the questions that are asked today, and then the rest. */
export function summaryLines(
  { answers: given, personalization, spoken }: Said,
  order: readonly string[],
  language: Language,
): SummaryLine[] {
  const say = onboardingWords(language)
  const place = ({ questionId }: GivenAnswer) => (order.includes(questionId) ? order.indexOf(questionId) : order.length)
  const answers = given.toSorted((a, b) => place(a) - place(b))
  return [
    ...answers.map((one) => ({ question: one.question, answer: answerText(one) })),
    ...(personalization
      ? [{ question: say('personalization'), answer: say(`personalization_${personalization}`) }]
      : []),
    ...(spoken ? [{ question: say('language'), answer: languageName(spoken, language) }] : []),
  ]
}

/** Of a code that we offer, or as the member wrote it. */
function languageName(spoken: string, language: Language): string {
  const known = SPOKEN_LANGUAGES.find((code) => code === spoken)
  return known ? offeredLanguage(known, language) : spoken
}

export function offeredLanguage(offered: SpokenLanguage, language: Language): string {
  const say = onboardingWords(language)
  return offered === 'other' ? say('another_language') : say(`language_${offered}`)
}
