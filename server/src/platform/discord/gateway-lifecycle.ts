import type { GuildId } from '../../kernel/ids.ts'

/** What became of making Discord know our commands. */
export interface CommandSync {
  readonly commandCount: number
  /** Written to Discord, or left alone because it had them already. */
  readonly synced: number
  readonly skipped: number
  /** A word for why it failed. */
  readonly error?: string
}

/** What an admin may want to know about the connection to Discord. */
export type GatewayLifecycle =
  | { readonly kind: 'ready'; readonly guildIds: readonly GuildId[]; readonly commands: CommandSync }
  | { readonly kind: 'disconnected'; readonly shardId: number }
  | { readonly kind: 'reconnected'; readonly guildIds: readonly GuildId[]; readonly commands: CommandSync }
  | { readonly kind: 'guild_joined'; readonly guildId: GuildId; readonly commands: CommandSync }
