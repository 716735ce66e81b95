import { invalidField, Refusal } from '../../../kernel/refusal.ts'
import { BOUNDS } from '../contract.ts'
import { tell } from '../desk.ts'
import { deskWords } from '../words-desk.ts'
import * as store from './annotations-store.ts'
import { type AtTheDesk, type Doer, type Expecting, type Found, requireStaff } from './at-the-desk.ts'

const MOST_NOTES = 100

/** What staff write for each other. */
export function ticketNotes(desk: AtTheDesk) {
  const { db } = desk

  /** Whose note it is decides, so an admin may change any. */
  async function own(doer: Doer, ticketId: string, noteId: string): Promise<store.Note> {
    const { standing } = await desk.findAsStaff(doer, ticketId)
    const note = await store.findNote(db, doer.guildId, noteId)
    if (note?.ticketId !== ticketId) throw noNote()
    if (note.authorId !== doer.userId && standing !== 'admin')
      throw new Refusal('forbidden', 'tickets.note_of_another', deskWords.everywhere('note_of_another'))
    return note
  }

  return {
    own,

    /** Of a ticket that staff has found. */
    of: ({ ticket }: Found) => store.notesOf(db, ticket.id),

    async list(doer: Doer, id: string): Promise<store.Note[]> {
      await desk.findAsStaff(doer, id)
      return store.notesOf(db, id)
    },

    async add(doer: Doer, id: string, body: string, expecting: Expecting = {}): Promise<store.Note> {
      const text = noteText(body)
      return desk.change(doer, id, expecting, async (tx, found, now) => {
        requireStaff(found)
        const { ticket } = found
        if ((await store.notesOf(tx, id)).length >= MOST_NOTES)
          throw new Refusal('limit', 'tickets.notes_full', deskWords.everywhere('notes_full', { most: MOST_NOTES }))
        const note = await store.insertNote(tx, ticket, { authorId: doer.userId, body: text }, now)
        const told = { kind: 'note', from: ticket.status, actorId: doer.userId, details: { note_id: note.id } }
        await tell(tx, ticket, told, now)
        return note
      })
    },

    async rewrite(doer: Doer, id: string, noteId: string, body: string, expecting: Expecting = {}) {
      const text = noteText(body)
      await own(doer, id, noteId)
      return desk.change(doer, id, expecting, async (tx, { ticket }, now) => {
        if (!(await store.findNote(tx, doer.guildId, noteId))) throw noNote()
        const note = await store.rewriteNote(tx, noteId, text, now)
        const told = { kind: 'note_changed', from: ticket.status, actorId: doer.userId, details: { note_id: noteId } }
        await tell(tx, ticket, told, now)
        return note
      })
    },

    async remove(doer: Doer, id: string, noteId: string, expecting: Expecting = {}): Promise<void> {
      await own(doer, id, noteId)
      await desk.change(doer, id, expecting, async (tx, { ticket }, now) => {
        await store.deleteNote(tx, noteId)
        const told = { kind: 'note_deleted', from: ticket.status, actorId: doer.userId, details: { note_id: noteId } }
        await tell(tx, ticket, told, now)
      })
    },
  }
}

const noNote = () => new Refusal('not_found', 'tickets.no_such_note', deskWords.everywhere('no_such_note'))

function noteText(body: string): string {
  const text = body.trim()
  const { length } = text
  if (length >= 1 && length <= BOUNDS.note) return text
  throw invalidField('tickets.note_length', '/body', deskWords.everywhere('note_length', { most: BOUNDS.note }))
}
