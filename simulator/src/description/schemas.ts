/**
 * Discord's published schemas, made stricter and looser where it matters: objects are closed, so that a misspelt key
 * does not pass; integers of requests may be digit strings (permissions); instants may carry an offset.
 */
import * as described from 'discord-api-spec/zod'
import * as z from 'zod/mini'
import { SUPPLEMENT } from './supplement.ts'

type Schema = z.core.$ZodType

/** Requests are read more tolerantly than answers. */
export type Side = 'request' | 'answer'

const PUBLISHED: Readonly<Record<string, Schema | undefined>> = described

const read = { request: new Map<string, Schema>(), answer: new Map<string, Schema>() }
const closedOnes = { request: new WeakMap<Schema, Schema>(), answer: new WeakMap<Schema, Schema>() }

/** The schema that an expression of `operations.ts` means. */
export function schemaOf(expression: string, side: Side): Schema {
  const known = read[side].get(expression)
  if (known) return known
  const names = expression.replace(/\[\]$/, '').split('|')
  const any = z.union(names.map((name) => closed(named(name), side)))
  const schema = expression.endsWith('[]') ? z.array(any) : any
  read[side].set(expression, schema)
  return schema
}

function named(name: string): Schema {
  const schema = SUPPLEMENT[`${name}Schema`] ?? PUBLISHED[`${name}Schema`]
  if (!schema) throw new Error(`discord-api-spec has no schema ${name}: correct operations.ts`)
  return schema
}

function closed(schema: Schema, side: Side): Schema {
  const known = closedOnes[side].get(schema)
  if (known) return known
  // Schemas contain themselves by way of `lazy`, so this ends.
  const made = closedAnew(schema, side)
  closedOnes[side].set(schema, made)
  return made
}

function closedAnew(schema: Schema, side: Side): Schema {
  const { def } = (schema as z.core.$ZodTypes)._zod
  const inner = (part: Schema) => closed(part, side)
  switch (def.type) {
    case 'lazy':
      return z.lazy(() => inner(def.getter()))
    case 'object':
      return z.strictObject(Object.fromEntries(Object.entries(def.shape).map(([key, part]) => [key, inner(part)])))
    case 'array':
      return remade(schema, { element: inner(def.element) })
    case 'union':
      return remade(schema, { options: def.options.map(inner) })
    case 'optional':
    case 'nullable':
      return remade(schema, { innerType: inner(def.innerType) })
    case 'record':
      return remade(schema, { valueType: inner(def.valueType) })
    case 'number':
      return side === 'request' ? z.pipe(z.transform(fromDigits), schema) : schema
    case 'string':
      return isInstant(def) ? z.iso.datetime({ offset: true }) : schema
    default:
      return schema
  }
}

function remade(schema: Schema, changes: object): Schema {
  return z.core.clone(schema, { ...schema._zod.def, ...changes })
}

function fromDigits(value: unknown): unknown {
  return typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value
}

function isInstant(def: z.core.$ZodStringDef): boolean {
  return (def.checks ?? []).some(({ _zod }) => 'format' in _zod.def && _zod.def.format === 'datetime')
}
