/** The state as Discord writes it into answers and events. */
import { permissionsOf } from '../permissions.ts'
import type {
  Application,
  ApplicationCommand,
  AuditLogEntry,
  Channel,
  Guild,
  Invite,
  Member,
  Reaction,
  Role,
  Team,
  User,
} from './model.ts'
import type { World } from './world.ts'

const NO_COLORS = { secondary_color: null, tertiary_color: null }

export function userView(user: User | undefined, id = user?.id) {
  return {
    id: id ?? '0',
    username: user?.username ?? 'Deleted User',
    discriminator: user?.bot ? '0001' : '0',
    global_name: user?.global_name ?? null,
    avatar: user?.avatar ?? null,
    ...(user?.bot ? { bot: true } : {}),
    public_flags: 0,
    flags: 0,
    banner: null,
    accent_color: null,
    avatar_decoration_data: null,
    collectibles: null,
    primary_guild: null,
  }
}

export function userById(world: World, id: string) {
  return userView(world.state.users.get(id), id)
}

/** The bot about itself. */
export function ownUserView(world: World) {
  const { application, users } = world.state
  const user = userView(users.get(application.id), application.id)
  return { ...user, mfa_enabled: true, locale: 'en-US', verified: true, email: null }
}

export function applicationView(world: World) {
  const { application } = world.state
  return {
    ...publicApplication(application),
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: application.public_key,
    flags: application.flags,
    flags_new: String(application.flags),
    eligible_oauth2_scopes: ['identify', 'guilds'],
    owner: userById(world, application.owner_id),
    team: application.team ? teamView(world, application.team) : null,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    approximate_guild_count: world.state.guilds.size,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    explicit_content_filter: 0,
    integration_types_config: { 0: {} },
    event_webhooks_status: 1,
    event_webhooks_url: null,
    event_webhooks_types: [],
    bot: userById(world, application.id),
  }
}

function teamView(world: World, { id, name, owner_user_id, members }: Team) {
  return {
    id,
    name,
    icon: null,
    owner_user_id,
    members: members.map(({ user_id, ...member }) => ({
      ...member,
      user: userById(world, user_id),
      team_id: id,
      permissions: ['*'],
    })),
  }
}

function publicApplication({ id, name, description }: Application) {
  return { id, name, icon: null, description, type: null }
}

export function roleView(role: Role) {
  const { tags, ...plain } = role
  return {
    ...plain,
    colors: { primary_color: role.color, ...NO_COLORS },
    icon: null,
    unicode_emoji: null,
    flags: 0,
    ...(tags ? { tags } : {}),
  }
}

/** Without the user, as events of messages carry it. */
export function partialMemberView(member: Member) {
  return {
    nick: member.nick,
    avatar: null,
    banner: null,
    roles: member.roles,
    joined_at: member.joined_at,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: member.pending,
    communication_disabled_until: member.communication_disabled_until,
  }
}

export function memberView(world: World, member: Member) {
  return { ...partialMemberView(member), user: userById(world, member.user_id) }
}

export function channelView(world: World, channel: Channel) {
  if (channel.guild_id === null) return directChannelView(world, channel)
  const own = {
    id: channel.id,
    type: channel.type,
    guild_id: channel.guild_id,
    name: channel.name,
    parent_id: channel.parent_id,
    last_message_id: channel.last_message_id,
    rate_limit_per_user: channel.rate_limit_per_user,
    flags: 0,
  }
  if (channel.thread) return { ...own, ...threadFields(channel, channel.thread) }
  return {
    ...own,
    position: channel.position,
    permission_overwrites: channel.permission_overwrites,
    topic: channel.topic,
    nsfw: channel.nsfw,
    last_pin_timestamp: channel.last_pin_timestamp,
  }
}

function directChannelView(world: World, channel: Channel) {
  const recipients = channel.recipients.map((id) => userById(world, id))
  return { id: channel.id, type: channel.type, last_message_id: channel.last_message_id, flags: 0, recipients }
}

function threadFields(channel: Channel, thread: NonNullable<Channel['thread']>) {
  const { metadata, members, owner_id, total_message_sent } = thread
  const { invitable, ...plain } = metadata
  return {
    owner_id,
    thread_metadata: channel.type === 12 ? { ...plain, invitable } : plain,
    member_count: Math.min(members.size, 50),
    message_count: total_message_sent,
    total_message_sent,
  }
}

