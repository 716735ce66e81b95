/** Waits for the bot, as long as a person would. */
import type { World } from '../state/world.ts'

/** Something Discord's own client would not let a person do. */
export class CannotAct extends Error {
  override readonly name = 'CannotAct'
}

/** The bot stayed silent for longer than Discord waits. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
}

/** While a frozen clock stands still nothing times out, so real time ends the wait. */
const PATIENCE_MS = 60_000

/** Resolves with the first answer of `find` that is not undefined; it is asked again after each change. */
export async function until<T>(
  world: World,
  find: () => T | undefined,
  limitMs: number,
  complaint: string,
): Promise<T> {
  const at = find()
  if (at !== undefined) return at
  const { promise, resolve, reject } = Promise.withResolvers<T>()
  const giveUp = () => reject(new NoAnswer(complaint))
  const stopListening = world.onChange(() => {
    const found = find()
    if (found !== undefined) resolve(found)
  })
  const cancel = world.clock.after(limitMs, giveUp)
  const patience = world.clock.frozen ? setTimeout(giveUp, PATIENCE_MS) : undefined
  try {
    return await promise
  } finally {
    stopListening()
    cancel()
    clearTimeout(patience)
  }
}
