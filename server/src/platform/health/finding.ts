import { setTimeout as delay } from 'node:timers/promises'
import { failureKind } from '../database/failure.ts'

/** What a question about the state of a part came to: its answer, or in a word why there is none. */
export type Finding<Answer> = { readonly answer: Answer } | { readonly problem: string }

/** Asks, and comes back within the time whatever happens: health must be told also when parts hang or break. */
export async function findWithin<Answer>(timeoutMs: number, question: Promise<Answer>): Promise<Finding<Answer>> {
  const late = delay(timeoutMs, { problem: 'timeout' }, { ref: false })
  const answered = question.then(
    (answer) => ({ answer }),
    (error: unknown) => ({ problem: failureKind(error) ?? 'failed' }),
  )
  return Promise.race([answered, late])
}

/**
 * The question, asked by one at a time: who asks meanwhile gets the answer under way. So any number of requests about
 * a part that hangs wait for one question and do not take all its connections.
 */
export function sharedQuestion<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let underWay: Promise<Answer> | null = null
  return () => {
    underWay ??= ask().finally(() => {
      underWay = null
    })
    return underWay
  }
}
