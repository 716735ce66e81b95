import { personalRows, privacyOfRows } from '../../platform/personal-rows-store.ts'

/** A summary tells what a member asked, and goes with it; a draft belongs to whoever had it written. */
export const assistantPrivacy = privacyOfRows([
  personalRows('ticket_summaries', {
    person: 'opener_id',
    guild: 'guild_id',
    shown: ['ticket_id', 'guild_id', 'summary', 'entry', 'wanted_at'],
    erased: 'removed',
  }),
  personalRows('ticket_reply_drafts', {
    person: 'user_id',
    guild: 'guild_id',
    shown: ['id', 'ticket_id', 'guild_id', 'body', 'created_at'],
    erased: 'removed',
  }),
])
