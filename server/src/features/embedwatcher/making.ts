import type { GuildId, UserId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { Platform } from '../../platform/feature.ts'
import { lastEvent } from './event-time.ts'
import type { AnnouncementModel, EventContent, EventReminders, EventTime, NewEvent } from './ports.ts'
import { type Announced, changeAnnounced, countOpen, lockGuild } from './store.ts'
import { formWords } from './words-form.ts'

export interface WatcherNeeds
  extends Pick<Platform, 'db' | 'clock' | 'logger' | 'settings' | 'discord' | 'guilds' | 'access'> {
  readonly reminders: EventReminders
  readonly model: AnnouncementModel
}

/** Whoever may write into the announcements channel could otherwise fill the schedule without end. */
const MOST_OPEN = 200

/** Its author, as long as that is a member; what bots and webhooks announce belongs to the owner of the guild. */
export async function ownerOf(
  { guilds }: Pick<WatcherNeeds, 'guilds'>,
  guildId: GuildId,
  { authorId, isByPerson }: Pick<Announced, 'authorId' | 'isByPerson'>,
): Promise<UserId> {
  if (isByPerson && (await guilds.member(guildId, authorId))) return authorId
  return (await guilds.guild(guildId))?.guild.ownerId ?? authorId
}

export interface TimedContent extends EventContent {
  readonly when: EventTime
}

export function newEvent(
  { guildId, channelId, messageId }: Pick<Announced, 'guildId' | 'channelId' | 'messageId'>,
  content: EventContent,
  ownerId: UserId,
): NewEvent {
  const { name, message, location, imageUrl, when, leadMinutes } = content
  return { name, message, location, imageUrl, when, leadMinutes, guildId, ownerId, origin: { channelId, messageId } }
}

/**
 * Makes the reminder of an announcement, or changes the one that it has.
 * @throws {Refusal} naming the rule that does not allow it.
 */
export async function makeOrChange(
  { reminders }: Pick<WatcherNeeds, 'reminders'>,
  tx: Tx,
  announced: Announced,
  {
    content,
    change,
    ownerId,
  }: { readonly content: EventContent; readonly change: Partial<EventContent>; readonly ownerId: UserId },
  now: Temporal.Instant,
): Promise<Announced> {
  const { id, guildId, reminderId } = announced
  const isChanged = reminderId !== null && (await reminders.change(tx, reminderId, change))
  if (!isChanged) await checkRoom(tx, guildId, now)
  const made = isChanged ? reminderId : await reminders.make(tx, newEvent(announced, content, ownerId))
  const eventAt = content.when ? lastEvent(content.when) : announced.eventAt
  return changeAnnounced(tx, id, { status: 'made', reminderId: made, eventAt }, now)
}

/** Counted under a lock, so that simultaneous announcements cannot both take the last place. */
async function checkRoom(tx: Tx, guildId: GuildId, now: Temporal.Instant): Promise<void> {
  await lockGuild(tx, guildId)
  if ((await countOpen(tx, guildId, now)) > MOST_OPEN)
    throw new Refusal('limit', 'embedwatcher.too_many', formWords.everywhere('too_many', { most: MOST_OPEN }))
}
