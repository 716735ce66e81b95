import { type APIInteraction, PermissionFlagsBits } from 'discord-api-types/v10'
import type { Actor } from '../../kernel/actor.ts'
import { ChannelId, GuildId, RoleId, UserId } from '../../kernel/ids.ts'
import type { Language } from '../../kernel/language.ts'
import type { OutgoingMessage } from './message.ts'
import { allows } from './permissions.ts'

/** Who acted in Discord, and where; the same for commands, buttons and forms. */
export interface Invocation {
  /** The id of the interaction, which logs carry and people may quote. */
  readonly id: string
  readonly actor: Actor
  readonly guildId: GuildId
  readonly channelId: ChannelId
  readonly member: InvokingMember
  /** What the bot may do in this channel, as Discord computed it. */
  readonly botPermissions: bigint
  /** Of each file in the answer, in bytes; more where the guild is boosted. */
  readonly uploadLimit: number
  /** What the member has chosen for Discord, like `en-US` or `nl`. */
  readonly locale: string
  /** In which the member is answered. */
  readonly language: Language
  /**
   * Shows what the answer has so far, once it was announced as slow, at most every second; the answer replaces it. An
   * answer of the manner `update` shows it in the message whose button was pressed. Never fails.
   */
  show(message: OutgoingMessage): void
}

/** Who acted in which guild. */
export type ActorInGuild = Pick<Invocation, 'actor' | 'guildId'>

/** The member who acted, as of then. */
export interface InvokingMember {
  readonly username: string
  /** As the guild sees the name. */
  readonly displayName: string
  readonly roleIds: readonly RoleId[]
  /** In this channel, as Discord computed it. */
  readonly permissions: bigint
}

/** How it is found out in which language somebody is answered. */
export type LanguageFinder = (locale: string, guildId: GuildId) => Promise<Language>

/** Null outside of a guild: commands work in guilds alone, and of buttons and forms those that say so (`direct`). */
export async function invocationOf(
  interaction: APIInteraction,
  languageIn: LanguageFinder,
  show: Invocation['show'] = () => undefined,
): Promise<Invocation | null> {
  const { guild_id, member, channel, app_permissions } = interaction
  if (!guild_id || !member || !channel) return null
  const guildId = GuildId.parse(guild_id)
  const permissions = BigInt(member.permissions)
  const isAdmin = allows(permissions, PermissionFlagsBits.Administrator)
  const locale = 'locale' in interaction ? interaction.locale : 'en-US'
  const { id, username, global_name } = member.user
  return {
    id: interaction.id,
    actor: { userId: UserId.parse(id), door: 'discord', ...(isAdmin && { adminOf: guildId }) },
    guildId,
    channelId: ChannelId.parse(channel.id),
    member: {
      username,
      displayName: member.nick ?? global_name ?? username,
      roleIds: member.roles.map(RoleId.parse),
      permissions,
    },
    botPermissions: BigInt(app_permissions),
    uploadLimit: interaction.attachment_size_limit,
    locale,
    language: await languageIn(locale, guildId),
    show,
  }
}
