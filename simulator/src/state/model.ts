/**
 * What the simulated Discord knows, as plain data under Discord's own field names. Everything here survives
 * `structuredClone` and, but for the maps, `JSON.stringify`. Ids are decimal strings of 17 to 19 digits, bit fields
 * of permissions are decimal strings, instants are ISO 8601 in UTC, unless a name ends in `_ms`.
 */

/** Anything a JSON body can hold. */
export type Json = null | boolean | number | string | Json[] | JsonObject
export interface JsonObject {
  [field: string]: Json
}

export interface User {
  readonly id: string
  username: string
  global_name: string | null
  avatar: string | null
  readonly bot: boolean
  locale: string
  /** False when this person takes no direct messages (the bot then gets 50007). */
  accepts_dms: boolean
}

export interface RoleTags {
  bot_id?: string
}

export interface Role {
  readonly id: string
  name: string
  color: number
  hoist: boolean
  /** 0 is @everyone; higher stands above lower. */
  position: number
  permissions: string
  /** Managed roles belong to an integration: nobody gives, takes or deletes them. */
  managed: boolean
  mentionable: boolean
  tags?: RoleTags
}

export interface Overwrite {
  /** Of the role or the user. The guild's id is @everyone. */
  readonly id: string
  /** 0 is a role, 1 a member. */
  readonly type: 0 | 1
  allow: string
  deny: string
}

export interface Member {
  readonly user_id: string
  nick: string | null
  /** Ids without @everyone, which every member has. */
  roles: string[]
  joined_at: string
  /** End of a time-out. */
  communication_disabled_until: string | null
  pending: boolean
}

export interface Ban {
  readonly user_id: string
  readonly reason: string | null
}

export interface AuditLogChange {
  key: string
  old_value?: Json
  new_value?: Json
}

export interface AuditLogEntry {
  readonly id: string
  /** Who did it. */
  readonly user_id: string
  readonly target_id: string | null
  readonly action_type: number
  readonly reason: string | null
  readonly changes: AuditLogChange[]
  /** What some actions tell besides: https://discord.com/developers/docs/resources/audit-log#audit-log-entry-object-optional-audit-entry-info */
  readonly options?: Readonly<Record<string, string>>
}

export interface Guild {
  readonly id: string
  name: string
  owner_id: string
  icon: string | null
  description: string | null
  preferred_locale: string
  verification_level: number
  system_channel_id: string | null
  rules_channel_id: string | null
  vanity_url_code: string | null
  vanity_uses: number
  features: string[]
  /** By id; @everyone has the guild's own id. */
  roles: Map<string, Role>
  /** By user id. */
  members: Map<string, Member>
  /** By user id. */
  bans: Map<string, Ban>
  /** Oldest first. */
  audit_log: AuditLogEntry[]
  /** True during an outage: the gateway has said GUILD_DELETE with `unavailable`. */
  unavailable: boolean
}

export interface ThreadMetadata {
  archived: boolean
  auto_archive_duration: number
  archive_timestamp: string
  locked: boolean
  invitable: boolean
  create_timestamp: string
}

export interface Thread {
  owner_id: string
  metadata: ThreadMetadata
  /** When each user joined it, by user id. */
  members: Map<string, string>
  /** Messages ever sent in it, the starter not counted. */
  total_message_sent: number
}

/** Types as Discord numbers them: 0 text, 1 DM, 2 voice, 4 category, 5 announcement, 10-12 threads, 13 stage, 15 forum, 16 media. */
export interface Channel {
  readonly id: string
  type: number
  /** Null for direct messages. */
  readonly guild_id: string | null
  name: string
  position: number
  /** The category of a channel, the channel of a thread. */
  parent_id: string | null
  topic: string | null
  nsfw: boolean
  rate_limit_per_user: number
  permission_overwrites: Overwrite[]
  last_message_id: string | null
  last_pin_timestamp: string | null
  /** Direct messages only: everybody in it but the bot. */
  recipients: string[]
  /** Threads only. */
  thread: Thread | null
}

export interface EmbedMedia {
  url: string
  proxy_url?: string
  width?: number
  height?: number
}

export interface Embed {
  type: string
  title?: string
  description?: string
  url?: string
  timestamp?: string
  color?: number
  footer?: { text: string; icon_url?: string; proxy_icon_url?: string }
  image?: EmbedMedia
  thumbnail?: EmbedMedia
  author?: { name: string; url?: string; icon_url?: string; proxy_icon_url?: string }
  provider?: { name?: string; url?: string }
  fields?: { name: string; value: string; inline: boolean }[]
}

/** Every kind of component; which fields there are depends on `type`. Sent ones get an `id`. */
export interface Component extends JsonObject {
  type: number
}

export interface Attachment {
  readonly id: string
  readonly filename: string
  description?: string
  readonly content_type?: string
  readonly size: number
  /** On the simulator's own address. */
  readonly url: string
  readonly proxy_url: string
  ephemeral?: boolean
}

