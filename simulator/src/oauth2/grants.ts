/** Authorization codes and tokens in force. In memory only: after a restart people sign in again. */
import { createHash, randomBytes } from 'node:crypto'
import type { SimulatorClock } from '../clock.ts'
import { OAuthError } from './oauth-error.ts'

const CODE_LIFE_MS = 10 * 60_000
/** What Discord answers as `expires_in`. */
export const TOKEN_LIFE_MS = 604_800_000

/** What a person agreed to. */
export interface Consent {
  readonly userId: string
  readonly scopes: readonly string[]
  readonly redirectUri: string
  /** S256 of the verifier, when the client uses PKCE. */
  readonly challenge: string | undefined
}

/** Tokens for one person, as the token endpoint answers them. */
export interface Tokens {
  readonly access: string
  readonly refresh: string
  readonly userId: string
  readonly scopes: readonly string[]
  readonly expiresAtMs: number
}

interface Code {
  readonly consent: Consent
  readonly expiresAtMs: number
  /** Set once it was used, to take those tokens back if it is used again. */
  tokens: Tokens | undefined
}

export class Grants {
  readonly #clock: SimulatorClock
  readonly #codes = new Map<string, Code>()
  readonly #byAccess = new Map<string, Tokens>()
  readonly #byRefresh = new Map<string, Tokens>()

  constructor(clock: SimulatorClock) {
    this.#clock = clock
  }

  /** A code for the client to trade within ten minutes, once. */
  codeFor(consent: Consent): string {
    this.#forgetExpired()
    const code = secret()
    this.#codes.set(code, { consent, expiresAtMs: this.#clock.now() + CODE_LIFE_MS, tokens: undefined })
    return code
  }

  trade(code: string, redirectUri: string, verifier: string | undefined): Tokens {
    const known = this.#codes.get(code)
    if (!known || known.expiresAtMs <= this.#clock.now()) throw invalidGrant('Invalid "code" in request.')
    if (known.tokens) {
      // Somebody else has seen the code: https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2
      this.revoke(known.tokens.access)
      throw invalidGrant('Invalid "code" in request.')
    }
    const { consent } = known
    if (consent.redirectUri !== redirectUri) throw invalidGrant('Invalid "redirect_uri" in request.')
    // A verifier without a challenge is refused too, or stripping the challenge would switch PKCE off.
    if (consent.challenge !== (verifier && s256(verifier))) throw invalidGrant('Invalid "code_verifier" in request.')
    known.tokens = this.#issue(consent.userId, consent.scopes)
    return known.tokens
  }

  /** New tokens in place of those that belong to the refresh token. */
  renew(refresh: string): Tokens {
    const known = this.#byRefresh.get(refresh)
    if (!known) throw invalidGrant('Invalid "refresh_token" in request.')
    this.revoke(refresh)
    return this.#issue(known.userId, known.scopes)
  }

  /** Ends the pair this access or refresh token belongs to, if there is one. */
  revoke(token: string): void {
    const tokens = this.#byAccess.get(token) ?? this.#byRefresh.get(token)
    if (!tokens) return
    this.#byAccess.delete(tokens.access)
    this.#byRefresh.delete(tokens.refresh)
  }

  /** What an access token opens. */
  find(access: string): Tokens | undefined {
    const tokens = this.#byAccess.get(access)
    return tokens && tokens.expiresAtMs > this.#clock.now() ? tokens : undefined
  }

  #issue(userId: string, scopes: readonly string[]): Tokens {
    const tokens = {
      access: secret(),
      refresh: secret(),
      userId,
      scopes,
      expiresAtMs: this.#clock.now() + TOKEN_LIFE_MS,
    }
    this.#byAccess.set(tokens.access, tokens)
    this.#byRefresh.set(tokens.refresh, tokens)
    return tokens
  }

  #forgetExpired(): void {
    const nowMs = this.#clock.now()
    for (const [code, { expiresAtMs }] of this.#codes) if (expiresAtMs <= nowMs) this.#codes.delete(code)
    for (const [access, { expiresAtMs }] of this.#byAccess) if (expiresAtMs <= nowMs) this.#byAccess.delete(access)
  }
}

function invalidGrant(description: string): OAuthError {
  return new OAuthError(400, 'invalid_grant', description)
}

function secret(): string {
  return randomBytes(24).toString('base64url')
}

function s256(verifier: string): string {
  return createHash('sha256').update(verifier).digest('base64url')
}
