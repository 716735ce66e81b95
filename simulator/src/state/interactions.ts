/** Interactions: made when a person acts, told to the bot, answered by its callback within three seconds. */
import { InteractionResponseType, InteractionType, MessageFlags, MessageType } from 'discord-api-types/v10'
import { DiscordError, invalidForm } from '../discord-error.ts'
import { permissionsOf } from '../permissions.ts'
import { messageView } from './message-view.ts'
import {
  applyChange,
  buildMessage,
  EMPTY_DRAFT,
  type MessageChange,
  type MessageDraft,
  postMessage,
} from './messages.ts'
import type { Channel, Interaction, InteractionAnswer, InteractionMetadata, JsonObject, Message } from './model.ts'
import { channelView, memberView, userById } from './views.ts'
import type { World } from './world.ts'

/** Limits of https://discord.com/developers/docs/interactions/receiving-and-responding#followup-messages. */
export const ANSWER_WITHIN_MS = 3000
const TOKEN_LASTS_MS = 15 * 60 * 1000
const UPLOAD_LIMIT = 10 * 1024 * 1024

export interface NewInteraction {
  readonly type: InteractionType
  readonly userId: string
  readonly channel: Channel
  readonly data: JsonObject
  readonly sourceMessage: Message | null
}

/** What a callback carries, by its type. */
export interface Callback {
  readonly type: number
  readonly draft: MessageDraft | null
  readonly change: MessageChange | null
  readonly choices: InteractionAnswer['choices']
  readonly modal: JsonObject | null
}

/** Tells the bot what somebody did. */
export function startInteraction(
  world: World,
  { type, userId, channel, data, sourceMessage }: NewInteraction,
): Interaction {
  const id = world.nextId()
  const interaction: Interaction = {
    id,
    token: Buffer.from(`interaction:${id}:${userId}`).toString('base64url'),
    type,
    user_id: userId,
    guild_id: channel.guild_id,
    channel_id: channel.id,
    data,
    created_ms: world.clock.now(),
    source_message_id: sourceMessage?.id ?? null,
    answer: null,
    original_id: null,
  }
  forgetExpired(world)
  world.state.interactions.set(interaction.token, interaction)
  const event = interactionView(world, interaction, channel, sourceMessage)
  world.publish({ event: 'INTERACTION_CREATE', data: event, guildId: channel.guild_id })
  return interaction
}

/** The interaction a callback answers: known, young enough, not answered yet. */
export function answerable(world: World, id: string, token: string): Interaction {
  const interaction = world.state.interactions.get(token)
  if (interaction?.id !== id) throw new DiscordError(10062)
  if (interaction.answer) throw new DiscordError(40060)
  if (world.clock.now() - interaction.created_ms > ANSWER_WITHIN_MS) throw new DiscordError(10062)
  return interaction
}

/** Takes the callback; the message it made or changed, if it did. */
export function answer(world: World, interaction: Interaction, callback: Callback): Message | null {
  requireFitting(interaction, callback.type)
  const message = carryOut(world, interaction, callback)
  interaction.original_id =
    message?.id ??
    (callback.type === InteractionResponseType.DeferredMessageUpdate ? interaction.source_message_id : null)
  interaction.answer = {
    type: callback.type,
    at_ms: world.clock.now(),
    ephemeral: message?.ephemeral_to != null,
    choices: callback.choices,
    modal: callback.modal,
  }
  world.changed()
  return message
}

/** The interaction whose webhook this is; 10015 before it is answered, 50027 after fifteen minutes. */
export function webhookOf(world: World, applicationId: string, token: string): Interaction {
  if (applicationId !== world.state.application.id) throw new DiscordError(10015)
  const interaction = world.state.interactions.get(token)
  if (!interaction || world.clock.now() - interaction.created_ms > TOKEN_LASTS_MS) throw new DiscordError(50027)
  if (!interaction.answer) throw new DiscordError(10015)
  return interaction
}

/** A further message; the first after a deferral takes the place of the one that is awaited. */
export function followUp(world: World, interaction: Interaction, draft: MessageDraft): Message {
  const awaited =
    interaction.original_id === null ? undefined : answerMessage(world, interaction, interaction.original_id)
  if (awaited && awaited.flags & MessageFlags.Loading) {
    return editAnswer(world, interaction, awaited, changeOf(draft))
  }
  requireSomething(draft)
  return post(world, interaction, draft, draft.flags)
}

/** A message this interaction's webhook may read and change; `@original` is the first. */
export function answerMessage(world: World, interaction: Interaction, id: string): Message {
  const messageId = id === '@original' ? interaction.original_id : id
  const message = messageId === null ? undefined : findMessage(world, interaction.channel_id, messageId)
  const isOwn = message?.webhook_id != null || message?.id === interaction.original_id
  if (!message || !isOwn) throw new DiscordError(10008)
  return message
}

export function editAnswer(world: World, interaction: Interaction, message: Message, change: MessageChange): Message {
  return applyChange(world, channelOf(world, interaction), message, change)
}

/** Ephemeral or not. */
export function findMessage(world: World, channelId: string, id: string): Message | undefined {
  return world.state.messages.get(channelId)?.get(id) ?? world.state.ephemeral.get(id)
}

