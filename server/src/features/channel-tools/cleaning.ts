import { type ChannelId, type GuildId, MessageId, type UserId } from '../../kernel/ids.ts'
import type { ChannelMessage } from '../../platform/discord/channel-message.ts'
import { DiscordFailure } from '../../platform/discord/failure.ts'
import { recordEvents } from '../../platform/events/operational-event.ts'
import type { Platform } from '../../platform/feature.ts'
import { Turns } from '../../platform/turns.ts'
import { isMeant, type Plan, planOf, type Range } from './cleaning-rules.ts'

interface Place {
  readonly guildId: GuildId
  readonly channelId: ChannelId
}

interface Search {
  /** Itself not included. */
  readonly before: MessageId
  readonly notBefore?: MessageId
  readonly limit: number
  readonly of: UserId | null
}

/** What became of messages that were to go. */
export interface Cleaned {
  readonly deleted: number
  /** Older than two weeks, and too many for once. */
  readonly left: number
  /** Discord does not let them be deleted, as with some of its own. */
  readonly refused: number
  /** Discord did not answer. */
  readonly unanswered: number
}

type End = keyof Cleaned | 'gone'

export interface Cleaner {
  readonly userId: UserId
  /** As the guild's audit log shows it. */
  readonly username: string
}

const PAGE = 100
/** With a filter; so much is read before it is given up. */
const MOST_READ = 1000

export type Cleaning = ReturnType<typeof cleaning>

/** Deletes the newest messages of a channel. In one channel it is done by one at a time, so that none is counted twice. */
export function cleaning({ db, discord, clock, logger }: Pick<Platform, 'db' | 'discord' | 'clock' | 'logger'>) {
  const turns = new Turns<ChannelId>()

  /** Newest first. */
  async function find(channelId: ChannelId, { notBefore, limit, of, ...search }: Search): Promise<ChannelMessage[]> {
    const found: ChannelMessage[] = []
    let { before } = search
    for (let read = 0; read < MOST_READ; read += PAGE) {
      const page = await discord.recentMessages(channelId, { limit: PAGE, before })
      const inRange = page.filter(({ id }) => notBefore === undefined || BigInt(id) >= BigInt(notBefore))
      found.push(...inRange.filter((message) => isMeant(message, of)))
      const last = page.at(-1)
      if (found.length >= limit || inRange.length < PAGE || !last) break
      before = last.id
    }
    return found.slice(0, limit)
  }

  async function remove(place: Place, messages: readonly ChannelMessage[], by: Cleaner): Promise<Cleaned> {
    const plan = planOf(messages, clock.now())
    const ends = await endsOf(discord, place.channelId, plan, `/clean by ${by.username} (${by.userId})`)
    const count = (end: End) => ends.filter((one) => one === end).length
    const { left } = plan
    const cleaned = { deleted: count('deleted'), left, refused: count('refused'), unanswered: count('unanswered') }
    if (cleaned.deleted > 0) await record(place, cleaned.deleted, by)
    return cleaned
  }

  /** The messages are gone already; that this cannot be written must not look as if they were not. */
  async function record({ guildId, channelId }: Place, count: number, by: Cleaner): Promise<void> {
    const message = `${count === 1 ? '1 message was' : `${count} messages were`} deleted with /clean`
    const details = { channel_id: channelId, count, user_id: by.userId }
    await db
      .transaction()
      .execute((tx) => recordEvents(tx, [{ type: 'MESSAGES_CLEANED', guildId, message, details }], clock.now()))
      .catch((err: unknown) => logger.error({ err, guildId, channelId, count }, 'a cleaning could not be recorded'))
  }

  return {
    find,
    /** The newest before the message. */
    clean: (place: Place, search: Search, by: Cleaner): Promise<Cleaned> =>
      turns.take(place.channelId, async () => remove(place, await find(place.channelId, search), by)),
    /** What is left of a range that was shown; messages written meanwhile stay. */
    cleanRange: (place: Place, { newest, oldest, limit, of }: Range, by: Cleaner): Promise<Cleaned> =>
      turns.take(place.channelId, async () => {
        const before = MessageId.parse(String(BigInt(newest) + 1n))
        return remove(place, await find(place.channelId, { before, notBefore: oldest, limit, of }), by)
      }),
  }
}

/** How each of the messages ended. */
async function endsOf(
  discord: Platform['discord'],
  channelId: ChannelId,
  { bulk, single }: Plan,
  reason: string,
): Promise<End[]> {
  const inBulk = () => discord.deleteMessages(channelId, bulk, reason)
  const first = bulk.length === 0 ? 'deleted' : await endOf(inBulk)
  // What was deleted by a request whose answer was lost is passed over by the next.
  const end = first === 'unanswered' ? await endOf(inBulk) : first
  // One of them was refused, and Discord does not say which.
  const ends: End[] = end === 'refused' ? [] : bulk.map(() => end)
  const rest = end === 'refused' ? [...bulk, ...single] : single
  for (const id of rest) {
    const isSilent = ends.at(-1) === 'unanswered'
    ends.push(isSilent ? 'unanswered' : await endOf(() => discord.deleteMessage(channelId, id, reason)))
  }
  return ends
}

/** A message that is gone already is none that we deleted. */
async function endOf(deletion: () => Promise<void>): Promise<End> {
  return deletion().then(
    () => 'deleted' as const,
    (error: unknown) => {
      if (!(error instanceof DiscordFailure)) throw error
      if (error.kind === 'gone') return 'gone'
      return error.kind === 'unavailable' || error.kind === 'unauthorized' ? 'unanswered' : 'refused'
    },
  )
}
