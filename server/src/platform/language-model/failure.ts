/**
 * Why there is no answer of the language model.
 * - not_configured: the operator has set up none.
 * - off: the guild wants nothing to be asked.
 * - unavailable: no connection, no answer in time, 5xx, or it failed so often that it is left alone for a while.
 * - rate_limited: the service wants to be asked less.
 * - refused: the service or the model does not want to answer this.
 * - nonsense: what came back is not what was asked for.
 * - over_budget: what is left of the guild's budget of the day does not suffice.
 * - over_quota: the member has asked as much as a member may in a day.
 */
export const MODEL_FAILURES = [
  'not_configured',
  'off',
  'unavailable',
  'rate_limited',
  'refused',
  'nonsense',
  'over_budget',
  'over_quota',
] as const
export type ModelFailureKind = (typeof MODEL_FAILURES)[number]

interface FailureDetails {
  readonly status?: number | null
  readonly resetsAt?: Temporal.Instant | null
}

/** The one shape in which failures of language models reach the program; it says nothing of what was asked. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure'
  readonly kind: ModelFailureKind
  /** Of HTTP, where there was an answer. */
  readonly status: number | null
  /** From when a repeat is worth while, where that is known. */
  readonly resetsAt: Temporal.Instant | null

  constructor(kind: ModelFailureKind, message: string, details: FailureDetails = {}) {
    super(message)
    this.kind = kind
    this.status = details.status ?? null
    this.resetsAt = details.resetsAt ?? null
  }

  /** Whether it says something of the service, rather than of what it was asked. */
  get isOfService(): boolean {
    return this.kind === 'unavailable' || this.kind === 'rate_limited' || this.status === 401
  }
}
