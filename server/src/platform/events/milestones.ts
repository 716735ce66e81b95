import type { GuildId } from '../../kernel/ids.ts'
import type { Tx } from '../database/connect.ts'
import { notify } from '../database/listen.ts'
import { insertMilestone } from './milestones-store.ts'

/** What a guild does for the first time, of which its admins may be given a tip. */
export const MILESTONES = [
  'first_guild_join',
  'first_config_wizard_complete',
  'first_onboarding_done',
  'first_reminder',
  'first_reminder_watcher',
  'first_ticket',
  'first_gpt',
  'first_invite_leaderboard',
  'first_add_rule_no_image',
] as const
export type Milestone = (typeof MILESTONES)[number]

/** The channel of the notices that a guild reached one. */
export const MILESTONE_CHANNEL = 'milestones'

/** Notes what was done, in the transaction that does it; all but the first time change nothing. */
export async function reachMilestone(
  tx: Tx,
  guildId: GuildId,
  milestone: Milestone,
  now: Temporal.Instant,
): Promise<void> {
  if (await insertMilestone(tx, guildId, milestone, now)) await notify(tx, MILESTONE_CHANNEL, '')
}
