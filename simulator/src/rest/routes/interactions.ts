/** Answers to interactions: the callback, and the webhook that lasts fifteen minutes. Their token is all they need. */
import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10'
import { Fields } from '../../fields.ts'
import {
  answer,
  answerable,
  answerMessage,
  type Callback,
  editAnswer,
  followUp,
  webhookOf,
} from '../../state/interactions.ts'
import { messageView } from '../../state/message-view.ts'
import { removeMessage } from '../../state/messages.ts'
import type { CommandChoice, Interaction, Message } from '../../state/model.ts'
import { messageChange, messageDraft, requireFields } from '../message-body.ts'
import { type Call, nothing, ok, type Routes, type Upload } from '../router.ts'

const WEBHOOK = '/webhooks/{webhook_id}/{webhook_token}'

export const openInteractionRoutes: Routes = {
  'POST /interactions/{interaction_id}/{interaction_token}/callback': (call) => {
    const { world, param, query } = call
    const interaction = answerable(world, param('interaction_id'), param('interaction_token'))
    const callback = callbackOf(Fields.of(call.body), call.files)
    const message = answer(world, interaction, callback)
    return query.get('with_response') === 'true' ? ok(callbackView(call, interaction, callback, message)) : nothing
  },
  [`POST ${WEBHOOK}`]: (call) => {
    const draft = messageDraft(requireFields(call.body ?? {}), call.files)
    const message = followUp(call.world, interactionOf(call), draft)
    return ok(messageView(call.world, message))
  },
  ...messageRoutes('@original'),
  ...messageRoutes('{message_id}'),
}

function messageRoutes(last: string): Routes {
  const path = `${WEBHOOK}/messages/${last}`
  const messageOf = (call: Call) => answerMessage(call.world, interactionOf(call), call.param('message_id') || last)
  return {
    [`GET ${path}`]: (call) => ok(messageView(call.world, messageOf(call))),
    [`PATCH ${path}`]: (call) => {
      const change = messageChange(Fields.of(call.body), call.files)
      return ok(messageView(call.world, editAnswer(call.world, interactionOf(call), messageOf(call), change)))
    },
    [`DELETE ${path}`]: (call) => {
      removeMessage(call.world, messageOf(call))
      return nothing
    },
  }
}

function interactionOf({ world, param }: Call): Interaction {
  return webhookOf(world, param('webhook_id'), param('webhook_token'))
}

function callbackOf(fields: Fields, files: readonly Upload[]): Callback {
  const type = fields.required('type', fields.integer('type', { min: 4, max: 9 }))
  const data = fields.object('data')
  const isMessage = type === InteractionResponseType.ChannelMessageWithSource
  const isDeferred = type === InteractionResponseType.DeferredChannelMessageWithSource
  const isUpdate = type === InteractionResponseType.UpdateMessage
  const isChoices = type === InteractionResponseType.ApplicationCommandAutocompleteResult
  const isModal = type === InteractionResponseType.Modal
  const carried = isChoices || isModal ? fields.required('data', data) : data
  return {
    type,
    draft: (isMessage || isDeferred) && data ? messageDraft(data, files) : null,
    change: isUpdate && data ? messageChange(data, files) : null,
    choices: isChoices && carried ? choicesOf(carried) : null,
    modal: isModal && carried ? modalOf(carried) : null,
  }
}

function choicesOf(data: Fields): CommandChoice[] {
  return data.required('choices', data.objects('choices', { max: 25 })).map((choice) => {
    const { value } = choice.json
    const name = choice.required('name', choice.text('name', { min: 1, max: 100 }))
    if (typeof value === 'number') return { name, value }
    return { name, value: choice.required('value', choice.text('value', { max: 100 })) }
  })
}

function modalOf(data: Fields) {
  data.required('custom_id', data.text('custom_id', { min: 1, max: 100 }))
  data.required('title', data.text('title', { min: 1, max: 45 }))
  data.required('components', data.objects('components', { min: 1, max: 5 }))
  return data.json
}

function callbackView({ world }: Call, interaction: Interaction, { type }: Callback, message: Message | null) {
  const flags = message?.flags ?? 0
  const aboutMessage = message && {
    response_message_id: message.id,
    response_message_loading: (flags & MessageFlags.Loading) !== 0,
    response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
  }
  return {
    interaction: { id: interaction.id, type: interaction.type, ...aboutMessage },
    resource: { type, ...(message ? { message: messageView(world, message) } : {}) },
  }
}
