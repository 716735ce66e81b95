import type { SchemaNode } from './rule.ts'

/**
 * The value with every id that its schema declares as an exact string. Ids arrive as strings, as small numbers, or as
 * the bigint that the JSON parser makes of a number beyond 2^53; fields that are no ids keep what was sent.
 */
export function exactIds(schema: SchemaNode, value: unknown): unknown {
  if (schema.format === 'snowflake') return exactId(value)
  const branches = schema.anyOf ?? schema.oneOf
  if (branches) return branches.reduce((result, branch) => exactIds(branch, result), value)
  if (Array.isArray(value)) return schema.items ? value.map((item) => exactIds(schema.items ?? {}, item)) : value
  if (typeof value !== 'object' || value === null || !schema.properties) return value
  const exact: Record<string, unknown> = { ...value }
  for (const [name, node] of Object.entries(schema.properties)) {
    if (Object.hasOwn(exact, name)) exact[name] = exactIds(node, exact[name])
  }
  return exact
}

function exactId(value: unknown): unknown {
  if (typeof value === 'bigint' || Number.isSafeInteger(value)) return String(value)
  // Written as 1e18 or 1.0, a number beyond 2^53 has already lost digits: no schema may take it for whole.
  return typeof value === 'number' ? Number.NaN : value
}

/**
 * Query and path values are text; those that their schema calls numbers or booleans become such, if they read as such.
 * Bodies are never coerced: there a number in quotes is a mistake.
 */
export function fromText(schema: SchemaNode, value: unknown): unknown {
  if (typeof value === 'object' && value !== null && schema.properties) {
    const entries = Object.entries(value).map(([name, text]) => [name, fromText(schema.properties?.[name] ?? {}, text)])
    return Object.fromEntries(entries)
  }
  if (schema.type === 'array')
    return (Array.isArray(value) ? value : [value]).map((item) => fromText(schema.items ?? {}, item))
  if (typeof value !== 'string') return value
  if (schema.type === 'integer') return /^-?\d{1,15}$/.test(value) ? Number(value) : value
  if (schema.type === 'number') return /^-?\d{1,15}(\.\d+)?$/.test(value) ? Number(value) : value
  if (schema.type === 'boolean') return value === 'true' ? true : value === 'false' ? false : value
  return value
}
