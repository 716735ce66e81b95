/** Speaks in a channel as a webhook does: under a name of its own, as no member of the guild. */
import { MessageType } from 'discord-api-types/v10'
import { newUser } from '../community.ts'
import { DiscordError } from '../discord-error.ts'
import { buildMessage, EMPTY_DRAFT, postMessage } from '../state/messages.ts'
import type { Embed, Message } from '../state/model.ts'
import type { World } from '../state/world.ts'

interface SaidByWebhook {
  readonly embeds?: readonly Embed[]
}

export class Webhook {
  readonly id: string
  readonly #world: World
  readonly #channelId: string

  constructor(world: World, channelId: string, name: string) {
    this.#world = world
    this.#channelId = channelId
    // As the author of its messages a webhook looks like a user whose id is its own.
    this.id = newUser(world, { username: name, bot: true }).id
  }

  say(content: string, { embeds = [] }: SaidByWebhook = {}): Message {
    const channel = this.#world.state.channels.get(this.#channelId)
    if (!channel) throw new DiscordError(10003)
    const circumstances = { type: MessageType.Default, interaction: null, webhookId: this.id, ephemeralTo: null }
    const draft = { ...EMPTY_DRAFT, content, embeds }
    return postMessage(this.#world, channel, buildMessage(this.#world, this.id, channel, draft, circumstances))
  }
}
