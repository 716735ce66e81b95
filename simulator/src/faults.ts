/** REST requests that go wrong on purpose: per method and path, a number of times or with a probability. */

/**
 * A status is answered without processing. `hang` never answers, `drop` cuts the connection; with `_after` the request
 * is processed first, so that the caller cannot know that it was.
 */
export type Fault = { readonly status: 429 | 500 | 502 | 503 } | 'hang' | 'drop' | 'hang_after' | 'drop_after'

export interface FaultRule {
  readonly method?: string
  /** Path below `/api/v10` without query; texts match whole, or up to a final `*`. */
  readonly path?: string | RegExp
}

export interface FaultOptions {
  /** How often it happens; without end when left out. */
  readonly times?: number
  /** Of each matching request, 0 to 1. */
  readonly probability?: number
  /** Starts the row of random numbers, so that runs repeat. */
  readonly seed?: number
  /** Seconds of a 429. */
  readonly retryAfter?: number
  /** Runs just before the request is processed or refused, for what changes between two requests. */
  readonly before?: () => void
}

export interface StruckFault {
  readonly fault: Fault | 'none'
  readonly retryAfter: number
}

interface Active {
  readonly rule: FaultRule
  readonly fault: Fault | 'none'
  readonly options: FaultOptions
  readonly random: () => number
  left: number
}

export class Faults {
  readonly #active = new Set<Active>()

  /** How many requests were struck so far. */
  struck = 0

  /** Makes matching requests fail. The answer ends it. */
  on(rule: FaultRule, fault: Fault, options: FaultOptions = {}): () => void {
    return this.#add(rule, fault, options)
  }

  /** Runs something right before the next matching request is processed, like deleting its channel. */
  before(rule: FaultRule, run: () => void, times = 1): () => void {
    return this.#add(rule, 'none', { before: run, times })
  }

  /** Ends all of them. */
  clear(): void {
    this.#active.clear()
  }

  /** The fault that strikes this request, if one does. */
  strike(method: string, path: string): StruckFault | undefined {
    for (const active of this.#active) {
      if (!matches(active.rule, method, path) || active.random() >= (active.options.probability ?? 1)) continue
      active.left -= 1
      if (active.left <= 0) this.#active.delete(active)
      this.struck += 1
      active.options.before?.()
      if (active.fault !== 'none') return { fault: active.fault, retryAfter: active.options.retryAfter ?? 1 }
    }
    return undefined
  }

  #add(rule: FaultRule, fault: Fault | 'none', options: FaultOptions): () => void {
    const left = options.times ?? Number.POSITIVE_INFINITY
    const active = { rule, fault, options, left, random: mulberry32(options.seed ?? 1) }
    this.#active.add(active)
    return () => this.#active.delete(active)
  }
}

function matches({ method, path }: FaultRule, actualMethod: string, actualPath: string): boolean {
  if (method !== undefined && method !== actualMethod) return false
  if (path === undefined) return true
  if (path instanceof RegExp) return path.test(actualPath)
  return path.endsWith('*') ? actualPath.startsWith(path.slice(0, -1)) : path === actualPath
}

/** Small seeded generator of numbers from 0 up to 1 (https://gist.github.com/tommyettinger/46a874533244883189143505d203312c). */
function mulberry32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
