/**
 * Is this request, and this answer, what Discord's published API description says? Loading this file loads the
 * description (some 200 ms): only a strict simulator does.
 */
import * as z from 'zod/mini'
import { OPERATIONS, type Operation } from './operations.ts'
import { findOperation } from './paths.ts'
import { type BrokenRule, brokenRules } from './rules.ts'
import { type Side, schemaOf } from './schemas.ts'

export interface DescribedRequest {
  readonly method: string
  /** With or without `/api/v10` before and a query behind. */
  readonly path: string
  /** The JSON, or the fields of a form; of multipart bodies what `payload_json` held. */
  readonly body?: unknown
  /** Uploads beside `payload_json`. */
  readonly files?: number
  /** The simulator's present, against which time-outs are measured. */
  readonly nowMs?: number
}

export interface DescribedAnswer {
  readonly method: string
  readonly path: string
  readonly status: number
  readonly body?: unknown
}

/** One way in which a request or an answer is not what Discord documents. */
export interface Violation {
  readonly where: Side
  /** Method and path template. */
  readonly operation: string
  /** Where in the body or the address, like `/embeds/0/title`. */
  readonly path: string
  readonly message: string
}

type Issue = z.core.$ZodIssue

const inEnglish = z.locales.en().localeError

/** All that is wrong with a request. Nothing, when it is as described. */
export function checkRequest(request: DescribedRequest): Violation[] {
  const { method, path, body } = request
  const found = operationOf(method, path)
  if (!found) return undescribed('request', method, path)
  const { operation, key } = found
  const violation = (at: string, message: string): Violation => ({
    where: 'request',
    operation: key,
    path: at,
    message,
  })
  return [
    ...found.problems.map((message) => violation('', message)),
    ...strayQueries(operation, path).map((name) => violation(`?${name}`, 'query parameter is not described')),
    ...bodyIssues(operation, method, body).map(({ at, message }) => violation(at, message)),
    ...brokenRules(key, body, request).map((broken) => violation(pointer(broken.path), ruleText(broken))),
  ]
}

/** All that is wrong with an answer to a request. */
export function checkAnswer({ method, path, status, body }: DescribedAnswer): Violation[] {
  const found = operationOf(method, path)
  if (!found) return undescribed('answer', method, path)
  const violation = (at: string, message: string): Violation => ({
    where: 'answer',
    operation: `${found.key} ${status}`,
    path: at,
    message,
  })
  // Faults answer 5xx with whatever a broken proxy would say.
  if (status >= 500) return []
  const expression = answerExpression(found.operation, found.key, status)
  if (expression === undefined) return [violation('', `status ${status} is not described`)]
  if (expression === '') return isEmpty(body) ? [] : [violation('', `status ${status} has no body`)]
  return issuesOf(expression, 'answer', body, new Set()).map(({ at, message }) => violation(at, message))
}

function operationOf(method: string, path: string) {
  const found = findOperation(method, path)
  const operation = found && OPERATIONS[found.key]
  return operation && { ...found, operation }
}

function undescribed(where: Side, method: string, path: string): Violation[] {
  return [{ where, operation: `${method} ${path}`, path: '', message: 'operation not described' }]
}

function strayQueries(operation: Operation, path: string): string[] {
  const known = operation.query?.split(' ') ?? []
  return [...new URL(path, 'http://localhost').searchParams.keys()].filter((name) => !known.includes(name))
}

function bodyIssues(operation: Operation, method: string, body: unknown) {
  // discord.js sends an empty object where it has nothing to say, and DELETE needs no body even if one is described.
  if (operation.body === undefined) return isEmpty(body) ? [] : [{ at: '', message: 'a body is not described' }]
  if (method === 'DELETE' && isEmpty(body)) return []
  return issuesOf(operation.body, 'request', body, new Set(operation.extras?.split(' ')))
}

function answerExpression(operation: Operation, key: string, status: number): string | undefined {
  if (status < 400) return operation.answers[status]
  if (status === 429) return 'RateLimited'
  return key.includes('/oauth2/token') ? 'OAuthError' : 'ApiError'
}

function issuesOf(expression: string, side: Side, body: unknown, extras: ReadonlySet<string>) {
  const result = schemaOf(expression, side)['~standard'].validate(body)
  if (result instanceof Promise || !result.issues) return []
  const issues = result.issues as readonly Issue[]
  return flat(issues, [], extras).map((issue) => ({ at: pointer(issue.path), message: textOf(issue) }))
}

/** Of a union that nothing fits, what is wrong with the member that comes closest. */
function flat(issues: readonly Issue[], above: readonly PropertyKey[], extras: ReadonlySet<string>): Issue[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path]
    if (issue.code === 'invalid_union' && issue.errors.length > 0) {
      return closest(
        issue.errors.map((member) => flat(member, path, extras)),
        path.length,
      )
    }
    if (issue.code !== 'unrecognized_keys') return [{ ...issue, path }]
    const keys = issue.keys.filter((name) => !extras.has(name))
    return keys.length === 0 ? [] : [{ ...issue, keys, path }]
  })
}

function closest(members: Issue[][], depth: number): Issue[] {
  const ofThatType = members.filter((issues) => !issues.some((issue) => issue.path[depth] === 'type'))
  const candidates = ofThatType.length > 0 ? ofThatType : members
  return candidates.reduce((best, issues) => (isCloser(issues, best) ? issues : best))
}

/** Fewer problems are closer, and of as many those further inside. */
function isCloser(issues: Issue[], others: Issue[]): boolean {
  if (issues.length !== others.length) return issues.length < others.length
  return deepest(issues) > deepest(others)
}

function deepest(issues: Issue[]): number {
  return Math.max(0, ...issues.map(({ path }) => path.length))
}

function textOf(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') return `not described: ${issue.keys.join(', ')}`
  const sentence = inEnglish({ ...issue, input: undefined })
  return typeof sentence === 'string' ? sentence : (sentence?.message ?? issue.message)
}

function ruleText({ rule, message, source }: BrokenRule): string {
  return `${rule}: ${message} (${source})`
}

function pointer(path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step)}`).join('')
}

function isEmpty(body: unknown): boolean {
  if (body === undefined || body === null || body === '') return true
  return typeof body === 'object' && !Array.isArray(body) && Object.keys(body).length === 0
}
