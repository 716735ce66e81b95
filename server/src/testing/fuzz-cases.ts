import type { SchemaNode } from '../platform/schema/rule.ts'
import type { Endpoint, Parameter } from './fuzz-document.ts'
import { fits, fitsAsText, nastyValues } from './fuzz-values.ts'

export interface FuzzRequest {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  /** Without: `send` leaves out the credentials of the caller. */
  readonly isSigned: boolean
}

/** The values of a request, by name. */
export interface Values {
  readonly path?: Readonly<Record<string, unknown>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly header?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** A request, what was done to it, and what must be answered; without `expected` anything but a fault will do. */
export interface Case {
  readonly what: string
  readonly request: FuzzRequest
  readonly expected?: { readonly status: number; readonly field?: string }
}

export function requestOf({ method, path, body }: Endpoint, values: Values): FuzzRequest {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values.path?.[name])))
  const query = new URLSearchParams(Object.entries(values.query ?? {}).map(([name, value]) => [name, String(value)]))
  const hasBody = body !== null && values.body !== undefined
  return {
    method,
    path: query.size > 0 ? `${filled}?${query}` : filled,
    headers: { ...(hasBody && { 'content-type': 'application/json' }), ...values.header },
    body: hasBody ? JSON.stringify(values.body) : null,
    isSigned: true,
  }
}

/** Each field of the endpoint wrong in each way. */
export function casesOf(endpoint: Endpoint, values: Values): Case[] {
  return [
    ...endpoint.parameters.flatMap((parameter) => parameterCases(endpoint, values, parameter)),
    ...(endpoint.body ? [...bodyCases(endpoint, values), ...fieldCases(endpoint, values, endpoint.body, '')] : []),
    ...(endpoint.isGuarded
      ? [
          {
            what: 'no credentials',
            request: { ...requestOf(endpoint, values), isSigned: false },
            expected: { status: 401 },
          },
        ]
      : []),
  ]
}

function parameterCases(endpoint: Endpoint, values: Values, { name, in: place, required, schema }: Parameter): Case[] {
  const others = values[place] ?? {}
  const texts = new Set(nastyValues(schema).map((value) => (typeof value === 'string' ? value : JSON.stringify(value))))
  const cases = [...texts]
    .filter((text) => canBeSent(place, text))
    .map((text) => {
      const request = requestOf(endpoint, { ...values, [place]: { ...others, [name]: text } })
      const isFine = fitsAsText(schema, text)
      return {
        what: `${place} ${name} = ${shown(text)}`,
        request,
        ...(!isFine && { expected: { status: 400, field: name } }),
      }
    })
  if (!required || place === 'path') return cases
  const { [name]: _left, ...without } = others
  const request = requestOf(endpoint, { ...values, [place]: without })
  return [...cases, { what: `${place} ${name} missing`, request, expected: { status: 400, field: name } }]
}

/** An empty path segment or `..` is another path; header values are trimmed and hold no control characters. */
function canBeSent(place: Parameter['in'], text: string): boolean {
  if (place === 'path') return text.isWellFormed() && !/^\.{0,2}$/.test(text)
  if (place === 'header') return /^[!-~]([ -~]*[!-~])?$/.test(text)
  return text.isWellFormed()
}

function bodyCases(endpoint: Endpoint, values: Values): Case[] {
  const good = requestOf(endpoint, values)
  const withBody = (what: string, body: string, status: number, headers = good.headers) => ({
    what: `body ${what}`,
    request: { ...good, body, headers },
    expected: { status },
  })
  return [
    ...['null', '[]', '"x"', '1', '', '{', '{"a":1,}', '\0', '['.repeat(10_000)].map((text) =>
      withBody(shown(text), text, 400),
    ),
    withBody('of 257 KiB', `{"a":"${'x'.repeat(257 * 1024)}"}`, 413),
    withBody('of another type', good.body ?? '{}', 415, { ...good.headers, 'content-type': 'text/plain' }),
    withBody('with __proto__', '{"__proto__":{"a":1}}', 400),
  ]
}

function fieldCases(endpoint: Endpoint, values: Values, schema: SchemaNode, path: string): Case[] {
  const withField = (what: string, field: string, change: (body: unknown) => unknown, isFine: boolean): Case => ({
    what: `${field} ${what}`,
    request: requestOf(endpoint, { ...values, body: change(structuredClone(values.body ?? {})) }),
    ...(!isFine && { expected: { status: 400, field } }),
  })
  const object = [schema, ...(schema.anyOf ?? [])].find(({ properties }) => properties)
  const own = Object.entries(object?.properties ?? {}).flatMap(([name, node]) => {
    const field = `${path}/${name}`
    const wrong = nastyValues(node).map((value) =>
      withField(`= ${shown(value)}`, field, (body) => placed(body, field, value), fits(node, value)),
    )
    const isRequired = object?.required?.includes(name) ?? false
    const missing = withField('missing', field, (body) => placed(body, field, undefined), !isRequired)
    return [...wrong, missing, ...fieldCases(endpoint, values, node, field)]
  })
  const entry = [schema, ...(schema.anyOf ?? [])].find(({ items }) => items)?.items
  const entries = entry
    ? nastyValues(entry).map((value) =>
        withField(`[0] = ${shown(value)}`, path, (body) => placed(body, path, [value]), fits(schema, [value])),
      )
    : []
  const mayHaveMore = object?.additionalProperties !== false
  const extra = object
    ? [withField('extra', `${path}/unknown_field`, (body) => placed(body, `${path}/unknown_field`, 1), mayHaveMore)]
    : []
  return [...own, ...entries, ...extra]
}

/** The body with the value at the pointer; undefined takes the field away. */
function placed(body: unknown, pointer: string, value: unknown): unknown {
  const [, name, ...rest] = pointer.split('/')
  if (name === undefined) return value
  const fields: Record<string, unknown> = typeof body === 'object' ? { ...body } : {}
  fields[name] = placed(fields[name], rest.length > 0 ? `/${rest.join('/')}` : '', value)
  return fields
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined'
  return text.length > 40 ? `${text.slice(0, 40)}… (${text.length} characters)` : text
}
