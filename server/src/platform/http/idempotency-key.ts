import type { FastifyRequest } from 'fastify'
import { invalidField } from '../../kernel/refusal.ts'

const VISIBLE_ASCII = /^[!-~]{1,255}$/

/** The key that makes a write safe to repeat; null without. @throws {Refusal} for what no key looks like. */
export function keyOf({ headers }: FastifyRequest): string | null {
  const key = headers['idempotency-key']
  if (key === undefined) return null
  if (typeof key === 'string' && VISIBLE_ASCII.test(key)) return key
  const rule = 'Idempotency-Key must be 1 to 255 visible ASCII characters.'
  throw invalidField('http.invalid_idempotency_key', 'Idempotency-Key', rule)
}
