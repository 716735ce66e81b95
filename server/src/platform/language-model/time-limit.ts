/** How many times as long as it may be silent a text may take in all. */
const LONGEST_TEXT = 4

export interface TimeLimit extends Disposable {
  readonly signal: AbortSignal
  /** More of the answer is there. */
  heard(): void
}

interface Patience {
  readonly seconds: number
  /** Aborts when that time is over, counted from when the question was put. */
  readonly signal: AbortSignal
  /** Aborts when the program ends. */
  readonly ending: AbortSignal
}

/** An object has to be there in time; of a text the first words and then each piece, so that a long one comes to its end. */
export function timeLimit(form: 'object' | 'text', { seconds, signal, ending }: Patience): TimeLimit {
  if (form === 'object') return { signal, heard: () => undefined, [Symbol.dispose]: () => undefined }
  const ms = seconds * 1000
  const silence = new AbortController()
  const giveUp = () => silence.abort()
  if (signal.aborted) giveUp()
  signal.addEventListener('abort', giveUp, { once: true })
  let timer: NodeJS.Timeout | undefined
  return {
    signal: AbortSignal.any([silence.signal, AbortSignal.timeout(ms * LONGEST_TEXT), ending]),
    heard() {
      signal.removeEventListener('abort', giveUp)
      clearTimeout(timer)
      timer = setTimeout(giveUp, ms)
    },
    [Symbol.dispose]() {
      signal.removeEventListener('abort', giveUp)
      clearTimeout(timer)
    },
  }
}

/** The same, and the first words are there within so much of the time, so that somebody else can still be asked. */
export function withFirstWordsIn(ms: number, limit: TimeLimit): TimeLimit {
  const first = new AbortController()
  const timer = setTimeout(() => first.abort(), ms)
  return {
    signal: AbortSignal.any([limit.signal, first.signal]),
    heard() {
      clearTimeout(timer)
      limit.heard()
    },
    [Symbol.dispose]: () => clearTimeout(timer),
  }
}
