import type { Actor } from '../../kernel/actor.ts'
import type { UserId } from '../../kernel/ids.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { actorOf } from '../../platform/http/guards.ts'
import type { Http } from '../../platform/http/http.ts'
import type { Idempotent } from '../../platform/http/idempotency.ts'
import {
  BOUNDS,
  ReminderInput,
  ReminderList,
  ReminderListPath,
  ReminderListQuery,
  ReminderPatch,
  ReminderPath,
  ReminderRemoved,
  ReminderSaved,
} from './contract.ts'
import { cursorText, parseCursor } from './cursor.ts'
import { present } from './presenter.ts'
import type { ReminderService, ReminderView } from './service.ts'

const config = { access: 'user', scope: 'reminders', limit: 'reminders' } as const
const tags = ['Reminders']

/** The four endpoints of the reference: list, create, change, delete one's own reminders. */
export function reminderRoutes(http: Http, service: ReminderService, idempotent: Idempotent): void {
  listRoute(http, service)
  createRoute(http, service, idempotent)
  changeRoute(http, service, idempotent)
  deleteRoute(http, service, idempotent)
}

function createRoute(http: Http, service: ReminderService, idempotent: Idempotent): void {
  http.post(
    '/api/reminders',
    {
      config,
      schema: {
        operationId: 'createReminder',
        summary: 'Create a reminder',
        tags,
        body: ReminderInput,
        response: { 200: ReminderSaved },
      },
    },
    (request, reply) =>
      idempotent(request, reply, async (commit) =>
        saved(await service.create(actorOf(request), request.body, null, commit)),
      ),
  )
}

function changeRoute(http: Http, service: ReminderService, idempotent: Idempotent): void {
  http.put(
    '/api/reminders',
    {
      config,
      schema: {
        operationId: 'changeReminder',
        summary: 'Change the fields of a reminder that are sent',
        tags,
        body: ReminderPatch,
        response: { 200: ReminderSaved },
      },
    },
    (request, reply) =>
      idempotent(request, reply, async (commit) => saved(await service.change(actorOf(request), request.body, commit))),
  )
}

function deleteRoute(http: Http, service: ReminderService, idempotent: Idempotent): void {
  http.delete(
    '/api/reminders/:reminder_id/:created_by',
    {
      config,
      schema: {
        operationId: 'deleteReminder',
        summary: 'Delete a reminder',
        tags,
        params: ReminderPath,
        response: { 200: ReminderRemoved },
      },
    },
    (request, reply) => {
      const { reminder_id, created_by } = request.params
      checkSelf(actorOf(request), created_by, 'created_by')
      return idempotent(request, reply, async (commit) => {
        await service.remove(actorOf(request), reminder_id, commit)
        return { success: true as const }
      })
    },
  )
}

function listRoute(http: Http, service: ReminderService): void {
  http.get(
    '/api/reminders/:user_id',
    {
      config: { ...config, guildIsFilter: true },
      schema: {
        operationId: 'listReminders',
        summary: 'List the reminders of a user',
        description:
          'Ordered by next sending. When there are more, `X-Next-Cursor` holds the `cursor` of the next page.',
        tags,
        params: ReminderListPath,
        querystring: ReminderListQuery,
        response: { 200: ReminderList },
      },
    },
    async (request, reply) => {
      const { guild_id: guildId, limit = BOUNDS.page, cursor } = request.query
      checkSelf(actorOf(request), request.params.user_id, 'user_id')
      const reminders = await service.listForOwner(actorOf(request), {
        ...(guildId && { guildId }),
        ...(cursor !== undefined && { after: parseCursor(cursor) }),
        limit: limit + 1,
      })
      const page = reminders.slice(0, limit)
      const last = page.at(-1)
      if (last && reminders.length > limit)
        reply.header('x-next-cursor', cursorText({ nextSendAt: last.next?.sendAt ?? null, id: last.id }))
      return page.map((reminder) => present(reminder, reminder.lastDelivery))
    },
  )
}

function saved(view: ReminderView) {
  return { success: true as const, id: Number(view.id), reminder: present(view, view.lastDelivery) }
}

function checkSelf(actor: Actor, named: UserId, field: string): void {
  if (named === actor.userId) return
  const message = `${field} must be the caller named by X-User-Id.`
  throw new Refusal('forbidden', 'reminders.someone_else', message, { errors: [{ path: field, message }] })
}
