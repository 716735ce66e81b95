import { channelTrouble } from '../../../platform/discord/channel-calls.ts'
import { type DiscordFailure, UNKNOWN_CHANNEL } from '../../../platform/discord/failure.ts'

/** Why a ticket is not as it should be in Discord, where time alone does not mend it. */
export const TROUBLES = [
  'forbidden',
  'category_gone',
  'category_full',
  'guild_full',
  'thread_channel_gone',
  'name_refused',
  'role_gone',
  'transcript_missing',
  'refused',
  'unreachable',
] as const
export type Trouble = (typeof TROUBLES)[number]

/** Thrown where it is known what is wrong before or after Discord was asked. */
export class NotPlaced extends Error {
  override readonly name = 'NotPlaced'
  readonly trouble: Trouble

  constructor(trouble: Trouble) {
    super(`a ticket has no place: ${trouble}`)
    this.trouble = trouble
  }
}

/** Another worker has it: it was held longer than its lease. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
}

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json */
const UNKNOWN_OVERWRITE = 10_009
const UNKNOWN_ROLE = 10_011
const UNKNOWN_GUILD = 10_004
const LONGEST_PAUSE_S = 300
/** What people have to mend is tried again when they change something, and now and then in case that was not heard. */
const TROUBLED_PAUSE_S = 900
/** How often in a row before it is said that Discord cannot be reached. */
const PATIENCE = 8

export interface Verdict {
  readonly pauseS: number
  /** Null: nobody needs to know yet. */
  readonly trouble: Trouble | null
}

/** What a failure means; `attempts` counts those in a row, with this one. */
export function verdictOn(failure: DiscordFailure | NotPlaced, attempts: number): Verdict {
  if (failure instanceof Error && 'trouble' in failure) return { pauseS: TROUBLED_PAUSE_S, trouble: failure.trouble }
  const { kind, code, retryAfterMs } = failure
  const growing = Math.min(2 ** Math.max(0, attempts - 1), LONGEST_PAUSE_S)
  if (retryAfterMs !== null) return { pauseS: Math.max(growing, Math.ceil(retryAfterMs / 1000)), trouble: null }
  if (kind === 'unavailable' || kind === 'unauthorized')
    return { pauseS: growing, trouble: attempts >= PATIENCE ? 'unreachable' : null }
  if (code === UNKNOWN_OVERWRITE || code === UNKNOWN_ROLE)
    return { pauseS: growing, trouble: attempts >= PATIENCE ? 'role_gone' : null }
  // It was there a moment ago; the next look finds that it is gone.
  if (code === UNKNOWN_CHANNEL && attempts < PATIENCE) return { pauseS: growing, trouble: null }
  if (kind === 'forbidden' || code === UNKNOWN_GUILD) return { pauseS: TROUBLED_PAUSE_S, trouble: 'forbidden' }
  return { pauseS: TROUBLED_PAUSE_S, trouble: channelTrouble(failure) ?? 'refused' }
}

/** Whether it is certain that Discord did nothing. */
export function hadNoEffect({ kind, isRateLimited }: DiscordFailure): boolean {
  return isRateLimited || kind !== 'unavailable'
}

/** The category that was named is not there, or is none. */
export function isOfParent({ problems }: DiscordFailure): boolean {
  return problems.some(({ path, code }) => path === '/parent_id' && code !== 'CHANNEL_PARENT_MAX_CHANNELS')
}
