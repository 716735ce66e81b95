import type { Channel, Guild } from './model.ts'

/** What is true of a guild and of a channel before anybody has set anything. */

export function blankGuild(id: string, name: string, owner_id: string): Guild {
  return {
    id,
    name,
    owner_id,
    icon: null,
    description: null,
    preferred_locale: 'en-US',
    verification_level: 0,
    system_channel_id: null,
    rules_channel_id: null,
    vanity_url_code: null,
    vanity_uses: 0,
    features: [],
    roles: new Map(),
    members: new Map(),
    bans: new Map(),
    audit_log: [],
    unavailable: false,
  }
}

/** A text channel; `guild_id` is null for a direct conversation. */
export function blankChannel(id: string, guild_id: string | null, name: string): Channel {
  return {
    id,
    guild_id,
    name,
    type: 0,
    position: 0,
    parent_id: null,
    topic: null,
    nsfw: false,
    rate_limit_per_user: 0,
    permission_overwrites: [],
    last_message_id: null,
    last_pin_timestamp: null,
    recipients: [],
    thread: null,
  }
}
