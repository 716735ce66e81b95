/** Acting as a person, and seeing what that person sees. */
import { channelFor } from '../state/access.ts'
import { directChannelOf } from '../state/direct-messages.ts'
import { messageView } from '../state/message-view.ts'
import type { Channel, Message } from '../state/model.ts'
import type { ControlCall, ControlRoutes } from './control-call.ts'

const MOST_MESSAGES = 100

export const personRoutes: ControlRoutes = {
  'GET /sim/people/:person/messages': (call) => {
    const user = call.user()
    const channel = channelFor(call.simulator.world, user.id, call.channel(user).id)
    return seen(call, user.id, channel)
  },
  'GET /sim/people/:person/dms': (call) => {
    const user = call.user()
    const channel = directChannelOf(call.simulator.world, user.id)
    return channel ? seen(call, user.id, channel) : []
  },
  'POST /sim/people/:person/say': (call) => {
    const user = call.user()
    return view(call, call.simulator.person(user.id).say(call.channel(user).id, call.text('content')))
  },
}

/** Newest last: what is in the channel, and what only this person sees of it. */
function seen(call: ControlCall, userId: string, channel: Channel) {
  const { state } = call.simulator
  const own = [...state.ephemeral.values()].filter(
    (one) => one.channel_id === channel.id && one.ephemeral_to === userId,
  )
  const all = [...state.messagesOf(channel.id), ...own].sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
  const limit = Math.min(call.optionalNumber('limit') ?? 50, MOST_MESSAGES)
  return all.slice(-limit).map((message) => view(call, message))
}

function view(call: ControlCall, message: Message) {
  return messageView(call.simulator.world, message)
}
