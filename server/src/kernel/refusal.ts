import type { Language, Localised } from './language.ts'

/** Why an answer is "no"; the HTTP edge maps each to one status. 401 belongs to the guard alone. */
export type RefusalKind = 'invalid' | 'forbidden' | 'not_found' | 'conflict' | 'limit' | 'unavailable'

/** One field that broke one rule. `path` is a JSON pointer into the input, like `/days/0`. */
export interface FieldError {
  readonly path: string
  readonly message: string
  /** For people in Discord, who read their own language. */
  readonly said?: Localised
}

interface RefusalDetails {
  readonly errors?: readonly FieldError[]
  /** Seconds after which a repeat may succeed. */
  readonly retryAfter?: number
}

/**
 * The one error type for "no": the caller caused it and can act. Everything else that is thrown is a fault.
 * Its sentence names the field and the rule; `message` is the English one; `code` is `feature.fact`.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly kind: RefusalKind
  readonly code: string
  readonly errors: readonly FieldError[] | undefined
  readonly retryAfter: number | undefined
  readonly #said: Localised | null

  constructor(kind: RefusalKind, code: string, sentence: string | Localised, details: RefusalDetails = {}) {
    super(typeof sentence === 'string' ? sentence : sentence.en)
    this.#said = typeof sentence === 'string' ? null : sentence
    this.kind = kind
    this.code = code
    this.errors = details.errors
    this.retryAfter = details.retryAfter
  }

  /** The sentence as its reader reads it; English where it was given in no other language. */
  sentenceIn(language: Language): string {
    return this.#said?.[language] ?? this.message
  }
}

/** The refusal of one field: `invalidField('reminders.name_length', '/name', 'name must have 1 to 100 characters')`. */
export function invalidField(code: string, path: string, sentence: string | Localised): Refusal {
  const [message, said] = typeof sentence === 'string' ? [sentence, undefined] : [sentence.en, sentence]
  return new Refusal('invalid', code, sentence, { errors: [{ path, message, ...(said && { said }) }] })
}
