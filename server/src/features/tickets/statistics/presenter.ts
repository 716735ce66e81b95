import type { StatsOut } from './contract.ts'
import { averageOf, type TicketStats } from './stats.ts'
import type { KindFigures, Lasting } from './stats-store.ts'

export function statsOut(stats: TicketStats): StatsOut {
  const { period, opened, closed, unsolved, deflected, ratings } = stats
  return {
    days: period,
    opened,
    closed,
    unsolved,
    deflected,
    first_response: lastingOut(stats.firstResponse),
    resolution: lastingOut(stats.resolution),
    ratings: {
      count: ratings.reduce((sum, each) => sum + each, 0),
      average: averageOf(ratings),
      per_score: [...ratings],
    },
    per_day: stats.days.map((each) => ({ ...each })),
    per_staff: stats.staff.map((each) => ({
      user_id: BigInt(each.userId),
      closed: each.closed,
      median_resolution_seconds: whole(each.medianResolution),
      answered: each.answered,
      median_first_response_seconds: whole(each.medianFirstResponse),
      ratings: each.ratings,
      average_rating: each.averageRating,
    })),
    per_label: stats.labels.map((each) => ({ label: each.name ?? '', ...kindOut(each) })),
    per_panel: stats.panels.map((each) => ({
      panel_id: each.id === null ? null : Number(each.id),
      name: each.name,
      ...kindOut(each),
    })),
  }
}

const lastingOut = ({ count, median, p90 }: Lasting) => ({
  tickets: count,
  median_seconds: whole(median),
  p90_seconds: whole(p90),
})
const kindOut = ({ opened, closed, medianResolution }: KindFigures) => ({
  opened,
  closed,
  median_resolution_seconds: whole(medianResolution),
})
const whole = (seconds: number | null) => (seconds === null ? null : Math.round(seconds))