export function threadMemberView(channel: Channel, userId: string) {
  const joined = channel.thread?.members.get(userId) ?? ''
  return { id: channel.id, user_id: userId, join_timestamp: joined, flags: 0 }
}

export function guildView(guild: Guild) {
  return {
    id: guild.id,
    name: guild.name,
    icon: guild.icon,
    description: guild.description,
    home_header: null,
    splash: null,
    discovery_splash: null,
    features: guild.features,
    banner: null,
    owner_id: guild.owner_id,
    application_id: null,
    region: 'deprecated',
    afk_channel_id: null,
    afk_timeout: 300,
    system_channel_id: guild.system_channel_id,
    system_channel_flags: 0,
    widget_enabled: false,
    widget_channel_id: null,
    verification_level: guild.verification_level,
    roles: [...guild.roles.values()].map(roleView),
    default_message_notifications: 0,
    mfa_level: 0,
    explicit_content_filter: 0,
    max_presences: null,
    max_members: 500_000,
    max_stage_video_channel_users: 50,
    max_video_channel_users: 25,
    vanity_url_code: guild.vanity_url_code,
    premium_tier: 0,
    premium_subscription_count: 0,
    preferred_locale: guild.preferred_locale,
    rules_channel_id: guild.rules_channel_id,
    safety_alerts_channel_id: null,
    public_updates_channel_id: null,
    premium_progress_bar_enabled: false,
    nsfw: false,
    nsfw_level: 0,
    emojis: [],
    stickers: [],
    incidents_data: null,
  }
}

/** What GUILD_CREATE adds to the guild. Members but the bot come only with the presences intent. */
export function guildCreateView(world: World, guild: Guild, withMembers: boolean) {
  const { state } = world
  const members = [...guild.members.values()].filter((member) => withMembers || member.user_id === state.application.id)
  const channels = state.channelsOf(guild.id)
  const botSees = (channel: Channel) =>
    permissionsOf(state, state.application.id, channel, world.clock.now()) !== 0n && !channel.thread?.metadata.archived
  return {
    ...guildView(guild),
    joined_at: guild.members.get(state.application.id)?.joined_at ?? world.clock.iso(),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: members.map((member) => memberView(world, member)),
    channels: channels.filter((channel) => !channel.thread).map((channel) => channelView(world, channel)),
    threads: channels
      .filter((channel) => channel.thread && botSees(channel))
      .map((channel) => channelView(world, channel)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  }
}

export function reactionView(world: World, reaction: Reaction) {
  const count = reaction.user_ids.length
  return {
    emoji: reaction.emoji,
    count,
    count_details: { burst: 0, normal: count },
    burst_colors: [],
    me_burst: false,
    me: reaction.user_ids.includes(world.state.application.id),
  }
}

export function inviteView(world: World, invite: Invite) {
  const guild = world.state.guilds.get(invite.guild_id)
  const channel = world.state.channels.get(invite.channel_id)
  const expires = invite.max_age ? world.clock.iso(Date.parse(invite.created_at) + invite.max_age * 1000) : null
  return {
    type: 0,
    code: invite.code,
    inviter: userById(world, invite.inviter_id),
    max_age: invite.max_age,
    created_at: invite.created_at,
    expires_at: expires,
    guild: guild && inviteGuildView(guild),
    guild_id: invite.guild_id,
    channel: channel && { id: channel.id, type: channel.type, name: channel.name },
    uses: invite.uses,
    max_uses: invite.max_uses,
    temporary: invite.temporary,
    flags: 0,
  }
}

function inviteGuildView(guild: Guild) {
  const { id, name, icon, description, features, verification_level, vanity_url_code } = guild
  const plain = { id, name, icon, description, features, verification_level, vanity_url_code }
  return { ...plain, splash: null, banner: null, nsfw_level: 0, nsfw: false, premium_subscription_count: 0 }
}

export function commandView(command: ApplicationCommand) {
  const { guild_id, options, ...plain } = command
  return {
    ...plain,
    dm_permission: command.contexts === null || command.contexts.includes(1),
    ...(guild_id === null ? {} : { guild_id }),
    ...(options.length ? { options } : {}),
  }
}

export function auditLogEntryView(entry: AuditLogEntry) {
  const { reason, changes, ...plain } = entry
  return { ...plain, ...(changes.length ? { changes } : {}), ...(reason === null ? {} : { reason }) }
}
