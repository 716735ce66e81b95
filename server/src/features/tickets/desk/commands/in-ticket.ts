import { say } from '../../../../platform/discord/answers.ts'
import { type Command, defineCommand } from '../../../../platform/discord/commands.ts'
import { integer, required, text, user } from '../../../../platform/discord/options.ts'
import { timestamp } from '../../../../platform/discord/text.ts'
import { BOUNDS } from '../../contract.ts'
import { statusName } from '../../moves.ts'
import { doerOf } from '../at-the-desk.ts'
import { REQUEST_HOURS } from '../close-requests.ts'
import type { DeskServices } from '../services.ts'
import { commandWords } from '../words-commands.ts'
import { menuWords } from '../words-menu.ts'
import { transferCommand } from './transfer.ts'

/** What is used in the channel of a ticket, about that ticket. */
export function inTicketCommands(services: DeskServices): Command[] {
  return [
    closeCommand(services),
    requestCommand(services),
    assignCommand(services),
    transferCommand(services),
    noteCommand(services),
    ...peopleCommands(services),
  ]
}

const reason = () => text(commandWords.everywhere('reason'), { maxLength: BOUNDS.reason })

function closeCommand({ desk, moving }: DeskServices) {
  return defineCommand({
    name: 'ticket_close',
    description: commandWords.everywhere('close_description'),
    options: { reason: reason() },
    answers: 'message',
    async handle(given, invocation) {
      const doer = doerOf(invocation)
      const { ticket } = await desk.findIn(doer, invocation.channelId)
      const wish = { move: 'close' as const, ...(given.reason !== null && { reason: given.reason }) }
      const { number, status } = await moving.move(doer, ticket.id, wish)
      const { language } = invocation
      return say(menuWords(language)('moved', { number, status: statusName(status)[language] }))
    },
  })
}

function requestCommand({ desk, closeRequests }: DeskServices) {
  const { least, most, usual } = REQUEST_HOURS
  return defineCommand({
    name: 'ticket_close_request',
    description: commandWords.everywhere('request_description'),
    options: { reason: reason(), hours: integer(commandWords.everywhere('hours'), { min: least, max: most }) },
    answers: 'message',
    async handle(given, invocation) {
      const doer = doerOf(invocation)
      const { ticket } = await desk.findIn(doer, invocation.channelId)
      const wish = { hours: given.hours ?? usual, reason: given.reason }
      const { dueAt } = await closeRequests.ask(doer, ticket.id, wish)
      return say(menuWords(invocation.language)('asked', { when: timestamp(dueAt, 'R') }))
    },
  })
}

function assignCommand({ desk, moving }: DeskServices) {
  return defineCommand({
    name: 'ticket_assign',
    description: commandWords.everywhere('assign_description'),
    options: { member: required(user(commandWords.everywhere('assign_member'))) },
    answers: 'message',
    async handle({ member: assignee }, invocation) {
      const doer = doerOf(invocation)
      const { ticket } = await desk.findIn(doer, invocation.channelId)
      await moving.move(doer, ticket.id, { move: 'assign', assignee })
      return say(menuWords(invocation.language)('assigned', { whom: `<@${assignee}>` }))
    },
  })
}

function noteCommand({ desk, notes }: DeskServices) {
  return defineCommand({
    name: 'ticket_note',
    description: commandWords.everywhere('note_description'),
    options: { text: required(text(commandWords.everywhere('note_text'), { maxLength: BOUNDS.note })) },
    answers: 'message',
    async handle({ text: body }, invocation) {
      const doer = doerOf(invocation)
      const { ticket } = await desk.findIn(doer, invocation.channelId)
      await notes.add(doer, ticket.id, body)
      return say(menuWords(invocation.language)('note_saved'))
    },
  })
}

function peopleCommands({ desk, people }: DeskServices) {
  const add = defineCommand({
    name: 'ticket_add',
    description: commandWords.everywhere('add_description'),
    options: { member: required(user(commandWords.everywhere('person'))) },
    answers: 'message',
    async handle({ member }, invocation) {
      const doer = doerOf(invocation)
      const { ticket } = await desk.findIn(doer, invocation.channelId)
      await people.add(doer, ticket.id, member)
      return say(menuWords(invocation.language)('person_added', { whom: `<@${member}>` }))
    },
  })
  const remove = defineCommand({
    name: 'ticket_remove',
    description: commandWords.everywhere('remove_description'),
    options: { member: required(user(commandWords.everywhere('person'))) },
    answers: 'message',
    async handle({ member }, invocation) {
      const doer = doerOf(invocation)
      const { ticket } = await desk.findIn(doer, invocation.channelId)
      await people.remove(doer, ticket.id, member)
      return say(menuWords(invocation.language)('person_removed', { whom: `<@${member}>` }))
    },
  })
  return [add, remove]
}
