import fc from 'fast-check'
import { type TSchema, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { parseJson } from '../platform/http/json.ts'
import { exactIds, fromText } from '../platform/schema/exact-ids.ts'
import type { SchemaNode } from '../platform/schema/rule.ts'

/** Values for a schema: random ones that fit, and nasty ones of which the schema says whether they do. */

const SNOWFLAKE = fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }).map(String)
const INSTANT = fc
  .date({ min: new Date('2027-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())

export function fitting(node: SchemaNode): fc.Arbitrary<unknown> {
  const branches = node.anyOf ?? node.oneOf
  if (branches) return fc.oneof(...branches.map(fitting))
  if (node.const !== undefined) return fc.constant(node.const)
  if (node.enum) return fc.constantFrom(...node.enum)
  if (node.format === 'snowflake') return SNOWFLAKE
  if (node.format === 'date-time') return INSTANT
  switch (node.type) {
    case 'integer':
      return fc.integer({ min: node.minimum ?? -1000, max: node.maximum ?? 1000 })
    case 'number':
      return fc.double({ min: node.minimum ?? -1000, max: node.maximum ?? 1000, noNaN: true })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fittingList(node)
    case 'object':
      return fittingObject(node)
    default:
      return fittingText(node)
  }
}

function fittingText({ pattern, minLength = 0, maxLength = 40 }: SchemaNode): fc.Arbitrary<string> {
  const text = pattern
    ? fc.stringMatching(new RegExp(pattern))
    : fc.string({ minLength, maxLength: Math.min(maxLength, 60), unit: 'grapheme-ascii' })
  return text.filter(({ length }) => length >= minLength && length <= maxLength)
}

function fittingList({ items = {}, minItems = 0, maxItems = 4, uniqueItems }: SchemaNode): fc.Arbitrary<unknown[]> {
  const size = { minLength: minItems, maxLength: Math.min(maxItems, 4) }
  return uniqueItems ? fc.uniqueArray(fitting(items), size) : fc.array(fitting(items), size)
}

function fittingObject({ properties = {}, required = [] }: SchemaNode): fc.Arbitrary<object> {
  const fields = Object.fromEntries(Object.entries(properties).map(([name, node]) => [name, fitting(node)]))
  return fc.record(fields, { requiredKeys: [...required] })
}

/** What has broken programs before, and what lies just outside this schema's own bounds. */
export function nastyValues(node: SchemaNode): unknown[] {
  const branches = node.anyOf ?? node.oneOf ?? [node]
  return [...ALWAYS_NASTY, ...branches.flatMap(outOfBounds)]
}

const ALWAYS_NASTY: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1.5,
  1e18,
  2 ** 53,
  -(2 ** 63),
  1e308,
  '',
  ' ',
  'x',
  'null',
  'NaN',
  '-1',
  '1e3',
  '0x10',
  '9'.repeat(30),
  'x'.repeat(5000),
  '👩‍👩‍👧‍👦',
  'ö̲',
  '\u202e',
  'a\0b',
  '\0',
  '\ud800',
  "'; drop table reminders; --",
  '<script>alert(1)</script>',
  '{{7*7}}',
  '../../etc/passwd',
  '%00',
  '%s%n',
  'javascript:alert(1)',
  'http://',
  '2026-02-30T25:61:61Z',
  '2026-01-21T12:00:00',
  '9999999-01-01T00:00:00Z',
  '24:00:00',
  '25:99',
  [],
  [null],
  [[]],
  ['x', 'x'],
  Array(300).fill('0'),
  {},
  { a: 1 },
  { length: -1 },
  { toString: 1 },
]

function outOfBounds(node: SchemaNode): unknown[] {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems } = node
  const groups: (unknown[] | false | 0 | undefined)[] = [
    minimum !== undefined && [minimum - 1, minimum],
    maximum !== undefined && [maximum + 1, maximum, String(maximum)],
    minLength && ['y'.repeat(minLength - 1), 'y'.repeat(minLength)],
    maxLength !== undefined && ['y'.repeat(maxLength + 1), 'y'.repeat(maxLength), '👍'.repeat(maxLength)],
    minItems && [Array(minItems - 1).fill('0')],
    maxItems !== undefined && [Array(maxItems + 1).fill('0')],
    node.enum && [`${node.enum[0]}x`, String(node.enum[0]).toUpperCase(), [node.enum[0]]],
  ]
  return groups.flatMap((values) => values || [])
}

/** Whether the value may be taken, judged by the document alone. */
export function fits(node: SchemaNode, value: unknown): boolean {
  return isStorable(value) && checker(node)(exactIds(node, parseJson(JSON.stringify(value))))
}

/** The same for path and query, where everything is text. */
export function fitsAsText(node: SchemaNode, text: string): boolean {
  return isStorable(text) && (checker(node)(text) || checker(node)(exactIds(node, fromText(node, text))))
}

const checkers = new WeakMap<SchemaNode, (value: unknown) => boolean>()

/** Whether the value fits the schema, as a client would check an answer. */
export function checker(node: SchemaNode): (value: unknown) => boolean {
  const known = checkers.get(node)
  if (known) return known
  const type = Compile(Type.Unsafe<unknown>(node) satisfies TSchema)
  const check = (value: unknown) => type.Check(value)
  checkers.set(node, check)
  return check
}

function isStorable(value: unknown): boolean {
  const text = JSON.stringify(value)
  return !/\\u0000|\\ud[89a-f]/i.test(text)
}
