import type { TLocalizedValidationError } from 'typebox/error'
import type { FieldError } from '../../kernel/refusal.ts'

/**
 * What people read when a value does not fit its schema. A sentence states the whole rule of the field ("limit must be
 * a whole number from 1 to 1000"), not only the half that was broken, so that one correction is enough.
 */

/** The parts of JSON Schema that rules are made of, and `x-rule`: words for what a pattern means. */
export interface SchemaNode {
  readonly type?: string | readonly string[]
  readonly format?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly SchemaNode[]
  readonly oneOf?: readonly SchemaNode[]
  readonly items?: SchemaNode
  readonly properties?: Readonly<Record<string, SchemaNode>>
  readonly required?: readonly string[]
  readonly additionalProperties?: boolean | SchemaNode
  readonly minimum?: number
  readonly maximum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
  readonly maxItems?: number
  readonly uniqueItems?: boolean
  readonly pattern?: string
  readonly default?: unknown
  readonly description?: string
  readonly 'x-rule'?: string
}

const FORMATS: Readonly<Record<string, string>> = {
  snowflake: 'a Discord id of up to 19 digits',
  'date-time': 'an ISO 8601 date and time with its offset, such as 2026-01-21T12:00:00Z',
  date: 'a date such as 2026-01-21',
  uri: 'an absolute address such as https://example.com/',
}

/** The rule as the end of a sentence: `a whole number from 1 to 720`. */
function ruleOf(node: SchemaNode): string {
  if (node['x-rule']) return node['x-rule']
  if (node.const !== undefined) return JSON.stringify(node.const)
  const choices = node.enum ?? constantsOf(node.anyOf)
  if (choices) return `one of ${choices.map((choice) => JSON.stringify(choice)).join(', ')}`
  const branches = node.anyOf ?? node.oneOf
  if (branches) return branches.map(ruleOf).join(' or ')
  return (node.format && FORMATS[node.format]) ?? ruleOfType(node)
}

function constantsOf(branches: readonly SchemaNode[] | undefined): unknown[] | undefined {
  const constants = branches?.map((branch) => branch.const)
  return constants?.every((constant) => constant !== undefined) ? constants : undefined
}

function ruleOfType(node: SchemaNode): string {
  switch (node.type) {
    case 'integer':
      return `a whole number${range(node.minimum, node.maximum)}`
    case 'number':
      return `a number${range(node.minimum, node.maximum)}`
    case 'string':
      return `text${range(node.minLength, node.maxLength, ' characters')}`
    case 'array':
      return `a list${range(node.minItems, node.maxItems, ' entries')}${node.uniqueItems ? ' without repeats' : ''}`
    case 'boolean':
      return 'true or false'
    case 'null':
      return 'null'
    default:
      return 'an object'
  }
}

function range(from: number | undefined, to: number | undefined, unit = ''): string {
  if (from !== undefined && to !== undefined) return `${unit ? ' of' : ' from'} ${from} to ${to}${unit}`
  if (from !== undefined) return ` of at least ${from}${unit}`
  return to === undefined ? '' : ` of at most ${to}${unit}`
}

/** Each broken field once, with a sentence. `whole` is what the value itself is called: `body`, `query`. */
export function fieldErrors(
  schema: SchemaNode,
  errors: readonly TLocalizedValidationError[],
  whole: string,
): FieldError[] {
  const byPath = new Map<string, string>()
  const add = (path: string, claim: string) => {
    if (!byPath.has(path)) byPath.set(path, `${fieldName(path, whole)} ${claim}`)
  }
  for (const error of outermostFirst(errors)) {
    if (error.keyword === 'required') {
      for (const name of error.params.requiredProperties) add(`${error.instancePath}/${name}`, 'is required')
    } else if (error.keyword === 'additionalProperties') {
      for (const name of error.params.additionalProperties) add(`${error.instancePath}/${name}`, 'is not a known field')
    } else {
      add(error.instancePath, `must be ${ruleOf(nodeAt(schema, error.schemaPath))}`)
    }
  }
  return [...byPath].map(([path, message]) => ({ path, message }))
}

/** A union reports each of its branches and itself; itself has the shortest schema path and the whole rule. */
function outermostFirst(errors: readonly TLocalizedValidationError[]): TLocalizedValidationError[] {
  return errors
    .filter((error) => error.keyword !== 'boolean')
    .sort((one, other) => one.schemaPath.length - other.schemaPath.length)
}

/** `/days/0` is read as `days[0]`. */
export function fieldName(path: string, whole: string): string {
  const [, ...steps] = path.split('/')
  return (
    steps
      .map((step) => (/^\d+$/.test(step) ? `[${step}]` : `.${step}`))
      .join('')
      .replace(/^\./, '') || whole
  )
}

function nodeAt(schema: SchemaNode, schemaPath: string): SchemaNode {
  const steps = schemaPath.split('/').slice(1)
  return steps.reduce<unknown>((node, step) => (isRecord(node) ? node[step] : undefined), schema) ?? {}
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
