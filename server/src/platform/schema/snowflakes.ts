import { type TUnsafe, Type } from 'typebox'
import { Set as setFormat } from 'typebox/format'
import { isSnowflake, type Snowflake } from '../../kernel/ids.ts'

/**
 * Discord ids at the edge. Ids go in as number or string and arrive as the exact branded string (`exactIds` in
 * platform/http); they go out as `bigint`, written as a JSON integer with every digit or, where the client asked with
 * `Prefer: snowflakes=string`, as a string. One JSON Schema tells the truth about all of it.
 */
setFormat('snowflake', isSnowflake)

interface Annotations {
  readonly description?: string
  readonly examples?: readonly unknown[]
}

const PATTERN = '^[1-9][0-9]{0,18}$'

function eitherForm(annotations: Annotations) {
  return { type: ['integer', 'string'], format: 'snowflake', minimum: 1, pattern: PATTERN, ...annotations }
}

/** An id in a body, path or query: number or string; the handler gets the exact string. */
export function SnowflakeIn<Id extends Snowflake<string>>(annotations: Annotations = {}): TUnsafe<Id> {
  return Type.Unsafe<Id>(eitherForm(annotations))
}

/** An id in an answer, where the reference shows a number; give it `BigInt(id)`. */
export function SnowflakeOut(annotations: Annotations = {}): TUnsafe<bigint> {
  return Type.Unsafe<bigint>(eitherForm(annotations))
}

/** An id in an answer, where the reference shows a string. */
export function SnowflakeStringOut(annotations: Annotations = {}): TUnsafe<string> {
  return Type.Unsafe<string>({ type: 'string', format: 'snowflake', pattern: PATTERN, ...annotations })
}
