import { Refusal } from '../../kernel/refusal.ts'

declare global {
  interface JSON {
    /** https://github.com/tc39/proposal-json-parse-with-source; not yet in TypeScript's library. */
    rawJSON(text: string): object
    parse(
      text: string,
      reviver: (this: unknown, key: string, value: unknown, context: { readonly source?: string }) => unknown,
    ): unknown
  }
}

/** JSON as it was meant: whole numbers beyond 2^53 become `bigint` with every digit; all other values are as usual. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value, { source }) =>
      typeof value === 'number' && !Number.isSafeInteger(value) && source && /^-?\d+$/.test(source)
        ? BigInt(source)
        : value,
    )
  } catch (error) {
    // RangeError: nested so deeply that the engine gives up.
    if (!(error instanceof SyntaxError || error instanceof RangeError)) throw error
    throw new Refusal('invalid', 'http.malformed_json', 'The body must be valid JSON.', {
      errors: [{ path: '', message: 'body must be valid JSON' }],
    })
  }
}

/** JSON with `bigint`, our ids, as whole numbers with every digit. */
export function numbersOut(payload: unknown): string {
  return JSON.stringify(payload, (_key, value) => (typeof value === 'bigint' ? JSON.rawJSON(String(value)) : value))
}

/** JSON with `bigint`, our ids, as strings: for clients whose numbers have 53 bits. */
export function stringsOut(payload: unknown): string {
  return JSON.stringify(payload, (_key, value) => (typeof value === 'bigint' ? String(value) : value))
}
