/** Acting as a person, and seeing what that person sees. */

import type { OptionValues } from '../people/command-options.ts'
import type { FormValues } from '../people/components.ts'
import type { Person, Place } from '../people/person.ts'
import { Seen } from '../people/seen.ts'
import { findMessage } from '../state/interactions.ts'
import { messageView } from '../state/message-view.ts'
import type { Message } from '../state/model.ts'
import { memberView } from '../state/views.ts'
import type { ControlCall, ControlRoute, ControlRoutes } from './control-call.ts'
import { ControlError } from './control-error.ts'

const MOST_MESSAGES = 100

export const personRoutes: ControlRoutes = {
  'GET /sim/people/:person/messages': (call) => shown(call, personOf(call).reads(channelId(call))),
  'GET /sim/people/:person/dms': (call) => shown(call, personOf(call).dms()),
  'GET /sim/people/:person/commands': (call) =>
    personOf(call)
      .offered(placeOf(call))
      .map(({ name, type, description, options }) => ({ name, type, description, options })),
  'POST /sim/people/:person/slash': answered((call) =>
    personOf(call).slash(call.text('command'), optionsOf(call), placeOf(call)),
  ),
  'POST /sim/people/:person/autocomplete': (call) =>
    personOf(call).autocomplete(
      call.text('command'),
      call.text('option'),
      call.optionalText('typed') ?? '',
      optionsOf(call),
      placeOf(call),
    ),
  'POST /sim/people/:person/menu': answered((call) => {
    const target = call.optionalText('user') ?? messageOf(call)
    return personOf(call).contextMenu(call.text('command'), target, placeOf(call))
  }),
  'POST /sim/people/:person/click': answered((call) => personOf(call).click(messageOf(call), call.text('button'))),
  'POST /sim/people/:person/select': answered((call) =>
    personOf(call).select(messageOf(call), call.text('select'), call.texts('values')),
  ),
  'POST /sim/people/:person/submit': answered((call) => personOf(call).submit(formOf(call), valuesOf(call))),
  'POST /sim/people/:person/say': (call) => {
    const replyTo = call.optionalText('reply_to')
    const message = personOf(call).say(channelId(call), call.text('content'), replyTo === undefined ? {} : { replyTo })
    return view(call, message)
  },
  'POST /sim/people/:person/whisper': (call) => view(call, personOf(call).whisper(call.text('content'))),
  'POST /sim/people/:person/react': (call) => personOf(call).react(messageOf(call), call.text('emoji')),
  'POST /sim/people/:person/unreact': (call) => personOf(call).unreact(messageOf(call), call.text('emoji')),
  'POST /sim/people/:person/join': (call) => {
    const invite = call.optionalText('invite')
    const member = personOf(call).join(call.namedGuild().id, invite === undefined ? {} : { invite })
    return memberView(call.simulator.world, member)
  },
  'POST /sim/people/:person/leave': (call) => personOf(call).leave(call.namedGuild().id),
}

/** Waits for deferred answers too, unless `"settled": false` says not to. */
function answered(act: (call: ControlCall) => Promise<Seen>): ControlRoute {
  return async (call) => {
    const seen = await act(call)
    if (call.field('settled') !== false) await seen.settled()
    const { interaction, message, modal, ephemeral, isThinking } = seen
    return {
      interaction: interaction.id,
      ephemeral,
      thinking: isThinking,
      message: message && view(call, message),
      modal,
      follow_ups: seen.followUps().map((one) => view(call, one)),
    }
  }
}

function personOf(call: ControlCall): Person {
  return call.simulator.person(call.user().id)
}

function channelId(call: ControlCall): string {
  return call.channel(call.user()).id
}

function placeOf(call: ControlCall): Place {
  if (call.field('channel') !== undefined) return { channel: channelId(call) }
  return call.field('guild') === undefined ? {} : { guild: call.namedGuild().id }
}

/** The message of that id in the channel; the newest one with components the person sees there when none is named. */
function messageOf(call: ControlCall): Message {
  const channel = channelId(call)
  const id = call.optionalText('message')
  const message =
    id === undefined
      ? personOf(call)
          .reads(channel)
          .findLast(({ components }) => components.length > 0)
      : findMessage(call.simulator.world, channel, id)
  if (message) return message
  throw new ControlError(404, id ? `There is no message ${id} in that channel.` : 'No message there has components.')
}

/** The form that an earlier answer opened, by its interaction. */
function formOf(call: ControlCall): Seen {
  const id = call.text('interaction')
  const { world } = call.simulator
  const interaction = [...world.state.interactions.values()].find((one) => one.id === id)
  if (interaction) return new Seen(world, interaction)
  throw new ControlError(404, `There is no interaction ${id}; it is in the answer that opened the form.`)
}

function optionsOf(call: ControlCall): OptionValues {
  return Object.fromEntries(
    Object.entries(call.record('options')).map(([name, value]) => {
      if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return [name, value]
      throw new ControlError(400, `Option "${name}" must be a text, a number or a boolean.`)
    }),
  )
}

function valuesOf(call: ControlCall): FormValues {
  return Object.fromEntries(
    Object.entries(call.record('values')).map(([name, value]) => {
      if (typeof value === 'string' || typeof value === 'boolean') return [name, value]
      if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return [name, value]
      throw new ControlError(400, `Field "${name}" must be a text, a list of texts or a boolean.`)
    }),
  )
}

/** The last ones, oldest first. */
function shown(call: ControlCall, messages: readonly Message[]) {
  const limit = Math.min(call.optionalNumber('limit') ?? 50, MOST_MESSAGES)
  return messages.slice(-limit).map((message) => view(call, message))
}

function view(call: ControlCall, message: Message) {
  return messageView(call.simulator.world, message)
}
