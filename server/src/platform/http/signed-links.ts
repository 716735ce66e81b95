import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../kernel/clock.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { SigningKeys } from '../signing/signing-keys.ts'

/** Links that open one page to whoever has them, for a time. Every process knows those of all others. */
export interface SignedLinks {
  /** An absolute address; `path` has no query. What else a query says is not signed. */
  link(path: string, about: LinkAbout): Promise<string>
  /**
   * The subject of a link, from the address of a request.
   * @throws {Refusal} where it was not signed here, for another path or subject, or is over.
   */
  subjectOf(address: string): Promise<string>
}

interface LinkAbout {
  readonly expiresAt: Temporal.Instant
  /** For whom or what it was made; the route reads it with `linkSubjectOf`. */
  readonly subject: string
}

interface SignedLinksNeeds {
  readonly signingKeys: SigningKeys
  readonly clock: Clock
  readonly publicUrl: string | undefined
  readonly host: string
  readonly port: number
}

export function signedLinks({ signingKeys, clock, ...address }: SignedLinksNeeds): SignedLinks {
  return {
    async link(path, { expiresAt, subject }) {
      if (!path.startsWith('/') || /[?#]/.test(path)) throw new TypeError(`No path without a query: ${path}`)
      const expires = String(Math.floor(expiresAt.epochMilliseconds / 1000))
      const key = await signingKeys.newest()
      const signature = signatureOf(key.secret, { path, subject, expires }).toString('base64url')
      return `${originOf(address)}${path}?${new URLSearchParams({ subject, expires, key: key.id, signature })}`
    },
    async subjectOf(given) {
      const [path = '', query = ''] = given.split('?', 2)
      const values = new URLSearchParams(query)
      const [subject, expires, signature] = [values.get('subject'), values.get('expires'), values.get('signature')]
      const key = await signingKeys.find(values.get('key'))
      if (!key || subject === null || expires === null || signature === null) throw notValid()
      const wanted = signatureOf(key.secret, { path, subject, expires })
      const brought = Buffer.from(signature, 'base64url')
      if (brought.length !== wanted.length || !timingSafeEqual(brought, wanted)) throw notValid()
      if (clock.now().epochMilliseconds >= Number(expires) * 1000)
        throw new Refusal('forbidden', 'http.link_expired', 'This link has expired.')
      return subject
    },
  }
}

interface Signed {
  readonly path: string
  readonly subject: string
  readonly expires: string
}

/** As a list in JSON, so that no end of one part can be taken for the beginning of the next. */
function signatureOf(key: Buffer, { path, subject, expires }: Signed): Buffer {
  return createHmac('sha256', key)
    .update(JSON.stringify([path, subject, expires]))
    .digest()
}

function notValid(): Refusal {
  return new Refusal('forbidden', 'http.link_not_valid', 'This link is not valid.')
}

/** Without PUBLIC_URL it opens on this machine at least. */
function originOf({ publicUrl, host, port }: Pick<SignedLinksNeeds, 'publicUrl' | 'host' | 'port'>): string {
  if (publicUrl) return publicUrl.replace(/\/+$/, '')
  const isEverywhere = host === '0.0.0.0' || host === '::'
  const name = isEverywhere ? 'localhost' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}
