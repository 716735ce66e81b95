/** Guilds: what they are called, their channels, and what was done in them. */
import { Fields } from '../../fields.ts'
import { guildFor, guildWith } from '../../state/access.ts'
import { type ChannelMove, moveChannels } from '../../state/channel-positions.ts'
import { createChannel } from '../../state/channels.ts'
import { editGuild, type GuildChange } from '../../state/guilds.ts'
import type { AuditLogEntry } from '../../state/model.ts'
import { auditLogEntryView, channelView, commandView, guildView, userById } from '../../state/views.ts'
import { actorOf, between, isAsked, queryOf } from '../call.ts'
import { channelDraft } from '../channel-body.ts'
import { type Call, created, nothing, ok, type Routes } from '../router.ts'

const LOCALES_AT_MOST = 10

export const guildRoutes: Routes = {
  'GET /guilds/{guild_id}': (call) => {
    const guild = guildFor(call.world, call.actorId, call.param('guild_id'))
    const { size } = guild.members
    const counts = { approximate_member_count: size, approximate_presence_count: size }
    return ok({ ...guildView(guild), ...(isAsked(call, 'with_counts') ? counts : {}) })
  },
  'PATCH /guilds/{guild_id}': (call) => {
    const guild = editGuild(call.world, actorOf(call), call.param('guild_id'), guildChange(Fields.of(call.body)))
    return ok(guildView(guild))
  },
  'GET /guilds/{guild_id}/channels': ({ world, actorId, param }) => {
    const guild = guildFor(world, actorId, param('guild_id'))
    const channels = world.state.channelsOf(guild.id).filter(({ thread }) => !thread)
    return ok(channels.map((channel) => channelView(world, channel)))
  },
  'POST /guilds/{guild_id}/channels': (call) => {
    const draft = channelDraft(Fields.of(call.body))
    return created(channelView(call.world, createChannel(call.world, actorOf(call), call.param('guild_id'), draft)))
  },
  'PATCH /guilds/{guild_id}/channels': (call) => {
    const moves = new Fields({ channels: call.body ?? null }).objects('channels') ?? []
    moveChannels(call.world, actorOf(call), call.param('guild_id'), moves.map(channelMove))
    return nothing
  },
  'GET /guilds/{guild_id}/audit-logs': (call) => ok(auditLog(call)),
  'GET /guilds/{guild_id}/vanity-url': ({ world, actorId, param }) => {
    const guild = guildWith(world, actorId, param('guild_id'), 'ManageGuild')
    return ok({ code: guild.vanity_url_code, uses: guild.vanity_uses })
  },
}

function guildChange(fields: Fields): GuildChange {
  const name = fields.text('name', { min: 2, max: 100 })
  const description = fields.textOrNull('description', { max: 300 })
  const preferred_locale = fields.text('preferred_locale', { min: 2, max: LOCALES_AT_MOST })
  const verification_level = fields.integer('verification_level', { min: 0, max: 4 })
  const system_channel_id = fields.snowflakeOrNull('system_channel_id')
  const rules_channel_id = fields.snowflakeOrNull('rules_channel_id')
  const owner_id = fields.snowflake('owner_id')
  return {
    ...(name === undefined ? {} : { name }),
    ...(description === undefined ? {} : { description }),
    ...(preferred_locale === undefined ? {} : { preferred_locale }),
    ...(verification_level === undefined ? {} : { verification_level }),
    ...(system_channel_id === undefined ? {} : { system_channel_id }),
    ...(rules_channel_id === undefined ? {} : { rules_channel_id }),
    ...(owner_id === undefined ? {} : { owner_id }),
  }
}

function channelMove(fields: Fields): ChannelMove {
  const position = fields.integer('position', { min: 0 })
  const parent_id = fields.snowflakeOrNull('parent_id')
  return {
    id: fields.required('id', fields.snowflake('id')),
    lock_permissions: fields.boolean('lock_permissions') ?? false,
    ...(position === undefined ? {} : { position }),
    ...(parent_id === undefined ? {} : { parent_id }),
  }
}

/** Newest first, unless the caller pages forward with `after`. */
function auditLog(call: Call) {
  const { world } = call
  const guild = guildWith(world, call.actorId, call.param('guild_id'), 'ViewAuditLog')
  const query = queryOf(call)
  const limit = query.integer('limit', { min: 1, max: 100 }) ?? 50
  const matching = between(guild.audit_log, ({ id }) => id, query).filter((entry) => isMeant(entry, query))
  const entries = query.has('after') ? matching.slice(0, limit) : matching.slice(-limit).reverse()
  const ids = new Set(entries.flatMap(({ user_id, target_id }) => [user_id, target_id]))
  const named = [...ids].filter((id) => id !== null && world.state.users.has(id))
  const touched = [...ids].flatMap((id) => world.state.channels.get(id ?? '') ?? [])
  return {
    audit_log_entries: entries.map(auditLogEntryView),
    users: named.map((id) => userById(world, id ?? '')),
    threads: touched.filter(({ thread }) => thread).map((channel) => channelView(world, channel)),
    application_commands: [...ids].flatMap((id) => world.state.commands.get(id ?? '') ?? []).map(commandView),
    integrations: [],
    webhooks: [],
    guild_scheduled_events: [],
    auto_moderation_rules: [],
  }
}

function isMeant({ user_id, target_id, action_type }: AuditLogEntry, query: Fields): boolean {
  const userId = query.snowflake('user_id')
  const targetId = query.snowflake('target_id')
  const action = query.integer('action_type')
  return (
    (userId === undefined || user_id === userId) &&
    (targetId === undefined || target_id === targetId) &&
    (action === undefined || action_type === action)
  )
}
