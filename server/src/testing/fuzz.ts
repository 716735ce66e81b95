import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type Case, casesOf, type FuzzRequest, requestOf, type Values } from './fuzz-cases.ts'
import { type Document, type Endpoint, endpointsOf, type Parameter } from './fuzz-document.ts'
import { checker, fitting } from './fuzz-values.ts'

export type { FuzzRequest } from './fuzz-cases.ts'

interface FuzzAnswer {
  readonly status: number
  readonly text: string
}

export interface FuzzOptions {
  /** The OpenAPI document as it is served. */
  readonly document: Document
  /** Sends to the server that the document describes, with a caller's credentials if the request is signed. */
  send(request: FuzzRequest): Promise<FuzzAnswer>
  readonly seed: number
  /** Random requests that fit the document, for each endpoint, besides those with one wrong field. */
  readonly runs: number
  /** Of the requests with a wrong field, only every so many; all by default. */
  readonly oneIn?: number
  /**
   * By operationId: the values of a request that is taken (2xx). Asked twice, and it may arrange things: once for the
   * request left as it is, once for those with a wrong field.
   */
  readonly fixtures?: Readonly<Record<string, () => Values | Promise<Values>>>
  /** Values of path and query that random requests keep, by name: random ids lead nowhere. */
  readonly pinned?: Readonly<Record<string, unknown>>
  /** By operationId: what random bodies are made from where the schema says too little. */
  readonly bodies?: Readonly<Record<string, fc.Arbitrary<unknown>>>
}

/** How many requests each endpoint got. */
export type FuzzReport = Readonly<Record<string, number>>

const MOST_SHOWN = 20
const MOST_ABREAST = 8

/**
 * Sends each field of each endpoint wrong in each way, and random requests that fit. No answer may be a fault, each must
 * fit the document, and a wrong field must be answered with 400 and its name.
 * @throws {AssertionError} that lists what was answered otherwise.
 */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const failures: string[] = []
  const report: Record<string, number> = {}
  for (const endpoint of endpointsOf(options.document)) {
    const arrange = options.fixtures?.[endpoint.id]
    const check = async (each: Case & { readonly isTaken?: true }) => {
      report[endpoint.id] = (report[endpoint.id] ?? 0) + 1
      const problem = problemOf(endpoint, each, await options.send(each.request))
      if (problem)
        failures.push(`${endpoint.method} ${endpoint.path}, ${each.what}: ${problem}\n    ${brief(each.request)}`)
    }
    if (arrange) await check({ what: 'its fixture', request: requestOf(endpoint, await arrange()), isTaken: true })
    const values = (arrange ? await arrange() : randomValues(endpoint, 1, options)[0]) ?? {}
    const wrong = casesOf(endpoint, values)
      .filter(({ expected }) => !endpoint.isStream || expected)
      .filter((_, index) => index % (options.oneIn ?? 1) === 0)
    const random = endpoint.isStream ? [] : randomValues(endpoint, varies(endpoint) ? options.runs : 1, options)
    const all = [...wrong, ...random.map((each) => ({ what: 'random', request: requestOf(endpoint, each) }))]
    // What reads may do so side by side; what a write leaves behind is looked at after each.
    const abreast = endpoint.method === 'GET' ? MOST_ABREAST : 1
    for (let from = 0; from < all.length; from += abreast) await Promise.all(all.slice(from, from + abreast).map(check))
  }
  assert.equal(
    failures.length,
    0,
    [`${failures.length} answers are wrong:`, ...failures.slice(0, MOST_SHOWN)].join('\n'),
  )
  return report
}

/** Requests that have nothing to choose are all the same. */
function varies({ parameters, body }: Endpoint): boolean {
  return body !== null || parameters.some(({ in: place }) => place !== 'header')
}

function randomValues(
  { id, parameters, body }: Endpoint,
  numRuns: number,
  { seed, pinned = {}, bodies = {} }: FuzzOptions,
): Values[] {
  const place = (name: 'path' | 'query') => {
    const own = parameters.filter((parameter) => parameter.in === name)
    const valued = ({ name, schema }: Parameter) => (name in pinned ? fc.constant(pinned[name]) : fitting(schema))
    const fields = Object.fromEntries(own.map((parameter) => [parameter.name, valued(parameter)]))
    return fc.record(fields, {
      requiredKeys: own.filter(({ required }) => required).map((parameter) => parameter.name),
    })
  }
  const arbitrary = fc.record({
    path: place('path'),
    query: place('query'),
    body: bodies[id] ?? (body ? fitting(body) : fc.constant(undefined)),
  })
  return fc.sample(arbitrary, { numRuns, seed })
}

/** What is wrong about the answer, in words; null when nothing is. */
function problemOf(
  endpoint: Endpoint,
  { expected, isTaken }: Case & { isTaken?: boolean },
  { status, text }: FuzzAnswer,
): string | null {
  const told = `answered ${status} ${text.slice(0, 300)}`
  if (status >= 500) return `a fault; ${told}`
  if (isTaken && status >= 300) return `is not taken; ${told}`
  if (expected && status !== expected.status) return `should be ${expected.status}; ${told}`
  const schema = endpoint.responses.get(status)
  if (schema === undefined) return `the document knows no ${status}; ${told}`
  // What is no JSON has no schema.
  const json: unknown = schema === null || text === '' ? null : JSON.parse(text)
  if (schema && !checker(schema)(json)) return `does not fit its schema; ${told}`
  return expected?.field === undefined || names(text, expected.field)
    ? null
    : `does not name ${expected.field}; ${told}`
}

/** A wrong entry may be named by its list or by itself. */
function names(text: string, field: string): boolean {
  const { detail, errors } = JSON.parse(text)
  const paths: string[] = Array.isArray(errors) ? errors.map((error) => error.path) : []
  const name = field.split('/').at(-1) ?? field
  return paths.some((path) => path === field || path.startsWith(`${field}/`)) || String(detail).includes(name)
}

function brief({ body, path }: FuzzRequest): string {
  return `${path.slice(0, 200)} ${(body ?? '').slice(0, 300)}`
}
