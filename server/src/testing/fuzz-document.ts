import type { SchemaNode } from '../platform/schema/rule.ts'

/** The parts of an OpenAPI document that requests are made from. */
export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas?: Readonly<Record<string, SchemaNode>> }
}

interface Operation {
  readonly operationId: string
  readonly security?: readonly unknown[]
  readonly parameters?: readonly Parameter[]
  readonly requestBody?: Content
  readonly responses: Readonly<Record<string, Content>>
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
    Object.entries(operations).map(([method, operation]) => ({
      id: operation.operationId,
      method: method.toUpperCase(),
      path,
      isStream: operation.responses[200]?.content?.['text/event-stream'] !== undefined,
      isGuarded: (operation.security ?? []).length > 0,
      parameters: operation.parameters ?? [],
      body: schemaOf(operation.requestBody),
      responses: new Map(
        Object.entries(operation.responses).map(([status, content]) => [Number(status), schemaOf(content)]),
      ),
    })),
  )
}
