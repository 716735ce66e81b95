/** Bars of text for a block of code, where every character is as wide. */

export interface DayCount {
  /** In ISO 8601. */
  readonly day: string
  readonly runs: number
}

/** More days than these are columns instead of rows. */
const MOST_ROWS = 14
/** So many characters fit into a line of an embed on a phone, with the label and the number beside a bar. */
const BAR = 14
const MOST_COLUMNS = 30
const HEIGHTS = '▁▂▃▄▅▆▇█'

/** A row for each day, or for many days one line of columns, each of as many days as are needed. */
export function chart(days: readonly DayCount[]): { readonly text: string; readonly daysPerColumn: number | null } {
  const most = (counts: readonly number[]) => Math.max(1, ...counts)
  if (days.length <= MOST_ROWS) {
    const highest = most(days.map(({ runs }) => runs))
    const row = ({ day, runs }: DayCount) => `${day.slice(5)} ${bar(runs, highest).padEnd(BAR)} ${runs}`
    return { text: days.map(row).join('\n'), daysPerColumn: null }
  }
  const daysPerColumn = Math.ceil(days.length / MOST_COLUMNS)
  const columns: number[] = []
  // From the newest backwards, so that it is the oldest column that may be of fewer days.
  for (let end = days.length; end > 0; end -= daysPerColumn)
    columns.unshift(days.slice(Math.max(0, end - daysPerColumn), end).reduce((sum, { runs }) => sum + runs, 0))
  const highest = most(columns)
  return { text: columns.map((runs) => column(runs, highest)).join(''), daysPerColumn }
}

/** Something is never shown as nothing. */
function bar(runs: number, highest: number): string {
  return '█'.repeat(runs === 0 ? 0 : Math.max(1, Math.round((runs / highest) * BAR)))
}

function column(runs: number, highest: number): string {
  if (runs === 0) return '·'
  return HEIGHTS.charAt(Math.round((runs / highest) * (HEIGHTS.length - 1)))
}
