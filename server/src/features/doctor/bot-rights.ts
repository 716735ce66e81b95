import { OverwriteType } from 'discord-api-types/v10'
import type { Channel } from '../../platform/discord/channel-calls.ts'
import { channelPermissions, guildPermissions } from '../../platform/discord/permissions.ts'
import type { Role } from '../../platform/discord/rest.ts'
import type { Facts } from './facts.ts'

/** What the bot may do, and through which of its roles. Pure. */

export interface BotRights {
  /** The role by which it gets permissions: the one Discord made for it, else its highest; null when it has none. */
  readonly own: Role | null
  /** The one that decides which roles it can give; null when it has none. */
  readonly highest: Role | null
  readonly inGuild: bigint
  in(channel: Channel): bigint
  /** Whether a denial for the bot alone stands in the channel, which no role can lift. */
  isDeniedItself(channel: Channel, bits: bigint): boolean
}

/** A time-out is left aside: it is over some day, and is told of itself. */
export function botRights({ guildId, guildOwnerId, roles, bot }: Facts): BotRights {
  const { userId, roleIds } = bot
  const standing = { guildId, guildOwnerId, roles, userId, roleIds, isTimedOut: false }
  const had = roles.filter(({ id }) => roleIds.includes(id))
  const highest = had.reduce<Role | null>((top, role) => (top && !isAbove(role, top) ? top : role), null)
  return {
    own: had.find(({ isManaged }) => isManaged) ?? highest,
    highest,
    inGuild: guildPermissions(standing),
    in: ({ overwrites }) => channelPermissions(standing, overwrites),
    isDeniedItself: ({ overwrites }, bits) =>
      overwrites.some(
        ({ id, type, deny }) => type === OverwriteType.Member && id === userId && (BigInt(deny) & bits) !== 0n,
      ),
  }
}

/** Of two roles in the same place the one with the smaller id rules. */
export function isAbove(one: Role, other: Role): boolean {
  return one.position === other.position ? BigInt(one.id) < BigInt(other.id) : one.position > other.position
}
