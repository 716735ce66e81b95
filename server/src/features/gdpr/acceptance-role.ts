import { type GuildId, RoleId, type UserId } from '../../kernel/ids.ts'
import { answered } from '../../platform/discord/answered.ts'
import { DiscordFailure } from '../../platform/discord/failure.ts'
import type { Platform } from '../../platform/feature.ts'
import { gdprSettings } from './settings.ts'

type RoleNeeds = Pick<Platform, 'discord' | 'settings' | 'logger'>

interface Member {
  readonly guildId: GuildId
  readonly userId: UserId
}

/** What became of the role; null where the guild gives none. */
export interface RoleOutcome {
  readonly roleId: RoleId
  readonly isDone: boolean
}

/** The role that whoever agrees has. Each press gives it again, which heals what went wrong before. */
export interface AcceptanceRole {
  give(member: Member): Promise<RoleOutcome | null>
  take(member: Member): Promise<RoleOutcome | null>
}

export function acceptanceRole({ discord, settings, logger }: RoleNeeds): AcceptanceRole {
  async function change(
    { guildId, userId }: Member,
    call: (roleId: RoleId, guildId: GuildId, userId: UserId) => Promise<void>,
  ): Promise<RoleOutcome | null> {
    const chosen = await settings.read(gdprSettings.acceptanceRole, guildId)
    if (chosen === null) return null
    const roleId = RoleId.parse(chosen)
    const answer = await answered(call(roleId, guildId, userId))
    const isDone = !(answer instanceof DiscordFailure)
    if (!isDone) logger.warn({ err: answer, guildId }, 'The role for consent could not be given or taken')
    return { roleId, isDone }
  }
  return {
    give: (member) =>
      change(member, (role, guild, user) => discord.addRole(guild, user, role, 'Agreed to the privacy notice')),
    take: (member) =>
      change(member, (role, guild, user) => discord.removeRole(guild, user, role, 'Withdrew the consent')),
  }
}
