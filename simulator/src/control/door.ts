/** The control door, `/sim`: other programs act as people, break things, move the clock, and look around. */
import type { IncomingMessage } from 'node:http'
import { DiscordError } from '../discord-error.ts'
import { type PlainAnswer, type PlainRequest, plainRequest, sendPlain } from '../http.ts'
import { CannotAct, NoAnswer } from '../people/waiting.ts'
import type { Door } from '../rest/server.ts'
import type { Simulator } from '../simulator.ts'
import { UnreadableState } from '../storage.ts'
import { ControlCall, type ControlRoute } from './control-call.ts'
import { ControlError } from './control-error.ts'
import { faultRoutes } from './fault-routes.ts'
import { refusalOf } from './loopback.ts'
import { personRoutes } from './person-routes.ts'
import { worldRoutes } from './world-routes.ts'

const ROUTES = { ...worldRoutes, ...personRoutes, ...faultRoutes }

interface Known {
  readonly method: string
  readonly pattern: URLPattern
  readonly route: ControlRoute
}

const known: readonly Known[] = Object.entries(ROUTES).map(([key, route]) => {
  const [method = '', pathname = ''] = key.split(' ')
  return { method, pattern: new URLPattern({ pathname }), route }
})

/** Room for a saved state; everything else is far smaller. */
const MOST_BYTES = 1 << 28

export function controlDoor(simulator: Simulator): Door {
  return async (incoming, response) => {
    if (!/^\/sim(?=[/?]|$)/.test(incoming.url ?? '')) return false
    sendPlain(response, await answer(simulator, incoming))
    return true
  }
}

async function answer(simulator: Simulator, incoming: IncomingMessage): Promise<PlainAnswer> {
  const refusal = refusalOf({ remoteAddress: incoming.socket.remoteAddress, headers: incoming.headers })
  if (refusal) return refused(403, refusal)
  const request = await plainRequest(incoming, MOST_BYTES)
  if (!request) return refused(413, 'The body is too long.')
  try {
    const body = await routed(simulator, request)
    return body === undefined ? { status: 204 } : { status: 200, body }
  } catch (error) {
    if (error instanceof ControlError) return refused(error.status, error.message)
    if (error instanceof UnreadableState) return refused(400, error.message)
    if (error instanceof CannotAct) return refused(409, error.message)
    if (error instanceof NoAnswer) return refused(504, error.message)
    if (error instanceof DiscordError)
      return { status: error.status, body: { error: error.message, discord: error.body() } }
    throw error
  }
}

function routed(simulator: Simulator, request: PlainRequest): unknown {
  const url = new URL(request.path, 'http://localhost')
  const there = known.filter(({ pattern }) => pattern.test(url))
  const found = there.find(({ method }) => method === request.method)
  if (found) {
    const params = found.pattern.exec(url)?.pathname.groups ?? {}
    return found.route(new ControlCall(simulator, { params, query: url.searchParams, body: bodyOf(request) }))
  }
  if (there.length === 0) throw new ControlError(404, `There is no ${url.pathname}; GET /sim lists what there is.`)
  throw new ControlError(405, `${url.pathname} takes ${there.map(({ method }) => method).join(', ')}.`)
}

/** Browsers send other content types to other origins without asking, JSON they do not. */
function bodyOf({ headers, body }: PlainRequest): unknown {
  if (body === '') return {}
  if (!headers['content-type']?.includes('application/json')) {
    throw new ControlError(415, 'The body must be sent as content-type application/json.')
  }
  try {
    return JSON.parse(body)
  } catch (error) {
    if (error instanceof SyntaxError) throw new ControlError(400, `The body is not JSON: ${error.message}`)
    throw error
  }
}

function refused(status: number, sentence: string): PlainAnswer {
  return { status, body: { error: sentence } }
}
