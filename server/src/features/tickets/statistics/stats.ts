import type { GuildId } from '../../../kernel/ids.ts'
import type { Platform } from '../../../platform/feature.ts'
import { MOST_DAYS, type PERIODS } from './contract.ts'
import * as store from './stats-store.ts'

export type PeriodName = (typeof PERIODS)[number]

const MOST_ROWS = 25

export interface TicketStats {
  readonly period: PeriodName
  /** Every day, oldest first. */
  readonly days: readonly store.Volume[]
  readonly opened: number
  readonly closed: number
  readonly unsolved: number
  readonly deflected: number
  readonly firstResponse: store.Lasting
  readonly resolution: store.Lasting
  /** How many of each score from 1 to 5. */
  readonly ratings: readonly number[]
  readonly staff: readonly store.StaffFigures[]
  readonly labels: readonly store.KindFigures[]
  readonly panels: readonly store.KindFigures[]
}

/** What became of the tickets of a guild, in whole days of UTC. */
export function ticketStats({ db, clock }: Pick<Platform, 'db' | 'clock'>) {
  return async (guildId: GuildId, name: PeriodName): Promise<TicketStats> => {
    const today = clock.now().toZonedDateTimeISO('UTC').startOfDay()
    const first = name === 'all' ? null : today.subtract({ days: Number(name) - 1 })
    const period = { guildId, since: first?.toInstant() ?? null }
    const volume = await store.readVolume(db, period)
    const sumOf = (what: 'opened' | 'closed') => volume.reduce((sum, each) => sum + each[what], 0)
    return {
      period: name,
      days: everyDay(volume, first?.toPlainDate() ?? null, today.toPlainDate()),
      opened: sumOf('opened'),
      closed: sumOf('closed'),
      unsolved: await store.countUnsolved(db, guildId),
      deflected: await store.readDeflections(db, period),
      ...(await store.readLasting(db, period)),
      ratings: await store.readRatings(db, period),
      staff: await store.readStaff(db, period, MOST_ROWS),
      labels: await store.readLabels(db, period, MOST_ROWS),
      panels: await store.readPanels(db, period, MOST_ROWS),
    }
  }
}

/** Also those on which nothing happened. */
function everyDay(
  volume: readonly store.Volume[],
  first: Temporal.PlainDate | null,
  today: Temporal.PlainDate,
): store.Volume[] {
  const known = new Map(volume.map((each) => [each.day, each]))
  const begin = first ?? Temporal.PlainDate.from(volume[0]?.day ?? today.toString())
  const count = Math.min(MOST_DAYS, begin.until(today, { largestUnit: 'days' }).days + 1)
  return Array.from({ length: count }, (_, index) => {
    const day = today.subtract({ days: count - 1 - index }).toString()
    return known.get(day) ?? { day, opened: 0, closed: 0 }
  })
}

/** Null where nobody rated. */
export function averageOf(ratings: readonly number[]): number | null {
  const count = ratings.reduce((sum, each) => sum + each, 0)
  return count === 0 ? null : ratings.reduce((sum, each, index) => sum + each * (index + 1), 0) / count
}
