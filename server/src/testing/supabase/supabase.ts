import { randomBytes, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { Endpoint } from './endpoint.ts'
import { type PublishedAlgorithm, publishedKey, type SigningKey, secretKey, signed } from './signing-key.ts'

type Json = Readonly<Record<string, unknown>>

interface TokenWishes {
  readonly subject?: string
  /** Over those that Supabase writes; `undefined` leaves one out. */
  readonly claims?: Json
  readonly header?: Json
  /** Default: the key that signs now. */
  readonly key?: SigningKey
}

/**
 * A Supabase project on loopback: published keys with rotation, profiles as PostgREST serves them, and tokens with the
 * claims of https://github.com/supabase/auth (internal/tokens/service.go). Time is what the test says it is.
 */
export class SupabaseProject implements AsyncDisposable {
  readonly secret = randomBytes(32).toString('hex')
  readonly serviceRoleKey = `sb_secret_${randomBytes(16).toString('hex')}`
  readonly jwks = new Endpoint(() => json(200, { keys: this.#published.map(({ jwk }) => jwk) }))
  readonly profiles = new Endpoint((request, url) => this.#rows(request, url))
  /** Requests to any other address. */
  readonly strayRequests: string[] = []
  readonly #profiles = new Map<string, readonly unknown[]>()
  readonly #now: () => Temporal.Instant
  #published = [publishedKey('ES256')]
  #signing: SigningKey = this.#published[0] ?? secretKey(this.secret)
  #server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', this.url)
    const endpoint = { [JWKS_PATH]: this.jwks, '/rest/v1/profiles': this.profiles }[url.pathname]
    if (endpoint) return endpoint.receive(request, response, url)
    this.strayRequests.push(url.pathname)
    response.writeHead(404).end()
  })
  #port = 0

  constructor(now: () => Temporal.Instant) {
    this.#now = now
  }

  async start(): Promise<this> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    this.#server.on('error', reject).listen(0, '127.0.0.1', resolve)
    await promise
    const address = this.#server.address()
    this.#port = typeof address === 'object' && address ? address.port : 0
    return this
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}`
  }

  get issuer(): string {
    return `${this.url}/auth/v1`
  }

  /** What the operator of the program would set. */
  get environment(): Record<string, string> {
    return {
      SUPABASE_URL: this.url,
      SUPABASE_JWKS_URL: `${this.url}${JWKS_PATH}`,
      SUPABASE_JWT_SECRET: this.secret,
      SUPABASE_SERVICE_ROLE_KEY: this.serviceRoleKey,
    }
  }

  get signingKey(): SigningKey {
    return this.#signing
  }

  get kids(): string[] {
    return this.#published.map(({ kid }) => kid)
  }

  /** Publishes a key that signs nothing yet. */
  standby(alg: PublishedAlgorithm = 'ES256') {
    const key = publishedKey(alg)
    this.#published.push(key)
    return key
  }

  /** From now on tokens are signed with this key, by default a new one; the keys before stay published. */
  rotate(key: SigningKey = this.standby()): void {
    this.#signing = key
  }

  /** Publishes the key no more. */
  revoke(kid: string): void {
    this.#published = this.#published.filter((key) => key.kid !== kid)
  }

  /** Rows of `profiles` with these values of `discord_id`; a bigint is written as a JSON number. */
  setProfile(subject: string, ...discordIds: readonly unknown[]): void {
    this.#profiles.set(subject, discordIds)
  }

  /** An access token of the project, valid for an hour. */
  token({ subject = randomUUID(), claims = {}, header = {}, key = this.#signing }: TokenWishes = {}): string {
    const now = Math.floor(this.#now().epochMilliseconds / 1000)
    return signed(key, { ...userClaims(this.issuer, subject, now), ...claims }, header)
  }

  /** A token of the same claims by the secret that old projects sign with. */
  secretToken(wishes: Omit<TokenWishes, 'key'> = {}): string {
    return this.token({ ...wishes, key: secretKey(this.secret) })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = Promise.withResolvers<void>()
    this.#server.close(() => closed.resolve())
    this.#server.closeAllConnections()
    await closed.promise
  }

  #rows({ headers }: IncomingMessage, { searchParams }: URL) {
    const key = this.serviceRoleKey
    if (headers.apikey !== key || headers.authorization !== `Bearer ${key}`)
      return json(401, { message: 'Invalid API key' })
    const subject = /^eq\.(.*)$/.exec(searchParams.get('user_id') ?? '')?.[1] ?? ''
    const ids = (this.#profiles.get(subject) ?? []).slice(
      0,
      Number(searchParams.get('limit') ?? Number.POSITIVE_INFINITY),
    )
    const column = searchParams.get('select') ?? '*'
    return json(
      200,
      ids.map((id) => ({ [column]: id })),
    )
  }
}

const JWKS_PATH = '/auth/v1/.well-known/jwks.json'

function json(status: number, value: unknown) {
  const text = JSON.stringify(value, (_key, part) => (typeof part === 'bigint' ? JSON.rawJSON(String(part)) : part))
  return { status, text }
}

/** Of somebody who signed in with Discord; `user_metadata` is what that person may edit. */
function userClaims(issuer: string, subject: string, now: number): Json {
  const discordId = '1100000000000009999'
  return {
    iss: issuer,
    aud: 'authenticated',
    sub: subject,
    exp: now + 3600,
    iat: now,
    email: 'member@example.com',
    phone: '',
    role: 'authenticated',
    aal: 'aal1',
    amr: [{ method: 'oauth', timestamp: now, provider: 'discord' }],
    session_id: randomUUID(),
    is_anonymous: false,
    app_metadata: { provider: 'discord', providers: ['discord'] },
    user_metadata: {
      iss: 'https://discord.com/api',
      sub: discordId,
      provider_id: discordId,
      name: 'member#0',
      full_name: 'member',
      email: 'member@example.com',
      email_verified: true,
      phone_verified: false,
      custom_claims: { global_name: 'Member' },
    },
  }
}
