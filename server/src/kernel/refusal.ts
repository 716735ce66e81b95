/** Why an answer is "no"; the HTTP edge maps each to one status. 401 belongs to the guard alone. */
export type RefusalKind = 'invalid' | 'forbidden' | 'not_found' | 'conflict' | 'limit' | 'unavailable'

/** One field that broke one rule. `path` is a JSON pointer into the input, like `/days/0`. */
export interface FieldError {
  readonly path: string
  readonly message: string
}

interface RefusalDetails {
  readonly errors?: readonly FieldError[]
  /** Seconds after which a repeat may succeed. */
  readonly retryAfter?: number
}

/**
 * The one error type for "no": the caller caused it and can act. Everything else that is thrown is a fault.
 * `message` is one English sentence that names the field and the rule; `code` is `feature.fact`.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly kind: RefusalKind
  readonly code: string
  readonly errors: readonly FieldError[] | undefined
  readonly retryAfter: number | undefined

  constructor(kind: RefusalKind, code: string, sentence: string, details: RefusalDetails = {}) {
    super(sentence)
    this.kind = kind
    this.code = code
    this.errors = details.errors
    this.retryAfter = details.retryAfter
  }
}

/** The refusal of one field: `invalidField('reminders.name_length', '/name', 'name must have 1 to 100 characters')`. */
export function invalidField(code: string, path: string, message: string): Refusal {
  return new Refusal('invalid', code, message, { errors: [{ path, message }] })
}
