import type { GuildId, UserId } from '../../kernel/ids.ts'
import type { CommandRun, ComponentFault } from '../../platform/discord/command-run.ts'
import type { CommandSync, GatewayLifecycle } from '../../platform/discord/gateway-lifecycle.ts'
import type { OperationalEvent } from '../../platform/events/operational-event.ts'

/** What the log says of the bot's connection and of commands that broke off. */

type SyncType = 'startup' | 'reconnect' | 'guild_join'

export function eventsOf(event: GatewayLifecycle): OperationalEvent[] {
  switch (event.kind) {
    case 'ready':
      return [
        { type: 'BOT_READY', guildId: null, message: 'The bot is connected and ready', details: {} },
        ...event.guildIds.map((guildId) => synced(guildId, event.commands, 'startup')),
      ]
    case 'disconnected':
      return [dropped(event.shardId)]
    case 'reconnected':
      return [
        reconnected(event.commands),
        ...event.guildIds.map((guildId) => synced(guildId, event.commands, 'reconnect')),
      ]
    case 'guild_joined':
      return [synced(event.guildId, event.commands, 'guild_join')]
    case 'guild_left':
      // Whoever keeps where the bot is writes it, because that also sees what left while nobody was connected.
      return []
  }
}

/** `count`: so many times within a minute of which only the first was told at once. */
export function dropped(shardId: number, count?: number): OperationalEvent {
  const message =
    count === undefined
      ? 'The bot lost its connection to Discord'
      : `The bot lost its connection to Discord ${times(count)} more within a minute`
  return {
    type: 'BOT_DISCONNECT',
    guildId: null,
    message,
    details: { shard_id: shardId, ...(count !== undefined && { count }) },
  }
}

export function reconnected({ synced, skipped, error }: CommandSync, count?: number): OperationalEvent {
  const message =
    count === undefined
      ? 'Reconnect phase complete: commands synced'
      : `The bot reconnected to Discord ${times(count)} more within a minute`
  return {
    type: 'BOT_RECONNECT',
    guildId: null,
    message,
    details: { synced, skipped, ...(error !== undefined && { error }), ...(count !== undefined && { count }) },
  }
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}

function synced(guildId: GuildId, { commandCount, error }: CommandSync, syncType: SyncType): OperationalEvent {
  return error === undefined
    ? {
        type: 'GUILD_SYNC',
        guildId,
        message: `The server has ${commandCount} commands`,
        details: { command_count: commandCount, sync_type: syncType },
      }
    : {
        type: 'GUILD_SYNC',
        guildId,
        message: 'The commands of the server could not be brought up to date',
        details: { error, sync_type: syncType },
      }
}

/** Null for commands that succeeded or were refused. */
export function commandFault({ guildId, userId, command, error }: CommandRun): OperationalEvent | null {
  if (error?.kind !== 'fault') return null
  return fault(guildId, `/${command} broke off`, { command, userId, errorClass: error.errorClass })
}

/** Of a button, select or form. */
export function componentBrokeOff({ guildId, userId, component, errorClass }: ComponentFault): OperationalEvent {
  return fault(guildId, `A button or form (${component}) broke off`, { command: component, userId, errorClass })
}

interface Broken {
  readonly command: string
  readonly userId: UserId
  readonly errorClass: string
}

/** What a fault says of itself may be internal and stays in our log. */
function fault(guildId: GuildId, message: string, { command, userId, errorClass }: Broken): OperationalEvent {
  const error =
    errorClass === 'DiscordFailure'
      ? 'Discord refused the answer or did not take it.'
      : "A fault of the bot; its operator's log has the details."
  return { type: 'COG_ERROR', guildId, message, details: { command, user_id: userId, error_type: errorClass, error } }
}
