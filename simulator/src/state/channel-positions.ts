/** Moves several channels at once: order, category, and whether they take the category's overwrites. */
import { AuditLogEvent } from 'discord-api-types/v10'
import { DiscordError } from '../discord-error.ts'
import { guildWith } from './access.ts'
import { audit, changesBetween } from './audit-log.ts'
import { requireParent } from './channels.ts'
import type { Actor } from './members.ts'
import type { Channel, Guild } from './model.ts'
import { channelView } from './views.ts'
import type { World } from './world.ts'

export interface ChannelMove {
  readonly id: string
  readonly position?: number
  readonly parent_id?: string | null
  /** Takes over the overwrites of the category. */
  readonly lock_permissions: boolean
}

interface Moved {
  readonly channel: Channel
  readonly wanted: Partial<Channel>
}

/** All moves happen or none. */
export function moveChannels(world: World, actor: Actor, guildId: string, moves: readonly ChannelMove[]): void {
  const guild = guildWith(world, actor.id, guildId, 'ManageChannels')
  const moved = moves.map((move) => planned(world, guild, move))
  for (const { channel, wanted } of moved) {
    if (wanted.parent_id === undefined) continue
    const entering = moved.filter((other) => other.wanted.parent_id === wanted.parent_id).map((other) => other.channel)
    requireParent(world, guild, channel.type, wanted.parent_id, entering)
  }
  for (const { channel, wanted } of moved) {
    const changes = changesBetween(channel, wanted)
    if (changes.length === 0) continue
    Object.assign(channel, wanted)
    world.publish({ event: 'CHANNEL_UPDATE', data: channelView(world, channel), guildId })
    const act = { action: AuditLogEvent.ChannelUpdate, actorId: actor.id, targetId: channel.id, reason: actor.reason }
    audit(world, guild, { ...act, changes })
  }
}

function planned(world: World, guild: Guild, { id, position, parent_id, lock_permissions }: ChannelMove): Moved {
  const channel = world.state.channels.get(id)
  if (channel?.guild_id !== guild.id || channel.thread) throw new DiscordError(10003)
  const parent = world.state.channels.get((parent_id === undefined ? channel.parent_id : parent_id) ?? '')
  return {
    channel,
    wanted: {
      ...(position === undefined ? {} : { position }),
      ...(parent_id === undefined ? {} : { parent_id }),
      ...(lock_permissions && parent ? { permission_overwrites: structuredClone(parent.permission_overwrites) } : {}),
    },
  }
}
