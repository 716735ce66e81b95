/** What a person sees after doing something: the bot's answer, as it stands now. */
import { InteractionResponseType, MessageFlags } from 'discord-api-types/v10'
import { findMessage } from '../state/interactions.ts'
import type { CommandChoice, Component, Embed, Interaction, JsonObject, Message } from '../state/model.ts'
import type { World } from '../state/world.ts'
import { until } from './waiting.ts'

/** Deferred answers may take as long as their token lasts; a test waits no longer than this. */
const SETTLES_WITHIN_MS = 60_000

/** Everything but `interaction` follows later edits. */
export class Seen {
  readonly interaction: Interaction
  readonly #world: World

  constructor(world: World, interaction: Interaction) {
    this.#world = world
    this.interaction = interaction
  }

  /** The message that answers, or that was changed; null for modals and once it is deleted. */
  get message(): Message | null {
    const { answer, channel_id, original_id, source_message_id } = this.interaction
    const isUpdate =
      answer?.type === InteractionResponseType.UpdateMessage ||
      answer?.type === InteractionResponseType.DeferredMessageUpdate
    const id = isUpdate ? source_message_id : original_id
    return id === null ? null : (findMessage(this.#world, channel_id, id) ?? null)
  }

  /** Same as `message`, for tests that read better with a verb. */
  current(): Message | null {
    return this.message
  }

  get content(): string {
    return this.message?.content ?? ''
  }

  get embeds(): readonly Embed[] {
    return this.message?.embeds ?? []
  }

  get components(): readonly Component[] {
    return this.message?.components ?? []
  }

  /** Whether only this person sees it. */
  get ephemeral(): boolean {
    return this.interaction.answer?.ephemeral ?? false
  }

  /** The form that opened. */
  get modal(): JsonObject | null {
    return this.interaction.answer?.modal ?? null
  }

  /** What autocomplete offers. */
  get choices(): readonly CommandChoice[] {
    return this.interaction.answer?.choices ?? []
  }

  /** "Alphapy is thinking…": a deferred answer that has not come yet. */
  get isThinking(): boolean {
    return ((this.message?.flags ?? 0) & MessageFlags.Loading) !== 0
  }

  /** Waits for a deferred answer. */
  async settled(limitMs: number = SETTLES_WITHIN_MS): Promise<this> {
    const settled = () => (this.isThinking ? undefined : this)
    return await until(this.#world, settled, limitMs, 'the bot deferred its answer and never gave it')
  }

  /** Further messages of the same interaction, oldest first, those meant for this person among them. */
  followUps(): Message[] {
    const { channel_id, id, original_id } = this.interaction
    const all = [...this.#world.state.messagesOf(channel_id), ...this.#world.state.ephemeral.values()]
    return all
      .filter((message) => message.interaction_metadata?.id === id && message.id !== original_id)
      .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1))
  }

  /** Waits until there are that many further messages. */
  async followUp(count = 1, limitMs: number = SETTLES_WITHIN_MS): Promise<Message> {
    const last = () => this.followUps()[count - 1]
    return await until(this.#world, last, limitMs, `the bot sent ${this.followUps().length} of ${count} follow-ups`)
  }
}
