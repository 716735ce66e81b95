import { customId } from '../../platform/discord/custom-id.ts'
import { FEATURE } from './messages.ts'
import { assistantWords } from './words.ts'

/** Stands with the controls of a ticket. */
export const draftReplyButton = {
  label: assistantWords.everywhere('draft_button'),
  customId: (ticketId: string) => customId(FEATURE, 'draft', ticketId),
}
