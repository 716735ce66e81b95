import { Refusal } from '../../../kernel/refusal.ts'
import { say } from '../../../platform/discord/answers.ts'
import { type Button, defineButton } from '../../../platform/discord/components.ts'
import { plain } from '../../../platform/discord/message-parts.ts'
import type { Platform } from '../../../platform/feature.ts'
import { doerOf } from '../desk/at-the-desk.ts'
import type { TicketRating } from '../feedback/rating.ts'
import { findTicket } from '../store.ts'
import { deskWords } from '../words-desk.ts'
import type { Staying } from './staying.ts'
import { whyWords } from './why.ts'
import { timeWords } from './words-time.ts'

const feature = 'tickets'
const TICKET_ID = /^[1-9]\d{0,17}$/

/** Under what time says, and in the menu of the staff. */
export function timeButtons(
  needs: Pick<Platform, 'db' | 'settings'>,
  staying: Staying,
  { own }: Pick<TicketRating, 'own'>,
): Button[] {
  const why = defineButton({
    feature,
    act: 'why',
    answers: 'message',
    async run({ about, guildId, language }) {
      const ticket = TICKET_ID.test(about) ? await findTicket(needs.db, guildId, about) : null
      if (!ticket) throw new Refusal('not_found', 'tickets.not_found', deskWords.everywhere('not_found'))
      return say(await whyWords(needs, ticket, language))
    },
    // Of their own ticket alone, of which there is a message.
    direct: async ({ about, userId, language }) => say(await whyWords(needs, await own(userId, about), language)),
  })
  const stay = defineButton({
    feature,
    act: 'stay',
    answers: 'update',
    async run(press) {
      const ticket = await staying.stay(doerOf(press), press.about)
      const sentence = timeWords(ticket.language)('stays', { who: `<@${press.actor.userId}>` })
      return { kind: 'update', message: plain(sentence) }
    },
  })
  const autoClose = defineButton({
    feature,
    act: 'auto_close',
    answers: 'message',
    async run(press) {
      const isExcluded = await staying.exclude(doerOf(press), press.about, null)
      return say(timeWords(press.language)(isExcluded ? 'excluded' : 'included'))
    },
  })
  return [why, stay, autoClose]
}
