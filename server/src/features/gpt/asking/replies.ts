import type { Language } from '../../../kernel/language.ts'
import { customId } from '../../../platform/discord/custom-id.ts'
import { shownAsText } from '../../../platform/discord/harmless.ts'
import type { OutgoingMessage } from '../../../platform/discord/message.ts'
import { button, plain, row } from '../../../platform/discord/message-parts.ts'
import { cut, verbatim } from '../../../platform/discord/text.ts'
import { modelFailureWords } from '../failure-words.ts'
import type { AskedFor } from './asking.ts'
import { pagesOf } from './pages.ts'
import type { Source } from './sources.ts'
import { askWords } from './words.ts'

export const AGAIN = 'ask_again'

/** https://discord.com/developers/docs/resources/message#create-message-jsonform-params */
const LONGEST_MESSAGE = 2_000
const LONGEST_QUESTION = 300
const LONGEST_TITLE = 120
const LONGEST_EXCERPT = 400
const MOST_NEAREST = 3

/** One message or more: what was asked, the answer, and what it is taken from. */
export function answerMessages(
  { question, sources, asked }: AskedFor,
  language: Language,
): readonly [OutgoingMessage, ...OutgoingMessage[]] {
  const say = askWords(language)
  switch (asked.kind) {
    case 'answered':
      return messages([quoted(question), asked.text, sourceLines(asked.cited, language)])
    case 'unknown':
      return messages([quoted(question), say('unknown'), nearest(sources, language), say('what_now')])
    case 'withheld':
      return messages([quoted(question), say('withheld'), say('what_now')])
    case 'not_asked':
      if (asked.why === 'nothing_found') return messages([quoted(question), say('nothing_found'), say('what_now')])
      return messages([
        quoted(question),
        modelFailureWords({ kind: asked.why, resetsAt: null }, language),
        ...excerpts(sources, language),
        say('what_now'),
      ])
    case 'failed': {
      const again = row(button(customId('gpt', AGAIN, asked.questionId), say('try_again')))
      const parts = [quoted(question), `⚠️ ${modelFailureWords(asked.failure, language)}`, nearest(sources, language)]
      return [plain(parts.join('\n\n'), again)]
    }
  }
}

/** An answer that is still being written. */
export function draftMessage(draft: string, language: Language): OutgoingMessage {
  const mark = `-# ${askWords(language)('being_written')}`
  // Its end is what is new, but an answer is read from its beginning.
  const [first = ''] = pagesOf(draft, LONGEST_MESSAGE - mark.length - 2)
  return plain(`${first}\n\n${mark}`)
}

function messages(parts: readonly string[]): readonly [OutgoingMessage, ...OutgoingMessage[]] {
  const [first = '', ...more] = pagesOf(parts.join('\n\n'), LONGEST_MESSAGE)
  return [plain(first), ...more.map((page) => plain(page))]
}

function quoted(question: string): string {
  return `> ${verbatim(cut(question.replaceAll(/\s+/g, ' '), LONGEST_QUESTION))}`
}

function named({ faqNumber, title }: Source, language: Language): string {
  const shown = verbatim(cut(title, LONGEST_TITLE))
  return faqNumber === null ? shown : askWords(language)('faq_source', { number: faqNumber, title: shown })
}

function sourceLines(cited: readonly Source[], language: Language): string {
  const lines = cited.map((source) => `-# [${source.number}] ${named(source, language)}`)
  return [`-# **${askWords(language)('sources')}**`, ...lines].join('\n')
}

function nearest(sources: readonly Source[], language: Language): string {
  const names = sources.slice(0, MOST_NEAREST).map((source) => `- ${named(source, language)}`)
  return [askWords(language)('nearest'), ...names].join('\n')
}

function excerpts(sources: readonly Source[], language: Language): string[] {
  return sources.slice(0, MOST_NEAREST).map((source) => {
    const quote = cut(shownAsText(source.text), LONGEST_EXCERPT).replaceAll(/^/gm, '> ')
    return `**${named(source, language)}**\n${quote}`
  })
}