export interface Emoji {
  /** Null for Unicode emoji. */
  readonly id: string | null
  readonly name: string
}

export interface Reaction {
  readonly emoji: Emoji
  /** In the order they reacted. */
  user_ids: string[]
}

export interface MessageReference {
  readonly type: number
  readonly channel_id: string
  readonly message_id?: string
  readonly guild_id?: string
}

export interface InteractionMetadata {
  readonly id: string
  readonly type: number
  readonly user_id: string
  /** Of the command, for the name shown above the answer. */
  readonly name?: string
  original_response_message_id?: string
  interacted_message_id?: string
}

export interface Message {
  readonly id: string
  readonly channel_id: string
  readonly guild_id: string | null
  readonly author_id: string
  /** 0 default, 6 pin notice, 7 join, 18 thread created, 19 reply, 20 command, 23 context-menu command. */
  readonly type: number
  content: string
  readonly timestamp: string
  edited_timestamp: string | null
  tts: boolean
  mention_everyone: boolean
  /** User ids. */
  mentions: string[]
  /** Role ids. */
  mention_roles: string[]
  attachments: Attachment[]
  embeds: Embed[]
  components: Component[]
  reactions: Reaction[]
  pinned: boolean
  /** 4 suppress embeds, 32 has thread, 64 ephemeral, 128 loading, 4096 silent, 32768 components v2. */
  flags: number
  readonly nonce: string | number | null
  readonly message_reference: MessageReference | null
  readonly interaction_metadata: InteractionMetadata | null
  /** Set on answers to interactions, which are sent as the application's webhook. */
  readonly webhook_id: string | null
  /** Ephemeral messages are seen by this user alone; they lie in `State.ephemeral`, not in the channel. */
  readonly ephemeral_to: string | null
}

export interface Invite {
  readonly code: string
  readonly guild_id: string
  readonly channel_id: string
  readonly inviter_id: string
  readonly created_at: string
  /** Seconds; 0 never expires. */
  readonly max_age: number
  /** 0 is without limit. */
  readonly max_uses: number
  readonly temporary: boolean
  uses: number
}

export interface CommandChoice {
  name: string
  name_localizations?: Record<string, string> | null
  value: string | number
}

/** Types: 1 sub-command, 2 group, 3 string, 4 integer, 5 boolean, 6 user, 7 channel, 8 role, 9 mentionable, 10 number, 11 attachment. */
export interface CommandOption {
  type: number
  name: string
  name_localizations?: Record<string, string> | null
  description: string
  description_localizations?: Record<string, string> | null
  required?: boolean
  choices?: CommandChoice[]
  options?: CommandOption[]
  channel_types?: number[]
  min_value?: number
  max_value?: number
  min_length?: number
  max_length?: number
  autocomplete?: boolean
}

export interface ApplicationCommand {
  readonly id: string
  /** Changes with every change of the command. */
  version: string
  readonly application_id: string
  /** Null for global commands. */
  readonly guild_id: string | null
  /** 1 chat input, 2 user, 3 message. */
  readonly type: number
  name: string
  name_localizations: Record<string, string> | null
  description: string
  description_localizations: Record<string, string> | null
  options: CommandOption[]
  default_member_permissions: string | null
  contexts: number[] | null
  integration_types: number[]
  nsfw: boolean
}

/** What the bot's callback said; of types 8 and 9 also what it carried. */
export interface InteractionAnswer {
  /** 4 message, 5 deferred message, 6 deferred update, 7 update, 8 choices, 9 modal. */
  readonly type: number
  readonly at_ms: number
  readonly ephemeral: boolean
  readonly choices: CommandChoice[] | null
  readonly modal: JsonObject | null
}

export interface Interaction {
  readonly id: string
  readonly token: string
  /** 2 command, 3 component, 4 autocomplete, 5 modal submit. */
  readonly type: number
  readonly user_id: string
  readonly guild_id: string | null
  readonly channel_id: string
  readonly data: JsonObject
  readonly created_ms: number
  /** Of components and of modals opened from one: the message they sit on. */
  readonly source_message_id: string | null
  answer: InteractionAnswer | null
  /** The message `@original` means, once there is one. */
  original_id: string | null
}

/** The one application, whose bot user has the same id. */
export interface Team {
  readonly id: string
  readonly name: string
  readonly owner_user_id: string
  readonly members: readonly TeamMember[]
}

export interface TeamMember {
  readonly user_id: string
  /** 1 invited, 2 accepted. */
  readonly membership_state: 1 | 2
  readonly role: 'admin' | 'developer' | 'read_only'
}

export interface Application {
  readonly id: string
  name: string
  description: string
  owner_id: string
  /** Owns it together, instead of one user. */
  team?: Team
  public_key: string
  /** Which privileged intents it was granted, as application flags: 4096 presence, 16384 members, 262144 content (all "limited"). */
  flags: number
}
