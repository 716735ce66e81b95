/** The demo community as it stands at the start: guilds, people, roles, channels, and who may do what. */
import { PermissionFlagsBits as P } from 'discord-api-types/v10'
import type { SimulatorClock } from './clock.ts'
import { demoConversation } from './demo-conversation.ts'
import { DEMO } from './demo-ids.ts'
import { blankChannel, blankGuild } from './state/blank.ts'
import type { Channel, Guild, Member, Overwrite, Role, User } from './state/model.ts'
import { State } from './state/state.ts'

const DAY_MS = 86_400_000
const { people, channels, roles } = DEMO

const EVERYONE =
  P.ViewChannel |
  P.SendMessages |
  P.SendMessagesInThreads |
  P.ReadMessageHistory |
  P.AddReactions |
  P.UseApplicationCommands
const MEMBER =
  EVERYONE |
  P.EmbedLinks |
  P.AttachFiles |
  P.ChangeNickname |
  P.CreateInstantInvite |
  P.CreatePublicThreads |
  P.UseExternalEmojis
const STAFF =
  MEMBER | P.ManageMessages | P.PinMessages | P.ManageThreads | P.ModerateMembers | P.ManageNicknames | P.KickMembers
const THREADS = P.CreatePrivateThreads | P.SendMessagesInThreads | P.ManageThreads
const GUILD = P.ManageChannels | P.ManageRoles | P.ManageGuild | P.BanMembers | P.ViewAuditLog | P.MentionEveryone
const BOT = STAFF | THREADS | GUILD

/** Of no privileged intent is the bot refused: application flags "limited" for presence, members and content. */
const ALL_INTENTS = (1 << 13) | (1 << 15) | (1 << 19)

/** A fresh demo community as it stands when the clock starts. */
export function demoCommunity(clock: SimulatorClock): State {
  const nowMs = clock.now()
  const ago = (days: number) => clock.iso(nowMs - days * DAY_MS)
  const state = new State({
    id: DEMO.bot,
    name: 'Alphapy',
    description: 'Reminders, tickets and onboarding for this community.',
    owner_id: DEMO.applicationOwner,
    public_key: '0'.repeat(64),
    flags: ALL_INTENTS,
  })
  for (const user of demoUsers()) state.users.set(user.id, user)
  for (const guild of [demoGuild(ago), otherGuild(ago)]) state.guilds.set(guild.id, guild)
  for (const channel of demoChannels()) state.channels.set(channel.id, channel)
  demoConversation(state, clock)
  return state
}

function demoUsers(): User[] {
  const shared = { avatar: null, locale: 'en-US', accepts_dms: true }
  return [
    { ...shared, id: people.demo_owner, username: 'demo_owner', global_name: 'Olga (owner)', bot: false },
    { ...shared, id: people.demo_admin, username: 'demo_admin', global_name: 'Adam (admin)', bot: false },
    { ...shared, id: people.demo_staff, username: 'demo_staff', global_name: 'Stella (staff)', bot: false },
    { ...shared, id: people.demo_member, username: 'demo_member', global_name: 'Mira (member)', bot: false },
    { ...shared, id: people.demo_guest, username: 'demo_guest', global_name: 'Gus (guest)', bot: false },
    { ...shared, id: DEMO.applicationOwner, username: 'demo_developer', global_name: 'Dana (bot owner)', bot: false },
    { ...shared, id: DEMO.bot, username: 'Alphapy', global_name: null, bot: true },
  ]
}

function demoGuild(ago: (days: number) => string): Guild {
  return guild(DEMO.guild, 'Alphapy Demo', people.demo_owner, {
    description: 'A games club that tries out Alphapy.',
    system_channel_id: channels.general,
    rules_channel_id: channels.rules,
    roles: [
      role(DEMO.guild, '@everyone', 0, EVERYONE),
      role(roles.member, 'Member', 1, MEMBER, { color: 0x3498db }),
      role(roles.staff, 'Staff', 2, STAFF, { color: 0x2ecc71, hoist: true, mentionable: true }),
      role(roles.bot, 'Alphapy', 3, BOT, { managed: true, tags: { bot_id: DEMO.bot } }),
      role(roles.admin, 'Admin', 4, P.Administrator, { color: 0xe74c3c, hoist: true }),
    ],
    members: [
      member(people.demo_owner, [], ago(400)),
      member(people.demo_admin, [roles.admin], ago(390)),
      member(people.demo_staff, [roles.staff], ago(210)),
      member(people.demo_member, [roles.member], ago(96)),
      member(people.demo_guest, [], ago(0.04)),
      member(DEMO.bot, [roles.bot], ago(30)),
    ],
  })
}

function otherGuild(ago: (days: number) => string): Guild {
  return guild(DEMO.otherGuild, 'Other Guild', people.demo_guest, {
    system_channel_id: channels.otherGeneral,
    roles: [
      role(DEMO.otherGuild, '@everyone', 0, EVERYONE),
      role(roles.otherBot, 'Alphapy', 1, BOT, { managed: true, tags: { bot_id: DEMO.bot } }),
    ],
    members: [member(people.demo_guest, [], ago(55)), member(DEMO.bot, [roles.otherBot], ago(20))],
  })
}

function demoChannels(): Channel[] {
  const closed = overwrite(DEMO.guild, 0n, P.ViewChannel)
  const staffAndBot = [closed, overwrite(roles.staff, P.ViewChannel), overwrite(roles.bot, P.ViewChannel)]
  const readOnly = [
    overwrite(DEMO.guild, 0n, P.SendMessages | P.SendMessagesInThreads | P.AddReactions),
    overwrite(roles.bot, P.SendMessages),
  ]
  return [
    channel(DEMO.guild, channels.rules, 'rules', { position: 0, permission_overwrites: readOnly }),
    channel(DEMO.guild, channels.announcements, 'announcements', { position: 1, topic: 'Events and news' }),
    channel(DEMO.guild, channels.general, 'general', { position: 2, topic: 'Everything about games' }),
    channel(DEMO.guild, channels.staff, 'staff', { position: 3, permission_overwrites: staffAndBot }),
    channel(DEMO.guild, channels.logs, 'logs', { position: 4, permission_overwrites: staffAndBot }),
    channel(DEMO.guild, channels.tickets, 'Tickets', { type: 4, position: 5 }),
    channel(DEMO.otherGuild, channels.otherGeneral, 'general', {}),
  ]
}

type GuildDetails = Partial<Omit<Guild, 'roles' | 'members'>> & { readonly roles: Role[]; readonly members: Member[] }

function guild(id: string, name: string, owner_id: string, details: GuildDetails): Guild {
  return {
    ...blankGuild(id, name, owner_id),
    ...details,
    roles: new Map(details.roles.map((one) => [one.id, one])),
    members: new Map(details.members.map((one) => [one.user_id, one])),
  }
}

function role(id: string, name: string, position: number, permissions: bigint, more: Partial<Role> = {}): Role {
  const plain = { color: 0, hoist: false, managed: false, mentionable: false }
  return { id, name, position, permissions: String(permissions), ...plain, ...more }
}

function member(user_id: string, roleIds: string[], joined_at: string): Member {
  return { user_id, nick: null, roles: roleIds, joined_at, communication_disabled_until: null, pending: false }
}

function overwrite(id: string, allow: bigint, deny = 0n): Overwrite {
  return { id, type: 0, allow: String(allow), deny: String(deny) }
}

function channel(guild_id: string, id: string, name: string, more: Partial<Channel>): Channel {
  return { ...blankChannel(id, guild_id, name), ...more }
}
