import type { GuildId } from '../../kernel/ids.ts'
import type { Tx } from '../database/connect.ts'
import { insertChange } from './store.ts'

/** That data of a guild changed, for pages that show them; never what they are. */
export interface DataChange {
  readonly guildId: GuildId
  /** `settings`, `onboarding_questions`, `reminders` …: what a page has to read again. */
  readonly kind: string
  /** Which one, where that says more. */
  readonly ref?: string
  readonly version?: bigint
}

/** Tells of a change when the transaction that makes it commits. */
export async function announceChange(tx: Tx, change: DataChange, now: Temporal.Instant): Promise<void> {
  await insertChange(tx, change, now)
}
