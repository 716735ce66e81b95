import { isIPv4, isIPv6 } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../kernel/refusal.ts'
import type { Credentials } from './caller.ts'
import type { LimitName, LimitStanding, Limits } from './limits.ts'

/** Whose requests are counted together (contract C8); reading and writing are counted apart. */
export type LimitFamily = 'metrics' | 'reminders' | 'dashboard' | 'exports'

const READING = new Set(['GET', 'HEAD', 'OPTIONS'])
const SENTENCES: Readonly<Record<LimitName, string>> = {
  metrics: 'requests for metrics',
  'reminders-read': 'requests that read reminders',
  'reminders-write': 'requests that write reminders',
  'dashboard-read': 'requests that read the dashboard',
  'dashboard-write': 'requests that write the dashboard',
  exports: 'exports',
  'failed-authentication': 'failed authentications',
}

/** Counts a request of this holder, and tells the answer how they stand. @throws {Refusal} when it is one too many. */
export function spend(
  limits: Limits,
  family: LimitFamily,
  holder: string,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  enforce(limits.spend(nameOf(family, request), holder), reply)
}

/** @throws {Refusal} when too many credentials of this client's did not verify, before these are looked at. */
export function refuseGuessing(limits: Limits, request: FastifyRequest, reply: FastifyReply): void {
  if (!bringsCredentials(request)) return
  const standing = limits.look('failed-authentication', networkOf(request.ip))
  if (standing && !standing.isAllowed) enforce(standing, reply)
}

/** Who brings no credentials has not guessed any. */
export function countGuess(limits: Limits, request: FastifyRequest, reply: FastifyReply): void {
  if (!bringsCredentials(request)) return
  const standing = limits.spend('failed-authentication', networkOf(request.ip))
  if (standing) tell(standing, reply)
}

/** A person is the same by token and by session. */
export function holderOf({ via, subject }: Credentials): string {
  return `${via === 'key' ? 'key' : 'person'}:${subject}`
}

/** The client, as far as it can be told apart from others: in IPv6 everybody has a /64 to choose addresses from. */
export function networkOf(ip: string): string {
  const address = ip.replace(/%.*$/, '')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1]
  if (mapped) return mapped
  if (isIPv4(address) || !isIPv6(address)) return address
  const [front = '', back] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::')
  const groups = front.split(':').filter(Boolean)
  const behind = (back ?? '').split(':').filter(Boolean)
  const zeros = back === undefined ? [] : Array(8 - groups.length - behind.length).fill('0')
  return `${[...groups, ...zeros, ...behind].slice(0, 4).join(':')}::/64`
}

function nameOf(family: LimitFamily, { method }: FastifyRequest): LimitName {
  if (family === 'metrics' || family === 'exports') return family
  return `${family}-${READING.has(method) ? 'read' : 'write'}`
}

function bringsCredentials({ headers }: FastifyRequest): boolean {
  return (
    headers.authorization !== undefined ||
    headers['x-api-key'] !== undefined ||
    headers.cookie?.includes('alphapy_session=') === true
  )
}

function enforce(standing: LimitStanding | null, reply: FastifyReply): void {
  if (!standing) return
  tell(standing, reply)
  if (standing.isAllowed) return
  const { name, perMinute, secondsUntilOne } = standing
  const detail = `Too many ${SENTENCES[name]}: ${perMinute} a minute are allowed; try again in ${secondsUntilOne} s.`
  throw new Refusal('limit', 'http.rate_limit', detail, { retryAfter: secondsUntilOne })
}

/** https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/ */
function tell({ name, perMinute, remaining, secondsUntilFull }: LimitStanding, reply: FastifyReply): void {
  reply.header('ratelimit-policy', `"${name}";q=${perMinute};w=60`)
  reply.header('ratelimit', `"${name}";r=${remaining};t=${secondsUntilFull}`)
}
