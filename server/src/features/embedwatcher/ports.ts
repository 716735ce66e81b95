import type { ChannelId, GuildId, MessageId, UserId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { ChannelMessage } from '../../platform/discord/channel-message.ts'
import type { EventSchedule } from './parse.ts'

type Weekly = Extract<EventSchedule, { kind: 'weekly' }>

/** When an announced event is: once, or every week from its first date until its last. */
export type EventTime = Extract<EventSchedule, { kind: 'once' }> | Omit<Weekly, 'firstAt'>

export interface EventContent {
  readonly name: string
  readonly message: string
  readonly location: string | null
  readonly imageUrl: string | null
  /** Null for a schedule that is neither of these. */
  readonly when: EventTime | null
  /** It is sent so long before the event; a single event also at the event itself. */
  readonly leadMinutes: readonly number[]
}

export interface NewEvent extends EventContent {
  readonly guildId: GuildId
  readonly ownerId: UserId
  /** The announcement; the reminder goes to its channel. */
  readonly origin: { readonly channelId: ChannelId; readonly messageId: MessageId }
}

/** What is needed of a language model. */
export interface AnnouncementModel {
  /** `off`: the guild wants nothing to be asked. */
  readiness(guildId: GuildId): Promise<'ready' | 'off' | 'not_configured'>
  /** @returns a JSON object of which nothing is known. @throws {ModelFailure} */
  ask(
    guildId: GuildId,
    question: { readonly instructions: string; readonly data: unknown; readonly mostTokens: number },
  ): Promise<object>
}

/** What is needed of reminders. What is given a transaction happens with it or not at all. */
export interface EventReminders {
  /** @throws {Refusal} where no reminder of that owner may go there. */
  check(event: Pick<NewEvent, 'guildId' | 'origin' | 'ownerId'>): Promise<void>
  /** @returns the id of what was made. @throws {Refusal} naming the field that breaks a rule. */
  make(tx: Tx, event: NewEvent): Promise<string>
  /** @returns whether there still is one. @throws {Refusal} naming the field that breaks a rule. */
  change(tx: Tx, id: string, change: Partial<EventContent>): Promise<boolean>
  /** @returns whether there still was one. */
  cancel(tx: Tx, id: string): Promise<boolean>
  find(id: string): Promise<EventContent | null>
  /** Whether that message of the bot is a reminder's. */
  isReminder(message: ChannelMessage): Promise<boolean>
  /** How many minutes before an event it is sent where nothing else was chosen. */
  usualLead(guildId: GuildId): Promise<number>
}
