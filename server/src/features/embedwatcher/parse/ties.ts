import type { Clue } from './scanner.ts'

/** Between a day and its clock: signs, and words that lead to a clock. */
const DAY_THEN_CLOCK =
  /^[^\p{L}\p{N}!?;]{0,5}(?:(?:at|om|from|van|vanaf|rond|around|starting|starts?|begint|begins?) ?){0,2}[^\p{L}\p{N}!?;]{0,4}$/u
/** Between a clock and its day. A zone may stand there, but no word that ends or joins: `every Sunday 20:00 till 31 March`. */
const CLOCK_THEN_DAY =
  /^ ?(?:(?!(?:tot|till?|to|by|voor|na|and|en|or|of|not|niet) )[a-z]{2,4} )?(?:on |op |this )?(?:the |de )?$/

/** The day that a clock belongs to by where it stands: `15 December at 19:00`, `20:00 CET on Friday`. */
export function dayOfClock<D extends Clue<unknown>>(clock: Clue<unknown>, days: readonly D[]): D | undefined {
  const { text } = clock.segment.read
  const near = days.filter(({ segment }) => segment === clock.segment)
  return (
    near.find(({ end }) => end <= clock.start && DAY_THEN_CLOCK.test(text.slice(end, clock.start))) ??
    near.find(({ start }) => start >= clock.end && CLOCK_THEN_DAY.test(text.slice(clock.end, start)))
  )
}
