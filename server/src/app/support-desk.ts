import { type AssistantPorts, deskAssistant } from '../features/desk-assistant/index.ts'
import { spokenThroughBot } from '../features/desk-assistant/messages.ts'
import type { SpokenLine } from '../features/desk-assistant/ports.ts'
import { draftReplyButton } from '../features/desk-assistant/staff-button.ts'
import { faqForTickets } from '../features/faq/for-tickets.ts'
import { modelFailureWords } from '../features/gpt/failure-words.ts'
import { modelOfGuild } from '../features/gpt/model-of-guild.ts'
import { ticketsForAssistant } from '../features/tickets/for-assistant.ts'
import { ticketRooms } from '../features/tickets/for-transcripts.ts'
import { tickets } from '../features/tickets/index.ts'
import type { TicketPorts } from '../features/tickets/ports.ts'
import { noteMessages } from '../features/tickets/time/activity.ts'
import { lines } from '../features/transcripts/for-assistant.ts'
import { transcripts } from '../features/transcripts/index.ts'
import type { StaffRoles, TicketRooms } from '../features/transcripts/ports.ts'
import { recordings } from '../features/transcripts/recordings.ts'
import type { Feature, Platform } from '../platform/feature.ts'

const ROOMS: TicketRooms = { ...ticketRooms, heard: noteMessages }

/** The features that make up the support desk, each given what it asks of the others. */
export function supportDesk(staffRoles: StaffRoles): readonly Feature[] {
  return [tickets(ticketPorts), transcripts(ROOMS, staffRoles), deskAssistant(assistantPorts)]
}

function ticketPorts(platform: Platform): TicketPorts {
  const faq = faqForTickets(platform)
  return {
    suggestions: {
      async suggest(guildId, text, language, most) {
        const found = await faq.suggest(guildId, text, language, most)
        return found.map((entry) => ({ ...entry, entryId: String(entry.entryId) }))
      },
      solved: (tx, solved, now) => faq.solved(tx, { ...solved, entryId: Number(solved.entryId) }, now),
    },
    recordings: recordings(ROOMS)(platform),
    staffButtons: [draftReplyButton],
  }
}

function assistantPorts(platform: Platform): AssistantPorts {
  const faq = faqForTickets(platform)
  const { isComplete } = recordings(ROOMS)(platform)
  return {
    model: modelOfGuild(platform),
    failureWords: modelFailureWords,
    tickets: ticketsForAssistant(platform),
    talk: {
      isComplete,
      async lines({ guildId, id, openerId }, most) {
        const said = await lines(platform.db, guildId, id, most)
        return said.flatMap(({ authorId, author, isBot, text }): SpokenLine[] => {
          if (!isBot) return [{ author, by: authorId === openerId ? 'member' : 'staff', text }]
          const through = spokenThroughBot(text)
          return through ? [{ author: through.name, by: 'staff', text: through.text }] : []
        })
      },
    },
    faq: {
      ...faq,
      async find(guildId, id) {
        const entry = await faq.find(guildId, id)
        return entry && { ...entry, entryId: String(entry.entryId) }
      },
      async draft(tx, draft, now) {
        const { entryId } = await faq.draft(tx, { ...draft, ticketId: Number(draft.ticketId) }, now)
        return { entryId: String(entryId) }
      },
      publish: (tx, publishing, now) => faq.publish(tx, { ...publishing, entryId: Number(publishing.entryId) }, now),
    },
  }
}
