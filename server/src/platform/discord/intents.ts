import { ApplicationFlags, GatewayIntentBits } from 'discord-api-types/v10'

/** A kind of event that Discord sends only to applications for which it was switched on. */
interface PrivilegedIntent {
  readonly bit: number
  /** As the Bot page of https://discord.com/developers/applications names it. */
  readonly name: string
  /** Full and limited grant; the latter is for bots in fewer than 100 guilds. */
  readonly flags: number
}

export const MEMBERS: PrivilegedIntent = {
  bit: GatewayIntentBits.GuildMembers,
  name: 'Server Members Intent',
  flags: ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayGuildMembersLimited,
}
export const MESSAGE_CONTENT: PrivilegedIntent = {
  bit: GatewayIntentBits.MessageContent,
  name: 'Message Content Intent',
  flags: ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited,
}

/** Needed for the program to work at all; without it Discord says why it ends the connection. */
const ALWAYS =
  GatewayIntentBits.Guilds |
  MEMBERS.bit |
  GatewayIntentBits.GuildInvites |
  GatewayIntentBits.GuildMessages |
  GatewayIntentBits.GuildMessageReactions

/** Whether Discord grants it to an application with these flags: https://discord.com/developers/docs/events/gateway#privileged-intents */
export function isGranted({ flags }: PrivilegedIntent, applicationFlags: number): boolean {
  return (applicationFlags & flags) !== 0
}

/**
 * What is asked for: without message contents, which an operator may not have switched on yet, everything but reading
 * announcements works.
 */
export function intentsFor(applicationFlags: number): number {
  return isGranted(MESSAGE_CONTENT, applicationFlags) ? ALWAYS | MESSAGE_CONTENT.bit : ALWAYS
}
