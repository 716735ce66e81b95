/** Invites: of a channel, of a guild, and by their code. */
import { Fields } from '../../fields.ts'
import { guildWith } from '../../state/access.ts'
import { guildChannelWith } from '../../state/channels.ts'
import { createInvite, deleteInvite, openInvites, usableInvite } from '../../state/invites.ts'
import type { Invite } from '../../state/model.ts'
import { inviteView } from '../../state/views.ts'
import { actorOf, isAsked } from '../call.ts'
import { type Call, ok, type Routes } from '../router.ts'

/** Seconds. */
const DAY = 86_400
const WEEK = 604_800

export const inviteRoutes: Routes = {
  'GET /channels/{channel_id}/invites': ({ world, actorId, param }) => {
    const { channel } = guildChannelWith(world, actorId, param('channel_id'), 'ManageChannels')
    const invites = openInvites(world, ({ channel_id }) => channel_id === channel.id)
    return ok(invites.map((invite) => inviteView(world, invite)))
  },
  'POST /channels/{channel_id}/invites': (call) => {
    const fields = Fields.of(call.body ?? {})
    const draft = {
      max_age: fields.integer('max_age', { min: 0, max: WEEK }) ?? DAY,
      max_uses: fields.integer('max_uses', { min: 0, max: 100 }) ?? 0,
      temporary: fields.boolean('temporary') ?? false,
      unique: fields.boolean('unique') ?? false,
    }
    return ok(inviteView(call.world, createInvite(call.world, actorOf(call), call.param('channel_id'), draft)))
  },
  'GET /guilds/{guild_id}/invites': ({ world, actorId, param }) => {
    const guild = guildWith(world, actorId, param('guild_id'), 'ManageGuild')
    const invites = openInvites(world, ({ guild_id }) => guild_id === guild.id)
    return ok(invites.map((invite) => inviteView(world, invite)))
  },
  'GET /invites/{code}': (call) => ok(publicView(call, usableInvite(call.world, call.param('code')))),
  'DELETE /invites/{code}': (call) => {
    const invite = deleteInvite(call.world, actorOf(call), call.param('code'))
    return ok(inviteView(call.world, invite))
  },
}

/** What anybody may know: not how often it was used. */
function publicView(call: Call, invite: Invite) {
  const { uses, max_uses, max_age, temporary, created_at, ...plain } = inviteView(call.world, invite)
  const size = call.world.state.guilds.get(invite.guild_id)?.members.size ?? 0
  const counts = { approximate_member_count: size, approximate_presence_count: size }
  return { ...plain, ...(isAsked(call, 'with_counts') ? counts : {}) }
}
