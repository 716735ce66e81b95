import type { Http } from '../http/http.ts'
import type { Meters } from './meters.ts'

/** How long requests take, and how many are over a limit; by the template of their route, never by their address. */
export function meterRequests(http: Http, meters: Meters): void {
  const answered = meters.durations({
    name: 'http_request_duration_seconds',
    help: 'Time from the first byte of a request to the last byte of its answer.',
    labels: ['route', 'method', 'status'],
  })
  const limited = meters.counter({
    name: 'http_requests_limited_total',
    help: 'Requests that were refused because their caller made too many.',
    labels: ['family'],
  })
  http.addHook('onResponse', async (request, reply) => {
    const { url: route = 'none', config } = request.routeOptions
    const status = `${Math.floor(reply.statusCode / 100)}xx`
    answered({ route, method: request.method, status }, reply.elapsedTime / 1000)
    if (reply.statusCode === 429) limited({ family: config.limit ?? 'none' })
  })
}
