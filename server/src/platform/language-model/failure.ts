/**
 * Why there is no answer of the language model.
 * - not_configured: the operator has set up none.
 * - unavailable: no connection, no answer in time, 429 or 5xx, or it failed so often that it is left alone for a while.
 * - refused: the service or the model does not want to answer this.
 * - nonsense: what came back is not what was asked for.
 */
export type ModelFailureKind = 'not_configured' | 'unavailable' | 'refused' | 'nonsense'

/** The one shape in which failures of language models reach the program; it says nothing of what was asked. */
export class ModelFailure extends Error {
  override readonly name = 'ModelFailure'
  readonly kind: ModelFailureKind
  /** Of HTTP, where there was an answer. */
  readonly status: number | null
  /** How long the service asks to wait before a repeat. */
  readonly retryAfterMs: number | null

  constructor(
    kind: ModelFailureKind,
    message: string,
    details: { readonly status?: number; readonly retryAfterMs?: number | null } = {},
  ) {
    super(message)
    this.kind = kind
    this.status = details.status ?? null
    this.retryAfterMs = details.retryAfterMs ?? null
  }

  /** Whether it says something of the service, rather than of what it was asked. */
  get isOfService(): boolean {
    return this.kind === 'unavailable' || this.status === 401
  }
}
