import type { FastifyReply, FastifyRequest } from 'fastify'
import { needsSecureCookies } from './origin.ts'
import { ATTEMPT_MINUTES } from './sign-in.ts'

/** The two things a browser keeps of us. Neither can be read by scripts, nor is either sent with a write of another site. */

interface KeptCookie {
  readonly name: string
  readonly path: string
  readonly maxAge: number
}

type HeadersOut = Pick<FastifyReply, 'header'>

/** As the longest session; when one ends is told by the database. */
const SESSION_SECONDS = 90 * 24 * 60 * 60

export const SESSION_COOKIE: KeptCookie = { name: 'alphapy_session', path: '/', maxAge: SESSION_SECONDS }
/** Ties a sign-in to the browser that began it. */
export const ATTEMPT_COOKIE: KeptCookie = {
  name: 'alphapy_sign_in',
  path: '/api/auth',
  maxAge: ATTEMPT_MINUTES * 60,
}

export function readCookie({ headers }: Pick<FastifyRequest, 'headers'>, { name }: KeptCookie): string | undefined {
  const found = headers.cookie?.split(/; */).find((pair) => pair.startsWith(`${name}=`))
  return found?.slice(name.length + 1) || undefined
}

/** The values are random base64url, which needs no quoting: https://www.rfc-editor.org/rfc/rfc6265#section-4.1.1 */
export function keepCookie(reply: HeadersOut, { name, path, maxAge }: KeptCookie, value: string, origin: string): void {
  const secure = needsSecureCookies(origin) ? '; Secure' : ''
  reply.header('set-cookie', `${name}=${value}; Path=${path}; Max-Age=${maxAge}; HttpOnly; SameSite=Lax${secure}`)
}

export function dropCookie(reply: HeadersOut, kept: KeptCookie, origin: string): void {
  keepCookie(reply, { ...kept, maxAge: 0 }, '', origin)
}
