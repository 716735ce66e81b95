const LONGEST_MS = 180_000
const BETWEEN_MS = 5

/**
 * Waits for a condition in real time: the answer of `probe` as soon as it is neither null, undefined nor false.
 * @throws when that takes more than three minutes, naming what was waited for.
 */
export async function until<Answer>(
  what: string,
  probe: () => Answer | Promise<Answer>,
  longestMs = LONGEST_MS,
): Promise<Exclude<Answer, null | undefined | false>> {
  const givenUpAt = performance.now() + longestMs
  for (;;) {
    const answer = await probe()
    if (isThere(answer)) return answer
    if (performance.now() > givenUpAt) throw new Error(`waited ${longestMs} ms in vain for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS))
  }
}

function isThere<Answer>(answer: Answer): answer is Exclude<Answer, null | undefined | false> {
  return answer !== null && answer !== undefined && answer !== false
}
