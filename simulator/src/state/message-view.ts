/** Messages as Discord writes them into answers and events. */
import { InteractionType } from 'discord-api-types/v10'
import type { Message } from './model.ts'
import { channelView, partialMemberView, reactionView, userById } from './views.ts'
import type { World } from './world.ts'

export function messageView(
  world: World,
  message: Message,
): ReturnType<typeof ownView> & { referenced_message?: object | null } {
  const view = ownView(world, message)
  const reference = message.type === 19 ? message.message_reference : null
  if (!reference?.message_id) return view
  const original = world.state.messages.get(reference.channel_id)?.get(reference.message_id)
  // Discord's description knows no reactions there.
  const referenced = original && ownView(world, { ...original, reactions: [] })
  return { ...view, referenced_message: referenced ?? null }
}

/** As the gateway sends it: in guilds with the author's membership. */
export function messageEventView(world: World, message: Message) {
  const view = messageView(world, message)
  const guild = message.guild_id === null ? undefined : world.state.guilds.get(message.guild_id)
  if (!guild) return { ...view, channel_type: 1 }
  const author = guild.members.get(message.author_id)
  const withMember = (id: string) => {
    const member = guild.members.get(id)
    return { ...userById(world, id), ...(member ? { member: partialMemberView(member) } : {}) }
  }
  return {
    ...view,
    guild_id: guild.id,
    mentions: message.mentions.map(withMember),
    ...(author && message.webhook_id === null ? { member: partialMemberView(author) } : {}),
  }
}

function ownView(world: World, message: Message) {
  const thread = message.flags & 32 ? world.state.channels.get(message.id) : undefined
  return {
    id: message.id,
    type: message.type,
    channel_id: message.channel_id,
    author: userById(world, message.author_id),
    content: message.content,
    timestamp: message.timestamp,
    edited_timestamp: message.edited_timestamp,
    tts: message.tts,
    mention_everyone: message.mention_everyone,
    mentions: message.mentions.map((id) => userById(world, id)),
    mention_roles: message.mention_roles,
    attachments: message.attachments,
    embeds: message.embeds,
    components: message.components,
    pinned: message.pinned,
    flags: message.flags,
    ...(message.reactions.length
      ? { reactions: message.reactions.map((reaction) => reactionView(world, reaction)) }
      : {}),
    ...(message.nonce === null ? {} : { nonce: message.nonce }),
    ...(message.message_reference ? { message_reference: message.message_reference } : {}),
    ...(message.webhook_id === null ? {} : { webhook_id: message.webhook_id }),
    ...(message.webhook_id === world.state.application.id ? { application_id: message.webhook_id } : {}),
    ...(message.interaction_metadata ? metadataFields(world, message.interaction_metadata) : {}),
    ...(thread ? { thread: channelView(world, thread) } : {}),
  }
}

function metadataFields(world: World, metadata: NonNullable<Message['interaction_metadata']>) {
  const { user_id, name, ...plain } = metadata
  const user = userById(world, user_id)
  const own = { ...plain, user, authorizing_integration_owners: {} }
  const whole = metadata.type === InteractionType.ModalSubmit ? ofForm(own) : own
  const old = name ? { interaction: { id: metadata.id, type: metadata.type, name, user } } : {}
  return { interaction_metadata: whole, ...old }
}

/**
 * A form tells of what opened it, which is what tells of the message
 * (https://docs.discord.com/developers/resources/message#message-interaction-metadata-object). Which interaction that was
 * is not kept; the form's own id stands for it.
 */
function ofForm<
  Own extends {
    readonly id: string
    readonly interacted_message_id?: string
    readonly original_response_message_id?: string
  },
>({ interacted_message_id, ...own }: Own) {
  const { original_response_message_id: _, ...opener } = own
  const triggering_interaction_metadata =
    interacted_message_id === undefined
      ? { ...opener, type: InteractionType.ApplicationCommand }
      : { ...opener, type: InteractionType.MessageComponent, interacted_message_id }
  return { ...own, triggering_interaction_metadata }
}
