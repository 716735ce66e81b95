import type { Logger } from 'pino'
import { Refusal } from '../../kernel/refusal.ts'
import { type Answer, say } from './answers.ts'
import { DiscordFailure } from './failure.ts'

/** What somebody in Discord reads instead of an answer. A refusal is theirs to act on; anything else is logged, once. */
export function answerToError(error: unknown, interactionId: string, logger: Logger): Answer {
  if (error instanceof Refusal) {
    logger.info({ code: error.code }, 'refused')
    return say(sentenceOf(error))
  }
  logger.error({ err: error }, 'a command, button or form failed')
  const reason =
    error instanceof DiscordFailure && error.kind === 'unavailable'
      ? 'Discord did not answer me in time.'
      : 'Something went wrong.'
  return say(
    `${reason} Please try again later; if it goes on, give this number to whoever runs the bot: \`${interactionId}\``,
  )
}

function sentenceOf({ message, errors = [] }: Refusal): string {
  const further = errors.map((error) => error.message).filter((sentence) => sentence !== message)
  return [message, ...further].map(capitalised).join('\n')
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1)
}
