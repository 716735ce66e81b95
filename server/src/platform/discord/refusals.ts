import type { Logger } from 'pino'
import type { Language } from '../../kernel/language.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { type Answer, say } from './answers.ts'
import { DiscordFailure } from './failure.ts'
import { interactionWords } from './interaction-words.ts'
import { cut } from './text.ts'

/** https://discord.com/developers/docs/resources/message#create-message */
const LONGEST = 2000

interface Reader {
  readonly interactionId: string
  readonly language: Language
}

/** What somebody in Discord reads instead of an answer. A refusal is theirs to act on; anything else is logged, once. */
export function answerToError(error: unknown, { interactionId, language }: Reader, logger: Logger): Answer {
  if (error instanceof Refusal) {
    logger.info({ code: error.code }, 'refused')
    return say(sentencesOf(error, language))
  }
  logger.error({ err: error }, 'a command, button or form failed')
  const isLate = error instanceof DiscordFailure && error.kind === 'unavailable'
  return say(interactionWords(language)(isLate ? 'discord_late' : 'fault', { id: interactionId }))
}

function sentencesOf(refusal: Refusal, language: Language): string {
  const first = refusal.sentenceIn(language)
  const further = (refusal.errors ?? [])
    .map(({ message, said }) => said?.[language] ?? message)
    .filter((sentence) => sentence !== first)
  return cut([first, ...further].map(wholeSentence).join('\n'), LONGEST)
}

/** Errors of fields come without capital and full stop, as the API joins them. */
function wholeSentence(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1) + (/[\p{L}\p{N}"”’)%]$/u.test(sentence) ? '.' : '')
}
