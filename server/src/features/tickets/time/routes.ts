import { type Static, Type } from 'typebox'
import { actorOf, guildOf } from '../../../platform/http/guards.ts'
import type { Http } from '../../../platform/http/http.ts'
import type { Idempotent } from '../../../platform/http/idempotency.ts'
import { TicketPath } from '../contract.ts'
import type { AtTheDesk } from '../desk/at-the-desk.ts'
import { config, TICKETS, tags } from '../routes.ts'
import type { Staying } from './staying.ts'

const AutoClose = Type.Object(
  { excluded: Type.Boolean({ description: 'Whether it is left alone: neither reminded of nor closed by itself.' }) },
  { additionalProperties: false, examples: [{ excluded: true }] },
)
export type AutoClose = Static<typeof AutoClose>

/** Whether a ticket closes by itself. */
export function autoCloseRoute(http: Http, desk: AtTheDesk, staying: Staying, idempotent: Idempotent): void {
  const schema = {
    operationId: 'excludeTicketFromAutoClose',
    summary: 'Say whether a ticket is reminded of and closes by itself',
    tags,
    params: TicketPath,
    body: AutoClose,
    response: { 200: AutoClose },
  }
  http.put(`${TICKETS}/:ticket_id/auto-close`, { config, schema }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      const doer = await desk.callerIn(guildOf(request), actorOf(request).userId)
      const excluded = await staying.exclude(doer, request.params.ticket_id, request.body.excluded, { commit })
      return { excluded }
    }),
  )
}
