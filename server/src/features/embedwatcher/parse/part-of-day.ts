export type PartOfDay = 'morning' | 'afternoon' | 'evening'

/** What part of the day the words speak of. */
export function partOfDay(text: string): PartOfDay | null {
  if (/evening|avond|(?<!\p{L})nights?(?!\p{L})/u.test(text)) return 'evening'
  if (/(?<!\p{L})afternoon/u.test(text)) return 'afternoon'
  return /(?<!\p{L})morning/u.test(text) ? 'morning' : null
}

export interface Surroundings {
  /** What the words beside the clock speak of. */
  readonly own: PartOfDay | null
  /** What any word of the announcement speaks of. */
  readonly nearby: PartOfDay | null
}

/** How a clock of twelve hours was written: in words or as a bare number people rarely mean the small hours. */
export type Writing = 'loose' | 'digits' | 'leading zero'

/** From eight in the evening it is 20:00. Where nothing says so, a clock of twelve hours may be off by half a day. */
export function inPart(
  time: Temporal.PlainTime,
  writing: Writing,
  { own, nearby }: Surroundings,
): { readonly time: Temporal.PlainTime; readonly confidence: number } {
  if (time.hour === 0 || time.hour > 11) return { time, confidence: 1 }
  if (own !== null) return { time: shifted(time, own), confidence: 0.97 }
  if (writing === 'leading zero' || (writing === 'digits' && time.hour > 9)) return { time, confidence: 1 }
  if (nearby !== null) return { time: shifted(time, nearby), confidence: writing === 'loose' ? 0.88 : 0.72 }
  if (writing === 'loose') return { time, confidence: 0.6 }
  return { time, confidence: time.hour >= 7 ? 0.95 : 0.8 }
}

function shifted(time: Temporal.PlainTime, part: PartOfDay): Temporal.PlainTime {
  const latest = part === 'evening' ? 11 : part === 'afternoon' ? 6 : 0
  return time.hour <= latest ? time.add({ hours: 12 }) : time
}
