import { ChannelId, GuildId, UserId } from '../kernel/ids.ts'
import type { Invocation } from '../platform/discord/invocation.ts'

/** By a member with these permissions, of a bot with those. */
export function invocation(permissions: bigint, botPermissions: bigint): Invocation {
  return {
    id: '1100000000000000999',
    actor: { userId: UserId.parse('1100000000000000104'), door: 'discord' },
    guildId: GuildId.parse('1100000000000000001'),
    channelId: ChannelId.parse('1100000000000000201'),
    member: { username: 'ann', displayName: 'Ann', roleIds: [], permissions },
    botPermissions,
    locale: 'nl',
    language: 'nl',
    show: () => undefined,
  }
}
