import { defineCommand } from '../../../platform/discord/commands.ts'
import { defineButton } from '../../../platform/discord/components.ts'
import type { Invocation } from '../../../platform/discord/invocation.ts'
import { boolean, required, text } from '../../../platform/discord/options.ts'
import type { Asking } from './asking.ts'
import { AGAIN, answerMessages, draftMessage } from './replies.ts'
import { askWords } from './words.ts'

const LONGEST_QUESTION = 1_500

/** `/ask`: for everybody, from what the guild has written. */
export function askCommand(asking: Asking) {
  return defineCommand({
    name: 'ask',
    description: askWords.everywhere('ask_description'),
    options: {
      question: required(text(askWords.everywhere('ask_question'), { minLength: 2, maxLength: LONGEST_QUESTION })),
      public: boolean(askWords.everywhere('ask_public')),
    },
    answers: 'message',
    isPublic: (options) => options.public === true,
    async handle({ question }, invocation) {
      const asked = await asking.ask({ ...whoAsks(invocation), question })
      const [message, ...more] = answerMessages(asked, invocation.language)
      return { kind: 'message', message, more }
    },
  })
}

/** Asks once more what the model did not answer, in the place of the message that said so. */
export function againButton(asking: Asking) {
  return defineButton({
    feature: 'gpt',
    act: AGAIN,
    answers: 'update',
    async run(pressed) {
      const asked = await asking.askAgain(pressed.about, whoAsks(pressed))
      const [message, ...more] = answerMessages(asked, pressed.language)
      return { kind: 'update', message, more }
    },
  })
}

function whoAsks({ guildId, actor, language, show }: Invocation) {
  return {
    guildId,
    userId: actor.userId,
    language,
    onDraft: (draft: string) => show(draftMessage(draft, language)),
  }
}
