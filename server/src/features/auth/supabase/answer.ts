/** One question to Supabase over HTTP, bounded in time and size. */

/** Two in a row, for a key and a profile, stay within the five seconds after which a caller is told 503. */
export const PATIENCE_MS = 2400
const LARGEST_ANSWER_BYTES = 64 * 1024

/** Supabase did not answer, not in time, or not with what was asked for. */
export class SupabaseFailure extends Error {
  override readonly name = 'SupabaseFailure'
}

/** The JSON text of a successful answer. @throws {SupabaseFailure} */
export async function answerOf(
  address: string | URL,
  patienceMs: number,
  headers: Readonly<Record<string, string>> = {},
): Promise<string> {
  try {
    const response = await fetch(address, {
      headers: { accept: 'application/json', ...headers },
      // Followed, a redirection would carry the key to wherever it points.
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    })
    const text = await boundedText(response)
    if (!response.ok) throw new SupabaseFailure(`Supabase answered ${response.status}`)
    return text
  } catch (error) {
    if (error instanceof DOMException) throw new SupabaseFailure(`Supabase did not answer within ${patienceMs} ms`)
    // What fetch throws when the network fails: https://fetch.spec.whatwg.org/#fetch-method
    if (error instanceof TypeError) throw new SupabaseFailure('Supabase could not be reached', { cause: error })
    throw error
  }
}

async function boundedText({ body }: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body ?? []) {
    bytes += chunk.length
    // Leaving the loop cancels the rest.
    if (bytes > LARGEST_ANSWER_BYTES) throw new SupabaseFailure('Supabase answered more than 64 KiB')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** The value of JSON text, numbers as the text they were written as: ids lose no digit. @throws {SupabaseFailure} */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text, (_key, value, { source }) => (typeof value === 'number' ? (source ?? value) : value))
  } catch (error) {
    if (error instanceof SyntaxError) throw new SupabaseFailure('Supabase answered what is no JSON')
    throw error
  }
}
