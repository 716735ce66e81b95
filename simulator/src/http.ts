/** Requests and answers as plain values, for the doors beside Discord's REST. */
import type { IncomingMessage, ServerResponse } from 'node:http'

export interface PlainRequest {
  readonly method: string
  /** Path and query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

export interface PlainAnswer {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** Text is sent as it is, anything else as JSON. */
  readonly body?: unknown
}

const MOST_BYTES = 1 << 20

/** Undefined when the body is longer than `mostBytes`, a mebibyte unless given. */
export async function plainRequest(
  request: IncomingMessage,
  mostBytes = MOST_BYTES,
): Promise<PlainRequest | undefined> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > mostBytes) return undefined
    chunks.push(chunk)
  }
  const { method = 'GET', url = '/', headers } = request
  return { method, path: url, headers, body: Buffer.concat(chunks).toString() }
}

export function sendPlain(response: ServerResponse, { status, headers = {}, body }: PlainAnswer): void {
  // discord.js reads by content type: a 204 must not claim to be JSON.
  const type =
    body === undefined
      ? {}
      : { 'content-type': typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json' }
  response.writeHead(status, { ...type, ...headers })
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

/** The first value of a header that may be sent more than once. */
export function headerOf(request: PlainRequest, name: string): string | undefined {
  const value = request.headers[name]
  return Array.isArray(value) ? value[0] : value
}
