const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const UNITS = [
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', 1],
] as const

/** Its two largest units: `1 hour`, `2 days 3 hours`, `40 seconds`. */
export function durationInWords(seconds: number): string {
  const first = UNITS.findIndex(([, length]) => seconds >= length)
  const [large, small] = UNITS.slice(first === -1 ? -1 : first)
  if (!large) return ''
  const rest = seconds % large[1]
  return [wordsOf(Math.floor(seconds / large[1]), large[0]), small && wordsOf(Math.floor(rest / small[1]), small[0])]
    .filter((words, index) => words && (index === 0 || !words.startsWith('0 ')))
    .join(' ')
}

function wordsOf(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
