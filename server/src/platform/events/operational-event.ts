import type { GuildId } from '../../kernel/ids.ts'
import type { Tx } from '../database/connect.ts'
import type { JsonObject } from '../database/tables.ts'
import { insertEvents } from './store.ts'

/** What the operational log knows; the first seven are those of version 2.4. */
export const EVENT_TYPES = [
  'BOT_READY',
  'BOT_RECONNECT',
  'BOT_DISCONNECT',
  'GUILD_SYNC',
  'ONBOARDING_ERROR',
  'SETTINGS_CHANGED',
  'COG_ERROR',
  'ONBOARDING_CHANGED',
  'ONBOARDING_COMPLETED',
  'API_KEY_CHANGED',
  'MESSAGE_NOT_SENT',
  'GDPR_ACCEPTED',
  'GDPR_WITHDRAWN',
  'PRIVACY_ERASED',
  'INVITES_CHANGED',
  'INVITES_NOT_READ',
  'GUILD_JOINED',
  'GUILD_LEFT',
  'MESSAGES_CLEANED',
  'MESSAGE_SENT_BY_ADMIN',
  'ANNOUNCEMENT_READ',
  'ANNOUNCEMENT_UNSURE',
  'ANNOUNCEMENT_CANCELLED',
  'EXPORT_MADE',
  'MODEL_BUDGET_WARNED',
  'MODEL_BUDGET_SPENT',
  'KNOWLEDGE_CHANGED',
  'TICKET_OPENED',
  'TICKET_CHANGED',
  'TICKET_PANEL_CHANGED',
  'TICKET_BLOCKS_CHANGED',
  'TICKET_NOT_SETTLED',
  'TICKET_CHANNEL_ORPHANED',
  'FAQ_CHANGED',
  'TRANSCRIPT_CAUGHT_UP',
  'TRANSCRIPT_INCOMPLETE',
  'TICKET_TARGET_MISSED',
  'TICKET_RATED',
] as const
export type EventType = (typeof EVENT_TYPES)[number]

/** Something that happened of which an admin may ask "who did that?". */
export interface OperationalEvent {
  readonly type: EventType
  /** Null: it concerns every guild. */
  readonly guildId: GuildId | null
  /** One sentence for people. */
  readonly message: string
  /** Ids in it are strings. */
  readonly details: JsonObject
}

/** Writes into the operational log, in the transaction in which it happens. */
export async function recordEvents(tx: Tx, events: readonly OperationalEvent[], now: Temporal.Instant): Promise<void> {
  if (events.length > 0) await insertEvents(tx, events, now)
}
