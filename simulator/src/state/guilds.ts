/** What a guild says about itself, changed by those with MANAGE_GUILD. */
import { AuditLogEvent } from 'discord-api-types/v10'
import { DiscordError } from '../discord-error.ts'
import { guildWith, memberOf } from './access.ts'
import { audit, changesBetween } from './audit-log.ts'
import type { Actor } from './members.ts'
import type { Guild } from './model.ts'
import { guildView } from './views.ts'
import type { World } from './world.ts'

/** Fields left out stay as they are. */
export type GuildChange = Partial<
  Pick<
    Guild,
    | 'name'
    | 'description'
    | 'preferred_locale'
    | 'verification_level'
    | 'system_channel_id'
    | 'rules_channel_id'
    | 'owner_id'
  >
>

export function editGuild(world: World, actor: Actor, guildId: string, change: GuildChange): Guild {
  const guild = guildWith(world, actor.id, guildId, 'ManageGuild')
  const { owner_id, system_channel_id, rules_channel_id } = change
  if (owner_id !== undefined) {
    if (guild.owner_id !== actor.id) throw new DiscordError(50013)
    memberOf(guild, owner_id)
  }
  for (const channelId of [system_channel_id, rules_channel_id]) {
    if (channelId && world.state.channels.get(channelId)?.guild_id !== guildId) throw new DiscordError(10003)
  }
  const changes = changesBetween(guild, change)
  if (changes.length === 0) return guild
  Object.assign(guild, change)
  world.publish({ event: 'GUILD_UPDATE', data: guildView(guild), guildId })
  const { id: actorId, reason } = actor
  audit(world, guild, { action: AuditLogEvent.GuildUpdate, actorId, targetId: guildId, reason, changes })
  return guild
}
