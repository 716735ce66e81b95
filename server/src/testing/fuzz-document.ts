import type { SchemaNode } from '../platform/schema/rule.ts'

/** The parts of an OpenAPI document that requests are made from. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: {
    readonly schemas?: Readonly<Record<string, SchemaNode>>
    readonly responses?: Readonly<Record<string, Content>>
    readonly parameters?: Readonly<Record<string, Parameter>>
  }
}

interface Operation {
  readonly operationId: string
  readonly security?: readonly unknown[]
  readonly parameters?: readonly (Parameter | Reference)[]
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Content | Reference>>
}

/** Of a part that many operations have: `#/components/responses/NotFound`. */
interface Reference {
  readonly $ref: string
}

interface Content {
  readonly content?: {
    readonly 'application/json'?: { readonly schema: SchemaNode & { readonly $ref?: string } }
    readonly 'text/event-stream'?: object
  }
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required?: boolean
  readonly schema: SchemaNode
}

/** One method of one path, with its schemas at hand. */
export interface Endpoint {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly isGuarded: boolean
  /** Answers without end: only what is refused can be waited for. */
  readonly isStream: boolean
  readonly parameters: readonly Parameter[]
  readonly body: SchemaNode | null
  /** By status; null where the answer has no body. */
  readonly responses: ReadonlyMap<number, SchemaNode | null>
}

export function endpointsOf({ paths, components }: Document): Endpoint[] {
  const schemaOf = (content: Content | undefined): SchemaNode | null => {
    const schema = content?.content?.['application/json']?.schema
    const reference = schema?.$ref?.replace('#/components/schemas/', '')
    return (reference === undefined ? schema : components.schemas?.[reference]) ?? null
  }
  return Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => {
      const responses = Object.entries(operation.responses).map(
        ([status, response]) => [Number(status), resolved(response, components.responses)] as const,
      )
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        isStream: responses.some(([, { content }]) => content?.['text/event-stream'] !== undefined),
        isGuarded: (operation.security ?? []).length > 0,
        parameters: (operation.parameters ?? []).map((parameter) => resolved(parameter, components.parameters)),
        body: schemaOf(operation.requestBody),
        responses: new Map(responses.map(([status, response]) => [status, schemaOf(response)])),
      }
    }),
  )
}

function resolved<Part extends object>(part: Part | Reference, shared: Readonly<Record<string, Part>> = {}): Part {
  if (!('$ref' in part)) return part
  const found = shared[part.$ref.split('/').at(-1) ?? '']
  if (!found) throw new Error(`The document has no ${part.$ref}`)
  return found
}
