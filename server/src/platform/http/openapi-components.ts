import { STATUS_CODES } from 'node:http'
import { isDeepStrictEqual } from 'node:util'

/** What is the same for many routes, written once, under `components`, and named elsewhere. Pure. */

interface Reference {
  readonly $ref: string
}
type Parts<Part> = Readonly<Record<string, Part | Reference>>
interface Response {
  readonly description?: string
  readonly headers?: Parts<object>
}
interface Parameter {
  readonly name: string
  readonly in: string
}
interface Operation {
  readonly parameters?: readonly (Parameter | Reference)[]
  readonly responses: Parts<Response>
}
/** The parts of an OpenAPI document that routes have in common. https://spec.openapis.org/oas/v3.1.0#components-object */
export interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: object
}

/** `meanings`: what an error means where a route says nothing else, by status. */
export function withComponents(document: Described, meanings: ReadonlyMap<string, string>): Described {
  const shared = {
    headers: new Map<string, object>(),
    parameters: new Map<string, object>(),
    responses: new Map<string, object>(),
  }
  /** The first of a name is the one that all are told by; whatever differs from it stays where it is. */
  function told<Part extends object>(kind: keyof typeof shared, name: string, part: Part): Part | Reference {
    const first = shared[kind].get(name) ?? part
    shared[kind].set(name, first)
    return isDeepStrictEqual(first, part) ? { $ref: `#/components/${kind}/${name}` } : part
  }
  const parameterOf = (parameter: Parameter | Reference) =>
    'in' in parameter && parameter.in === 'header' ? told('parameters', parameter.name, parameter) : parameter
  function responseOf(status: string, response: Response | Reference) {
    const headers = 'headers' in response && response.headers
    const brief = headers
      ? { ...response, headers: mapped(headers, (name, header) => told('headers', name, header)) }
      : response
    const isOwn = !('description' in response) || response.description !== meanings.get(status)
    return isOwn ? brief : told('responses', nameOf(status), brief)
  }
  const paths = mapped(document.paths, (_path, operations) =>
    mapped(operations, (_method, operation) => ({
      ...operation,
      ...(operation.parameters && { parameters: operation.parameters.map(parameterOf) }),
      responses: mapped(operation.responses, responseOf),
    })),
  )
  const components = Object.fromEntries(
    Object.entries(shared).map(([kind, parts]) => [kind, Object.fromEntries(parts)]),
  )
  return { ...document, paths, components: { ...document.components, ...components } }
}

/** As HTTP calls it: `NotFound`. */
const nameOf = (status: string) => (STATUS_CODES[status] ?? status).replaceAll(/\W/g, '')

function mapped<From, To>(
  parts: Readonly<Record<string, From>>,
  to: (name: string, part: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, to(name, part)]))
}
