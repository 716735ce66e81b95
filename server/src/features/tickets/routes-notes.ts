import { guildOf } from '../../platform/http/guards.ts'
import type { Http } from '../../platform/http/http.ts'
import type { Idempotent } from '../../platform/http/idempotency.ts'
import {
  Gone,
  GuildPath,
  LabelInput,
  LabelList,
  LabelOut,
  LabelPath,
  NoteInput,
  NoteList,
  NoteOut,
  NotePath,
  TicketPath,
} from './contract.ts'
import type { Label } from './desk/annotations-store.ts'
import type { DeskServices } from './desk/services.ts'
import { noteOut } from './presenter.ts'
import { config, doerIn, TICKETS, tags } from './routes.ts'

const NOTES = `${TICKETS}/:ticket_id/notes`
const LABELS = '/api/dashboard/:guild_id/ticket-labels'
/** What every ticket can be given is for admins to say. */
const ofAdmins = { ...config, access: 'guild_admin' } as const
const gone = { success: true as const }

/** What staff write for each other. */
export function noteRoutes(http: Http, services: DeskServices, idempotent: Idempotent): void {
  const { notes } = services
  const listing = {
    operationId: 'listTicketNotes',
    summary: 'List the notes of the staff to a ticket, oldest first',
    tags,
    params: TicketPath,
    response: { 200: NoteList },
  }
  http.get(NOTES, { config, schema: listing }, async (request) =>
    (await notes.list(await doerIn(services, request), request.params.ticket_id)).map(noteOut),
  )
  const adding = {
    operationId: 'addTicketNote',
    summary: 'Add a note to a ticket, which members do not see',
    tags,
    params: TicketPath,
    body: NoteInput,
    response: { 200: NoteOut },
  }
  http.post(NOTES, { config, schema: adding }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      const doer = await doerIn(services, request)
      return noteOut(await notes.add(doer, request.params.ticket_id, request.body.body, { commit }))
    }),
  )
  ownNoteRoutes(http, services, idempotent)
}

function ownNoteRoutes(http: Http, services: DeskServices, idempotent: Idempotent): void {
  const { notes } = services
  const changing = {
    operationId: 'changeTicketNote',
    summary: 'Change a note of a ticket: its author, or an admin',
    tags,
    params: NotePath,
    body: NoteInput,
    response: { 200: NoteOut },
  }
  http.patch(`${NOTES}/:note_id`, { config, schema: changing }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      const { ticket_id, note_id } = request.params
      const doer = await doerIn(services, request)
      return noteOut(await notes.rewrite(doer, ticket_id, note_id, request.body.body, { commit }))
    }),
  )
  const deleting = {
    operationId: 'deleteTicketNote',
    summary: 'Delete a note of a ticket: its author, or an admin',
    tags,
    params: NotePath,
    response: { 200: Gone },
  }
  http.delete(`${NOTES}/:note_id`, { config, schema: deleting }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      const { ticket_id, note_id } = request.params
      await notes.remove(await doerIn(services, request), ticket_id, note_id, { commit })
      return gone
    }),
  )
}

/** What a guild can label its tickets with. */
export function labelRoutes(http: Http, { labels }: DeskServices, idempotent: Idempotent): void {
  const listing = {
    operationId: 'listTicketLabels',
    summary: 'List the labels that the tickets of a guild can have',
    tags,
    params: GuildPath,
    response: { 200: LabelList },
  }
  http.get(LABELS, { config, schema: listing }, async (request) => (await labels.list(guildOf(request))).map(labelOut))
  const saving = {
    operationId: 'saveTicketLabel',
    summary: 'Add a label, or change the colour of the one that has the name',
    tags,
    params: GuildPath,
    body: LabelInput,
    response: { 200: LabelOut },
  }
  http.post(LABELS, { config: ofAdmins, schema: saving }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      const { name, color = null } = request.body
      return labelOut(await labels.save(guildOf(request), { name, color }, commit))
    }),
  )
  const deleting = {
    operationId: 'deleteTicketLabel',
    summary: 'Take a label off the list; tickets that have it keep it',
    tags,
    params: LabelPath,
    response: { 200: Gone },
  }
  http.delete(`${LABELS}/:label_id`, { config: ofAdmins, schema: deleting }, (request, reply) =>
    idempotent(request, reply, async (commit) => {
      await labels.remove(guildOf(request), { id: request.params.label_id }, commit)
      return gone
    }),
  )
}

function labelOut({ id, name, color }: Label) {
  return { id: Number(id), name, color }
}
