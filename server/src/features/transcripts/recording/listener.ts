import { GatewayDispatchEvents, type GatewayDispatchPayload } from 'discord-api-types/v10'
import { ChannelId, GuildId, MessageId, RoleId } from '../../../kernel/ids.ts'
import { messageOf } from '../../../platform/discord/channel-message.ts'
import { orNull } from '../../../platform/discord/guild-reader.ts'
import type { Listener } from '../../../platform/discord/listeners.ts'
import type { DiscordRest } from '../../../platform/discord/rest.ts'
import type { Room } from '../ports.ts'
import type { Recorder } from './recorder.ts'
import type { FindRoom } from './rooms.ts'

interface ListenerNeeds {
  readonly findRoom: FindRoom
  readonly recorder: Recorder
  readonly discord: DiscordRest
  /** Something that happened in the guild could not be recorded. */
  missed(guildId: GuildId): void
}

type DataOf<Event extends GatewayDispatchEvents> = Extract<GatewayDispatchPayload, { t: Event }>['d']
type Written = DataOf<GatewayDispatchEvents.MessageCreate>
type Edit = DataOf<GatewayDispatchEvents.MessageUpdate>

/** Records what is said in the channels of tickets. One listener for all of it: what is deleted was said before. */
export function transcriptListener(needs: ListenerNeeds): Listener {
  const { recorder } = needs
  return {
    name: 'transcripts.messages',
    workOn(dispatch) {
      switch (dispatch.t) {
        case GatewayDispatchEvents.MessageCreate: {
          const { d: message } = dispatch
          return inRoom(needs, message, (room) => recorder.record(room, [seen(message)]))
        }
        case GatewayDispatchEvents.MessageUpdate: {
          const { d: message } = dispatch
          return inRoom(needs, message, (room) => edited(needs, room, message))
        }
        case GatewayDispatchEvents.MessageDelete: {
          const { d: message } = dispatch
          return inRoom(needs, message, (room) => recorder.deleted(room, [MessageId.parse(message.id)]))
        }
        case GatewayDispatchEvents.MessageDeleteBulk: {
          const { d: messages } = dispatch
          return inRoom(needs, messages, (room) => recorder.deleted(room, messages.ids.map(MessageId.parse)))
        }
        default:
          return null
      }
    },
  }
}

interface Placed {
  readonly guild_id?: string
  readonly channel_id: string
}

function inRoom(
  { findRoom, missed }: ListenerNeeds,
  { guild_id: guild, channel_id: channel }: Placed,
  work: (room: Room) => Promise<void>,
): (() => Promise<void>) | null {
  if (!guild) return null
  const guildId = GuildId.parse(guild)
  return async () => {
    try {
      const room = await findRoom(guildId, ChannelId.parse(channel))
      if (room) await work(room)
    } catch (error) {
      missed(guildId)
      throw error
    }
  }
}

function seen(message: Written | Edit) {
  const { member } = message
  return { ...messageOf(message), ...(member && { roleIds: member.roles.map(RoleId.parse) }) }
}

/** An update may name nothing but what changed; then the message is asked for. */
async function edited({ recorder, discord }: ListenerNeeds, room: Room, message: Edit): Promise<void> {
  // Declared as always there, which Discord does not promise: https://discord.com/developers/docs/events/gateway-events#message-update
  const partial: Partial<Edit> = message
  const isWhole = partial.author !== undefined && partial.content !== undefined && partial.embeds !== undefined
  const whole = isWhole ? seen(message) : await orNull(discord.message(room.channelId, MessageId.parse(message.id)))
  if (whole) await recorder.record(room, [whole])
}
