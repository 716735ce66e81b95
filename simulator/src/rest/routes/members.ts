/** Members of a guild, their roles and bans. */
import { DiscordError } from '../../discord-error.ts'
import { Fields } from '../../fields.ts'
import { guildFor, guildWith, memberOf, roleOf, userOf } from '../../state/access.ts'
import { deleteMessagesSince } from '../../state/bans.ts'
import { ban, editMember, giveRole, kick, type MemberChange, takeRole, unban } from '../../state/members.ts'
import type { Guild, Member } from '../../state/model.ts'
import { memberView, userById } from '../../state/views.ts'
import { actorOf, between, queryOf } from '../call.ts'
import { requireMembersIntent } from '../members-intent.ts'
import { type Call, nothing, ok, type Routes } from '../router.ts'

const MEMBERS = '/guilds/{guild_id}/members'
const BANS = '/guilds/{guild_id}/bans'
const ROLE = `${MEMBERS}/{user_id}/roles/{role_id}`
const MOST_AT_ONCE = 1000
const WEEK_SECONDS = 604_800
const DAY_SECONDS = 86_400

export const memberRoutes: Routes = {
  [`GET ${MEMBERS}`]: (call) => {
    requireMembersIntent(call.world)
    const query = queryOf(call)
    const members = between(guildOf(call).members.values(), ({ user_id }) => user_id, query)
    return ok(members.slice(0, limitOf(query, 1)).map((member) => memberView(call.world, member)))
  },
  [`GET ${MEMBERS}/search`]: (call) => {
    const query = queryOf(call)
    const begin = query.required('query', query.text('query', { min: 1, max: 100 })).toLowerCase()
    const members = [...guildOf(call).members.values()].filter((member) => isNamed(call, member, begin))
    return ok(members.slice(0, limitOf(query, 1)).map((member) => memberView(call.world, member)))
  },
  [`GET ${MEMBERS}/{user_id}`]: (call) => {
    const guild = guildOf(call)
    userOf(call.world, call.param('user_id'))
    return ok(memberView(call.world, memberOf(guild, call.param('user_id'))))
  },
  [`PATCH ${MEMBERS}/@me`]: (call) => {
    const change = nickOf(Fields.of(call.body))
    return ok(memberView(call.world, editMember(call.world, guildOf(call), call.actorId, change, actorOf(call))))
  },
  [`PATCH ${MEMBERS}/{user_id}`]: (call) => {
    const change = memberChange(Fields.of(call.body))
    const member = editMember(call.world, guildOf(call), call.param('user_id'), change, actorOf(call))
    return ok(memberView(call.world, member))
  },
  [`DELETE ${MEMBERS}/{user_id}`]: (call) => {
    kick(call.world, guildOf(call), call.param('user_id'), actorOf(call))
    return nothing
  },
  [`PUT ${ROLE}`]: (call) => {
    giveRole(call.world, guildOf(call), call.param('user_id'), call.param('role_id'), actorOf(call))
    return nothing
  },
  [`DELETE ${ROLE}`]: (call) => {
    const guild = guildOf(call)
    roleOf(guild, call.param('role_id'))
    takeRole(call.world, guild, call.param('user_id'), call.param('role_id'), actorOf(call))
    return nothing
  },
}

export const banRoutes: Routes = {
  [`GET ${BANS}`]: (call) => {
    const query = queryOf(call)
    const bans = between(banningGuild(call).bans.values(), ({ user_id }) => user_id, query)
    const limit = limitOf(query, MOST_AT_ONCE)
    // Before an id means those nearest to it, in ascending order all the same.
    const page = query.has('before') && !query.has('after') ? bans.slice(-limit) : bans.slice(0, limit)
    return ok(page.map(({ user_id, reason }) => ({ user: userById(call.world, user_id), reason })))
  },
  [`GET ${BANS}/{user_id}`]: (call) => {
    const found = banningGuild(call).bans.get(call.param('user_id'))
    if (!found) throw new DiscordError(10026)
    return ok({ user: userById(call.world, found.user_id), reason: found.reason })
  },
  [`PUT ${BANS}/{user_id}`]: (call) => {
    const seconds = secondsToDelete(Fields.of(call.body ?? {}))
    const guild = guildOf(call)
    ban(call.world, guild, call.param('user_id'), actorOf(call))
    const sinceMs = call.world.clock.now() - seconds * 1000
    if (seconds > 0) deleteMessagesSince(call.world, guild, call.param('user_id'), sinceMs)
    return nothing
  },
  [`DELETE ${BANS}/{user_id}`]: (call) => {
    unban(call.world, banningGuild(call), call.param('user_id'), actorOf(call))
    return nothing
  },
}

function guildOf({ world, actorId, param }: Call): Guild {
  return guildFor(world, actorId, param('guild_id'))
}

function banningGuild({ world, actorId, param }: Call): Guild {
  return guildWith(world, actorId, param('guild_id'), 'BanMembers')
}

function limitOf(query: Fields, otherwise: number): number {
  return query.integer('limit', { min: 1, max: MOST_AT_ONCE }) ?? otherwise
}

/** Names and nicknames that begin so, in whatever case. */
function isNamed({ world }: Call, { user_id, nick }: Member, begin: string): boolean {
  const user = world.state.users.get(user_id)
  return [nick, user?.username, user?.global_name].some((name) => name?.toLowerCase().startsWith(begin))
}

function nickOf(fields: Fields): MemberChange {
  const nick = fields.textOrNull('nick', { max: 32 })
  return nick === undefined ? {} : { nick: nick?.trim() || null }
}

/** Muting, deafening and moving are for voice, which is silent here. */
function memberChange(fields: Fields): MemberChange {
  const roles = fields.snowflakes('roles', { max: 250 })
  const until = fields.textOrNull('communication_disabled_until')
  if (typeof until === 'string' && Number.isNaN(Date.parse(until))) {
    const message = `Could not parse ${until}. Should be ISO8601.`
    throw fields.refuse('communication_disabled_until', 'DATE_TIME_TYPE_PARSE', message)
  }
  return {
    ...nickOf(fields),
    ...(roles === undefined ? {} : { roles }),
    ...(until === undefined ? {} : { communication_disabled_until: until }),
  }
}

function secondsToDelete(fields: Fields): number {
  const seconds = fields.integer('delete_message_seconds', { min: 0, max: WEEK_SECONDS })
  const days = fields.integer('delete_message_days', { min: 0, max: 7 }) ?? 0
  return seconds ?? days * DAY_SECONDS
}
