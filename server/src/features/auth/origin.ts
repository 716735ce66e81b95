import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyRequest } from 'fastify'

/** Where this server is for the browser that asks, such as `https://alphapy.example.com`. */
export function originOf({ protocol, host }: Pick<FastifyRequest, 'protocol' | 'host'>, publicUrl?: string): string {
  return publicUrl?.replace(/\/+$/, '') ?? `${protocol}://${host}`
}

/**
 * Whether a page that may act for the person sent this. Browsers say with each write where it comes from, and pages
 * cannot lie about it: https://cheatsheetseries.owasp.org/cheatsheets/Cross-Site_Request_Forgery_Prevention_Cheat_Sheet.html
 * Whoever says nothing is no browser, and has no need of a cookie.
 */
export function isOwnPage(headers: IncomingHttpHeaders, origins: readonly string[]): boolean {
  if (headers['sec-fetch-site'] === 'same-origin') return true
  const { origin } = headers
  return origin !== undefined && origins.some((known) => URL.parse(known)?.origin === origin)
}

/** Over plain HTTP cookies must not leave the machine. */
export function needsSecureCookies(origin: string): boolean {
  const { protocol, hostname } = new URL(origin)
  return protocol === 'https:' || !(/^127(\.\d{1,3}){3}$/.test(hostname) || ['localhost', '[::1]'].includes(hostname))
}
