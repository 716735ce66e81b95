import { randomUUID } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../../kernel/refusal.ts'
import type { Http } from './http.ts'
import { answerTo, type ErrorAnswer } from './refusals.ts'

/** Makes every answer that is no success the JSON of contract C2, and logs faults once. */
export function handleErrors(http: Http): void {
  const allowed = allowedMethods(http)
  http.setErrorHandler((error, request, reply) => sendError(error, request, reply))
  http.setNotFoundHandler((request, reply) => {
    const methods = allowed(request.url)
    if (methods.length === 0) return sendError(new Refusal('not_found', 'http.not_found', 'Not Found'), request, reply)
    reply.header('allow', methods.join(', '))
    const detail = `Method Not Allowed: this path knows ${methods.join(', ')}.`
    return send({ status: 405, headers: {}, body: { detail, code: 'http.method_not_allowed' } }, request, reply)
  })
}

/** For errors that happen before there is a route; also given to Fastify as `frameworkErrors`. */
export function sendError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  // Whoever went away while sending is told nothing, and nobody else did anything wrong.
  if (request.raw.destroyed && !request.raw.complete) return reply.hijack()
  const answer = answerTo(error)
  if (answer.status >= 500 && !(error instanceof Refusal)) request.log.error({ err: error }, answer.body.detail)
  return send(answer, request, reply)
}

function send({ status, headers, body }: ErrorAnswer, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return (
    reply
      .code(status)
      .headers({ 'x-request-id': request.id, ...headers })
      .type('application/json; charset=utf-8')
      // As bytes: a text would pass through the serializer that a client may have asked for.
      .send(Buffer.from(JSON.stringify({ ...body, request_id: request.id })))
  )
}

/** Which methods a path knows. Fastify's router tells only whether one given method of a path is known. */
function allowedMethods(http: Http): (url: string) => string[] {
  const routes: { readonly method: string; readonly pattern: URLPattern }[] = []
  http.addHook('onRoute', ({ method, url }) => {
    const pattern = new URLPattern({ pathname: url })
    for (const name of [method].flat()) routes.push({ method: name, pattern })
  })
  return (url) => {
    const pathname = url.split('?', 1)[0] ?? ''
    const methods = routes.filter(({ pattern }) => pattern.test({ pathname })).map(({ method }) => method)
    return methods.length === 0 ? [] : [...new Set([...methods, 'OPTIONS'])].sort()
  }
}

/** By the codes of Node's HTTP parser and server. */
const SOCKET_ERRORS: Readonly<Record<string, readonly [string, string, string]>> = {
  HPE_HEADER_OVERFLOW: [
    '431 Request Header Fields Too Large',
    'http.headers_too_large',
    'The request headers are too large.',
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'http.too_slow', 'The request took too long to arrive.'],
}
const NOT_HTTP = ['400 Bad Request', 'http.malformed_request', 'The request is not valid HTTP.'] as const

/** What is no complete HTTP request, on the bare socket: there is no request to answer. */
export function answerMalformed(
  error: NodeJS.ErrnoException,
  socket: NodeJS.WritableStream & { destroy(): void },
): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, code, detail] = SOCKET_ERRORS[error.code ?? ''] ?? NOT_HTTP
  const id = randomUUID()
  const body = JSON.stringify({ detail, code, request_id: id })
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: application/json; charset=utf-8\r\nX-Request-Id: ${id}\r\n` +
      `Content-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  )
}
