import type { ChannelId, GuildId } from '../../kernel/ids.ts'
import type { Tx } from '../../platform/database/connect.ts'
import type { DiscordFailure } from '../../platform/discord/failure.ts'
import { recordEvents } from '../../platform/events/operational-event.ts'
import { isNews } from './trouble-store.ts'

/** What keeps the onboarding of a guild from working, for its admins. */
export interface Trouble {
  readonly guildId: GuildId
  readonly errorType: 'no_rules' | 'role_assignment_failed' | 'member_not_found' | 'panel_not_posted'
  /** One sentence. */
  readonly message: string
  /** What to click so that it works. */
  readonly repair: string
  readonly userId?: string
  readonly roleId?: string
  readonly channelId?: string
  /** What Discord said. */
  readonly error?: string
}

export async function recordTrouble(tx: Tx, trouble: Trouble, now: Temporal.Instant): Promise<void> {
  const { guildId, errorType, message, repair, userId, roleId, channelId, error } = trouble
  const details = {
    ...(userId && { user_id: userId }),
    error_type: errorType,
    ...(roleId && { role_id: roleId }),
    ...(channelId && { channel_id: channelId }),
    ...(error && { error }),
    repair,
  }
  await recordEvents(tx, [{ type: 'ONBOARDING_ERROR', guildId, message, details }], now)
}

/** Once for each cause in this time, however many members meet it. */
export async function recordTroubleOnce(
  tx: Tx,
  cause: string,
  trouble: Trouble,
  quiet: Temporal.DurationLike,
  now: Temporal.Instant,
): Promise<void> {
  if (await isNews(tx, trouble.guildId, cause, { since: now.subtract(quiet), now }))
    await recordTrouble(tx, trouble, now)
}

/** A refusal that lasts is told again after so long. */
const PANEL_TOLD_AGAIN_AFTER = { hours: 7 * 24 }

/** Once, until a panel could be posted again. */
export async function recordPanelTrouble(
  tx: Tx,
  guildId: GuildId,
  channelId: ChannelId,
  { message: error }: DiscordFailure,
  now: Temporal.Instant,
): Promise<void> {
  const trouble = {
    guildId,
    channelId,
    errorType: 'panel_not_posted',
    error,
    message: 'The message with the Start button could not be posted or changed',
    repair:
      'Edit the rules channel → Permissions: allow the bot View Channel, Send Messages and Embed Links; or choose another channel with /config set system.rules_channel_id. Then use /onboarding panel.',
  } as const
  await recordTroubleOnce(tx, 'panel', trouble, PANEL_TOLD_AGAIN_AFTER, now)
}
