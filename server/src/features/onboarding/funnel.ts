import type { GuildId } from '../../kernel/ids.ts'
import type { Platform } from '../../platform/feature.ts'
import type { FunnelStep } from './contract-answers.ts'
import { countRuns, countSteps, type RunCounts, type StepCount } from './funnel-store.ts'
import { listQuestions, listRules } from './store.ts'

/** How many of those who started in a time came how far. */
export interface Funnel extends RunCounts {
  readonly steps: readonly StepCount[]
}

const GIVEN_UP_AFTER = { hours: 7 * 24 }

export async function funnelOf(
  { db, clock }: Pick<Platform, 'db' | 'clock'>,
  guildId: GuildId,
  days: number,
): Promise<Funnel> {
  const now = clock.now()
  const since = now.subtract({ hours: days * 24 })
  const [counts, steps, rules, questions] = await Promise.all([
    countRuns(db, guildId, { since, movedSince: now.subtract(GIVEN_UP_AFTER) }),
    countSteps(db, guildId, since),
    listRules(db, guildId),
    listQuestions(db, guildId),
  ])
  return { ...counts, steps: inOrder(steps, rules, questions) }
}

type Placed = readonly { readonly id: string; readonly position: number }[]

const AFTER_ALL_OTHERS = 1000
const LAST: readonly FunnelStep['kind'][] = ['personalization', 'language', 'other_language', 'summary']

/** As members meet them today; what is not asked any more comes after what is. */
function inOrder(steps: readonly StepCount[], rules: Placed, questions: Placed): StepCount[] {
  const positionIn = (items: Placed, itemId: string) =>
    items.find(({ id }) => id === itemId)?.position ?? AFTER_ALL_OTHERS
  const placeOf = ({ kind, itemId }: StepCount): readonly [number, number, number] => {
    if (kind === 'rule') return [0, positionIn(rules, itemId), 0]
    if (kind === 'question' || kind === 'followup')
      return [1, positionIn(questions, itemId), kind === 'question' ? 0 : 1]
    return [2, LAST.indexOf(kind), 0]
  }
  return steps.toSorted((one, other) => {
    const [a, b] = [placeOf(one), placeOf(other)]
    return a[0] - b[0] || a[1] - b[1] || Number(one.itemId) - Number(other.itemId) || a[2] - b[2]
  })
}
