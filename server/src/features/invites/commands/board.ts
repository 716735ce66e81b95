import { defineCommand } from '../../../platform/discord/commands.ts'
import { defineButton } from '../../../platform/discord/components.ts'
import { integer } from '../../../platform/discord/options.ts'
import type { InviteCounts } from '../counts.ts'
import { boardReply, LAST_PAGE, MOST_ON_A_PAGE, parsePage } from '../replies.ts'
import { inviteWords } from '../words.ts'

const USUAL_LIMIT = 10

/** `/inviteleaderboard`: for everybody to see, page by page. */
export function boardCommand(counts: InviteCounts) {
  return defineCommand({
    name: 'inviteleaderboard',
    description: inviteWords.everywhere('board_description'),
    options: {
      limit: integer(inviteWords.everywhere('board_limit'), { min: 1, max: MOST_ON_A_PAGE }),
      page: integer(inviteWords.everywhere('board_page'), { min: 1, max: LAST_PAGE }),
    },
    answers: 'message',
    isPublic: () => true,
    async handle({ limit, page }, { guildId, language }) {
      const board = await counts.board(guildId, { limit: limit ?? USUAL_LIMIT, page: page ?? 1 })
      return { kind: 'message', message: boardReply(board, language) }
    },
  })
}

/** Two, since the buttons of one message need different ids even where both lead to the first page. */
export function boardButtons(counts: InviteCounts) {
  return ['previous', 'next'].map((act) =>
    defineButton({
      feature: 'invites',
      act,
      answers: 'update',
      async run({ guildId, about, language }) {
        return { kind: 'update', message: boardReply(await counts.board(guildId, parsePage(about)), language) }
      },
    }),
  )
}
