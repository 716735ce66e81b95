import { type APIInteraction, PermissionFlagsBits } from 'discord-api-types/v10'
import type { Actor } from '../../kernel/actor.ts'
import { ChannelId, GuildId, UserId } from '../../kernel/ids.ts'
import { allows } from './permissions.ts'

/** Who acted in Discord, and where; the same for commands, buttons and forms. */
export interface Invocation {
  /** The id of the interaction, which logs carry and people may quote. */
  readonly id: string
  readonly actor: Actor
  readonly guildId: GuildId
  readonly channelId: ChannelId
  /** The language the member has chosen for Discord, like `en-US` or `nl`. */
  readonly locale: string
}

/** Null outside of a guild: nothing of the product works in direct messages. */
export function invocationOf(interaction: APIInteraction): Invocation | null {
  const { guild_id, member, channel } = interaction
  if (!guild_id || !member || !channel) return null
  const guildId = GuildId.parse(guild_id)
  const isAdmin = allows(BigInt(member.permissions), PermissionFlagsBits.Administrator)
  return {
    id: interaction.id,
    actor: { userId: UserId.parse(member.user.id), door: 'discord', ...(isAdmin && { adminOf: guildId }) },
    guildId,
    channelId: ChannelId.parse(channel.id),
    locale: 'locale' in interaction ? interaction.locale : 'en-US',
  }
}
