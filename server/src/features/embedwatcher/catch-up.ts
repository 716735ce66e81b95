import { firstMessageIdAt, GuildId, isSnowflake, type MessageId } from '../../kernel/ids.ts'
import type { ChannelMessage } from '../../platform/discord/channel-message.ts'
import { DiscordFailure } from '../../platform/discord/failure.ts'
import type { GatewayLifecycle } from '../../platform/discord/gateway-lifecycle.ts'
import { orNull } from '../../platform/discord/guild-reader.ts'
import type { Platform } from '../../platform/feature.ts'
import { SETTINGS_CHANNEL } from '../../platform/settings/settings.ts'
import { repeating, type Worker } from '../../platform/worker.ts'
import type { WatcherNeeds } from './making.ts'
import { dropMark, moveMark, readMark } from './marks-store.ts'
import { type Setup, setupOf } from './setup.ts'
import { findStanding } from './store.ts'
import type { Watcher } from './watcher.ts'

type Needs = WatcherNeeds & Pick<Platform, 'notices'> & { readonly watcher: Watcher }

/** How far back a downtime is made up for. */
const LOOKED_AT = 50
const LONGEST_IDLE = { minutes: 1 }
const TRIED_AGAIN_AFTER = { seconds: 30 }

export interface CatchUp {
  readonly worker: Worker
  hearGateway(event: GatewayLifecycle): Promise<void>
  /** A message was written while the bot was connected. */
  heard(guildId: GuildId, message: ChannelMessage): Promise<void>
  /** A message could not be dealt with: the channel is looked into again in a minute. */
  failed(guildId: GuildId): void
}

/**
 * Reads what was announced, edited and deleted while nobody was connected. Until that is done for a guild, messages that
 * are heard do not move its mark, or those before them would be taken for read.
 */
export function catchUp(needs: Needs): CatchUp {
  const { clock, logger, notices } = needs
  const waiting = new Set<GuildId>()
  const done = new Set<GuildId>()
  /** Looked into before a connection was lost; whose shard it was is not told, so all of them are looked into again. */
  const interrupted = new Set<GuildId>()
  let woken = new AbortController()
  const lookAt = (guildIds: readonly GuildId[]) => {
    for (const guildId of guildIds) waiting.add(guildId)
    woken.abort()
  }
  notices.on(
    SETTINGS_CHANNEL,
    (notice) => {
      const [guildId = ''] = notice.split(':', 1)
      if (isSnowflake(guildId) && done.has(GuildId.parse(guildId))) lookAt([GuildId.parse(guildId)])
    },
    () => lookAt([...done]),
  )
  const worker = repeating('embedwatcher.catch_up', { clock, logger }, async (signal) => {
    woken = new AbortController()
    const failed = await lookIntoAll(needs, { waiting, done }, signal)
    for (const guildId of failed) waiting.add(guildId)
    return { at: clock.now().add(failed.length > 0 ? TRIED_AGAIN_AFTER : LONGEST_IDLE), sooner: woken.signal }
  })
  return {
    worker,
    async hearGateway(event) {
      if (event.kind === 'guild_left') return
      if (event.kind === 'guild_joined') return lookAt([event.guildId])
      if (event.kind === 'disconnected') {
        for (const guildId of done) interrupted.add(guildId)
        return done.clear()
      }
      lookAt([...event.guildIds, ...interrupted])
      interrupted.clear()
    },
    failed(guildId) {
      done.delete(guildId)
      waiting.add(guildId)
    },
    async heard(guildId, { id, channelId }) {
      if (!done.has(guildId)) return
      if (await needs.watcher.isWatched(guildId, channelId)) await moveMark(needs.db, guildId, channelId, id)
    },
  }
}

/** @returns where it failed. */
async function lookIntoAll(
  needs: Needs,
  { waiting, done }: Readonly<Record<'waiting' | 'done', Set<GuildId>>>,
  signal: AbortSignal,
): Promise<GuildId[]> {
  const failed: GuildId[] = []
  for (const guildId of waiting) {
    if (signal.aborted) break
    waiting.delete(guildId)
    await lookInto(needs, guildId)
      .then(() => done.add(guildId))
      .catch((err: unknown) => {
        failed.push(guildId)
        needs.logger.error({ err, guildId }, 'the announcements of a downtime could not be read; it is tried again')
      })
  }
  return failed
}

async function lookInto(needs: Needs, guildId: GuildId): Promise<void> {
  const setup = await setupOf(needs, guildId)
  const { channelId } = setup
  if (!channelId) return dropMark(needs.db, guildId)
  const mark = await readMark(needs.db, guildId, channelId)
  // A channel that the bot may not read has nothing to make up for.
  const page = (await orNull(needs.discord.recentMessages(channelId, { limit: LOOKED_AT }))) ?? []
  if (!mark) return moveMark(needs.db, guildId, channelId, page[0]?.id ?? firstMessageIdAt(needs.clock.now()))
  const messages = page.toReversed()
  const standing = await findStanding(needs.db, guildId, { messageIds: messages.map(({ id }) => id) })
  const known = new Map(standing.map(({ messageId, editedAt }) => [messageId, String(editedAt)]))
  for (const message of messages) {
    const isEdited = known.has(message.id) && known.get(message.id) !== String(message.editedAt)
    if (BigInt(message.id) > BigInt(mark) || isEdited) await needs.watcher.attend(guildId, message)
  }
  await missDeleted(needs, setup, messages)
  const newest = messages.at(-1)
  if (newest) await moveMark(needs.db, guildId, channelId, newest.id)
}

/** Announcements that ought to be among these messages and are not, each looked for by itself: to a bot that may not read a channel's history everything seems gone. */
async function missDeleted(needs: Needs, { guildId, channelId }: Setup, messages: readonly ChannelMessage[]) {
  if (!channelId) return
  const oldest = messages.length === LOOKED_AT ? messages[0]?.id : undefined
  const there = new Set(messages.map(({ id }) => id))
  const standing = await findStanding(needs.db, guildId, { channelId, ...(oldest && { from: oldest }) })
  const absent = standing.filter(({ messageId, status }) => status !== 'ignored' && !there.has(messageId))
  for (const { messageId } of absent.slice(-LOOKED_AT))
    if (await isGone(needs, channelId, messageId)) await needs.watcher.deleted(guildId, [messageId])
}

async function isGone({ discord }: Needs, channelId: ChannelMessage['channelId'], messageId: MessageId) {
  return discord.message(channelId, messageId).then(
    () => false,
    (error: unknown) => error instanceof DiscordFailure && error.kind === 'gone',
  )
}
