import type { FieldError } from '../../kernel/refusal.ts'

/** Deeper nesting than any body of this API has; it bounds the recursion below. */
const DEEPEST = 32
/** Names by which a copied object would change its own kind. */
const POISONOUS = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * What makes a value impossible to keep, as a claim about the field at `path`: NUL, which PostgreSQL's text does not
 * hold, halves of surrogate pairs, which have no UTF-8, names that reach into prototypes, and bottomless nesting.
 */
export function unstorable(value: unknown): FieldError | null {
  return findFlaw(value, '', 0)
}

function findFlaw(value: unknown, path: string, depth: number): FieldError | null {
  if (typeof value === 'string') return flawOfText(value, path)
  if (typeof value !== 'object' || value === null) return null
  if (depth === DEEPEST) return { path, message: `must not be nested deeper than ${DEEPEST} levels` }
  for (const [name, inner] of Object.entries(value)) {
    const innerPath = `${path}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`
    if (POISONOUS.has(name)) return { path: innerPath, message: 'is not a name that a field may have' }
    const flaw = flawOfText(name, path) ?? findFlaw(inner, innerPath, depth + 1)
    if (flaw) return flaw
  }
  return null
}

function flawOfText(text: string, path: string): FieldError | null {
  if (text.includes('\0')) return { path, message: 'must not contain the NUL character' }
  return text.isWellFormed() ? null : { path, message: 'must not contain half of a surrogate pair' }
}
