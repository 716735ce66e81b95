import type { Privacy } from '../../platform/privacy.ts'
import * as store from './privacy-store.ts'

/** What people wrote in tickets. Who opened one is the tickets' own matter. */
export const transcriptPrivacy: Privacy = {
  tables: ['ticket_messages', 'ticket_message_versions', 'ticket_attachments'],
  export: async (tx, person) => ({
    ticket_messages: await store.writtenBy(tx, person),
    ticket_message_versions: await store.formerlyWrittenBy(tx, person),
    ticket_attachments: await store.attachedBy(tx, person),
  }),
  erase: async (tx, person) => ({
    ticket_messages: await store.eraseWritten(tx, person),
    ticket_message_versions: await store.eraseFormer(tx, person),
    ticket_attachments: await store.eraseAttached(tx, person),
    ticket_mentions: await store.eraseMentions(tx, person),
  }),
}
