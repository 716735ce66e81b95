/** OAuth2 as one of the simulator's doors, checked against Discord's description where that describes it. */
import type { IncomingMessage } from 'node:http'
import type { Violation } from '../description/check.ts'
import { findOperation } from '../description/paths.ts'
import { headerOf, type PlainAnswer, type PlainRequest, plainRequest, sendPlain } from '../http.ts'
import type { Checks, Door } from '../rest/server.ts'
import type { OAuth2 } from './oauth2.ts'

interface Inspection {
  readonly checks: Checks
  readonly report: (violations: readonly Violation[]) => void
}

export function oauth2Door(oauth2: OAuth2, inspection?: Inspection): Door {
  return async (incoming: IncomingMessage, response) => {
    if (!oauth2.takes({ path: incoming.url ?? '/', headers: incoming.headers })) return false
    const request = await plainRequest(incoming)
    const answer = request
      ? oauth2.answer(request)
      : { status: 413, body: { message: 'Request entity too large', code: 40005 } }
    if (request && inspection) inspect(request, answer, inspection)
    sendPlain(response, answer)
    return true
  }
}

function inspect(request: PlainRequest, { status, body }: PlainAnswer, { checks, report }: Inspection): void {
  const { method, path } = request
  // The consent page is for people: Discord's description leaves it out.
  if (!findOperation(method, path)) return
  const isForm = headerOf(request, 'content-type')?.startsWith('application/x-www-form-urlencoded')
  const sent = isForm ? Object.fromEntries(new URLSearchParams(request.body)) : undefined
  report([...checks.checkRequest({ method, path, body: sent }), ...checks.checkAnswer({ method, path, status, body })])
}
