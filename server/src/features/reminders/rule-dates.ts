import { RRuleTemporal } from 'rrule-temporal'
import type { RecurrenceRule } from './recurrence-rule.ts'

/** Events further apart than this do not count, the rule has ended: it bounds the search. 29 February leaves out eight years at most. */
const HORIZON_YEARS = 12
/** More than the horizon can need, so that the library's own limit (an error) is never met. */
const MOST_PERIODS = 100_000

/**
 * The rule's days from a day on, ascending. Days are expanded as UTC midnights, because the library (as the RFC does)
 * leaves out wall times that a spring gap swallows, and a reminder must not lose those (contract C11).
 */
export function* ruleDates(
  rule: RecurrenceRule,
  start: Temporal.PlainDate,
  from: Temporal.PlainDate,
): Generator<Temporal.PlainDate> {
  const expansion = new RRuleTemporal({
    rruleString: rule.text,
    dtstart: midnight(start),
    until: midnight((Temporal.PlainDate.compare(from, start) > 0 ? from : start).add({ years: HORIZON_YEARS })),
    maxIterations: MOST_PERIODS,
    temporal: Temporal,
  })
  let day = expansion.next(midnight(from), true)
  while (day) {
    yield day.toPlainDate()
    day = expansion.next(day)
  }
}

/**
 * The first day of the rule on or after a day, the rule beginning there: where a rule without a chosen first event
 * starts to count its INTERVAL.
 */
export function firstRuleDate(rule: RecurrenceRule, from: Temporal.PlainDate): Temporal.PlainDate | null {
  const text = rule.text
    .split(';')
    .filter((part) => !/^(INTERVAL|COUNT)=/.test(part))
    .join(';')
  return ruleDates({ ...rule, text }, from, from).next().value ?? null
}

const midnight = (date: Temporal.PlainDate): Temporal.ZonedDateTime => date.toZonedDateTime('UTC')
