import type { AnswersOf } from '../../../platform/discord/answers.ts'
import { defineButton, defineForm, defineSelect } from '../../../platform/discord/components.ts'
import { customId } from '../../../platform/discord/custom-id.ts'
import type { Invocation } from '../../../platform/discord/invocation.ts'
import { plain } from '../../../platform/discord/message-parts.ts'
import { filledIn, panelForm } from './form.ts'
import type { Opener } from './opening.ts'
import type { Placing } from './placing.ts'
import { offeredMessage } from './replies.ts'
import type { Offered, Opened, OpeningService } from './service.ts'
import { openingWords } from './words-opening.ts'

const feature = 'tickets'

export interface Counter {
  readonly service: OpeningService
  readonly place: Placing
}

export function openerOf({ guildId, actor, member, language }: Invocation): Opener {
  return { guildId, userId: actor.userId, username: member.username, language, roleIds: member.roleIds }
}

/** Where it is, or what may make it needless. */
export async function outcome({ place }: Counter, result: Opened | Offered, invocation: Invocation) {
  return result.kind === 'opened' ? place(result, invocation) : offeredMessage(result, invocation.language)
}

/** What members press, choose and fill in on the way to a ticket. All of it works after a restart. */
export function openingInteractions(counter: Counter) {
  const { service } = counter
  const ask = async (invocation: Invocation, panelId: string): Promise<AnswersOf['modal']> => {
    const panel = await service.panelFor(openerOf(invocation), panelId)
    return panelForm(customId(feature, 'form', panelId), panel, invocation.language)
  }
  return {
    buttons: [
      defineButton({ feature, act: 'open', answers: 'modal', run: (press) => ask(press, press.about) }),
      fillButton(service),
      goButton(counter),
      solvedButton(service),
    ],
    selects: [
      defineSelect({ feature, act: 'pick', answers: 'modal', run: (choice) => ask(choice, choice.values[0] ?? '') }),
    ],
    forms: [panelFormHandler(counter), filledFormHandler(counter)],
  }
}

function panelFormHandler(counter: Counter) {
  return defineForm({
    feature,
    act: 'form',
    answers: 'message',
    async run(form) {
      const asked = { interactionId: form.id, panelId: form.about, ...filledIn(form) }
      const result = await counter.service.ask(openerOf(form), asked)
      return { kind: 'message', message: await outcome(counter, result, form) }
    },
  })
}

/** The form of a panel for which a description was typed already. */
function fillButton(service: OpeningService) {
  return defineButton({
    feature,
    act: 'fill',
    answers: 'modal',
    async run(press) {
      const opener = openerOf(press)
      const { id, panelId } = await service.kept(opener, press.about)
      const panel = await service.panelFor(opener, panelId ?? '')
      return panelForm(customId(feature, 'filled', id), panel, press.language)
    },
  })
}

function filledFormHandler(counter: Counter) {
  return defineForm({
    feature,
    act: 'filled',
    answers: 'update',
    async run(form) {
      const result = await counter.service.answer(openerOf(form), form.about, filledIn(form).answers)
      return { kind: 'update', message: await outcome(counter, result, form) }
    },
  })
}

function goButton(counter: Counter) {
  return defineButton({
    feature,
    act: 'go',
    answers: 'update',
    async run(press) {
      const opened = await counter.service.open(openerOf(press), press.about)
      return { kind: 'update', message: await counter.place(opened, press) }
    },
  })
}

function solvedButton(service: OpeningService) {
  return defineButton({
    feature,
    act: 'solved',
    answers: 'update',
    async run(press) {
      const [openingId = '', entryId = ''] = press.about.split('.')
      await service.solve(openerOf(press), openingId, entryId)
      return { kind: 'update', message: plain(openingWords(press.language)('solved')) }
    },
  })
}
