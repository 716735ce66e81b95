/** Invites: made for a channel, used to join its guild, gone when their time or their uses are up. */
import { randomInt } from 'node:crypto'
import { AuditLogEvent } from 'discord-api-types/v10'
import { DiscordError } from '../discord-error.ts'
import { has, permissionsIn } from '../permissions.ts'
import { bitsOf, guildFor, guildWith, mayIn, memberOf } from './access.ts'
import { audit, changesBetween } from './audit-log.ts'
import { guildChannelWith } from './channels.ts'
import { type Actor, addMember } from './members.ts'
import type { Guild, Invite, Member } from './model.ts'
import { userById } from './views.ts'
import type { World } from './world.ts'

export interface InviteDraft {
  /** Seconds; 0 never expires. */
  readonly max_age: number
  /** 0 is without limit. */
  readonly max_uses: number
  readonly temporary: boolean
  /** False gives a like invite again, if there is one. */
  readonly unique: boolean
}

/** Categories have no door. */
const CATEGORY = 4
const CODE_LENGTH = 8
const CODE_LETTERS = 'ABCDEFGHJKMNPQRSTUVWXYZabcdefghjkmnpqrstuvwxyz23456789'

export function createInvite(world: World, actor: Actor, channelId: string, draft: InviteDraft): Invite {
  const { guild, channel } = guildChannelWith(world, actor.id, channelId, 'CreateInstantInvite')
  if (channel.type === CATEGORY) throw new DiscordError(50024)
  const { unique, ...limits } = draft
  const like = unique ? undefined : likeInvite(world, actor, channelId, limits)
  if (like) return like
  const invite: Invite = {
    code: newCode(world),
    guild_id: guild.id,
    channel_id: channelId,
    inviter_id: actor.id,
    created_at: world.clock.iso(),
    ...limits,
    uses: 0,
  }
  world.state.invites.set(invite.code, invite)
  publish(world, guild, 'INVITE_CREATE', invite, createdData(world, invite))
  const { code, max_age, max_uses, temporary } = invite
  const changes = changesBetween({}, { code, channel_id: channelId, max_age, max_uses, temporary })
  audit(world, guild, { action: AuditLogEvent.InviteCreate, ...targeted(actor), changes })
  return invite
}

/** 10006 for codes nobody knows and for those that have run out. */
export function usableInvite(world: World, code: string): Invite {
  const invite = world.state.invites.get(code)
  if (invite && isOpen(world, invite)) return invite
  world.state.invites.delete(code)
  throw new DiscordError(10006)
}

/** Those that can still be used, oldest first. */
export function openInvites(world: World, isMeant: (invite: Invite) => boolean): Invite[] {
  return [...world.state.invites.values()].filter((invite) => isMeant(invite) && isOpen(world, invite))
}

/** Needs MANAGE_CHANNELS in its channel or MANAGE_GUILD. */
export function deleteInvite(world: World, actor: Actor, code: string): Invite {
  const invite = usableInvite(world, code)
  const guild = guildFor(world, actor.id, invite.guild_id)
  const channel = world.state.channels.get(invite.channel_id)
  const mayManage = channel !== undefined && mayIn(world, actor.id, channel, 'ManageChannels')
  if (!mayManage) guildWith(world, actor.id, guild.id, 'ManageGuild')
  remove(world, guild, invite)
  const changes = [{ key: 'code', old_value: code }]
  audit(world, guild, { action: AuditLogEvent.InviteDelete, ...targeted(actor), changes })
  return invite
}

/** Lets a user in by an invite and counts that use; with its last use an invite is gone. */
export function acceptInvite(world: World, userId: string, code: string): Member {
  const invite = usableInvite(world, code)
  const guild = world.state.guilds.get(invite.guild_id)
  if (!guild) throw new DiscordError(10006)
  if (!guild.members.has(userId) && !guild.bans.has(userId)) invite.uses += 1
  const member = addMember(world, guild, userId)
  if (invite.max_uses > 0 && invite.uses >= invite.max_uses) remove(world, guild, invite)
  return member
}

/** Lets a user in by the address that the guild has chosen, and counts that use. */
export function acceptVanity(world: World, userId: string, guild: Guild): Member {
  if (!guild.members.has(userId) && !guild.bans.has(userId)) guild.vanity_uses += 1
  return addMember(world, guild, userId)
}

function expiresAt(world: World, { max_age, created_at }: Invite): string | null {
  return max_age === 0 ? null : world.clock.iso(Date.parse(created_at) + max_age * 1000)
}

function isOpen(world: World, invite: Invite): boolean {
  const endsAt = expiresAt(world, invite)
  const isInTime = endsAt === null || world.clock.now() < Date.parse(endsAt)
  return isInTime && (invite.max_uses === 0 || invite.uses < invite.max_uses)
}

function likeInvite(world: World, actor: Actor, channelId: string, limits: Omit<InviteDraft, 'unique'>) {
  return openInvites(world, (invite) => invite.channel_id === channelId && invite.inviter_id === actor.id).find(
    ({ max_age, max_uses, temporary }) =>
      max_age === limits.max_age && max_uses === limits.max_uses && temporary === limits.temporary,
  )
}

function newCode(world: World): string {
  const letters = Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)])
  const code = letters.join('')
  return world.state.invites.has(code) ? newCode(world) : code
}

function remove(world: World, guild: Guild, invite: Invite): void {
  const { code, channel_id, guild_id } = invite
  world.state.invites.delete(code)
  publish(world, guild, 'INVITE_DELETE', invite, { code, channel_id, guild_id })
}

function createdData(world: World, invite: Invite): object {
  const { inviter_id, ...plain } = invite
  return { ...plain, type: 0, expires_at: expiresAt(world, invite), inviter: userById(world, inviter_id) }
}

/** Bots hear of invites with MANAGE_GUILD, or MANAGE_CHANNELS in that channel. */
function publish(world: World, guild: Guild, event: string, invite: Invite, data: object): void {
  const botId = world.state.application.id
  const channel = world.state.channels.get(invite.channel_id)
  const isBotIn = guild.members.has(botId)
  const inGuild = isBotIn ? permissionsIn(guild, memberOf(guild, botId), world.clock.now()) : 0n
  const hears = has(inGuild, bitsOf(['ManageGuild'])) || (channel && mayIn(world, botId, channel, 'ManageChannels'))
  if (hears) world.publish({ event, data, guildId: guild.id })
  else world.changed()
}

function targeted({ id: actorId, reason }: Actor) {
  return { actorId, targetId: null, reason }
}
