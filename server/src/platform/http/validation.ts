import type { FastifySchemaCompiler } from 'fastify'
import type { TSchema } from 'typebox'
import { Compile } from 'typebox/compile'
import { type FieldError, Refusal } from '../../kernel/refusal.ts'
import { exactIds, fromText } from '../schema/exact-ids.ts'
import { fieldErrors, fieldName, type SchemaNode } from '../schema/rule.ts'
import { unstorable } from './storable.ts'

const PARTS: Readonly<Record<string, string>> = {
  body: 'body',
  querystring: 'query',
  params: 'path',
  headers: 'headers',
}
const MOST_TOLD = 3

/** Checks a part of a request against its schema; a misfit is a Refusal that names each field and its rule. */
export const validatorCompiler: FastifySchemaCompiler<TSchema & SchemaNode> = ({ schema, httpPart = 'body' }) => {
  const type = Compile(schema)
  const whole = PARTS[httpPart] ?? httpPart
  const isBody = httpPart === 'body'
  const refused = (errors: readonly FieldError[]) => ({ error: misfit(isBody ? errors : errors.map(asParameter)) })
  return (input: unknown) => {
    const flaw = unstorable(input)
    if (flaw) return refused([{ path: flaw.path, message: `${fieldName(flaw.path, whole)} ${flaw.message}` }])
    const value = exactIds(schema, isBody ? input : fromText(schema, input))
    return type.Check(value) ? { value } : refused(fieldErrors(schema, type.Errors(value), whole))
  }
}

/** Query and path parameters are named plainly; JSON pointers are for bodies. */
function asParameter({ path, message }: FieldError): FieldError {
  return { path: path.replace(/^\//, ''), message }
}

function misfit(errors: readonly FieldError[]): Refusal {
  const told = errors.slice(0, MOST_TOLD).map((error) => error.message)
  const untold = errors.length - told.length
  const sentence = `${told.join('; ')}${untold > 0 ? `; and ${untold} more` : ''}.`
  return new Refusal('invalid', 'http.invalid', sentence, { errors })
}
