import type { GuildId } from '../../kernel/ids.ts'
import type { CommandRun } from '../../platform/discord/command-run.ts'
import { type Milestone, reachMilestone } from '../../platform/events/milestones.ts'
import type { Platform } from '../../platform/feature.ts'
import { repeating } from '../../platform/worker.ts'

/** What a command is the first of; what else is done first is noted where it is done. */
const MILESTONE_OF: ReadonlyMap<string, Milestone> = new Map([
  ['inviteleaderboard', 'first_invite_leaderboard'],
  ['ticket', 'first_ticket'],
])
const MOST_WAITING = 1_000
const IDLE = { hours: 1 }

/** Notes what members ran, without making them wait. What is lost with the process is noted the next time. */
export function firstRuns(surroundings: Pick<Platform, 'db' | 'clock' | 'logger'>) {
  const { db, clock } = surroundings
  const waiting = new Map<string, { readonly guildId: GuildId; readonly milestone: Milestone }>()
  let heard = new AbortController()
  return {
    hear({ guildId, command, error }: CommandRun): void {
      const milestone = MILESTONE_OF.get(command)
      if (!milestone || error !== null || waiting.size >= MOST_WAITING) return
      waiting.set(`${guildId} ${milestone}`, { guildId, milestone })
      heard.abort()
    },
    worker: repeating('tips.note_runs', surroundings, async () => {
      heard = new AbortController()
      for (const [key, { guildId, milestone }] of waiting) {
        await db.transaction().execute((tx) => reachMilestone(tx, guildId, milestone, clock.now()))
        waiting.delete(key)
      }
      return { at: clock.now().add(IDLE), sooner: heard.signal }
    }),
  }
}
