import { say } from '../../../platform/discord/answers.ts'
import { type Button, type ButtonPress, defineButton } from '../../../platform/discord/components.ts'
import { timestamp } from '../../../platform/discord/text.ts'
import { BUTTON_MOVES } from '../controls.ts'
import { judge } from '../moves.ts'
import { doerOf } from './at-the-desk.ts'
import { REQUEST_HOURS } from './close-requests.ts'
import { menuMessage } from './menu.ts'
import { answeredMessage, closeForm, noteEditForm, noteForm, notesMessage } from './messages.ts'
import type { DeskServices } from './services.ts'
import { menuWords } from './words-menu.ts'

const feature = 'tickets'

/** Under the head of a ticket's channel: its moves, and the menu with everything else. */
export function headButtons({ desk, moving, head, choices }: DeskServices): Button[] {
  const moves = BUTTON_MOVES.filter((move) => move !== 'close').map((move) =>
    defineButton({
      feature,
      act: move,
      answers: 'update',
      async run(press) {
        const ticket = await moving.move(doerOf(press), press.about, { move })
        return { kind: 'update', message: await head(ticket) }
      },
    }),
  )
  const close = defineButton({
    feature,
    act: 'close',
    answers: 'modal',
    async run(press) {
      const { ticket, standing } = await desk.find(doerOf(press), press.about)
      // Nobody fills in a form in vain.
      judge('close', ticket, standing)
      return closeForm(ticket, press.language)
    },
  })
  const more = defineButton({
    feature,
    act: 'more',
    answers: 'message',
    async run(press) {
      const { ticket } = await desk.findAsStaff(doerOf(press), press.about)
      return { kind: 'message', message: menuMessage(ticket, await choices(press), press.language) }
    },
  })
  return [...moves, close, more]
}

/** In the menu, and under the note that was chosen there. */
export function menuButtons({ desk, notes, closeRequests }: DeskServices): Button[] {
  const addNote = defineButton({
    feature,
    act: 'note_add',
    answers: 'modal',
    async run(press) {
      const { ticket } = await desk.findAsStaff(doerOf(press), press.about)
      return noteForm(ticket, press.language)
    },
  })
  const showNotes = defineButton({
    feature,
    act: 'notes',
    answers: 'message',
    async run(press) {
      const { ticket } = await desk.findAsStaff(doerOf(press), press.about)
      const written = await notes.list(doerOf(press), press.about)
      return { kind: 'message', message: notesMessage(ticket, written, press.language) }
    },
  })
  const editNote = defineButton({
    feature,
    act: 'note_edit',
    answers: 'modal',
    async run(press) {
      const note = await notes.own(doerOf(press), ...noteAbout(press))
      return noteEditForm(note, press.language)
    },
  })
  const deleteNote = defineButton({
    feature,
    act: 'note_delete',
    answers: 'update',
    async run(press) {
      await notes.remove(doerOf(press), ...noteAbout(press))
      return { ...say(menuWords(press.language)('note_gone')), kind: 'update' }
    },
  })
  const askClose = defineButton({
    feature,
    act: 'ask_close',
    answers: 'message',
    async run(press) {
      const wish = { hours: REQUEST_HOURS.usual, reason: null }
      const { dueAt } = await closeRequests.ask(doerOf(press), press.about, wish)
      return say(menuWords(press.language)('asked', { when: timestamp(dueAt, 'R') }))
    },
  })
  return [addNote, showNotes, editNote, deleteNote, askClose]
}

/** Under the question whether the ticket can be closed. */
export function requestButtons({ closeRequests }: DeskServices): Button[] {
  const answering = (act: 'agree' | 'keep', answer: typeof closeRequests.agree) =>
    defineButton({
      feature,
      act,
      answers: 'update',
      async run(press) {
        const { language } = await answer(doerOf(press), press.about)
        return { kind: 'update', message: answeredMessage(press.actor.userId, act === 'agree', language) }
      },
    })
  return [answering('agree', closeRequests.agree), answering('keep', closeRequests.keepOpen)]
}

/** `ticket:note` */
export function noteAbout({ about }: Pick<ButtonPress, 'about'>): [ticketId: string, noteId: string] {
  const [ticketId = '', noteId = ''] = about.split(':', 2)
  return [ticketId, noteId]
}
