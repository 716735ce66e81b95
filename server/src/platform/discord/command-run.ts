import type { GuildId, UserId } from '../../kernel/ids.ts'

/** A slash command that a member ran, when it was answered. */
export interface CommandRun {
  readonly guildId: GuildId
  readonly userId: UserId
  /** As a member types it: `faq search`. */
  readonly command: string
  readonly ranAt: Temporal.Instant
  readonly durationMs: number
  /** Why it failed: the code of a refusal, or the class of a fault; null when it succeeded. */
  readonly error: { readonly kind: 'refused' | 'fault'; readonly errorClass: string; readonly message: string } | null
}
