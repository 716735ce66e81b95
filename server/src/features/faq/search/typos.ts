/** Longer words may have more slips; the shortest are too like each other to guess. */
function slipsAllowed(length: number): number {
  if (length < 4) return 0
  return length < 6 ? 1 : 2
}

const MOST_CORRECTIONS = 3

/** Of words that look alike those that are nearest to what was written, where near enough. */
export function nearest(written: string, words: readonly string[]): string[] {
  const most = slipsAllowed(written.length)
  const measured = words
    .map((word) => ({ word, slips: slipsBetween(written, word) }))
    .filter(({ slips }) => slips > 0 && slips <= most)
  const least = Math.min(...measured.map(({ slips }) => slips))
  return measured
    .filter(({ slips }) => slips === least)
    .slice(0, MOST_CORRECTIONS)
    .map(({ word }) => word)
}

/** How many letters were left out, put in, taken for another, or exchanged with their neighbour. */
export function slipsBetween(one: string, other: string): number {
  const [from, to] = [[...one], [...other]]
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (const [row, letter] of from.entries()) {
    const current = [row + 1]
    for (const [column, wanted] of to.entries()) {
      const isSame = letter === wanted
      const isExchanged = row > 0 && column > 0 && letter === to[column - 1] && from[row - 1] === wanted
      current.push(
        Math.min(
          at(last, column) + (isSame ? 0 : 1),
          at(last, column + 1) + 1,
          at(current, column) + 1,
          isExchanged ? at(beforeLast, column - 1) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    beforeLast = last
    last = current
  }
  return at(last, to.length)
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY
}
