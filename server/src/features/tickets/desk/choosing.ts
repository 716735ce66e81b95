import { isSnowflake, UserId } from '../../../kernel/ids.ts'
import { say } from '../../../platform/discord/answers.ts'
import {
  defineForm,
  defineSelect,
  type Form,
  type Select,
  type Selection,
} from '../../../platform/discord/components.ts'
import { PRIORITIES, type Ticket } from '../ticket.ts'
import { controlsWords } from '../words-controls.ts'
import { doerOf } from './at-the-desk.ts'
import { noteAbout } from './buttons.ts'
import { menuMessage, NO_PANEL } from './menu.ts'
import { noteMessage } from './messages.ts'
import type { DeskServices } from './services.ts'
import { menuWords } from './words-menu.ts'

const feature = 'tickets'

/** What is chosen in the menu of a ticket; the menu stays, with what was done above it. */
export function menuSelects(services: DeskServices): Select[] {
  const { moving, marking } = services
  const done = async (chosen: Selection, ticket: Ticket, sentence: string) => {
    const message = menuMessage(ticket, await services.choices(chosen), chosen.language, sentence)
    return { kind: 'update' as const, message }
  }
  const assign = defineSelect({
    feature,
    act: 'assign',
    answers: 'update',
    async run(chosen) {
      const [id] = chosen.values.filter(isSnowflake).map(UserId.parse)
      const wish = { move: 'assign' as const, ...(id && { assignee: id }) }
      const ticket = await moving.move(doerOf(chosen), chosen.about, wish)
      return done(chosen, ticket, menuWords(chosen.language)('assigned', { whom: `<@${ticket.claimedBy}>` }))
    },
  })
  const transfer = defineSelect({
    feature,
    act: 'transfer',
    answers: 'update',
    async run(chosen) {
      const [id] = chosen.values
      const wish = { move: 'transfer' as const, ...(id !== undefined && { panelId: id === NO_PANEL ? null : id }) }
      const ticket = await moving.move(doerOf(chosen), chosen.about, wish)
      return done(chosen, ticket, menuWords(chosen.language)('transferred'))
    },
  })
  const priority = defineSelect({
    feature,
    act: 'priority',
    answers: 'update',
    async run(chosen) {
      const wanted = PRIORITIES.find((one) => one === chosen.values[0])
      const ticket = await marking.mark(doerOf(chosen), chosen.about, { priority: wanted })
      const name = controlsWords(chosen.language)(`priority_${ticket.priority}`)
      return done(chosen, ticket, menuWords(chosen.language)('prioritised', { priority: name }))
    },
  })
  const labels = defineSelect({
    feature,
    act: 'labels',
    answers: 'update',
    async run(chosen) {
      const ticket = await marking.mark(doerOf(chosen), chosen.about, { labels: chosen.values })
      return done(chosen, ticket, menuWords(chosen.language)('labelled'))
    },
  })
  return [assign, transfer, priority, labels, noteSelect(services)]
}

function noteSelect({ notes }: DeskServices): Select {
  return defineSelect({
    feature,
    act: 'note',
    answers: 'update',
    async run(chosen) {
      const note = await notes.own(doerOf(chosen), chosen.about, chosen.values[0] ?? '')
      return { kind: 'update', message: noteMessage(note, chosen.language) }
    },
  })
}

export function deskForms({ moving, notes, head }: DeskServices): Form[] {
  const close = defineForm({
    feature,
    act: 'close_form',
    answers: 'update',
    async run(sent) {
      const reason = sent.fields.get('reason')?.trim() ?? ''
      const ticket = await moving.move(doerOf(sent), sent.about, { move: 'close', reason })
      return { kind: 'update', message: await head(ticket) }
    },
  })
  const note = defineForm({
    feature,
    act: 'note_form',
    answers: 'message',
    async run(sent) {
      await notes.add(doerOf(sent), sent.about, sent.fields.get('body') ?? '')
      return say(menuWords(sent.language)('note_saved'))
    },
  })
  const noteEdit = defineForm({
    feature,
    act: 'note_edit_form',
    answers: 'update',
    async run(sent) {
      const body = sent.fields.get('body') ?? ''
      const changed = await notes.rewrite(doerOf(sent), ...noteAbout(sent), body)
      return { kind: 'update', message: noteMessage(changed, sent.language) }
    },
  })
  return [close, note, noteEdit]
}
