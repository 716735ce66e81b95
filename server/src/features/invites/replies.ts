import type { UserId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import { customId } from '../../platform/discord/custom-id.ts'
import { NO_MENTIONS, type OutgoingMessage } from '../../platform/discord/message.ts'
import { button, type Row, row } from '../../platform/discord/message-parts.ts'
import type { Board, CountChange } from './counts.ts'
import { type Figures, invitesOf } from './figures.ts'
import { inviteWords } from './words.ts'

/** What commands about invites answer. Persons are named by mention, which notifies nobody. */

export function boardReply(board: Board, language: Language): OutgoingMessage {
  const say = inviteWords(language)
  const { inviters, page, pages, limit } = board
  const lines = inviters.map((one, index) =>
    say('board_line', {
      rank: (page - 1) * limit + index + 1,
      inviter: mention(one.userId),
      count: invitesOf(one),
    }),
  )
  const embed = {
    title: say('board_title'),
    description: lines.join('\n') || say('board_empty'),
    ...(pages > 1 && { footer: { text: say('board_footer', { page, pages }) } }),
  }
  return { embeds: [embed], components: pages > 1 ? [pageButtons(board, language)] : [], allowed_mentions: NO_MENTIONS }
}

function pageButtons({ page, pages, limit }: Board, language: Language): Row {
  const say = inviteWords(language)
  const turn = (act: 'previous' | 'next', to: number, isThere: boolean) =>
    button(customId('invites', act, pageText({ limit, page: to })), say(act), { disabled: !isThere })
  return row(turn('previous', Math.max(1, page - 1), page > 1), turn('next', page + 1, page < pages))
}

interface PageWish {
  readonly limit: number
  readonly page: number
}

/** Rows of one message stay far below the 4,096 characters of a description. */
export const MOST_ON_A_PAGE = 25
export const LAST_PAGE = 100_000

function pageText({ limit, page }: PageWish): string {
  return `${limit}.${page}`
}

/** Whatever comes, a page that exists. */
export function parsePage(text: string): PageWish {
  const [limit = 10, page = 1] = /^\d{1,2}\.\d{1,6}$/.test(text) ? text.split('.').map(Number) : []
  return { limit: Math.min(Math.max(1, limit), MOST_ON_A_PAGE), page: Math.min(Math.max(1, page), LAST_PAGE) }
}

export function ownReply(userId: UserId, figures: Figures, language: Language): OutgoingMessage {
  const say = inviteWords(language)
  const { joins, certain, likely, departed, rejoins, adjustment } = figures
  const lines = [
    say('own_title', { inviter: mention(userId), count: invitesOf(figures) }),
    say('own_joined', { joins, certain, likely }),
    say('own_left', { departed }),
    say('own_rejoins', { rejoins }),
    ...(adjustment === 0
      ? []
      : [say('own_adjustment', { adjustment: adjustment > 0 ? `+${adjustment}` : String(adjustment) })]),
  ]
  return { content: lines.join('\n'), allowed_mentions: NO_MENTIONS }
}

export function setReply(userId: UserId, { before, now }: CountChange, language: Language): OutgoingMessage {
  const say = inviteWords(language)
  const inviter = mention(userId)
  const content = before === now ? say('set_same', { inviter, now }) : say('set_done', { inviter, now, before })
  return { content, allowed_mentions: NO_MENTIONS }
}

function mention(userId: UserId): string {
  return `<@${userId}>`
}
