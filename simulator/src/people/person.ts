/** Acts as one user of the simulated Discord and sees what that user would see. */
import { createMessage, EMPTY_DRAFT } from '../state/messages.ts'
import type { Message } from '../state/model.ts'
import type { World } from '../state/world.ts'

export class Person {
  readonly id: string
  readonly #world: World

  constructor(world: World, id: string) {
    this.#world = world
    this.id = id
  }

  /** Writes into a channel. */
  say(channelId: string, content: string): Message {
    return createMessage(this.#world, this.id, channelId, { ...EMPTY_DRAFT, content })
  }
}