function carryOut(world: World, interaction: Interaction, { type, draft, change }: Callback): Message | null {
  const source = interaction.source_message_id
  switch (type) {
    case InteractionResponseType.ChannelMessageWithSource:
      requireSomething(draft ?? EMPTY_DRAFT)
      return post(world, interaction, draft ?? EMPTY_DRAFT, draft?.flags ?? 0)
    case InteractionResponseType.DeferredChannelMessageWithSource:
      return post(world, interaction, EMPTY_DRAFT, (draft?.flags ?? 0) | MessageFlags.Loading)
    case InteractionResponseType.UpdateMessage: {
      const message = source === null ? undefined : findMessage(world, interaction.channel_id, source)
      if (!message) throw new DiscordError(10008)
      return applyChange(world, channelOf(world, interaction), message, change ?? {})
    }
    default:
      return null
  }
}

function post(world: World, interaction: Interaction, draft: MessageDraft, flags: number): Message {
  const channel = channelOf(world, interaction)
  const botId = world.state.application.id
  const isFollowUp = interaction.answer !== null
  const name = interaction.data.name
  const metadata: InteractionMetadata = {
    id: interaction.id,
    type: interaction.type,
    user_id: interaction.user_id,
    ...(typeof name === 'string' ? { name } : {}),
    ...(isFollowUp && interaction.original_id ? { original_response_message_id: interaction.original_id } : {}),
    ...(interaction.source_message_id ? { interacted_message_id: interaction.source_message_id } : {}),
  }
  const message = buildMessage(
    world,
    botId,
    channel,
    { ...draft, flags },
    {
      type: typeOf(interaction, isFollowUp),
      interaction: metadata,
      webhookId: botId,
      ephemeralTo: flags & MessageFlags.Ephemeral ? interaction.user_id : null,
    },
  )
  return postMessage(world, channel, message)
}

function typeOf(interaction: Interaction, isFollowUp: boolean): MessageType {
  if (isFollowUp || interaction.type !== InteractionType.ApplicationCommand)
    return isFollowUp ? MessageType.Reply : MessageType.Default
  return interaction.data.type === 1 ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand
}

/** Which callback types each kind of interaction takes. */
function requireFitting(interaction: Interaction, type: number): void {
  const messages: readonly number[] = [4, 5]
  const updates = interaction.source_message_id === null ? [] : [6, 7]
  const fitting: Readonly<Record<number, readonly number[]>> = {
    [InteractionType.ApplicationCommand]: [...messages, 9],
    [InteractionType.MessageComponent]: [...messages, ...updates, 9],
    [InteractionType.ApplicationCommandAutocomplete]: [8],
    [InteractionType.ModalSubmit]: [...messages, ...updates],
  }
  if (fitting[interaction.type]?.includes(type)) return
  throw invalidForm(
    ['type'],
    'INTERACTION_RESPONSE_TYPE_INVALID',
    'This response type is not valid for this interaction.',
  )
}

function requireSomething({ content, embeds, components, attachments }: MessageDraft): void {
  if (!content && !embeds.length && !components.length && !attachments.length) throw new DiscordError(50006)
}

function changeOf({ content, embeds, components, attachments, flags, allowedMentions }: MessageDraft): MessageChange {
  return { content, embeds, components, attachments, flags, allowedMentions }
}

function channelOf(world: World, interaction: Interaction): Channel {
  const channel = world.state.channels.get(interaction.channel_id)
  if (!channel) throw new DiscordError(10003)
  return channel
}

function interactionView(world: World, interaction: Interaction, channel: Channel, source: Message | null) {
  const { state, clock } = world
  const guild = channel.guild_id === null ? undefined : state.guilds.get(channel.guild_id)
  const member = guild?.members.get(interaction.user_id)
  const permissions = (userId: string) => String(permissionsOf(state, userId, channel, clock.now()))
  const who =
    guild && member
      ? {
          guild_id: guild.id,
          guild: { id: guild.id, locale: guild.preferred_locale, features: guild.features },
          guild_locale: guild.preferred_locale,
          member: { ...memberView(world, member), permissions: permissions(interaction.user_id) },
          authorizing_integration_owners: { 0: guild.id },
          context: 0,
        }
      : { user: userById(world, interaction.user_id), authorizing_integration_owners: { 0: '0' }, context: 1 }
  return {
    id: interaction.id,
    application_id: state.application.id,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data: interaction.data,
    channel_id: channel.id,
    channel: channelView(world, channel),
    locale: state.users.get(interaction.user_id)?.locale ?? 'en-US',
    app_permissions: permissions(state.application.id),
    entitlements: [],
    entitlement_sku_ids: [],
    attachment_size_limit: UPLOAD_LIMIT,
    ...who,
    ...(source ? { message: messageView(world, source) } : {}),
  }
}

/** A day is long beyond every use of a token; the oldest come first. */
function forgetExpired(world: World): void {
  const oldest = world.clock.now() - 24 * 60 * 60 * 1000
  for (const [token, interaction] of world.state.interactions) {
    if (interaction.created_ms >= oldest) return
    world.state.interactions.delete(token)
  }
}
