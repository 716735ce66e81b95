/** Which events a session asked for, and what of them it may read (https://discord.com/developers/docs/events/gateway#gateway-intents). */
import { GatewayIntentBits as Intent } from 'discord-api-types/v10'
import type { Dispatch } from '../state/world.ts'

const INTENTS: Readonly<Record<string, number>> = {
  GUILD_MEMBER_ADD: Intent.GuildMembers,
  GUILD_MEMBER_UPDATE: Intent.GuildMembers,
  GUILD_MEMBER_REMOVE: Intent.GuildMembers,
  GUILD_AUDIT_LOG_ENTRY_CREATE: Intent.GuildModeration,
  GUILD_BAN_ADD: Intent.GuildModeration,
  GUILD_BAN_REMOVE: Intent.GuildModeration,
  INVITE_CREATE: Intent.GuildInvites,
  INVITE_DELETE: Intent.GuildInvites,
  PRESENCE_UPDATE: Intent.GuildPresences,
}

/** Guild intent and the one for direct messages, by the beginning of the event's name. */
const IN_CHANNELS: readonly (readonly [string, number, number])[] = [
  ['MESSAGE_REACTION_', Intent.GuildMessageReactions, Intent.DirectMessageReactions],
  ['MESSAGE_', Intent.GuildMessages, Intent.DirectMessages],
  ['TYPING_', Intent.GuildMessageTyping, Intent.DirectMessageTyping],
  ['CHANNEL_PINS_', Intent.Guilds, Intent.DirectMessages],
  ['GUILD_', Intent.Guilds, Intent.Guilds],
  ['CHANNEL_', Intent.Guilds, Intent.Guilds],
  ['THREAD_', Intent.Guilds, Intent.Guilds],
]

/** Privileged intents and the application flags (full or limited) that grant them. */
const PRIVILEGED: readonly (readonly [number, number])[] = [
  [Intent.GuildPresences, (1 << 12) | (1 << 13)],
  [Intent.GuildMembers, (1 << 14) | (1 << 15)],
  [Intent.MessageContent, (1 << 18) | (1 << 19)],
]

/** Events without an intent of their own, like INTERACTION_CREATE, come always. */
export function isWanted(intents: number, dispatch: Dispatch, botId: string): boolean {
  // Of its own membership a bot always hears.
  if (dispatch.event === 'GUILD_MEMBER_UPDATE' && userIn(dispatch.data) === botId) return true
  const own = INTENTS[dispatch.event]
  if (own !== undefined) return (intents & own) !== 0
  const found = IN_CHANNELS.find(([start]) => dispatch.event.startsWith(start))
  if (!found) return true
  const [, inGuilds, inDirectMessages] = found
  return (intents & (dispatch.guildId === null ? inDirectMessages : inGuilds)) !== 0
}

/** Whether all privileged intents among these were granted to the application. */
export function areGranted(intents: number, applicationFlags: number): boolean {
  return PRIVILEGED.every(([intent, flags]) => (intents & intent) === 0 || (applicationFlags & flags) !== 0)
}

interface MessageLike {
  readonly author?: { readonly id: string }
  readonly mentions?: readonly { readonly id: string }[]
  readonly content?: string
}

function userIn(data: object & { readonly user?: { readonly id: string } }): string | undefined {
  return data.user?.id
}

/** Without MESSAGE_CONTENT only own, direct and mentioning messages can be read. */
export function readable(intents: number, dispatch: Dispatch, botId: string): object {
  const message: MessageLike = dispatch.data
  const isMessage = dispatch.event === 'MESSAGE_CREATE' || dispatch.event === 'MESSAGE_UPDATE'
  if (!isMessage || dispatch.guildId === null || (intents & Intent.MessageContent) !== 0) return dispatch.data
  const isForBot = message.author?.id === botId || message.mentions?.some(({ id }) => id === botId) === true
  return isForBot ? dispatch.data : { ...message, content: '', embeds: [], attachments: [], components: [] }
}
