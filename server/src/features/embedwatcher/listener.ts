import { GatewayDispatchEvents, type GatewayDispatchPayload } from 'discord-api-types/v10'
import { ChannelId, GuildId, MessageId } from '../../kernel/ids.ts'
import { messageOf } from '../../platform/discord/channel-message.ts'
import { orNull } from '../../platform/discord/guild-reader.ts'
import type { Listener } from '../../platform/discord/listeners.ts'
import type { DiscordRest } from '../../platform/discord/rest.ts'
import type { CatchUp } from './catch-up.ts'
import type { Watcher } from './watcher.ts'

interface ListenerNeeds {
  readonly watcher: Watcher
  readonly catchUp: CatchUp
  readonly discord: DiscordRest
}

/**
 * What happens to messages. One listener for all of it: a message that is deleted while it is being read must not
 * become a reminder afterwards, and only events of one listener come one after another.
 */
export function announcementListener(needs: ListenerNeeds): Listener {
  const { watcher, catchUp } = needs
  return {
    name: 'embedwatcher.messages',
    workOn(dispatch) {
      switch (dispatch.t) {
        case GatewayDispatchEvents.MessageCreate: {
          const { guild_id: guildId } = dispatch.d
          if (!guildId) return null
          const message = messageOf(dispatch.d)
          return async () => {
            await heeded(needs, GuildId.parse(guildId), watcher.attend(GuildId.parse(guildId), message))
            await catchUp.heard(GuildId.parse(guildId), message)
          }
        }
        case GatewayDispatchEvents.MessageUpdate:
          return edited(needs, dispatch.d)
        case GatewayDispatchEvents.MessageDelete:
          return deleted(needs, dispatch.d.guild_id, [dispatch.d.id])
        case GatewayDispatchEvents.MessageDeleteBulk:
          return deleted(needs, dispatch.d.guild_id, dispatch.d.ids)
        case GatewayDispatchEvents.ChannelDelete: {
          const { guild_id: guildId, id } = dispatch.d
          return () => watcher.channelDeleted(GuildId.parse(guildId), ChannelId.parse(id))
        }
        default:
          return null
      }
    },
  }
}

type Edit = Extract<GatewayDispatchPayload, { t: GatewayDispatchEvents.MessageUpdate }>['d']

/** An update may name nothing but what changed; then the message is asked for. */
function edited(needs: ListenerNeeds, data: Edit): (() => Promise<void>) | null {
  const { watcher, discord } = needs
  const { guild_id: guild, id, channel_id: channel } = data
  if (!guild) return null
  // Declared as always there, which Discord does not promise: https://discord.com/developers/docs/events/gateway-events#message-update
  const partial: Partial<Edit> = data
  const isWhole = partial.author !== undefined && partial.content !== undefined && partial.embeds !== undefined
  const [guildId, channelId] = [GuildId.parse(guild), ChannelId.parse(channel)]
  return async () => {
    if (!(await watcher.isWatched(guildId, channelId))) return
    const read = async () => {
      const message = isWhole ? messageOf(data) : await orNull(discord.message(channelId, MessageId.parse(id)))
      if (message) await watcher.attend(guildId, message)
    }
    await heeded(needs, guildId, read())
  }
}

/** What could not be read, because Discord or the database did not answer, is read a little later. */
async function heeded({ catchUp }: ListenerNeeds, guildId: GuildId, reading: Promise<void>): Promise<void> {
  await reading.catch((error: unknown) => {
    catchUp.failed(guildId)
    throw error
  })
}

function deleted({ watcher }: ListenerNeeds, guildId: string | undefined, ids: readonly string[]) {
  return guildId ? () => watcher.deleted(GuildId.parse(guildId), ids.map(MessageId.parse)) : null
}
