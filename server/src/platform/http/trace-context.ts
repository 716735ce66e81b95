import type { FastifyRequest } from 'fastify'
import type { Http } from './http.ts'

/** https://www.w3.org/TR/trace-context/#traceparent-header: version, trace, parent, flags; versions after 00 may say more. */
const TRACEPARENT = /^(?!ff)([\da-f]{2})-([\da-f]{32})-([\da-f]{16})-[\da-f]{2}(-.*)?$/

/** Which trace a request belongs to; a header that is not well-formed is as good as none, as W3C demands. */
export function traceOf(header: unknown): { trace_id: string; parent_id: string } | null {
  const [, version, traceId = '', parentId = '', more] = TRACEPARENT.exec(String(header)) ?? []
  const isWellFormed = version !== undefined && (version !== '00' || more === undefined)
  return isWellFormed && /[^0]/.test(traceId) && /[^0]/.test(parentId)
    ? { trace_id: traceId, parent_id: parentId }
    : null
}

/** Everything that is logged about a request names the trace that it is part of. */
export function followTraces(http: Http): void {
  http.addHook('onRequest', async (request: FastifyRequest) => {
    const trace = traceOf(request.headers.traceparent)
    if (trace) request.log = request.log.child(trace)
  })
}
